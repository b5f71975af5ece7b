import type { Result } from '../result.ts';
import type { ModelFault } from './complete.ts';

/** Texts in, one unit-length vector each out, in order. Rejects when the backing service fails. */
export interface Embed {
  /** Names model and weights: a change makes the stored index stale. */
  readonly fingerprint: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Embeddings of an endpoint, as it gives them: any length, one a text, in order. Never rejects. */
export type EmbedTexts = (
  texts: readonly string[],
  patience: {
    /** Milliseconds of one request. */
    readonly timeoutMs: number;
    /** In all, the first included. */
    readonly attempts: number;
  },
) => Promise<Result<readonly (readonly number[])[], ModelFault>>;

/** A vector of unit length: the index compares by inner product. A vector of zeros stays one. */
export function unitVector(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector);
  return Float32Array.from(vector, (x) => (length === 0 ? 0 : x / length));
}
