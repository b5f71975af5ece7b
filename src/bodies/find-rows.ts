import type { IsoDate } from '../days/iso-date.ts';
import { indexTerms, words as wordsOf } from '../french/words.ts';
import type { Family } from '../vocabulary/rewording.ts';
import type { BodyRow } from './body-table.ts';
import { type Needs, type NeedsReader, SURE } from './read-needs.ts';

/** Classes of the CPV that words lead to, the likeliest first; digits. */
export type CpvOf = (text: string, nature?: Family) => readonly string[];

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
  readonly terms: ReadonlySet<string>;
  readonly codes: readonly string[];
  /** Each thing that it covers, in all its terms. */
  readonly things: readonly (readonly string[])[];
  /** Whom its contract is with. */
  readonly holder: readonly string[];
  readonly needs: Readonly<Record<'covers' | 'excludes' | 'family', Needs>>;
}

/** What a row has to do with the needs told: the more, the surer. */
interface Told {
  readonly covers: number;
  readonly excludes: number;
  readonly family: number;
}

/** Of the words of a thing, how much has to stand in a row that covers it, and in one that is near. */
const COVERS = 0.6;
const NEAR = 0.3;
/** Whatever no other row names. */
const REST = '*';
/** Digits that two codes of one group share, and of one division. */
const GROUP = 3;
const DIVISION = 2;

/** A contract for the larger need covers what is of it, or leaves it out, less surely; whoever buys the larger buys it nearly as surely. */
const OF_LARGER = { covers: 0.6, excludes: 0.6, family: 0.9 };
/** «Delbreil» said with what is needed makes it surer. */
const OF_HOLDER = 0.5;

export interface Reading {
  readonly cpvOf: CpvOf;
  /** Terms that say nothing of what is bought («marché», «prestation»). */
  readonly empty: ReadonlySet<string>;
  readonly needs: NeedsReader;
  /** Whether a folded word is one of French: any other may be a name. */
  readonly isFrench: (word: string) => boolean;
}

