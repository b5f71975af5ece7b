import type { Fiche } from '../../corpus/fiche.ts';
import { phrasingsOf } from '../../corpus/phrasings.ts';
import { indexTerms } from '../../french/words.ts';
import type { Embed } from '../../model/embed.ts';
import { type Rows, rowsOf } from '../exact-search.ts';
import { type Asking, askingOf, readText, type TextReading } from './read-text.ts';

/** What sets a vector apart from those beside it: what it has in common with their mean, and how far it stands from it. */
export interface Apart {
  readonly along: number;
  readonly length: number;
}

export interface QuestionReading {
  readonly ask: TextReading;
  /** Its ways of asking among those of the fiche, `ask` first: from the one up to the other. */
  readonly from: number;
  readonly to: number;
  readonly answer: Float32Array;
  /** Of the mean of its ways of asking, and of its answer: among those of the fiche. */
  readonly apart: { readonly mean: Apart; readonly answer: Apart };
  readonly notThis: readonly Float32Array[];
  readonly about: ReadonlyMap<string, readonly string[]>;
}

/** Every way of asking of a fiche, question after question. */
interface SaidReading {
  readonly vectors: Rows;
  readonly apart: readonly Apart[];
  readonly asking: readonly Asking[];
  /** How many words each has, and the sum of how rare they are in the corpus. */
  readonly lengths: Uint16Array;
  readonly rarities: Float64Array;
}

export interface Mean {
  readonly vector: Float32Array;
  readonly square: number;
}

/** One word of a fiche. */
interface TermReading {
  /** The ways of asking that have it, rising; then, past the last of those, the answers. */
  readonly places: readonly number[];
  /** In what share of the ways of asking of a question it is, on average. */
  readonly usual: number;
  /** How rare it is among the questions: high for what tells one from the others; 0 where it is in answers alone. */
  readonly rarity: number;
}

export interface FicheReading {
  readonly title: TextReading;
  readonly questions: readonly QuestionReading[];
  readonly said: SaidReading;
  /** Of the ways of asking, each question counting alike; of the answers. */
  readonly means: { readonly said: Mean; readonly answer: Mean };
  readonly terms: ReadonlyMap<string, TermReading>;
  /** Of each way of asking, then of each answer: the question that it belongs to. */
  readonly questionOf: Uint16Array;
}

/**
 * The questions of a fiche, read once when the fiche is first among those found: laid out so that words asked are held against
 * all of them in one walk.
 * @param rarityOf how rare a word is in the corpus
 */
export async function readFiche(fiche: Fiche, embed: Embed, rarityOf: (term: string) => number): Promise<FicheReading> {
  const phrasings = phrasingsOf(fiche);
  const answers = fiche.questions.map(({ answer }) => `${fiche.title} ${answer.service}`);
  const denied = fiche.questions.flatMap(({ not_this }) => not_this);
  const vectors = await embed.embed([...phrasings.map(({ text }) => text), ...answers, ...denied]);
  const [said, answered, others] = [
    vectors.slice(0, phrasings.length),
    vectors.slice(phrasings.length, phrasings.length + answers.length),
    vectors.slice(phrasings.length + answers.length),
  ];
  const starts = fiche.questions.map((_, position) => phrasings.findIndex(({ question }) => question === position));
  const rangeOf = (position: number) => [starts[position] ?? 0, starts[position + 1] ?? phrasings.length] as const;
  const saidMeans = fiche.questions.map((_, position) => meanOf(said.slice(...rangeOf(position))));
  const means = { said: squared(meanOf(saidMeans)), answer: squared(meanOf(answered)) };
  const left = others.values();
  const questions = fiche.questions.map(({ ask, not_this, about }, position): QuestionReading => {
    const [from, to] = rangeOf(position);
    const answer = answered[position] ?? new Float32Array(embed.dimensions);
    return {
      ask: readText(ask),
      from,
      to,
      answer,
      apart: {
        mean: apartFrom(means.said, saidMeans[position] ?? means.said.vector),
        answer: apartFrom(means.answer, answer),
      },
      notThis: not_this.flatMap(() => left.next().value ?? []),
      about: new Map(
        Object.entries(about ?? {}).flatMap(([facet, values]) => (values === undefined ? [] : [[facet, values]])),
      ),
    };
  });
  const terms = [
    ...phrasings.map(({ text }) => new Set(indexTerms(text))),
    ...fiche.questions.map(({ answer }) => new Set(indexTerms(`${answer.service} ${answer.achat}`))),
  ];
  const own = terms.slice(0, phrasings.length);
  return {
    title: readText(fiche.title),
    questions,
    said: {
      vectors: rowsOf(said, embed.dimensions),
      apart: said.map((vector) => apartFrom(means.said, vector)),
      asking: phrasings.map(({ text }) => askingOf(text)),
      lengths: Uint16Array.from(own, ({ size }) => size),
      rarities: Float64Array.from(own, (words) => [...words].reduce((sum, term) => sum + rarityOf(term), 0)),
    },
    means,
    terms: readTerms(terms, questions),
    questionOf: Uint16Array.from([...phrasings.map(({ question }) => question), ...questions.keys()]),
  };
}

/** Where each word is; how usual it is in the questions, and how rare among them: ln(1 + (N - n + 0.5) / (n + 0.5)). */
function readTerms(
  texts: readonly ReadonlySet<string>[],
  questions: readonly QuestionReading[],
): ReadonlyMap<string, TermReading> {
  const places = new Map<string, number[]>();
  for (const [place, terms] of texts.entries())
    for (const term of terms) {
      const known = places.get(term);
      if (known === undefined) places.set(term, [place]);
      else known.push(place);
    }
  return new Map(
    [...places].map(([term, held]): [string, TermReading] => {
      const shares = questions
        .map(({ from, to }) => held.filter((place) => place >= from && place < to).length / (to - from))
        .filter((share) => share > 0);
      const usual = shares.reduce((sum, share) => sum + share / questions.length, 0);
      const rarity = Math.log(1 + (questions.length - shares.length + 0.5) / (shares.length + 0.5));
      return [term, { places: held, usual, rarity: shares.length === 0 ? 0 : rarity }];
    }),
  );
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / vectors.length;
  return mean;
}

function squared(vector: Float32Array): Mean {
  return { vector, square: dot(vector, vector) };
}

/** What remains of a vector once the mean of those beside it is taken off, by what the cosine of two such needs. */
export function apartFrom({ vector: mean }: Mean, vector: Float32Array): Apart {
  let along = 0;
  let square = 0;
  for (let i = 0; i < mean.length; i++) {
    const own = vector[i] ?? 0;
    const common = mean[i] ?? 0;
    along += own * common;
    square += (own - common) ** 2;
  }
  return { along, length: Math.sqrt(square) };
}

export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
