/** Texts in, one unit-length vector each out, in order. Rejects when the backing service fails. */
export interface Embed {
  /** Names model and weights: a change makes the stored index stale. */
  readonly fingerprint: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
