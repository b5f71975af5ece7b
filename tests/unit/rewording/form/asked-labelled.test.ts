import { expect, it } from 'vitest';
import { z } from 'zod';
import { readCases } from '../../../../scripts/read-cases.ts';
import { clauseTextOf } from '../../../../src/rewording/clauses/read-clauses.ts';
import { askedOf } from '../../../../src/rewording/form/asked.ts';

const labelled = z.object({
  id: z.string(),
  text: z.string(),
  complete: z.boolean(),
  spans: z.array(z.object({ quote: z.string(), act: z.enum(['demande', 'besoin', 'delai', 'refus']) })),
});

const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/\s\?$/, '');
const END = 25;

it('lifts what five hands marked as wanted of the buyer, in 549 messages', () => {
  const messages = readCases('tests/golden/learn/wanted/wanted.jsonl', labelled).map(({ text, spans }) => ({
    spans,
    lifted: askedOf(clauseTextOf(text)).map(plain),
    isLong: text.length >= 250,
  }));
  const isMarked = (said: string, spans: (typeof messages)[number]['spans']) =>
    spans.some(({ quote }) => {
      const marked = plain(quote);
      return (
        [marked.slice(0, END), marked.slice(-END)].some((part) => said.includes(part)) ||
        marked.includes(said.slice(-END))
      );
    });
  const all = messages.flatMap(({ lifted, spans }) => lifted.map((said) => isMarked(said, spans)));
  const asking = messages.filter(({ spans, isLong }) => isLong && spans.some(({ act }) => act === 'demande'));
  const right = all.filter(Boolean).length;
  const met = asking.filter(({ lifted }) => lifted.length > 0).length;
  console.log(
    `lifted ${all.length}, marked ${right}; of ${asking.length} long messages that ask, ${met} have something lifted`,
  );
  expect(right / all.length).toBeGreaterThanOrEqual(0.94);
  expect(met / asking.length).toBeGreaterThanOrEqual(0.58);
});
