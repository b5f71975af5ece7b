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
import { madeOnce } from '../src/sliced.ts';

/** What forms say of the procedure and of the classes; rules and vocabulary are read at the first form that needs them. */
export function composeForms(knowledge: string, { figures }: Corpus): FormParts & { ahead(): Promise<void> } {
  const found = madeOnce<FindCpv>(function* () {
    // A body's own folder may hold no vocabulary: no class is named.
    return existsSync(join(knowledge, 'cpv')) ? yield* createFindCpv(readCpv(knowledge)) : () => [];
  });
  const load = () => {
    const book = readRulebook(knowledge);
    return createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
  };
  return {
    procedureOf: createProcedureOf(load, () => new Date()),
    findCpv: (text, about) => found()(text, about),
    ahead: async () => void (await found.ahead()),
  };
}
