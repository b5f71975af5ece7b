import type { Corpus } from '../src/corpus/read-corpus.ts';
import { createProcedureOf, type ProcedureOf } from '../src/rewording/form/procedure.ts';
import { createCompute } from '../src/rules/compute.ts';
import { createEvaluate } from '../src/rules/engine.ts';
import { readRulebook } from '../src/rules/rulebook.ts';

/** What forms say of the procedure; the rules are read at the first form that has a nature. */
export function composeProcedureOf(knowledge: string, { figures }: Corpus): ProcedureOf {
  const load = () => {
    const book = readRulebook(knowledge);
    return createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
  };
  return createProcedureOf(load, () => new Date());
}
