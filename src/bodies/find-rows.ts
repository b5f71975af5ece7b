import type { IsoDate } from '../days/iso-date.ts';
import { indexTerms, words as wordsOf } from '../french/words.ts';
import type { Family } from '../vocabulary/rewording.ts';
import { askedWords, type ReadTerm } from './asked-words.ts';
import type { BodyRow } from './body-table.ts';
import { type Needs, type NeedsReader, SURE } from './read-needs.ts';
import { REST, type RowThings, thingsOf, weighThings } from './row-things.ts';

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
  /** Said by the need that was told, and not by words alike alone. */
  readonly sure: boolean;
  /** The higher the nearer, among rows of one fit. */
  readonly score: number;
}

/** A row with its words, codes and needs, read once for a version of the table. */
interface ReadRow {
  readonly row: BodyRow;
  readonly things: RowThings;
  readonly codes: readonly string[];
  readonly needs: Readonly<Record<keyof RowThings, Needs>>;
}

/** A contract for the larger need covers what is of it, or leaves it out, less surely; whoever buys the larger buys it nearly as surely. */
const OF_LARGER = { covers: 0.6, excludes: 0.6, family: 0.9 };
/** Its words, its needs and its codes together: from here a contract is meant, from there it may be. */
const COVERS = 0.65;
const NEAR = 0.5;
/** From here what is left out is said by its own words. */
const LEAVES = 0.5;
/** From here whoever buys may be meant. */
const BUYS = 0.3;
/** From here of its own words and needs it is meant even by whoever asks nothing of the table. */
const CERTAIN = 0.8;
/** From here, its code beside. */
const WITH_CODE = 0.6;
/** What is said so much less than something else is not meant beside it. */
const BESIDE = 0.7;
/** What the name of a family says of one of its contracts. */
const OF_FAMILY = 0.7;
/** Words alike of a row that is of none of the needs surely told. */
const OF_OTHER = 0.7;
/** What a need says of what is left out, however often it is told. */
const MOST_LEFT_OUT = 1;
const OF_LEFT_OUT = 0.8;
/** So many contracts of one need say it as surely as one. */
const OF_MANY = 2;
/** «Delbreil» said with what is needed makes it surer. */
const OF_HOLDER = 0.5;
/** One of the classes that the words lead to, by its rank; written in the table, read from it, and of its group alone. */
const OF_RANK = [1, 0.6, 0.5];
/** «ruches pédagogiques» is led to lessons by what only completes it. */
const OF_NO_HEAD = 0.6;
const OF_CODE = { written: 0.75, division: 0.4, read: 0.45, group: 0.25 };

export interface Reading {
  readonly cpvOf: CpvOf;
  readonly readTerm: ReadTerm;
  /** Terms that say nothing of what is bought. */
  readonly empty: ReadonlySet<string>;
  readonly needs: NeedsReader;
  /** Whether a folded word is one of French: any other may be a name. */
  readonly isFrench: (word: string) => boolean;
}

export function indexRows(rows: readonly BodyRow[], reading: Reading) {
  const { cpvOf, readTerm, needs, isFrench } = reading;
  const read = rows.map((row) => readRow(row, reading));
  const own = weighThings(read.map(({ things }) => things));
  /** A need that many contracts are of says little of each. */
  const shareOf = (need: string) => Math.min(1, OF_MANY / read.filter((one) => one.needs.covers.has(need)).length);
  return {
    /** Rows that have to do with it, the likeliest first. */
    find: ({ text, whole = text, family, cpv }: Looked): readonly FoundRow[] => {
      const asked = askedWords(whole, readTerm);
      const met = own.meant(asked);
      const heads = new Set(asked.flatMap(({ isHead, word }) => (isHead ? [word] : [])));
      const led = cpv === undefined ? cpvOf(text === '' ? whole : text, family) : [];
      const codes: readonly Coded[] =
        cpv === undefined
          ? led.map(({ digits, from }, rank) => {
              const isOfHead = wordsOf(from).some((word) => heads.has(word));
              return { digits, share: (OF_RANK[rank] ?? 0) * (isOfHead ? 1 : OF_NO_HEAD) };
            })
          : [{ digits: cpv, share: 1 }];
      const told = new Map([...needs.said(whole, asked)].map(([need, weight]) => [need, weight * shareOf(need)]));
      const isSure = [...told.values()].some((weight) => weight >= SURE);
      const said = wordsOf(whole);
      const found = read.flatMap((one): readonly FoundRow[] => {
        const need = (of: keyof RowThings) => needed(one, of, told, needs);
        const isOther = isSure && need('covers') + need('excludes') + need('family') === 0;
        const words = (of: keyof RowThings) => own.best(one.things[of], met, asked) * (isOther ? OF_OTHER : 1);
        const side = (of: keyof RowThings) => words(of) + need(of);
        const isNamed = nameOf(one, said, isFrench);
        const fit = fitOf(one.row, {
          covers: side('covers'),
          excludes: side('excludes'),
          family: side('family'),
          code: codeScore(one, codes, cpv !== undefined),
          leaves: words('excludes') > words('covers') && words('excludes') >= LEAVES,
          isNamed,
          isTold: told.size > 0 || asked.some(({ term, isFaint }) => !isFaint && met.has(term)),
        });
        return fit === undefined ? [] : [{ row: one.row, ...fit }];
      });
      return meantAmong(found);
    },
    /** The need told the most surely; undefined where none is. */
    needIn: (text: string): string | undefined => {
      const [first] = [...needs.said(text)].toSorted(([, a], [, b]) => b - a);
      return first !== undefined && first[1] >= SURE ? first[0] : undefined;
    },
    /** Those who buy, as the table names them, whom a text names. */
    calledIn: (text: string): readonly string[] => {
      const said = new Set(wordsOf(text));
      const known = rows.flatMap(({ buyer, substitute }) => [buyer, substitute]).filter((one) => one !== undefined);
      return [...new Set(known)].filter((name) =>
        wordsOf(name).some((word) => word.length > 2 && said.has(word) && !isFrench(word)),
      );
    },
    rest: rows.find(({ family }) => family === REST),
  };
}

