/** n sentences as sums of word rows, row after row, and what stands on the other side of each pair. */
export interface PairBatch {
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Pairs of one group (a fiche, a concept, a theme) are never each other's negatives. */
  readonly groups: readonly number[];
  readonly dimensions: number;
}

export interface Contrast {
  /** Mean over pairs and both directions, in nats. */
  readonly loss: number;
  /** Slope of the loss with respect to each sum. */
  readonly leftSlope: Float64Array;
  readonly rightSlope: Float64Array;
}

/**
 * InfoNCE with in-batch negatives, both ways (van den Oord et al. 2018, arXiv:1807.03748; the symmetric form of
 * CLIP, arXiv:2103.00020): each left must tell its right from those of the other groups by cosine / temperature,
 * and each right its left.
 */
export function contrast({ left, right, groups, dimensions }: PairBatch, temperature: number): Contrast {
  const n = groups.length;
  const u = normalised(left, dimensions);
  const v = normalised(right, dimensions);
  const logits = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const masked = i !== j && groups[i] === groups[j];
      logits[i * n + j] = masked ? Number.NEGATIVE_INFINITY : dot(u.unit, i, v.unit, j, dimensions) / temperature;
    }
  const forth = softmax(logits, n, n, 1);
  const back = softmax(logits, n, 1, n);
  const slopes = new Float64Array(n * n);
  for (let i = 0; i < n * n; i++) slopes[i] = ((forth.shares[i] ?? 0) + (back.shares[i] ?? 0)) / (2 * n * temperature);
  for (let i = 0; i < n; i++) slopes[i * n + i] = (slopes[i * n + i] ?? 0) - 1 / (n * temperature);

  const leftSlope = new Float64Array(left.length);
  const rightSlope = new Float64Array(right.length);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const slope = slopes[i * n + j] ?? 0;
      if (slope === 0) continue;
      for (let k = 0, a = i * dimensions, b = j * dimensions; k < dimensions; k++, a++, b++) {
        leftSlope[a] = (leftSlope[a] ?? 0) + slope * (v.unit[b] ?? 0);
        rightSlope[b] = (rightSlope[b] ?? 0) + slope * (u.unit[a] ?? 0);
      }
    }
  throughNormalisation(leftSlope, u, dimensions);
  throughNormalisation(rightSlope, v, dimensions);
  return { loss: (forth.loss + back.loss) / (2 * n), leftSlope, rightSlope };
}

interface Units {
  readonly unit: Float64Array;
  /** Length of each sum before. */
  readonly lengths: Float64Array;
}

function normalised(sums: Float64Array, dimensions: number): Units {
  const unit = Float64Array.from(sums);
  const lengths = new Float64Array(sums.length / dimensions);
  for (let i = 0; i < lengths.length; i++) {
    const length = Math.sqrt(dot(sums, i, sums, i, dimensions));
    lengths[i] = length;
    if (length === 0) continue;
    for (let k = i * dimensions; k < (i + 1) * dimensions; k++) unit[k] = (unit[k] ?? 0) / length;
  }
  return { unit, lengths };
}

/** Turns slopes on unit vectors into slopes on their sums: what lies along the vector falls away, the rest is / length. */
function throughNormalisation(slope: Float64Array, { unit, lengths }: Units, dimensions: number): void {
  for (const [i, length] of lengths.entries()) {
    const along = dot(slope, i, unit, i, dimensions);
    for (let k = i * dimensions; k < (i + 1) * dimensions; k++)
      slope[k] = length === 0 ? 0 : ((slope[k] ?? 0) - along * (unit[k] ?? 0)) / length;
  }
}

/** Shares of each line (`step` between its cells, `lineStep` between lines), and the sum of -ln of the diagonal. */
function softmax(logits: Float64Array, n: number, lineStep: number, step: number) {
  const shares = new Float64Array(n * n);
  let loss = 0;
  for (let line = 0; line < n; line++) {
    const cell = (k: number) => line * lineStep + k * step;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < n; k++) most = Math.max(most, logits[cell(k)] ?? 0);
    let total = 0;
    for (let k = 0; k < n; k++) {
      const share = Math.exp((logits[cell(k)] ?? 0) - most);
      shares[cell(k)] = share;
      total += share;
    }
    for (let k = 0; k < n; k++) shares[cell(k)] = (shares[cell(k)] ?? 0) / total;
    loss += Math.log(total) + most - (logits[cell(line)] ?? 0);
  }
  return { shares, loss };
}

function dot(a: Float64Array, i: number, b: Float64Array, j: number, dimensions: number): number {
  let sum = 0;
  for (let k = 0, p = i * dimensions, q = j * dimensions; k < dimensions; k++, p++, q++)
    sum += (a[p] ?? 0) * (b[q] ?? 0);
  return sum;
}
