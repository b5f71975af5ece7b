import { type Apart, apartFrom, dot, type FicheReading, type Mean, type QuestionReading } from './read-fiche.ts';
import type { Asking } from './read-text.ts';
import type { SharedWords } from './share-words.ts';

/** What sets a question apart from the others of its fiche, held against what was asked. */
export const BESIDE = ['apartThree', 'apartMean', 'apartAnswer', 'wordsOwn', 'wordsTell', 'kindShare'] as const;
export type Beside = Readonly<Record<(typeof BESIDE)[number], number>>;

const NEAREST = 3;
/** No vector stands nearer to the mean than this: a lone question is its own mean. */
const LEAST = 1e-6;

/**
 * @param likes how like what was asked each way of asking of the fiche is
 * @returns for a question of the fiche and its place there, its features
 */
export function holdBeside(
  asked: Pick<Asking, 'kind'> & { readonly vector: Float32Array },
  { means, said }: FicheReading,
  likes: Float32Array,
  shared: SharedWords,
): (question: QuestionReading, place: number) => Beside {
  const fromSaid = apartFrom(means.said, asked.vector);
  const fromAnswer = apartFrom(means.answer, asked.vector);
  return ({ from, to, apart, answer }, place) => {
    const ways = to - from;
    const own = likes.subarray(from, to);
    const nearest = own
      .map((like, way) => cosineApart(means.said, like, fromSaid, said.apart[from + way] ?? apart.mean))
      .sort()
      .subarray(-NEAREST);
    return {
      apartThree: meanOf(nearest),
      apartMean: cosineApart(means.said, meanOf(own), fromSaid, apart.mean),
      apartAnswer: cosineApart(means.answer, dot(asked.vector, answer), fromAnswer, apart.answer),
      wordsOwn: shared.allTelling === 0 ? 0 : Math.max(...shared.telling.subarray(from, to)) / shared.allTelling,
      wordsTell: shared.told[place] ?? 0,
      kindShare: said.asking.slice(from, to).filter(({ kind }) => kind === asked.kind).length / ways,
    };
  };
}

/** Cosine of two vectors once the mean is taken off both. */
function cosineApart({ square }: Mean, like: number, one: Apart, other: Apart): number {
  return (like - one.along - other.along + square) / Math.max(LEAST, one.length * other.length);
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
