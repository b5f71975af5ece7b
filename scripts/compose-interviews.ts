import { randomUUID } from 'node:crypto';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { createCalculating } from '../src/interviews/create-calculating.ts';
import { createInterviewing } from '../src/interviews/create-interviewing.ts';
import type { Calculating } from '../src/interviews/port/calculating.ts';
import type { Interviewing } from '../src/interviews/port/interviewing.ts';
import { createEvaluate } from '../src/rules/engine.ts';
import { readRulebook } from '../src/rules/rulebook.ts';
import { openReading } from '../src/rules/text/reading.ts';
import type { Store } from '../src/store/store.ts';
import type { Composed } from './compose.ts';

/** Calculators and the page of the rules, examples and all; read when they are first opened. */
export function composeCalculating(knowledge: string, { figures }: Corpus): Calculating {
  return createCalculating(() => {
    const book = readRulebook(knowledge, 'examples');
    return { book, figures, evaluate: createEvaluate(book, figures) };
  });
}

/** «Mon achat» over a store; the rules are read when the first purchase begins. */
export function composeInterviews(
  knowledge: string,
  { corpus: { figures }, local }: Pick<Composed, 'corpus' | 'local'>,
  { interviews }: Store,
): Interviewing {
  return createInterviewing({
    records: interviews,
    load: () => {
      const book = readRulebook(knowledge);
      return {
        rules: { book, figures, evaluate: createEvaluate(book, figures) },
        reading: openReading(knowledge, book),
      };
    },
    local,
    now: () => new Date(),
    newId: randomUUID,
  });
}
