import type { WordAtoms } from '../../src/masking/learned/atoms.ts';
import { readProbabilities, shutSteps } from '../../src/masking/learned/chain.ts';
import { LABEL_COUNT, OUTSIDE } from '../../src/masking/learned/labels.ts';
import { PLACES, REACH, type TaggerWeights } from '../../src/masking/learned/weights.ts';
import { type Random, shuffled } from '../random.ts';

export interface Example {
  readonly atoms: readonly WordAtoms[];
  /** One a word. */
  readonly labels: Uint8Array;
}

export interface FitSettings {
  readonly epochs: number;
  readonly rate: number;
  /** How much each score is pulled to nothing at each step it takes part in. */
  readonly pull: number;
  /** An atom at a place is looked at when it stands in so many examples. */
  readonly seldom: number;
  /** Scores below it are left out of what is kept. */
  readonly slight: number;
}

const L = LABEL_COUNT;

/** Fits a linear-chain conditional random field: gradient steps one text at a time (AdaGrad). The same for the same seed. */
export function fitTagger(examples: readonly Example[], settings: FitSettings, random: Random): Learned {
  const { rows, numbers } = numberRows(examples, settings.seldom);
  const encoded = examples.map(({ atoms, labels }) => ({ words: encode(atoms, rows), labels }));
  const weights = new Float32Array(numbers.length * L);
  const slopes = new Float32Array(weights.length).fill(1e-2);
  const steps = new Float64Array(L * L);
  const stepSlopes = new Float64Array(L * L).fill(1e-2);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const { words, labels } of shuffled(encoded, random)) {
      const length = words.length;
      const scores = new Float64Array(length * L);
      for (let at = 0; at < length; at++)
        for (const row of words[at] ?? [])
          for (let label = 0; label < L; label++)
            scores[at * L + label] = (scores[at * L + label] ?? 0) + (weights[row * L + label] ?? 0);
      const shut = shutSteps(steps);
      const { labels: likely, pair } = readProbabilities({ length, scores, steps: shut });
      const slope = new Float64Array(L);
      for (let at = 0; at < length; at++) {
        for (let label = 0; label < L; label++)
          slope[label] = (likely[at * L + label] ?? 0) - (labels[at] === label ? 1 : 0);
        for (const row of words[at] ?? [])
          for (let label = 0; label < L; label++) {
            const place = row * L + label;
            const weight = weights[place] ?? 0;
            const down = (slope[label] ?? 0) + settings.pull * weight;
            const sum = (slopes[place] ?? 0) + down * down;
            slopes[place] = sum;
            weights[place] = weight - (settings.rate * down) / Math.sqrt(sum);
          }
      }
      const downs = new Float64Array(L * L);
      for (let at = 0; at < length; at++)
        for (let label = 0; label < L; label++)
          for (let before = 0; before < L; before++) {
            const step = before * L + label;
            if (at === 0 && before !== OUTSIDE) continue;
            const chance = pair(at, before, label);
            const gold = labels[at] === label && (at === 0 ? OUTSIDE : labels[at - 1]) === before ? 1 : 0;
            downs[step] = (downs[step] ?? 0) + chance - gold;
          }
      for (const [step, down] of downs.entries()) {
        const sum = (stepSlopes[step] ?? 0) + down * down;
        stepSlopes[step] = sum;
        steps[step] = (steps[step] ?? 0) - (settings.rate * down) / Math.sqrt(sum);
      }
    }
  }
  return keep(numbers, weights, Float32Array.from(steps), settings.slight);
}

type Learned = Omit<TaggerWeights, 'told'>;

/** `place` and atom as one key. */
const keyOf = (place: number, atom: string): string => `${place}${atom}`;

function* rowsAt(atoms: readonly WordAtoms[], at: number): Iterable<string> {
  for (let place = 0; place <= 2 * REACH; place++) {
    const seen = atoms[at - REACH + place];
    for (const atom of [...(seen?.word.near ?? []), ...(seen?.near ?? [])]) yield keyOf(place, atom);
  }
  for (const atom of [...(atoms[at]?.word.here ?? []), ...(atoms[at]?.here ?? [])]) yield keyOf(PLACES - 1, atom);
}

function numberRows(examples: readonly Example[], seldom: number) {
  const counts = new Map<string, number>();
  for (const { atoms } of examples) {
    const seen = new Set<string>();
    for (let at = 0; at < atoms.length; at++) for (const key of rowsAt(atoms, at)) seen.add(key);
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const numbers = [...counts].filter(([, count]) => count >= seldom).map(([key]) => key);
  return { numbers, rows: new Map(numbers.map((key, number) => [key, number])) };
}

const encode = (atoms: readonly WordAtoms[], rows: ReadonlyMap<string, number>): readonly Int32Array[] =>
  atoms.map((_, at) =>
    Int32Array.from([...rowsAt(atoms, at)].map((key) => rows.get(key)).filter((row) => row !== undefined)),
  );

/** Gathers the rows of each atom; one without a score worth keeping is left out. */
function keep(keys: readonly string[], weights: Float32Array, steps: Float32Array, slight: number): Learned {
  const byAtom = new Map<string, [place: number, row: number][]>();
  for (const [row, key] of keys.entries()) {
    const told = weights.subarray(row * L, (row + 1) * L).some((score) => Math.abs(score) >= slight);
    if (!told) continue;
    const atom = key.slice(1);
    byAtom.set(atom, [...(byAtom.get(atom) ?? []), [Number(key.charAt(0)), row]]);
  }
  const scores = new Float32Array(byAtom.size * PLACES * L);
  const atoms = new Map<string, number>();
  for (const [atom, rows] of byAtom) {
    const number = atoms.size;
    atoms.set(atom, number);
    for (const [place, row] of rows)
      for (let label = 0; label < L; label++) {
        const score = weights[row * L + label] ?? 0;
        if (Math.abs(score) >= slight) scores[(number * PLACES + place) * L + label] = score;
      }
  }
  return { atoms, scores, steps };
}
