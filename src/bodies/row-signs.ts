import { words as wordsOf } from '../french/words.ts';
import type { AskedWord, ReadTerm } from './asked-words.ts';
import type { BodyRow } from './body-table.ts';
import type { Needs } from './near-needs.ts';
import type { NeedsReader } from './read-needs.ts';
import { type RowThings, thingsOf, weighThings } from './row-things.ts';

/** Ways in which a row may be what is meant: its contract covers it, leaves it out, is of the family it is of; or nobody has a contract for it. */
export const WAYS = ['covers', 'excludes', 'family', 'buys'] as const;
type Way = (typeof WAYS)[number];

/** How a row stands to what is asked, sign by sign; of most, beside what it says, whether any row says more. */
export const SIGNS = [
  'words',
  'wordsLead',
  'lone',
  'needs',
  'near',
  'nearLead',
  'nearAlone',
  'spread',
  'over',
  'coded',
  'code',
  'label',
  'alike',
  'alikeLead',
  'whole',
  'named',
] as const;
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

/** Beside the rows: that nothing of the body is meant. */
export const NONE_SIGNS = ['law', 'words', 'near', 'needs', 'alike'] as const;
export type NoneSigns = Readonly<Record<(typeof NONE_SIGNS)[number], number>>;

export interface RowWay {
  readonly row: BodyRow;
  readonly way: Way;
  readonly signs: Signs;
}

/** Classes of the CPV that words lead to, with how surely. */
export interface Coded {
  readonly digits: string;
  readonly share: number;
}

export interface SignsReading {
  readonly readTerm: ReadTerm;
  readonly needs: NeedsReader;
  /** What a code is called, and what stands above it. */
  readonly labelsOf: (digits: string) => readonly string[];
  /** What words say all together, of length 1; of length 0 where none is known. */
  readonly vectorOf: (words: readonly string[]) => Float32Array;
}

type Side = keyof RowThings;

interface SignedRow {
  readonly row: BodyRow;
  readonly things: RowThings;
  readonly vectors: Readonly<Record<Side, readonly Float32Array[]>>;
  readonly near: Readonly<Record<Side, Needs>>;
  readonly coded: Needs;
  readonly labels: ReadonlySet<string>;
}