export function indexRows(rows: readonly BodyRow[], { cpvOf, empty, needs, isFrench }: Reading) {
  const read = rows.map((row) => readRow(row, { cpvOf, empty, needs, isFrench }));
  const rarity = (term: string) => {
    const holding = read.filter(({ terms }) => terms.has(term)).length;
    return Math.log((read.length + 1) / (holding + 0.5));
  };
  return {
    /** Rows that have to do with it, those that cover it first. */
    find: (looked: Looked): readonly FoundRow[] => {
      const said = [...new Set(indexTerms(looked.text))];
      const asked = said.filter((term) => !empty.has(term));
      const codes = looked.cpv === undefined ? cpvOf(looked.text, looked.family) : [looked.cpv];
      const weights = new Map(asked.map((term) => [term, Math.max(0.3, rarity(term))] as const));
      const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
      const told = needs.said(looked.whole ?? looked.text);
      const isTold = [...told.values()].some((weight) => weight >= SURE);
      const words = wordsOf(looked.whole ?? looked.text);
      return read
        .flatMap((one): readonly FoundRow[] => {
          const sums = toldOf(one, told, needs);
          const shared = asked.reduce((sum, term) => sum + (one.terms.has(term) ? (weights.get(term) ?? 0) : 0), 0);
          const share = all === 0 ? 0 : shared / all;
          const alike = isOfItsHolder(one, asked) ? 'covers' : fitOf(one, share, codes, looked.cpv !== undefined);
          const sure = sureFit(one, sums, isTold, nameOf(one, words, isFrench));
          if (sure !== undefined) {
            // Of its family, and in its own words.
            const fit = (sure === 'family' || sure === 'held') && alike === 'covers' ? alike : sure;
            const score = Math.max(sums.covers, sums.family, sums.excludes / 2);
            return [{ row: one.row, fit, sure: true, score }];
          }
          // Of a row whose needs are known and others than those told, words alike say little.
          const isOther = isTold && one.needs.covers.size > 0 && sums.covers === 0 && sums.family < SURE;
          const fit = isOther ? (alike === 'covers' ? 'near' : undefined) : alike;
          return fit === undefined
            ? []
            : [{ row: one.row, fit, sure: false, score: share + codeScore(one.codes, codes) + named(one, said) }];
        })
        .toSorted(
          (a, b) => Number(b.sure) - Number(a.sure) || (a.sure ? 0 : RANK[a.fit] - RANK[b.fit]) || b.score - a.score,
        );
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

const RANK = { covers: 0, excluded: 1, unsaid: 1, held: 1, near: 2, family: 3 } as const;

function readRow(row: BodyRow, { cpvOf, empty, needs }: Reading): ReadRow {
  const { family = '', contract, cpv } = row;
  const said = [contract?.covers, contract?.title, contract?.holder, family].filter(
    (one) => one !== undefined && one !== REST,
  );
  const terms = new Set(said.flatMap((one) => indexTerms(one ?? '')).filter((term) => !empty.has(term)));
  // What nobody gave a code is read as anybody's words are; one thing after the other.
  const things = (contract?.covers ?? family).split(/[,;]/).slice(0, MOST_THINGS);
  const codes = cpv.length > 0 ? cpv : things.flatMap((one) => cpvOf(one)[0] ?? []);
  const holder = indexTerms(contract?.holder ?? '').filter((term) => !empty.has(term));
  return {
    row,
    terms,
    codes,
    things: things.map((one) => indexTerms(one)),
    holder,
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

function toldOf({ needs: own }: ReadRow, told: Needs, { larger }: NeedsReader): Told {
  const sum = (of: keyof Told) =>
    [...told].reduce((all, [need, weight]) => {
      if (own[of].has(need)) return all + weight;
      const above = [...larger(need)].some((one) => own[of].has(one));
      return above ? all + weight * OF_LARGER[of] : all;
    }, 0);
  return { covers: sum('covers'), excludes: sum('excludes'), family: sum('family') };
}

/** @param isNamed its holder is; @param isTold a need surely is */
function sureFit({ row }: ReadRow, told: Told, isTold: boolean, isNamed: boolean): FoundRow['fit'] | undefined {
  const { covers, excludes, family } = told;
  const isOfFamily = family >= SURE * OF_LARGER.family;
  if (row.contract === undefined) return isOfFamily ? 'covers' : undefined;
  if (excludes >= SURE && excludes >= covers) return 'excluded';
  if (covers > 0 && covers + (isNamed ? OF_HOLDER : 0) >= SURE) return 'covers';
  if (isNamed && covers === 0) return isTold ? 'unsaid' : 'held';
  return isOfFamily ? 'family' : undefined;
}

/** By all the words of its holder, one after the other, or by one that is a name and no word of French. */
function nameOf({ row }: ReadRow, said: readonly string[], isFrench: Reading['isFrench']): boolean {
  const holder = wordsOf(row.contract?.holder ?? '');
  if (holder.length > 0 && ` ${said.join(' ')} `.includes(` ${holder.join(' ')} `)) return true;
  return holder.some((word) => word.length > 4 && !isFrench(word) && said.includes(word));
}

const MOST_THINGS = 20;

function fitOf(
  { terms, codes, row }: ReadRow,
  share: number,
  [first, ...others]: readonly string[],
  isGiven: boolean,
): FoundRow['fit'] | undefined {
  const sharesDigits = (code: string | undefined, most: number) =>
    code !== undefined && codes.some((own) => own.slice(0, most) === code.slice(0, Math.min(most, own.length)));
  const isOfClass =
    first !== undefined && codes.some((own) => first.startsWith(own) || (isGiven && own.startsWith(first)));
  const isOfGroup = sharesDigits(first, GROUP) || others.some((code) => codes.some((own) => code.startsWith(own)));
  if (terms.size > 0 && share >= COVERS) return 'covers';
  if (isOfClass && (share > 0 || row.cpv.length > 0)) return 'covers';
  if (share >= NEAR || isOfClass || isOfGroup) return 'near';
  return sharesDigits(first, DIVISION) && codes.some((own) => own.length === DIVISION) ? 'family' : undefined;
}

/** «des chaises chez Delagrave» is of the contract with Delagrave that says chairs; «chez Delagrave» alone may be of anything. */
function isOfItsHolder({ holder, terms }: ReadRow, asked: readonly string[]): boolean {
  const isNamed = holder.length > 0 && holder.every((term) => asked.includes(term));
  return isNamed && asked.some((term) => terms.has(term) && !holder.includes(term));
}

/** «produits d’entretien» is named by the row that says so, not by one of the upkeep of gardens: words that alone say nothing part them. */
function named({ things }: ReadRow, said: readonly string[]): number {
  return things.some((one) => one.length > 1 && one.every((term) => said.includes(term))) ? 0.5 : 0;
}

function codeScore(own: readonly string[], codes: readonly string[]): number {
  const shared = codes.map((code, rank) => Math.max(0, ...own.map((one) => common(one, code))) / (rank + 2));
  return Math.max(0, ...shared) / 8;
}

function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
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
