import { readFileSync } from 'node:fs';
import { type Figures, readFigures } from '../../../src/corpus/figures.ts';
import { createCalculating } from '../../../src/interviews/create-calculating.ts';
import { createInterviewing } from '../../../src/interviews/create-interviewing.ts';
import { createInterview } from '../../../src/interviews/interview.ts';
import type { InterviewRecords } from '../../../src/interviews/interview-records.ts';
import type { Calculating } from '../../../src/interviews/port/calculating.ts';
import type { Interviewing } from '../../../src/interviews/port/interviewing.ts';
import { createReadTyped } from '../../../src/interviews/read-typed.ts';
import { createDrawSheet } from '../../../src/interviews/sheet.ts';
import { createWeigh } from '../../../src/interviews/weigh.ts';
import { createCompute } from '../../../src/rules/compute.ts';
import { createEvaluate } from '../../../src/rules/engine.ts';
import type { LocalRules } from '../../../src/rules/local/local-rules.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { readDemandModel } from '../../../src/rules/text/demand-model.ts';
import { spellOutBy } from '../../../src/rules/text/reading.ts';
import { readWords } from '../../../src/rules/words.ts';

export const TODAY = '2026-11-16';
export const { figures } = readFigures(readFileSync('knowledge/figures.yaml', 'utf8'), 'figures.yaml');
const book = readRulebook('knowledge');
const words = readWords('knowledge');
const reading = {
  words,
  objects: book.objects,
  spellOut: spellOutBy('knowledge', words, book.objects),
  model: readDemandModel('knowledge'),
};

/** The interview and its sheet, over the table of the corpus or one of the test's own. */
export function createRoom(table: Figures = figures, local?: LocalRules) {
  const rules = { book, figures: table, evaluate: createEvaluate(book, table) };
  const compute = createCompute(rules);
  const weigh = createWeigh(rules);
  const interview = createInterview({ weigh, readTyped: createReadTyped(reading), compute, book, local });
  return { interview, draw: createDrawSheet({ weigh, compute, rules, local }), compute };
}

const NOW = new Date(`${TODAY}T09:00:00Z`);
let made = 0;

/** «Mon achat» as the faces have it, on a day that stands still. */
export function createInterviews(records: InterviewRecords): Interviewing {
  return createInterviewing({
    records,
    load: () => ({ rules: { book, figures, evaluate: createEvaluate(book, figures) }, reading }),
    now: () => NOW,
    newId: () => `achat-${++made}`,
  });
}

/** The calculators, with the examples of the rules. */
export function createCalculators(): Calculating {
  const whole = readRulebook('knowledge', 'examples');
  return createCalculating(() => ({ book: whole, figures, evaluate: createEvaluate(whole, figures) }));
}