/** What is asked, as it was read. */
export interface Asking {
  readonly asked: readonly AskedWord[];
  /** How likely it is that the rule is asked. */
  readonly law: number;
  /** What is known of a row otherwise. */
  readonly of: (row: BodyRow) => {
    readonly needs: Readonly<Record<Side, number>>;
    readonly code: number;
    readonly isNamed: boolean;
  };
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What is done, or frames a question, says little of what is bought. */
const OF_FAINT = 0.4;
/** From here, of the rarity of what is told, a need is plain; below the least it is hardly told. */
const PLAIN = 6;
const LEAST = 2.5;
/** Needs of a thing that are told so much less than another are none of it. */
const BESIDE = 0.6;
/** A contract for the larger need covers what is of it less surely; whoever buys the larger buys it nearly as surely. */
const OF_LARGER = { covers: 0.5, excludes: 0.5, family: 0.9 };

export function signRows(rows: readonly BodyRow[], reading: SignsReading) {
  const signed = rows.map((row) => readRow(row, reading));
  const own = weighThings(signed.map(({ things }) => things));
  const labelled = new Map<string, number>();
  for (const { labels } of signed) for (const term of labels) labelled.set(term, (labelled.get(term) ?? 0) + 1);
  return (asking: Asking): { readonly ways: readonly RowWay[]; readonly none: NoneSigns } => {
    const told = readTold(asking.asked, reading);
    const met = own.meant(asking.asked);
    const close = signed.map(({ near }) => ({
      covers: bestOf(told.needs, near.covers, reading.needs, OF_LARGER.covers),
      excludes: bestOf(told.needs, near.excludes, reading.needs, OF_LARGER.excludes),
      family: bestOf(told.needs, near.family, reading.needs, OF_LARGER.family),
    }));
    const ways = signed.flatMap((one, at) => {
      const known = asking.of(one.row);
      const labels = told.telling.map(({ term, weight }) =>
        one.labels.has(term) ? weight / (labelled.get(term) ?? 1) : 0,
      );
      return waysOf(one.row, one.things, (way, side) => {
        const mine = close[at]?.[side] ?? 0;
        const others = Math.max(0, ...close.map((other, place) => (place === at ? 0 : other[side])));
        const alike = told.each.map(({ vector, weight }) => weight * nearest(vector, one.vectors[side]));
        const isOfCode = side !== 'excludes';
        return {
          words: own.best(one.things[side], met, asking.asked),
          wordsLead: 0,
          lone: 0,
          needs: Math.min(2, known.needs[side]),
          near: mine / told.most,
          nearLead: Math.min(1, mine / PLAIN),
          nearAlone: Math.max(0, mine - others) / told.most,
          spread: spreadOf(told.needs, one.near[side]),
          over: 0,
          coded: isOfCode ? bestOf(told.needs, one.coded, reading.needs, OF_LARGER[side]) / told.most : 0,
          // What was given as a code is of the contract before its family.
          code: isOfCode && (way !== 'family' || known.code <= 1) ? known.code : 0,
          label: isOfCode ? Math.max(0, ...labels) : 0,
          alike: Math.max(0, ...alike),
          alikeLead: 0,
          whole: nearest(told.all, one.vectors[side]),
          named: known.isNamed && way !== 'family' ? 1 : 0,
        };
      });
    });
    return beside(ways, told.highest, asking.law);
  };
}

/** What is told, by its words: needs that they go with, and what they mean one by one and all together. */
function readTold(asked: readonly AskedWord[], { needs, vectorOf }: SignsReading) {
  const telling = asked.filter(({ isFaint }) => !isFaint);
  const terms = new Map<string, number>();
  for (const { term, weight, isFaint } of asked)
    terms.set(term, Math.max(weight * (isFaint ? OF_FAINT : 1), terms.get(term) ?? 0));
  const told = needs.near(terms);
  const highest = Math.max(0, ...told.values());
  return {
    telling,
    needs: told,
    highest,
    // Of what is hardly told nothing is near.
    most: Math.max(LEAST, highest),
    each: telling.map(({ word, weight }) => ({ weight, vector: vectorOf([word]) })),
    all: vectorOf(telling.map(({ word }) => word)),
  };
}

/** Every way in which a row may be meant; what its contract is for and what it leaves out held against each other. */
function waysOf(row: BodyRow, things: RowThings, sign: (way: Way, side: Side) => Signs): readonly RowWay[] {
  const of = (way: Way, side: Side): RowWay => ({ row, way, signs: sign(way, side) });
  const isOfFamily = things.family.length > 0;
  if (row.contract === undefined) return isOfFamily ? [of('buys', 'family')] : [];
  const family = isOfFamily ? [of('family', 'family')] : [];
  const covers = of('covers', 'covers');
  if (things.excludes.length === 0) return [covers, ...family];
  const excludes = of('excludes', 'excludes');
  const over = covers.signs.near - excludes.signs.near + covers.signs.words - excludes.signs.words;
  return [
    { ...covers, signs: { ...covers.signs, over } },
    { ...excludes, signs: { ...excludes.signs, over: -over } },
    ...family,
  ];
}

/** Each way beside all others, and nothing beside them. @param highest of the needs told; @param law how likely the rule is asked */
function beside(ways: readonly RowWay[], highest: number, law: number) {
  const leads = (sign: 'words' | 'alike') => {
    const [first = 0, second = 0] = ways.map(({ signs }) => signs[sign]).toSorted((a, b) => b - a);
    return (score: number) => score - (score === first ? second : first);
  };
  const [wordsLead, alikeLead] = [leads('words'), leads('alike')];
  const top = (sign: keyof Signs) => Math.max(0, ...ways.map(({ signs }) => signs[sign]));
  const near = Math.min(1, highest / PLAIN);
  return {
    ways: ways.map((one) => ({
      ...one,
      signs: {
        ...one.signs,
        wordsLead: wordsLead(one.signs.words),
        // Words that no need is known by say it by themselves.
        lone: Math.max(0, wordsLead(one.signs.words)) * (1 - near),
        alikeLead: alikeLead(one.signs.alike),
      },
    })),
    none: {
      law: Math.log((law + 0.01) / (1.01 - law)) / 4,
      words: top('words'),
      near,
      needs: top('needs'),
      alike: top('alike'),
    },
  };
}

function readRow(row: BodyRow, { readTerm, needs, labelsOf, vectorOf }: SignsReading): SignedRow {
  const { family = '', contract, cpv } = row;
  const things = thingsOf(row, readTerm);
  const texts = {
    covers: contract === undefined ? [family] : [contract.title, ...pieces(contract.covers)],
    excludes: pieces(contract?.excludes),
    family: [family],
  };
  const near = (side: Side): Needs => {
    const held = new Map<string, { most: number; all: number }>();
    for (const thing of things[side]) {
      const found = needs.near(new Map(thing.map(({ term, isFaint }) => [term, isFaint ? 0.25 : 1])));
      const most = Math.max(0, ...found.values());
      for (const [need, score] of found) {
        if (score < most * BESIDE) continue;
        const before = held.get(need) ?? { most: 0, all: 0 };
        held.set(need, { most: Math.max(before.most, score / most), all: before.all + score / most });
      }
    }
    // «souris» among screens and keyboards is no animal: what more of its things say says which is meant.
    const all = Math.max(0, ...[...held.values()].map((one) => one.all));
    return new Map([...held].map(([need, one]) => [need, one.most * Math.sqrt(one.all / all)]));
  };
  const of = <T>(make: (side: Side) => T) => ({
    covers: make('covers'),
    excludes: make('excludes'),
    family: make('family'),
  });
  return {
    row,
    things,
    vectors: of((side) => texts[side].map((text) => vectorOf(wordsOf(text)))),
    near: of(near),
    coded: new Map(cpv.flatMap((code) => [...needs.ofCode(code)])),
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

/** The most of what is told that is held, itself or by a larger need. */
function bestOf(told: Needs, held: Needs, { larger }: NeedsReader, ofLarger: number): number {
  let best = 0;
  for (const [need, score] of told) {
    const above = Math.max(0, ...[...larger(need)].map((one) => held.get(one) ?? 0));
    best = Math.max(best, score * Math.max(held.get(need) ?? 0, above * ofLarger));
  }
  return best;
}

/** How much of all that is told is held. */
function spreadOf(told: Needs, held: Needs): number {
  let [own, all] = [0, 0];
  for (const [need, score] of told) {
    own += score * score * (held.get(need) ?? 0);
    all += score * score;
  }
  return all === 0 ? 0 : own / all;
}

function nearest(vector: Float32Array, others: readonly Float32Array[]): number {
  let best = 0;
  for (const other of others) {
    let dot = 0;
    for (let i = 0; i < vector.length; i++) dot += (vector[i] ?? 0) * (other[i] ?? 0);
    best = Math.max(best, dot);
  }
  return best;
}
