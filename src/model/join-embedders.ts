import { fileURLToPath } from 'node:url';
import { type LocalEmbedder, loadLocalEmbedder } from './local-embedder.ts';

const weights = (name: string): string => fileURLToPath(new URL(`weights/${name}`, import.meta.url));

/** How much of the joined cosine is the second embedder's: held-back ways of asking and golden questions, docs/decisions/0003-search.md. */
const SECOND_SHARE = 2 / 3;

/** The embedder that is served: `weights/README.md`. @throws when weights are missing or damaged */
export function loadServedEmbedder(): LocalEmbedder {
  return joinEmbedders(loadLocalEmbedder(weights('npm128w')), loadLocalEmbedder(weights('truchement128')));
}

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
  return {
    fingerprint: `${general.fingerprint}+${tuned.fingerprint}`,
    dimensions,
    knows: (word) => general.knows(word) || tuned.knows(word),
    wordVector: (word) => join(general.wordVector(word), tuned.wordVector(word)),
    embed: async (texts) => {
      const [ones, others] = await Promise.all([general.embed(texts), tuned.embed(texts)]);
      return ones.map((one, i) => join(one, others[i] ?? new Float32Array(tuned.dimensions)));
    },
  };
}
