import type { WordAtoms } from './atoms.ts';
import { readBest, readProbabilities, shutSteps } from './chain.ts';
import { kindOf, LABEL_COUNT, type LearnedKind, OUTSIDE, opens } from './labels.ts';
import { PLACES, REACH, type TaggerWeights } from './weights.ts';

/** A name that the tagger sees; numbers of the first word and of the one after the last. */
export interface LearnedSpan {
  readonly kind: LearnedKind;
  readonly from: number;
  readonly next: number;
  /** 0 to 1: that of its least likely word. */
  readonly confidence: number;
}

export interface Tagged {
  readonly spans: readonly LearnedSpan[];
  /** How likely it is, for each word, that it is no part of a name. */
  readonly outside: Float64Array;
}

export type Tagger = (atoms: readonly WordAtoms[]) => Tagged;

/**
 * Tells names by what was learnt from labelled texts (a linear-chain conditional random field). Linear in the words.
 */
export function createTagger(weights: TaggerWeights): Tagger {
  const steps = shutSteps(weights.steps);
  return (atoms) => {
    const length = atoms.length;
    const scores = scoreWords(atoms, weights);
    const { labels } = readProbabilities({ length, scores, steps });
    const best = readBest({ length, scores, steps });
    return {
      spans: readSpans(best, labels),
      outside: Float64Array.from({ length }, (_, at) => labels[at * LABEL_COUNT] ?? 0),
    };
  };
}

const L = LABEL_COUNT;

function scoreWords(words: readonly WordAtoms[], weights: TaggerWeights): Float64Array {
  const sums = new Float64Array(words.length * L);
  const known = new Map<WordAtoms['word'], Float64Array>();
  for (const [at, { word, near, here }] of words.entries()) {
    let own = known.get(word);
    if (own === undefined) {
      own = new Float64Array((2 * REACH + 1) * L);
      addAtoms(own, REACH, word.near, word.here, weights);
      known.set(word, own);
    }
    // A word is the neighbour of those around it: what it says of them is added to theirs.
    const first = (at - REACH) * L;
    for (let place = Math.max(0, -first); place < own.length && first + place < sums.length; place++)
      sums[first + place] = (sums[first + place] ?? 0) + (own[place] ?? 0);
    addAtoms(sums, at, near, here, weights);
  }
  return sums;
}

/** Adds what atoms of the word at `at` say of it and, the `near` ones, of its neighbours. */
function addAtoms(
  sums: Float64Array,
  at: number,
  near: readonly string[],
  here: readonly string[],
  { atoms, scores, told }: TaggerWeights,
): void {
  for (const atom of near) {
    const number = atoms.get(atom);
    if (number === undefined) continue;
    for (let place = 0; place <= 2 * REACH; place++) {
      const row = number * PLACES + place;
      if (told[row] !== 0) addRow(sums, (at + REACH - place) * L, scores, row * L);
    }
  }
  for (const atom of here) {
    const number = atoms.get(atom);
    const row = (number ?? 0) * PLACES + PLACES - 1;
    if (number !== undefined && told[row] !== 0) addRow(sums, at * L, scores, row * L);
  }
}

function addRow(sums: Float64Array, to: number, scores: ArrayLike<number>, from: number): void {
  if (to < 0 || to >= sums.length) return;
  for (let label = 0; label < L; label++) sums[to + label] = (sums[to + label] ?? 0) + (scores[from + label] ?? 0);
}

function readSpans(best: Uint8Array, labels: Float64Array): readonly LearnedSpan[] {
  const spans: LearnedSpan[] = [];
  for (let from = 0; from < best.length; ) {
    const kind = kindOf(best[from] ?? OUTSIDE);
    let next = from + 1;
    if (kind !== undefined) {
      while (next < best.length && best[next] !== OUTSIDE && !opens(best[next] ?? OUTSIDE)) next++;
      let confidence = 1;
      for (let at = from; at < next; at++) confidence = Math.min(confidence, likeness(labels, at, kind));
      spans.push({ kind, from, next, confidence });
    }
    from = next;
  }
  return spans;
}

/** A commune as a place and as a body are one to whoever reads: their chances add up. */
function likeness(labels: Float64Array, at: number, kind: LearnedKind): number {
  let sum = 0;
  for (let label = 1; label < LABEL_COUNT; label++) {
    const other = kindOf(label);
    const same = other === kind || (isTown(other) && isTown(kind));
    if (same) sum += labels[at * LABEL_COUNT + label] ?? 0;
  }
  return sum;
}

const isTown = (kind: LearnedKind | undefined): boolean => kind === 'body' || kind === 'place';
