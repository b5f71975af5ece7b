import { words as wordsOf } from '../french/words.ts';
import type { ReadTerm } from './asked-words.ts';
import type { BodyRow } from './body-table.ts';
import type { Needs } from './near-needs.ts';
import type { NeedsReader } from './read-needs.ts';
import { type RowThings, thingsIn, thingsOf } from './row-things.ts';

export interface SignsReading {
  readonly readTerm: ReadTerm;
  readonly needs: NeedsReader;
  /** What a code is called, and what stands above it. */
  readonly labelsOf: (digits: string) => readonly string[];
  /** What words say all together, of length 1; of length 0 where none is known. */
  readonly vectorOf: (words: readonly string[]) => Float32Array;
}

export type Side = keyof RowThings;
type BySide<T> = Readonly<Record<Side, T>>;

/** A row as it is held against what is asked, read once. */
export interface SignedRow {
  readonly row: BodyRow;
  readonly things: RowThings;
  readonly vectors: BySide<readonly Float32Array[]>;
  readonly near: BySide<Needs>;
  readonly coded: Needs;
  readonly labels: ReadonlySet<string>;
  /** What the needs and the codes of each side are called, in words. */
  readonly kinds: BySide<readonly Float32Array[]>;
  /** What is done or asked of the thing that each side says. */
  readonly aspects: BySide<ReadonlySet<string>>;
  /** What its contract leaves out, piece by piece as it is written. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly text: string;
  readonly things: RowThings['excludes'];
  readonly near: Needs;
  readonly vector: Float32Array;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** From here a need is a row's own. */
const OF_ROW = 0.7;
/** From here, of the rarity of what it says, a thing of a row is plainly of a need. */
const WRITTEN = 3;
/** Needs of a thing that are told so much less than another are none of it. */
const BESIDE = 0.6;

export function readSignedRow(row: BodyRow, { readTerm, needs, labelsOf, vectorOf }: SignsReading): SignedRow {
  const { family = '', contract, cpv } = row;
  const things = thingsOf(row, readTerm);
  const texts = {
    covers: contract === undefined ? [family] : [contract.title, ...pieces(contract.covers)],
    excludes: pieces(contract?.excludes),
    family: [family],
  };
  const nearOf = (own: RowThings[Side]): Needs => {
    const held = new Map<string, { most: number; all: number }>();
    for (const thing of own) {
      const found = needs.nearWritten(new Map(thing.map(({ term, isFaint }) => [term, isFaint ? 0.25 : 1])));
      const most = Math.max(0, ...found.values());
      for (const [need, score] of found) {
        if (score < most * BESIDE) continue;
        const before = held.get(need) ?? { most: 0, all: 0 };
        // «réparation de seuils», of which no need knows the sills, is no garage.
        const share = (score / most) * Math.min(1, most / WRITTEN);
        held.set(need, { most: Math.max(before.most, share), all: before.all + share });
      }
    }
    // «souris» among screens and keyboards is no animal: what more of its things say says which is meant.
    const all = Math.max(0, ...[...held.values()].map((one) => one.all));
    return new Map([...held].map(([need, one]) => [need, one.most * Math.sqrt(one.all / all)]));
  };
  const near = { covers: nearOf(things.covers), excludes: nearOf(things.excludes), family: nearOf(things.family) };
  const coded = new Map(cpv.flatMap((code) => [...needs.ofCode(code)]));
  const kindsOf = (side: Side) => [
    ...[...near[side]].flatMap(([need, share]) => (share < OF_ROW ? [] : [needs.vectorOf(need, vectorOf)])),
    ...(side === 'excludes'
      ? []
      : [...coded].flatMap(([need, share]) => (share < OF_ROW ? [] : [needs.vectorOf(need, vectorOf)]))),
  ];
  const of = <T>(make: (side: Side) => T) => ({
    covers: make('covers'),
    excludes: make('excludes'),
    family: make('family'),
  });
  return {
    row,
    things,
    vectors: of((side) => texts[side].map((text) => vectorOf(wordsOf(text)))),
    near,
    coded,
    kinds: of(kindsOf),
    aspects: of((side) => new Set(texts[side].flatMap((text) => [...needs.aspects(text, 'table')]))),
    pieces: pieces(contract?.excludes).map((text) => {
      const own = thingsIn(text, readTerm);
      return { text: text.trim(), things: own, near: nearOf(own), vector: vectorOf(wordsOf(text)) };
    }),
    labels: new Set(
      cpv
        .flatMap(labelsOf)
        .flatMap((label) => (label.toLowerCase().match(WORD) ?? []).flatMap((word) => termIn(word, readTerm))),
    ),
  };
}

function termIn(word: string, readTerm: ReadTerm): readonly string[] {
  const read = readTerm(word);
  return read === undefined || read.isFaint ? [] : [read.term];
}

function pieces(text = ''): readonly string[] {
  return text.split(/[,;]/).filter((one) => one.trim() !== '');
}

export function nearest(vector: Float32Array, others: readonly Float32Array[]): number {
  let best = 0;
  for (const other of others) {
    let dot = 0;
    for (let i = 0; i < vector.length; i++) dot += (vector[i] ?? 0) * (other[i] ?? 0);
    best = Math.max(best, dot);
  }
  return best;
}
