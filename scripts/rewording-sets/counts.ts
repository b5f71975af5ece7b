/** Things said, things wanted, and the pairs of them that agree. */
export interface Counts {
  readonly right: number;
  readonly said: number;
  readonly wanted: number;
}

export const sum = (list: readonly Counts[]): Counts =>
  list.reduce((a, b) => ({ right: a.right + b.right, said: a.said + b.said, wanted: a.wanted + b.wanted }), {
    right: 0,
    said: 0,
    wanted: 0,
  });

/** Precision, recall and their harmonic mean, 0 to 1; nothing said and nothing wanted is perfect. */
export function f1({ right, said, wanted }: Counts): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const precision = said === 0 ? 1 : right / said;
  const recall = wanted === 0 ? 1 : right / wanted;
  return { precision, recall, f1: said + wanted === 0 ? 1 : (2 * right) / (said + wanted) };
}

/** Two lists of codes, each code once. */
export function countCodes(said: Iterable<string>, wanted: Iterable<string>): Counts {
  const [a, b] = [new Set(said), new Set(wanted)];
  return { right: [...a].filter((code) => b.has(code)).length, said: a.size, wanted: b.size };
}
