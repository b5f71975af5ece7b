import type { IsoDate } from '../days/iso-date.ts';
import { indexTerms, words as wordsOf } from '../french/words.ts';
import type { Family } from '../vocabulary/rewording.ts';
import { askedWords } from './asked-words.ts';
import type { BodyRow } from './body-table.ts';
import type { Needs } from './near-needs.ts';
import { createPeopleIn, namesHolder } from './people-in.ts';
import { type Ranked, type RankedWay, type RowWeights, rankWays } from './rank-rows.ts';
import { type NeedsReader, SURE } from './read-needs.ts';
import { type AskShares, type Coded, type Signed, type Signs, signRows } from './row-signs.ts';
import { isRest, type RowThings } from './row-things.ts';
import type { SignsReading } from './sign-row.ts';

/** Classes of the CPV that words lead to, the likeliest first. */
export type CpvOf = (text: string, nature?: Family) => readonly LedTo[];

interface LedTo {
  readonly digits: string;
  /** The words that led there. */
  readonly from: string;
}

/** What is looked for. */
export interface Looked {
  readonly text: string;
  /** The whole message that it stands in, where that says more. */
  readonly whole?: string | undefined;
  /** The nature of the purchase, where it is known. */
  readonly family: Family | undefined;
  readonly cpv: string | undefined;
}

/** How a row stands to it. */
export interface FoundRow {
  readonly row: BodyRow;
  /** `unsaid`: its holder is named for what it does not say; `held`: its holder is named, for nothing that is known. */
  readonly fit: 'covers' | 'excluded' | 'unsaid' | 'held' | 'near' | 'family';
  /** Among all that may be meant, nothing included, it is meant. */
  readonly sure: boolean;
  /** Its share among the rows. */
  readonly score: number;
  /** Of what its contract leaves out, what is meant. */
  readonly leftOut?: string | undefined;
}

export interface Found {
  readonly rows: readonly FoundRow[];
  readonly meant: number;
  /** What is meant, no row names. */
  readonly unlisted: boolean;
}

/** A row with its codes and needs, read once for a version of the table. */
interface ReadRow {
  readonly row: BodyRow;
  readonly codes: readonly string[];
  readonly needs: Readonly<Record<keyof RowThings, Needs>>;
}

/** From here, of what is shared among the ways of the rows, a contract is said to cover it; below it is near. */
const COVERS = 0.3;
/** «Delbreil» said with what is needed makes it likelier. */
const OF_HOLDER = 3;
/** What is so likely, and so likely beside the likeliest, may be meant. */
const LEAST = 0.06;
const BESIDE = 0.35;
/** Whoever buys it apart is meant beside a contract that leaves it out. */
const NEARLY = 0.6;
/** From here of all, that nothing is meant among them, it is meant even by whoever asks nothing of the table. */
const CERTAIN = 0.6;
/** So many contracts of one need say it as surely as one. */
const OF_MANY = 2;
const OF_EVIDENT = 4;
/** A contract for the larger need covers what is of it, or leaves it out, less surely; whoever buys the larger buys it nearly as surely. */
const OF_LARGER = { covers: 0.6, excludes: 0.6, family: 0.9 };
/** What a need says of what is left out, however often it is told. */
const MOST_LEFT_OUT = 1;
const OF_LEFT_OUT = 0.8;
/** One of the classes that the words lead to, by its rank; written in the table, read from it, and of its group alone. */
const OF_RANK = [1, 0.6, 0.5];
/** «ruches pédagogiques» is led to lessons by what only completes it. */
const OF_NO_HEAD = 0.6;
/** A code that was given, and not read in words, says which row as no word does. */
const GIVEN = 20;
const OF_CODE = { written: 0.75, division: 0.4, read: 0.45, group: 0.25 };

export interface Reading extends SignsReading {
  readonly cpvOf: CpvOf;
  /** Terms that say nothing of what is bought. */
  readonly empty: ReadonlySet<string>;
  /** Whether a folded word is one of French: any other may be a name. */
  readonly isFrench: (word: string) => boolean;
  readonly weights: RowWeights;
  /** How likely it is that the rule is asked, the thing, or how far a contract goes. */
  readonly shares: (text: string) => AskShares;
}

