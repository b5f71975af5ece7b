import { expect, test } from 'vitest';
import { modelSpend } from '../../../../src/handoff/help/model-spend.ts';

const one = {
  day: '2026-11-25',
  organisation: 'mairie',
  purpose: 'answer',
  calls: 2,
  failures: 1,
  promptTokens: 1_000,
  completionTokens: 100,
  ms: 3_000,
  cost: 0.5,
  kgCo2: 0.002,
};

test('what a model used is summed by purpose over days and organisations, the heaviest first', () => {
  expect(
    modelSpend([
      { ...one, purpose: 'reword', promptTokens: 10 },
      one,
      { ...one, day: '2026-11-24', organisation: 'region', ms: 1_000 },
    ]),
  ).toEqual([
    { purpose: 'answer', calls: 4, failures: 2, tokens: 2_200, meanMs: 1_000, cost: 1, gramsCo2: 4 },
    { purpose: 'reword', calls: 2, failures: 1, tokens: 110, meanMs: 1_500, cost: 0.5, gramsCo2: 2 },
  ]);
  expect(modelSpend([])).toEqual([]);
});
