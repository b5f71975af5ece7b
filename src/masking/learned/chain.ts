import { LABEL_COUNT, mayFollow, OUTSIDE } from './labels.ts';

/** Scores of a text: word × label, row after row, and label → label. */
export interface Chain {
  readonly length: number;
  readonly scores: Float64Array;
  readonly steps: Float64Array;
}

export interface Probabilities {
  /** Word × label: how likely the word has it. */
  readonly labels: Float64Array;
  /** How likely a word has a label and the word before it another; of the first word, from `OUTSIDE` alone. */
  readonly pair: (at: number, before: number, label: number) => number;
}

const L = LABEL_COUNT;
const NEVER = -1e9;
/** For each label, those that may stand before it. */
const BEFORE = Array.from({ length: L }, (_, label) =>
  Array.from({ length: L }, (__, before) => before).filter((before) => mayFollow(label, before)),
);

/** Step scores with what cannot follow shut. */
export const shutSteps = (steps: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: L * L }, (_, at) => (mayFollow(at % L, Math.floor(at / L)) ? (steps[at] ?? 0) : NEVER));

/** How likely each label is at each word, whatever the others are (forward-backward, scaled). Linear in the words. */
export function readProbabilities({ length, scores, steps }: Chain): Probabilities {
  const step = steps.map(Math.exp);
  const word = powersOf(scores, length);
  const forward = new Float64Array(length * L);
  const backward = new Float64Array(length * L).fill(1);
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let label = 0; label < L; label++) {
      let ways = at === 0 ? (step[OUTSIDE * L + label] ?? 0) : 0;
      for (const before of at > 0 ? (BEFORE[label] ?? []) : [])
        ways += (forward[(at - 1) * L + before] ?? 0) * (step[before * L + label] ?? 0);
      ways *= word[at * L + label] ?? 0;
      forward[at * L + label] = ways;
      sum += ways;
    }
    scale(forward, at, sum);
  }
  for (let at = length - 2; at >= 0; at--) {
    let sum = 0;
    for (let label = 0; label < L; label++) {
      let ways = 0;
      for (let after = 0; after < L; after++) {
        const next = (at + 1) * L + after;
        ways += (backward[next] ?? 0) * (word[next] ?? 0) * (step[label * L + after] ?? 0);
      }
      backward[at * L + label] = ways;
      sum += ways;
    }
    scale(backward, at, sum);
  }
  const labels = new Float64Array(length * L);
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let row = at * L; row < (at + 1) * L; row++) {
      labels[row] = (forward[row] ?? 0) * (backward[row] ?? 0);
      sum += labels[row] ?? 0;
    }
    scale(labels, at, sum);
  }
  const way = (at: number, before: number, label: number): number =>
    (forward[(at - 1) * L + before] ?? 0) *
    (step[before * L + label] ?? 0) *
    (word[at * L + label] ?? 0) *
    (backward[at * L + label] ?? 0);
  const sums = new Float64Array(length);
  const pair = (at: number, before: number, label: number): number => {
    if (at === 0) return before === OUTSIDE ? (labels[label] ?? 0) : 0;
    if (sums[at] === 0) {
      let sum = 0;
      for (let one = 0; one < L; one++) for (let other = 0; other < L; other++) sum += way(at, one, other);
      sums[at] = sum;
    }
    return way(at, before, label) / (sums[at] ?? 1);
  };
  return { labels, pair };
}

/** e to the power of each score, less the greatest of its word: none overflows. */
function powersOf(scores: Float64Array, length: number): Float64Array {
  const powers = new Float64Array(length * L);
  for (let at = 0; at < length; at++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let row = at * L; row < (at + 1) * L; row++) top = Math.max(top, scores[row] ?? 0);
    for (let row = at * L; row < (at + 1) * L; row++) powers[row] = Math.exp((scores[row] ?? 0) - top);
  }
  return powers;
}

function scale(rows: Float64Array, at: number, sum: number): void {
  if (sum === 0) return;
  for (let row = at * L; row < (at + 1) * L; row++) rows[row] = (rows[row] ?? 0) / sum;
}

/** The likeliest labels of the whole text (Viterbi). Linear in the words. */
export function readBest({ length, scores, steps }: Chain): Uint8Array {
  const best = new Float64Array(length * L);
  const from = new Uint8Array(length * L);
  for (let at = 0; at < length; at++)
    for (let label = 0; label < L; label++) {
      let top = Number.NEGATIVE_INFINITY;
      for (const before of BEFORE[label] ?? []) {
        const led = at === 0 ? (before === OUTSIDE ? 0 : NEVER) : (best[(at - 1) * L + before] ?? NEVER);
        const way = led + (steps[before * L + label] ?? NEVER);
        if (way <= top) continue;
        top = way;
        from[at * L + label] = before;
      }
      best[at * L + label] = top + (scores[at * L + label] ?? 0);
    }
  const labels = new Uint8Array(length);
  let label = 0;
  for (let at = length - 1; at >= 0; at--) {
    if (at === length - 1)
      for (let other = 1; other < L; other++)
        if ((best[at * L + other] ?? NEVER) > (best[at * L + label] ?? NEVER)) label = other;
    labels[at] = label;
    label = from[at * L + label] ?? OUTSIDE;
  }
  return labels;
}
