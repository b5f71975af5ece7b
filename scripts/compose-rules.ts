import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures } from '../src/corpus/figures.ts';
import { type AnswerOn, createAnswer } from '../src/rules/answer.ts';
import { createCompute } from '../src/rules/compute.ts';
import { createEvaluate } from '../src/rules/engine.ts';
import { readRulebook } from '../src/rules/rulebook.ts';
import { openReading } from '../src/rules/text/reading.ts';

/** The rules of a `knowledge/` folder, of a situation or a sentence; no corpus is needed for them. */
export function composeRules(knowledge: string): AnswerOn {
  const file = join(knowledge, 'figures.yaml');
  const { figures } = readFigures(readFileSync(file, 'utf8'), file);
  const book = readRulebook(knowledge);
  const compute = createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
  return createAnswer(compute, openReading(knowledge, book));
}