export function indexRows(rows: readonly BodyRow[], reading: Reading) {
  const { cpvOf, readTerm, needs, isFrench } = reading;
  const read = new Map(rows.map((row) => [row, readRow(row, reading)]));
  const signsOf = signRows(rows, reading);
  /** A need that many contracts are of says little of each. */
  const shareOf = (need: string) =>
    Math.min(1, OF_MANY / [...read.values()].filter((one) => one.needs.covers.has(need)).length);
  const people = createPeopleIn(rows, isFrench);
  const signs = ({ text, whole = text, family, cpv }: Looked) => {
    const asked = askedWords(whole, readTerm);
    const heads = new Set(asked.flatMap(({ isHead, word }) => (isHead ? [word] : [])));
    const codes: readonly Coded[] =
      cpv === undefined
        ? cpvOf(text === '' ? whole : text, family).map(({ digits, from }, rank) => {
            const isOfHead = wordsOf(from).some((word) => heads.has(word));
            return { digits, share: (OF_RANK[rank] ?? 0) * (isOfHead ? 1 : OF_NO_HEAD) };
          })
        : [{ digits: cpv, share: 1 }];
    const told = new Map([...needs.said(whole, asked)].map(([need, weight]) => [need, weight * shareOf(need)]));
    const said = wordsOf(whole);
    const called = new Set(people.calledIn(whole));
    const of = (row: BodyRow) => {
      const one = read.get(row) ?? readRow(row, reading);
      const need = (side: keyof RowThings) => needed(one, side, told, needs);
      return {
        needs: { covers: need('covers'), excludes: need('excludes'), family: need('family') },
        code: codeScore(one, codes, cpv !== undefined),
        isNamed: namesHolder(row, said, isFrench),
        isCalled: row.buyer !== undefined && called.has(row.buyer),
      };
    };
    return signsOf({ asked, shares: reading.shares(whole), of, aspects: needs.aspects(whole, 'dit') });
  };
  return {
    /** Every way of every row, sign by sign. */
    signs,
    /** Rows that have to do with it, the likeliest first, and how likely it is that any of them is meant. */
    find: (looked: Looked): Found => {
      const signed = signs(looked);
      const ranked = rankWays(signed, reading.weights);
      const isRestMeant = isUnlisted(ranked);
      return {
        rows: isRestMeant ? [] : meantAmong(ranked, signed.leftOut),
        meant: 1 - ranked.none,
        unlisted: isRestMeant && ranked.rest >= CERTAIN,
      };
    },
    /** The need told the most surely; undefined where none is. */
    needIn: (text: string): string | undefined => {
      const [first] = [...needs.said(text)].toSorted(([, a], [, b]) => b - a);
      return first !== undefined && first[1] >= SURE ? first[0] : undefined;
    },
    ...people,
    rest: rows.find(({ family }) => isRest(family)),
  };
}

function readRow(row: BodyRow, { cpvOf, needs }: Reading): ReadRow {
  const { family = '', contract, cpv } = row;
  const things = (contract?.covers ?? family).split(/[,;]/).slice(0, MOST_THINGS);
  return {
    row,
    // What nobody gave a code is read as anybody's words are; one thing after the other.
    codes: cpv.length > 0 ? cpv : [contract?.title ?? '', ...things].flatMap((one) => cpvOf(one)[0]?.digits ?? []),
    needs: {
      covers: new Map([
        ...needs.contract(contract === undefined ? '' : `${contract.title} ; ${contract.covers ?? ''}`),
        // A thing of one word, «yaourts», is what it says.
        ...things
          .filter((one) => contract !== undefined && indexTerms(one).length === 1)
          .flatMap((one) => [...needs.said(one)]),
      ]),
      excludes: needs.cell(contract?.excludes ?? ''),
      family: needs.cell(family),
    },
  };
}

const MOST_THINGS = 20;

/** What the needs told say of one side of a row. */
function needed({ needs: own }: ReadRow, of: keyof RowThings, told: Needs, { larger }: NeedsReader): number {
  return [...told].reduce((all, [need, weight]) => {
    const said = of === 'excludes' ? Math.min(MOST_LEFT_OUT, weight * OF_LEFT_OUT) : weight;
    if (own[of].has(need)) return all + said;
    const above = [...larger(need)].some((one) => own[of].has(one));
    return above ? all + said * OF_LARGER[of] : all;
  }, 0);
}