function readRow(row: BodyRow, { cpvOf, readTerm, needs }: Reading): ReadRow {
  const { family = '', contract, cpv } = row;
  const things = (contract?.covers ?? family).split(/[,;]/).slice(0, MOST_THINGS);
  return {
    row,
    things: thingsOf(row, readTerm),
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

interface Sums extends Readonly<Record<keyof RowThings | 'code', number>> {
  /** Its own words leave it out. */
  readonly leaves: boolean;
  readonly isNamed: boolean;
  readonly isTold: boolean;
}

function fitOf(
  { contract }: BodyRow,
  { covers, excludes, family, code, leaves, isNamed, isTold }: Sums,
): Omit<FoundRow, 'row'> | undefined {
  const scored = (fit: FoundRow['fit'], score: number, own: number) => ({
    fit,
    score,
    sure: own >= CERTAIN || (own >= WITH_CODE && code > OF_CODE.division),
  });
  if (contract === undefined) {
    const score = Math.max(covers, family) + code;
    return score < BUYS ? undefined : scored('covers', score, Math.max(covers, family));
  }
  const score = covers + code + (isNamed && covers > 0 ? OF_HOLDER : 0);
  if (leaves || (excludes >= COVERS && excludes >= covers))
    return scored('excluded', Math.max(covers, excludes), excludes);
  if (score >= COVERS) return scored('covers', score, covers + (isNamed ? OF_HOLDER : 0));
  if (isNamed && covers === 0) return { fit: isTold ? 'unsaid' : 'held', score: 1, sure: true };
  if (score >= NEAR) return scored('near', score, covers);
  const buys = family * OF_FAMILY + code;
  return buys < BUYS ? undefined : scored('family', buys, family);
}

/** A contract is beaten by another that is said much more, by one that leaves that very thing out, by a family that has none. */
function meantAmong(found: readonly FoundRow[]): readonly FoundRow[] {
  const most = (held: (one: FoundRow) => boolean) => Math.max(0, ...found.filter(held).map(({ score }) => score));
  const contract = most(({ row, fit }) => row.contract !== undefined && (fit === 'covers' || fit === 'near'));
  const other = most(({ row, fit }) => fit !== 'family' && (row.contract === undefined || fit === 'excluded'));
  const all = Math.max(contract, other);
  return found
    .filter(({ row, fit, score }) => {
      if (fit === 'family' || fit === 'unsaid' || fit === 'held') return true;
      if (row.contract === undefined || fit === 'excluded') return score >= all * BESIDE;
      return score >= contract * BESIDE && score >= other;
    })
    .toSorted((a, b) => b.score - a.score);
}

/** By all the words of its holder, one after the other, or by one that is a name and no word of French. */
function nameOf({ row }: ReadRow, said: readonly string[], isFrench: Reading['isFrench']): boolean {
  const holder = wordsOf(row.contract?.holder ?? '');
  if (holder.length > 0 && ` ${said.join(' ')} `.includes(` ${holder.join(' ')} `)) return true;
  return holder.some((word) => word.length > 4 && !isFrench(word) && said.includes(word));
}

interface Coded {
  readonly digits: string;
  readonly share: number;
}

/** How surely one of the classes that the words lead to is the row's own. @param isGiven a code was, and no words that lead to it */
function codeScore({ row, codes: own }: ReadRow, codes: readonly Coded[], isGiven: boolean): number {
  const isWritten = row.cpv.length > 0;
  const scores = codes.flatMap(({ digits: code, share }) =>
    own.map((one) => {
      const isOf = isWritten
        ? code.startsWith(one) || (isGiven && one.startsWith(code))
        : code.slice(0, 4) === one.slice(0, 4);
      if (isOf && isGiven) return 1;
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
  for (const { row, fit } of found) {
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
