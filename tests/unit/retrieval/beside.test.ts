import { describe, expect, it } from 'vitest';
import { fitNet } from '../../../scripts/fit-pair/net.ts';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import type { Question } from '../../../src/corpus/question.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { multiplyRows } from '../../../src/retrieval/exact-search.ts';
import { holdBeside } from '../../../src/retrieval/pair/beside.ts';
import { FEATURES, placeOf } from '../../../src/retrieval/pair/features.ts';
import { speak } from '../../../src/retrieval/pair/model.ts';
import { readFiche } from '../../../src/retrieval/pair/read-fiche.ts';
import { readText } from '../../../src/retrieval/pair/read-text.ts';
import { shareWords } from '../../../src/retrieval/pair/share-words.ts';
import { embedder } from '../../fixtures/embedder.ts';

const [model] = readCorpus('tests/fixtures/corpus').corpus.fiches;
const question = (id: string, ask: string, said: readonly string[]): Question => ({
  id,
  ask,
  said: [...said],
  answer: { service: ask, achat: ask },
  verdict: 'valeur',
  cases: [],
  turned: [],
  articles: [],
  not_this: [],
});

/** What sets each question of a fiche apart, for one text. */
async function beside(text: string, questions: readonly Question[]) {
  if (model === undefined) throw new Error('the fixture corpus is empty');
  const fiche: Fiche = { ...model, questions };
  const reading = await readFiche(fiche, embedder, () => 1);
  const [vector = new Float32Array(0)] = await embedder.embed([text]);
  const asked = readText(text);
  const shared = shareWords(
    [...asked.terms].map((term) => ({ term, rarity: 1, isKnown: true })),
    reading,
  );
  const likes = multiplyRows(reading.said.vectors, vector);
  return reading.questions.map(holdBeside({ ...asked, vector }, reading, likes, shared));
}

describe('what sets a question apart from the others of its fiche', () => {
  const questions = [
    question('amount', 'Quel est le montant de la garantie ?', ['la garantie, combien ?', 'combien de garantie']),
    question('return', 'Quand rendre la garantie ?', ['la garantie, on la rend quand ?']),
  ];

  it('is in the words that the others do not have; what all have tells nothing', async () => {
    const [amount, back] = await beside('rendre la garantie', questions);
    expect(back?.wordsOwn).toBeGreaterThan(amount?.wordsOwn ?? 1);
    expect(back?.wordsTell).toBeGreaterThan(amount?.wordsTell ?? 1);
    const [one, other] = await beside('garantie', questions);
    expect(one?.wordsOwn).toBe(other?.wordsOwn);
  });

  it('is in what its ways of asking mean once what they have in common is taken off', async () => {
    const [amount, back] = await beside('quelle somme pour la garantie', questions);
    expect(amount?.apartMean).toBeGreaterThan(back?.apartMean ?? 1);
    expect(amount?.apartThree).toBeGreaterThan(back?.apartThree ?? 1);
    expect(amount?.apartMean).toBeCloseTo(-(back?.apartMean ?? 0), 3);
  });

  it('is in what is asked for, by the share of its ways of asking that ask for it', async () => {
    const [amount, back] = await beside('c’est combien', questions);
    expect([amount?.kindShare, back?.kindShare]).toEqual([2 / 3, 0]);
  });

  it('is nothing where the fiche has one question', async () => {
    const [first] = questions;
    const [only] = await beside('rendre la garantie', first === undefined ? [] : [first]);
    expect(only?.apartMean).toBeCloseTo(0, 1);
  });
});

it('a net learns which of the rows is right, be it by what they share least', () => {
  const row = (like: number, words: number) => {
    const values = new Float32Array(FEATURES.length);
    values[placeOf('likeBest')] = like;
    values[placeOf('wordsBest')] = words;
    return values;
  };
  // Right where both are high, or both are low: no weighed sum tells.
  const contests = Array.from({ length: 2000 }, (_, i) => {
    const right = i % 2;
    const high = i % 4 < 2;
    const [same, apart] = [high ? row(0.9, 0.8) : row(0.1, 0.2), high ? row(0.9, 0.2) : row(0.1, 0.8)];
    return { fiches: [right === 0 ? [same, apart] : [apart, same]], right: [0, right] as const };
  });
  const net = fitNet(contests, ['likeBest', 'wordsBest']);
  expect(speak(net, row(0.9, 0.8))).toBeGreaterThan(speak(net, row(0.9, 0.2)) + 1);
  expect(speak(net, row(0.1, 0.2))).toBeGreaterThan(speak(net, row(0.1, 0.8)) + 1);
});
