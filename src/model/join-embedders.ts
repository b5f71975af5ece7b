import { fileURLToPath } from 'node:url';
import { words } from '../french/words.ts';
import { createLatest } from '../latest.ts';
import { type LocalEmbedder, loadLocalEmbedder } from './local-embedder.ts';

const weights = (name: string): string => fileURLToPath(new URL(`weights/${name}`, import.meta.url));

/** How much of the joined cosine is the second embedder's: held-back ways of asking and golden questions, docs/decisions/0003-search.md. */
const SECOND_SHARE = 2 / 3;

/** Both embedders stand on it: eight megabytes read once. */
let general: LocalEmbedder | undefined;
function loadGeneral(): LocalEmbedder {
  general ??= loadLocalEmbedder(weights('npm128w'));
  return general;
}

/** The embedder that is served: `weights/README.md`. @throws when weights are missing or damaged */
export function loadServedEmbedder(): LocalEmbedder {
  return joinEmbedders(loadGeneral(), loadLocalEmbedder(weights('truchement128')));
}

/** The embedder by which questions are told apart, the nearest neighbours above all: `weights/README.md`. */
export function loadQuestionEmbedder(tuned = loadQuestionRows()): LocalEmbedder {
  return joinEmbedders(loadGeneral(), tuned);
}

/** The rows alone, and what all ways of asking each question say together, under its name in place of a word. */
export const loadQuestionRows = (): LocalEmbedder => loadLocalEmbedder(weights('questions256'));
export const loadQuestionMeans = (): LocalEmbedder => loadLocalEmbedder(weights('means256'));

/**
 * Two static embedders side by side: the vector of a text is both of theirs, and a cosine the weighed mean of their two.
 * Rows that learnt a subject forget some of the French they came from: beside the rows they were made of, neither is lost.
 */
function joinEmbedders(general: LocalEmbedder, tuned: LocalEmbedder): LocalEmbedder {
  const dimensions = general.dimensions + tuned.dimensions;
  const shares = [Math.sqrt(1 - SECOND_SHARE), Math.sqrt(SECOND_SHARE)] as const;
  const join = (one: Float32Array, other: Float32Array): Float32Array => {
    const joined = new Float32Array(dimensions);
    for (let i = 0; i < one.length; i++) joined[i] = shares[0] * (one[i] ?? 0);
    for (let i = 0; i < other.length; i++) joined[one.length + i] = shares[1] * (other[i] ?? 0);
    return joined;
  };
  const vectorOf = (own: readonly string[]): Float32Array => join(general.vectorOf(own), tuned.vectorOf(own));
  // What was asked is held against titles, ways of asking and passages, one after another.
  const lately = createLatest<Float32Array>(8);
  return {
    fingerprint: `${general.fingerprint}+${tuned.fingerprint}`,
    dimensions,
    knows: (word) => general.knows(word) || tuned.knows(word),
    wordVector: (word) => join(general.wordVector(word), tuned.wordVector(word)),
    vectorOf,
    embed: (texts) =>
      Promise.resolve(
        texts.map((text) => {
          const vector = lately.get(text) ?? vectorOf(words(text));
          lately.set(text, vector);
          return vector;
        }),
      ),
  };
}
