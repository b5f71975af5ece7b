import type { AskedWord } from './asked-words.ts';
import type { BodyRow } from './body-table.ts';
import type { Needs } from './near-needs.ts';
import type { NeedsReader } from './read-needs.ts';
import { type RowThings, weighThings } from './row-things.ts';
import { nearest, readSignedRow, type Side, type SignsReading } from './sign-row.ts';

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
  'called',
  'kin',
  'aspect',
  'self',
  'elsewhere',
  'extent',
] as const;
export type Signs = Readonly<Record<(typeof SIGNS)[number], number>>;

/** Beside the rows: that nothing of the body is meant, or what none of them names. */
export const NONE_SIGNS = ['law', 'words', 'near', 'needs', 'alike', 'held', 'kin', 'code', 'label', 'extent'] as const;
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

export interface Signed {
  readonly ways: readonly RowWay[];
  readonly none: NoneSigns;
  /** Of what a row leaves out, the piece that is meant, as it is written; undefined where none clearly is. */
  readonly leftOut: (row: BodyRow) => string | undefined;
}

/** How likely it is that the rule is asked, and that it is how far a contract goes. */
export interface AskShares {
  readonly law: number;
  readonly extent: number;
}

/** What is asked, as it was read. */
export interface Asking {
  readonly asked: readonly AskedWord[];
  readonly shares: AskShares;
  /** What is known of a row otherwise. */
  readonly of: (row: BodyRow) => {
    readonly needs: Readonly<Record<Side, number>>;
    readonly code: number;
    /** Its holder is. */
    readonly isNamed: boolean;
    /** Who buys it is. */
    readonly isCalled: boolean;
  };
  /** What is asked beside the thing itself. */
  readonly aspects: ReadonlySet<string>;
}

/** A piece that says so much more than the next is what is meant. */
const CLEARLY = 0.2;
/** What is done, or frames a question, says little of what is bought. */
const OF_FAINT = 0.4;
/** From here, of the rarity of what is told, a need is plain; below the least it is hardly told. */
const PLAIN = 6;
const LEAST = 2.5;
/** A contract for the larger need covers what is of it less surely; whoever buys the larger buys it nearly as surely. */
const OF_LARGER = { covers: 0.5, excludes: 0.5, family: 0.9 };

export function signRows(rows: readonly BodyRow[], reading: SignsReading) {
  const signed = rows.map((row) => readSignedRow(row, reading));
  const own = weighThings(signed.map(({ things }) => things));
  const labelled = new Map<string, number>();
  for (const { labels } of signed) for (const term of labels) labelled.set(term, (labelled.get(term) ?? 0) + 1);
  return (asking: Asking): Signed => {
    const told = readTold(asking.asked, reading);
    const met = own.meant(asking.asked);
    const extent = logit(asking.shares.extent);
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
        const others = Math.max(
          0,
          ...close.map((other, place) => (place === at ? 0 : Math.max(other[side], other.covers))),
        );
        const alike = told.each.map(({ vector, weight }) => weight * nearest(vector, one.vectors[side]));
        const isOfCode = side !== 'excludes';
        const isAside = [...one.aspects[side]].some((name) => asking.aspects.has(name));
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
          called: known.isCalled ? 1 : 0,
          kin: nearest(told.all, one.kinds[side]),
          // A contract is meant by what it leaves out where that is asked, or told beside the thing.
          self:
            way === 'excludes'
              ? (Math.max(isAside ? 1 : 0, asking.shares.extent) * (close[at]?.covers ?? 0)) / told.most
              : 0,
          elsewhere:
            way === 'excludes' || way === 'family'
              ? Math.max(0, ...close.map((other, place) => (place === at ? 0 : other.covers))) / told.most
              : 0,
          extent,
          aspect: isAside ? 1 : 0,
        };
      });
    });
    return {
      ...beside(ways, told.highest, asking.shares),
      leftOut: (row) => {
        const pieces = signed.find((one) => one.row === row)?.pieces ?? [];
        const scored = pieces.map((piece) => ({
          text: piece.text,
          score:
            own.best(piece.things, met, asking.asked) +
            bestOf(told.needs, piece.near, reading.needs, OF_LARGER.excludes) / told.most +
            nearest(told.all, [piece.vector]) +
            ([...reading.needs.aspects(piece.text, 'table')].some((name) => asking.aspects.has(name)) ? 1 : 0),
        }));
        const [first, second] = scored.toSorted((a, b) => b.score - a.score);
        return first !== undefined && first.score - (second?.score ?? 0) >= CLEARLY ? first.text : undefined;
      },
    };
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
    // That more of the thing is covered speaks for no part that is left out.
    { ...excludes, signs: { ...excludes.signs, over: Math.max(0, -over) } },
    ...family,
  ];
}

/** Each way beside all others, and nothing beside them. @param highest of the needs told */
function beside(ways: readonly RowWay[], highest: number, { law, extent }: AskShares) {
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
      law: logit(law),
      extent: logit(extent),
      words: top('words'),
      near,
      needs: top('needs'),
      alike: top('alike'),
      held: top('near'),
      kin: top('kin'),
      code: top('code'),
      label: top('label'),
    },
  };
}

/** From about -1 to 1. */
function logit(share: number): number {
  return Math.log((share + 0.01) / (1.01 - share)) / 4;
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