/** Of each row the likeliest way it is meant, as long as another is not so much likelier. */
function meantAmong({ ways, none }: Ranked, leftOut: Signed['leftOut']): readonly FoundRow[] {
  const rest = Math.max(1e-9, 1 - none);
  const scoreOf = ({ signs, share }: RankedWay) => Math.min(1, (share / rest) * (signs.named > 0 ? OF_HOLDER : 1));
  const most = Math.max(0, ...ways.map(scoreOf));
  const isTold = most >= COVERS && isEvident(ways[0]?.signs);
  const seen = new Set<BodyRow>();
  const found = ways.flatMap((one): readonly FoundRow[] => {
    const { row, way, signs, share } = one;
    if (seen.has(row)) return [];
    seen.add(row);
    const score = scoreOf(one);
    const sure = share >= CERTAIN;
    if (signs.named > 0 && signs.words + signs.needs === 0)
      return [{ row, fit: isTold ? 'unsaid' : 'held', score: 1, sure: true }];
    if (score < LEAST || score < most * BESIDE || !isEvident(signs)) return [];
    if (way === 'buys' || way === 'covers')
      return [{ row, fit: way === 'buys' || score >= COVERS ? 'covers' : 'near', score, sure }];
    return [
      way === 'excludes'
        ? { row, fit: 'excluded', score, sure, leftOut: leftOut(row) }
        : { row, fit: 'family', score, sure },
    ];
  });
  // Of a holder who is named, what is only near says nothing.
  const named = found.some(({ fit }) => fit === 'held' || fit === 'unsaid');
  return (named ? found.filter(({ score }) => score >= CERTAIN) : found).toSorted((a, b) => b.score - a.score);
}

/** What no row names is meant: by far, where a row is evident; and never where a holder is named. */
function isUnlisted({ ways, rest }: Ranked): boolean {
  const [first] = ways;
  if (first === undefined) return true;
  if (ways.some(({ signs }) => signs.named > 0)) return false;
  const own = ways.filter(({ row }) => row === first.row);
  const share = own.reduce((sum, one) => sum + one.share, 0);
  return rest > share * (own.some(({ signs }) => isEvident(signs)) ? OF_EVIDENT : 1);
}

/** Of all rows one is always the likeliest: something must say so. */
function isEvident(signs: Signs | undefined): boolean {
  if (signs === undefined) return false;
  const { words, needs, near, nearLead, code, label } = signs;
  const isNear = near >= 0.5 && nearLead >= 0.35;
  return words >= 0.15 || needs > 0 || isNear || code >= 0.4 || label >= 0.5;
}

/** How surely one of the classes that the words lead to is the row's own. @param isGiven a code was, and no words that lead to it */
function codeScore({ row, codes: own }: ReadRow, codes: readonly Coded[], isGiven: boolean): number {
  const isWritten = row.cpv.length > 0;
  const scores = codes.flatMap(({ digits: code, share }) =>
    own.map((one) => {
      const isOf = isWritten
        ? code.startsWith(one) || (isGiven && one.startsWith(code))
        : code.slice(0, 4) === one.slice(0, 4);
      if (isOf && isGiven) return GIVEN;
      const kind = isOf
        ? isWritten
          ? one.length > 2
            ? 'written'
            : 'division'
          : 'read'
        : code.slice(0, 3) === one.slice(0, 3)
          ? 'group'
          : undefined;
      return kind === undefined ? 0 : OF_CODE[kind] * share;
    }),
  );
  return Math.max(0, ...scores);
}

/** The row of who buys it: of what was found, the nearest that names somebody; else whoever has the same family; else the rest's. */
export function whoBuys(found: readonly FoundRow[], rows: readonly BodyRow[], rest: BodyRow | undefined) {
  const names = ({ buyer, team }: BodyRow) => buyer !== undefined || team !== undefined;
  // What a contract leaves out may be somebody else's to buy.
  const [lead] = found;
  const isOut = lead?.fit === 'excluded' || lead?.fit === 'family';
  const buys = found.filter(
    ({ row, fit, score }) => isOut && fit === 'covers' && row.contract === undefined && score >= lead.score * NEARLY,
  );
  const sorted = [...buys, ...found];
  for (const { row, fit } of sorted) {
    if (names(row)) return row;
    const sister = rows.find((other) => names(other) && row.family !== undefined && other.family === row.family);
    if (sister !== undefined) return sister;
    // Its contract names nobody: whoever buys something else is not its buyer.
    if (row.contract !== undefined && (fit === 'covers' || fit === 'near')) return rest;
  }
  return rest;
}

export function isInForce({ contract }: BodyRow, today: IsoDate): boolean {
  return contract !== undefined && contract.until >= today;
}
