import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { createRankNext, type NextSight, nextQuestions, sharesOf } from '../../../src/dialogue/next-question.ts';
import { stageOf } from '../../../src/dialogue/stage.ts';
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

/** The likeliest of all its questions, each found as likely as the others by every reading, the one that was told first and `next` after it. */
function likeliest(text: string, told: number, next = told) {
  const found = [...new Set([told, next, ...all.keys()])].map(judged);
  const readings = { alone: found, joined: found, told: found };
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
    const { first } = likeliest('et une banque peut la remplacer ?', 0, bank);
    expect(first?.question).toBe(bank);
  });

  it('is of the time that the line names, and none that was told of the time before', () => {
    expect(stageOf('et une fois que c’est signé ?')).toBe('behind');
    expect(stageOf('Jusqu’à quand un perdant peut-il attaquer un marché signé ?')).toBe('behind');
    expect(stageOf('Jusqu’à quand un perdant peut-il attaquer avant la signature ?')).toBe('ahead');
    const of = (id: string) => fiches.find((fiche) => fiche.id === id) as never as Judged['fiche'];
    const [before, after] = [of('delai-standstill'), of('recours-contre-attribution')];
    const place = (fiche: Judged['fiche'], id: string) => fiche.questions.findIndex((one) => one.id === id);
    const told = place(before, 'perdant-peut-attaquer');
    const found = [
      { ...judged(told), fiche: before, confidence: 0.8 },
      { ...judged(place(after, 'delai-apres-signature')), fiche: after },
    ];
    const [first] = rank({
      text: 'et une fois que c’est signé ?',
      question: 'un perdant peut attaquer jusqu’à quand, avant la signature ?',
      topic: before,
      told,
      readings: { alone: [], joined: found, told: found },
    });
    expect(first?.fiche.id).toBe(after.id);
  });

  it('sees where each question stands beside the one that was told', () => {
    const { seen } = likeliest('et quand ?', 1);
    for (const { judged: one, seen: of } of seen) expect(of['where told'] ?? 0).toBe(Number(one.question === 1));
    expect(seen.length).toBe(topic.questions.length);
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
