import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { createRankNext, type NextSight, nextQuestions, sharesOf } from '../../../src/dialogue/next-question.ts';
import type { Judged } from '../../../src/retrieval/pair/judge.ts';

const { fiches } = readCorpus('knowledge').corpus;
const topic = fiches.find(({ id }) => id === 'retenue-de-garantie');
if (topic === undefined) throw new Error('no such fiche');
const rank = createRankNext('knowledge');

const judged = (question: number): Judged => ({
  fiche: topic,
  question,
  confidence: 0.3,
  inFiche: 0.6,
  ofFiche: 0.3,
  verdict: 0,
  same: false,
  narrower: false,
  special: false,
  alike: true,
});
const all = topic.questions.map((_, place) => judged(place));

/** The likeliest of all its questions, each found as likely as the others by every reading. */
function likeliest(text: string, told: number) {
  const readings = { alone: all, joined: all, told: all };
  const sight: NextSight = {
    text,
    question: 'la retenue de garantie, c’est combien ?',
    topic: topic as never,
    told,
    readings,
  };
  return { first: rank(sight)[0], seen: nextQuestions(sight) };
}

describe('the question that a line asks after another', () => {
  it('is rather one that was not told, where the line brings words of its own', () => {
    const bank = topic.questions.findIndex(({ id }) => id === 'remplacer-par-une-banque');
    const { first } = likeliest('et une banque peut la remplacer ?', 0);
    expect(first?.question).toBe(bank);
  });

  it('sees where each question stands beside the one that was told', () => {
    const { seen } = likeliest('et quand ?', 1);
    expect(seen.map(({ judged: { question }, seen: of }) => [question, of['where told'] ?? 0])).toEqual(
      topic.questions.map((_, place) => [place, Number(place === 1)]),
    );
  });

  it('is what was found after what was asked before, in a folder where nothing was learnt', () => {
    const bare = createRankNext(mkdtempSync(join(tmpdir(), 'bare-')));
    const readings = { alone: [], joined: all.slice(0, 2), told: [] };
    expect(bare({ text: 'et quand ?', question: '', topic: topic as never, told: 0, readings })).toBe(readings.joined);
  });

  it('shares one among all, more to what has more of what was learnt to speak for it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 }), (values) => {
        const shares = sharesOf(
          values.map((near) => ({ seen: { near } })),
          { near: 1 },
        );
        expect(shares.reduce((one, other) => one + other, 0)).toBeCloseTo(1, 6);
        expect(shares.indexOf(Math.max(...shares))).toBe(values.indexOf(Math.max(...values)));
      }),
    );
  });
});
