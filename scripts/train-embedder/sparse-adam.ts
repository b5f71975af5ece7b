export interface AdamSettings {
  readonly rate: number;
  /** Share of a touched row's shift that is taken back at each step, times the rate: pulls to the given weights. */
  readonly pullBack: number;
}

/** Shifts from the given rows, moved only where a batch touched them. */
export interface ShiftTable {
  readonly shifts: Float32Array;
  /** Adds to the slope of a row; the row counts as touched. */
  addSlope(row: number, slope: Float64Array, from: number, times: number): void;
  /** One step over the touched rows, which are then forgotten. */
  step(settings: AdamSettings): void;
}

const FIRST = 0.9;
const SECOND = 0.999;
const EPSILON = 1e-8;

/**
 * Adam (Kingma & Ba 2014, arXiv:1412.6980) in its lazy form: moments and step counts of rows that no batch touched
 * stand still. The pull-back is decoupled from the slope (Loshchilov & Hutter 2017, arXiv:1711.05101).
 */
export function createShiftTable(count: number, dimensions: number): ShiftTable {
  const shifts = new Float32Array(count * dimensions);
  const slopes = new Float32Array(count * dimensions);
  const first = new Float32Array(count * dimensions);
  const second = new Float32Array(count * dimensions);
  const steps = new Int32Array(count);
  const touched = new Set<number>();
  return {
    shifts,
    addSlope: (row, slope, from, times) => {
      touched.add(row);
      for (let k = 0, at = row * dimensions; k < dimensions; k++, at++)
        slopes[at] = (slopes[at] ?? 0) + times * (slope[from + k] ?? 0);
    },
    step: ({ rate, pullBack }) => {
      for (const row of touched) {
        const t = (steps[row] ?? 0) + 1;
        steps[row] = t;
        const unbias1 = 1 - FIRST ** t;
        const unbias2 = 1 - SECOND ** t;
        for (let at = row * dimensions; at < (row + 1) * dimensions; at++) {
          const slope = slopes[at] ?? 0;
          const m = FIRST * (first[at] ?? 0) + (1 - FIRST) * slope;
          const v = SECOND * (second[at] ?? 0) + (1 - SECOND) * slope * slope;
          first[at] = m;
          second[at] = v;
          slopes[at] = 0;
          const move = m / unbias1 / (Math.sqrt(v / unbias2) + EPSILON);
          shifts[at] = (shifts[at] ?? 0) * (1 - rate * pullBack) - rate * move;
        }
      }
      touched.clear();
    },
  };
}
