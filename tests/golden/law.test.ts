import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judgeAll, readGolden } from '../../scripts/golden.ts';
import { composeReal } from '../fixtures/composed.ts';

/**
 * Conditions, scopes and steps that a one-line summary once lost (docs/relecture-2026-11.md): each question is one
 * where leaving them out would tell someone the opposite of the article. Unlike the golden rates, all must hold.
 */
const folder = 'tests/golden/law';
const questions = readGolden(readdirSync(folder).map((name) => join(folder, name)));

it('what the articles say and a summary had lost is said', async () => {
  const { assistant } = await composeReal();
  const verdicts = await judgeAll(questions, assistant);
  const failures = verdicts
    .filter(({ passed }) => !passed)
    .map(({ question, missing, forbidden, reply }) => ({ id: question.id, missing, forbidden, said: reply.text }));
  expect(failures).toEqual([]);
});
