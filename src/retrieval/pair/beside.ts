import { type Apart, apartFrom, dot, type FicheReading, type Mean, type QuestionReading } from './read-fiche.ts';
import type { TextReading } from './read-text.ts';

/** What sets a question apart from the others of its fiche, held against what was asked. */
export const BESIDE = ['apartThree', 'apartMean', 'apartAnswer', 'wordsOwn', 'wordsTell', 'kindShare'] as const;
export type Beside = Readonly<Record<(typeof BESIDE)[number], number>>;

const NEAREST = 3;
/** No vector stands nearer to the mean than this: a lone question is its own mean. */
const LEAST = 1e-6;

/** @returns for a question of the fiche, and how like what was asked each of its ways of asking is, its features */
export function holdBeside(
  asked: Pick<TextReading, 'terms' | 'kind'> & { readonly vector: Float32Array },
  { means, usual, rarity }: FicheReading,
): (question: QuestionReading, likes: readonly number[]) => Beside {
  const own = [...asked.terms].flatMap((term) => {
    const rare = rarity.get(term);
    return rare === undefined ? [] : [{ term, rare, usual: usual.get(term) ?? 1 }];
  });
  const total = own.reduce((sum, { rare }) => sum + rare, 0);
  const fromSaid = apartFrom(means.said, asked.vector);
  const fromAnswer = apartFrom(means.answer, asked.vector);
  return ({ said, apart, counts, answer }, likes) => {
    const nearest = apart.said
      .map((one, place) => cosineApart(means.said, likes[place] ?? 0, fromSaid, one))
      .sort((a, b) => b - a)
      .slice(0, NEAREST);
    const held = said.map(({ terms }) => own.reduce((sum, { term, rare }) => sum + (terms.has(term) ? rare : 0), 0));
    return {
      apartThree: meanOf(nearest),
      apartMean: cosineApart(means.said, meanOf(likes), fromSaid, apart.mean),
      apartAnswer: cosineApart(means.answer, dot(asked.vector, answer.vector), fromAnswer, apart.answer),
      wordsOwn: total === 0 ? 0 : Math.max(...held) / total,
      // Naive Bayes among the questions, each word smoothed by how usual it is in the fiche.
      wordsTell: own.reduce(
        (sum, one) => sum + Math.log(((counts.get(one.term) ?? 0) + one.usual) / (said.length + 1) / one.usual),
        0,
      ),
      kindShare: said.filter(({ kind }) => kind === asked.kind).length / said.length,
    };
  };
}

/** Cosine of two vectors once the mean is taken off both. */
function cosineApart({ square }: Mean, like: number, one: Apart, other: Apart): number {
  return (like - one.along - other.along + square) / Math.max(LEAST, one.length * other.length);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
