import { readFileSync } from 'node:fs';
import { type Figures, readFigures } from '../../../src/corpus/figures.ts';
import { type Conclusion, createCompute } from '../../../src/rules/compute.ts';
import { createEvaluate } from '../../../src/rules/engine.ts';
import { type RuleFault, readRequest } from '../../../src/rules/read-request.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';

export const { figures } = readFigures(readFileSync('knowledge/figures.yaml', 'utf8'), 'figures.yaml');
const book = readRulebook('knowledge');

/** Works a goal out on a day, over the table of the corpus or one of the test's own. */
export function createAsk(table: Figures = figures) {
  const compute = createCompute({ book, figures: table, evaluate: createEvaluate(book, table) });
  return (goal: string, situation: Record<string, unknown>, at = '2026-10-20'): Conclusion => {
    const request = readRequest(goal, situation, at, '2026-10-20');
    if (!request.ok) throw new Error(`${request.error.field}: ${request.error.message}`);
    const concluded = compute(request.value, 'achat');
    if (!concluded.ok) throw new Error(`${concluded.error.field}: ${concluded.error.message}`);
    return concluded.value;
  };
}

export const ask = createAsk();

const corpus = createCompute({ book, figures, evaluate: createEvaluate(book, figures) });

export function faultOf(goal: unknown, situation: unknown, at: unknown = '2026-10-20'): RuleFault | undefined {
  const request = readRequest(goal, situation, at, '2026-10-20');
  if (!request.ok) return request.error;
  const concluded = corpus(request.value, 'achat');
  return concluded.ok ? undefined : concluded.error;
}
