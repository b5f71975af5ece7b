import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCpv } from '../src/corpus/cpv.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { createFindCpv, type FindCpv } from '../src/rewording/cpv/find-cpv.ts';
import type { FormParts } from '../src/rewording/form/make-forms.ts';
import { createProcedureOf } from '../src/rewording/form/procedure.ts';
import { createCompute } from '../src/rules/compute.ts';
import { createEvaluate } from '../src/rules/engine.ts';
import { readRulebook } from '../src/rules/rulebook.ts';

/** What forms say of the procedure and of the classes; rules and vocabulary are read at the first form that needs them. */
export function composeForms(knowledge: string, { figures }: Corpus): FormParts {
  let found: FindCpv | undefined;
  const load = () => {
    const book = readRulebook(knowledge);
    return createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
  };
  return {
    procedureOf: createProcedureOf(load, () => new Date()),
    // A body's own folder may hold no vocabulary: no class is named.
    findCpv: (text, about) => {
      if (found === undefined && !existsSync(join(knowledge, 'cpv'))) return [];
      found ??= createFindCpv(readCpv(knowledge));
      return found(text, about);
    },
  };
}
