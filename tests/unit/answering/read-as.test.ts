import { beforeAll, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import type { Remembered } from '../../../src/answering/memory.ts';
import type { Answer } from '../../../src/answering/port/outcome.ts';
import { firstLines } from '../../../src/answering/port/short.ts';
import { readAs } from '../../../src/answering/read-as.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { composeReal, dialogue, plain } from '../../fixtures/composed.ts';

let composed: Composed;
let found: Answer;
beforeAll(async () => {
  composed = await composeReal();
  const { outcome } = await dialogue(composed.assistant)('quel délai pour payer une facture ?');
  if (outcome.kind !== 'answer') throw new Error(outcome.kind);
  found = outcome;
});

/** Read after a question on the retention, as likely about it as about something of its own. */
async function read(inDoubt: boolean): Promise<readonly string[]> {
  const alone = await composed.retriever.retrieve({ text: 'peut-on négocier en appel d’offres ?' });
  const setting = {
    retrieval: alone,
    facts: { objet: undefined, acheteur: undefined, at: undefined },
    role: 'buyer',
    at: '2026-11-25',
    today: '2026-11-25',
    cases: new Map(),
    catalogue: catalogues.fr,
  } as const;
  const before: Pick<Remembered, 'answer' | 'likeliest'> = { answer: { ...found, title: 'Payer une facture' } };
  const parts = { corpus: composed.corpus };
  const said = readAs(found, { inDoubt, searches: { alone, joined: alone } }, before, parts, setting);
  return firstLines(said, 'buyer', catalogues.fr).map(({ question = '', text }) => plain(`${question} ${text}`));
}

it('a line that could be a question of its own says what it was read about, and offers that question', async () => {
  const [first, ...others] = await read(true);
  expect(first).toBe(' *À propos de :* Payer une facture');
  expect(others.join('\n')).toMatch(/négoci/);
});

it('a line surely about it says nothing of that', async () => {
  expect((await read(false)).join('\n')).not.toMatch(/À propos de|négoci/);
});
