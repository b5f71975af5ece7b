import type { Fiche } from '../../corpus/fiche.ts';
import { phrasingsOf } from '../../corpus/phrasings.ts';
import { words } from '../../french/words.ts';
import type { LocalEmbedder } from '../../model/local-embedder.ts';
import { multiplyRows, rowsOf } from '../exact-search.ts';

/** How near what was asked is to what all ways of asking a question say together, for every question of the corpus. */
export interface QuestionMeans {
  near(text: string): Near;
}

interface Near {
  /** Cosine with a question, by its fiche and its position there. */
  of(fiche: string, question: number): number;
  /** By how much it leads the nearest of all others. */
  lead(fiche: string, question: number): number;
  /** The fiches of the nearest questions, the nearest first. */
  readonly fiches: readonly string[];
}

/** The name under which the mean of a question is written. */
export const meanKey = (fiche: string, question: string): string => `${fiche} ${question}`;

/** So many of the nearest questions bring their fiche. */
const NEAREST = 4;

/**
 * @param rows by which questions are told apart
 * @param learnt the means as learnt, one a `meanKey`; a question that it lacks (a new fiche) is the mean of its own ways of asking
 */
export function createQuestionMeans(
  fiches: readonly Fiche[],
  rows: LocalEmbedder,
  learnt?: Pick<LocalEmbedder, 'knows' | 'vectorOf'>,
): QuestionMeans {
  const owners: string[] = [];
  const means: Float32Array[] = [];
  const starts = new Map<string, number>();
  for (const fiche of fiches) {
    starts.set(fiche.id, owners.length);
    const ways = phrasingsOf(fiche);
    for (const [place, { id }] of fiche.questions.entries()) {
      const key = meanKey(fiche.id, id);
      const own = () => ways.filter(({ question }) => question === place).map(({ text }) => rows.vectorOf(words(text)));
      owners.push(fiche.id);
      means.push(learnt?.knows(key) === true ? learnt.vectorOf([key]) : unit(sumOf(own(), rows.dimensions)));
    }
  }
  const all = rowsOf(means, rows.dimensions);
  return {
    near: (text) => {
      const cosines = multiplyRows(all, rows.vectorOf(words(text)));
      const best = nearest(cosines, NEAREST);
      const placeOf = (fiche: string, question: number) => (starts.get(fiche) ?? 0) + question;
      const of = (place: number) => cosines[place] ?? 0;
      return {
        of: (fiche, question) => of(placeOf(fiche, question)),
        lead: (fiche, question) => {
          const place = placeOf(fiche, question);
          return of(place) - of((best[0] === place ? best[1] : best[0]) ?? place);
        },
        fiches: [...new Set(best.map((place) => owners[place] ?? ''))],
      };
    },
  };
}

function nearest(values: Float32Array, count: number): readonly number[] {
  const best: number[] = [];
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 0;
    if (best.length === count && value <= (values[best[count - 1] ?? 0] ?? 0)) continue;
    const before = best.findIndex((one) => (values[one] ?? 0) < value);
    best.splice(before < 0 ? best.length : before, 0, place);
    best.length = Math.min(best.length, count);
  }
  return best;
}

function sumOf(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const vector of vectors) for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((x) => x / length);
}
