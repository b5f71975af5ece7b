import type { Fiche } from '../../corpus/fiche.ts';
import { phrasingsOf } from '../../corpus/phrasings.ts';
import { indexTerms } from '../../french/words.ts';
import type { Embed } from '../../model/embed.ts';
import { kindOf, readText, type TextReading } from './read-text.ts';

/** One way of asking, as it is compared. */
interface Said {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly vector: Float32Array;
  readonly kind: TextReading['kind'];
}

/** What sets a vector apart from those beside it: what it has in common with their mean, and how far it stands from it. */
export interface Apart {
  readonly along: number;
  readonly length: number;
}

export interface QuestionReading {
  readonly ask: TextReading;
  /** `ask` first. */
  readonly said: readonly [Said, ...Said[]];
  /** Of each way of asking, of their mean, and of the answer: among those of the fiche. */
  readonly apart: { readonly said: readonly Apart[]; readonly mean: Apart; readonly answer: Apart };
  /** Of each term, in how many of the ways of asking. */
  readonly counts: ReadonlyMap<string, number>;
  readonly answer: Pick<Said, 'terms' | 'vector'>;
  readonly notThis: readonly Float32Array[];
  readonly about: ReadonlyMap<string, readonly string[]>;
  /** Every term of the question: as it is asked and as it is answered. */
  readonly terms: ReadonlySet<string>;
}

export interface Mean {
  readonly vector: Float32Array;
  readonly square: number;
}

export interface FicheReading {
  readonly questions: readonly QuestionReading[];
  /** Of the ways of asking, each question counting alike; of the answers. */
  readonly means: { readonly said: Mean; readonly answer: Mean };
  /** Of each term, in what share of the ways of asking of a question, on average. */
  readonly usual: ReadonlyMap<string, number>;
  /** Of each term, how rare it is among the questions: high for what tells one from the others. */
  readonly rarity: ReadonlyMap<string, number>;
}

/** The questions of a fiche, read once when the fiche is first among those found. */
export async function readFiche(fiche: Fiche, embed: Embed): Promise<FicheReading> {
  const phrasings = phrasingsOf(fiche);
  const answers = fiche.questions.map(({ answer }) => `${fiche.title} ${answer.service}`);
  const denied = fiche.questions.flatMap(({ not_this }) => not_this);
  const vectors = await embed.embed([...phrasings.map(({ text }) => text), ...answers, ...denied]);
  const vectorAt = (place: number) => vectors[place] ?? new Float32Array(embed.dimensions);
  let deniedAt = phrasings.length + answers.length;
  const readings = fiche.questions.map((question, position) => {
    const [first, ...others] = phrasings.flatMap((phrasing, place): readonly Said[] =>
      phrasing.question === position
        ? [
            {
              text: phrasing.text,
              terms: new Set(indexTerms(phrasing.text)),
              kind: kindOf(phrasing.text),
              vector: vectorAt(place),
            },
          ]
        : [],
    );
    const answer = {
      terms: new Set(indexTerms(`${question.answer.service} ${question.answer.achat}`)),
      vector: vectorAt(phrasings.length + position),
    };
    const ask = readText(question.ask);
    const said: readonly [Said, ...Said[]] = [
      first ?? { text: question.ask, terms: ask.terms, kind: ask.kind, vector: answer.vector },
      ...others,
    ];
    return {
      ask,
      said,
      answer,
      notThis: question.not_this.map(() => vectorAt(deniedAt++)),
      about: new Map(
        Object.entries(question.about ?? {}).flatMap(([facet, values]) =>
          values === undefined ? [] : [[facet, values]],
        ),
      ),
      terms: new Set([...said.flatMap(({ terms }) => [...terms]), ...answer.terms]),
      counts: countsOf(said),
      mean: meanOf(said.map(({ vector }) => vector)),
    };
  });
  const means = {
    said: squared(meanOf(readings.map(({ mean }) => mean))),
    answer: squared(meanOf(readings.map(({ answer }) => answer.vector))),
  };
  const questions = readings.map(
    ({ mean, ...reading }): QuestionReading => ({
      ...reading,
      apart: {
        said: reading.said.map(({ vector }) => apartFrom(means.said, vector)),
        mean: apartFrom(means.said, mean),
        answer: apartFrom(means.answer, reading.answer.vector),
      },
    }),
  );
  return { questions, means, ...spread(questions) };
}

function countsOf(said: readonly Said[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of said) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** How usual each term is in the questions of a fiche, and how rare among them: ln(1 + (N - n + 0.5) / (n + 0.5)). */
function spread(questions: readonly QuestionReading[]): Pick<FicheReading, 'usual' | 'rarity'> {
  const usual = new Map<string, number>();
  const holding = new Map<string, number>();
  for (const { counts, said } of questions)
    for (const [term, count] of counts) {
      usual.set(term, (usual.get(term) ?? 0) + count / said.length / questions.length);
      holding.set(term, (holding.get(term) ?? 0) + 1);
    }
  const rarityOf = (count: number) => Math.log(1 + (questions.length - count + 0.5) / (count + 0.5));
  return { usual, rarity: new Map([...holding].map(([term, count]) => [term, rarityOf(count)])) };
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
