import type { IsoDate } from '../days/iso-date.ts';
import { indexTerms } from '../french/words.ts';
import type { Family } from '../vocabulary/rewording.ts';
import type { BodyRow } from './body-table.ts';

/** Classes of the CPV that words lead to, the likeliest first; digits. */
export type CpvOf = (text: string, nature?: Family) => readonly string[];

/** What is looked for. */
export interface Looked {
  readonly text: string;
  /** The nature of the purchase, where it is known. */
  readonly family: Family | undefined;
  readonly cpv: string | undefined;
}

/** How a row stands to it. */
export interface FoundRow {
  readonly row: BodyRow;
  readonly fit: 'covers' | 'near' | 'family';
  /** The higher the nearer, among rows of one fit. */
  readonly score: number;
}

/** A row with its words and codes, read once for a version of the table. */
interface ReadRow {
  readonly row: BodyRow;
  readonly terms: ReadonlySet<string>;
  readonly codes: readonly string[];
  /** Each thing that it covers, in all its terms. */
  readonly things: readonly (readonly string[])[];
  /** Whom its contract is with. */
  readonly holder: readonly string[];
}

/** Of the words of a thing, how much has to stand in a row that covers it, and in one that is near. */
const COVERS = 0.6;
const NEAR = 0.3;
/** Whatever no other row names. */
const REST = '*';
/** Digits that two codes of one group share, and of one division. */
const GROUP = 3;
const DIVISION = 2;

/** @param empty terms that say nothing of what is bought («marché», «prestation») */
export function indexRows(rows: readonly BodyRow[], cpvOf: CpvOf, empty: ReadonlySet<string>) {
  const read = rows.map((row) => readRow(row, cpvOf, empty));
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
      return read
        .flatMap((one): readonly FoundRow[] => {
          const shared = asked.reduce((sum, term) => sum + (one.terms.has(term) ? (weights.get(term) ?? 0) : 0), 0);
          const share = all === 0 ? 0 : shared / all;
          const fit = isOfItsHolder(one, asked) ? 'covers' : fitOf(one, share, codes, looked.cpv !== undefined);
          return fit === undefined
            ? []
            : [{ row: one.row, fit, score: share + codeScore(one.codes, codes) + named(one, said) }];
        })
        .toSorted((a, b) => RANK[a.fit] - RANK[b.fit] || b.score - a.score);
    },
    rest: rows.find(({ family }) => family === REST),
  };
}

const RANK = { covers: 0, near: 1, family: 2 } as const;

function readRow(row: BodyRow, cpvOf: CpvOf, empty: ReadonlySet<string>): ReadRow {
  const { family = '', contract, cpv } = row;
  const said = [contract?.covers, contract?.title, contract?.holder, family].filter(
    (one) => one !== undefined && one !== REST,
  );
  const terms = new Set(said.flatMap((one) => indexTerms(one ?? '')).filter((term) => !empty.has(term)));
  // What nobody gave a code is read as anybody's words are; one thing after the other.
  const things = (contract?.covers ?? family).split(/[,;]/).slice(0, MOST_THINGS);
  const codes = cpv.length > 0 ? cpv : things.flatMap((one) => cpvOf(one)[0] ?? []);
  const holder = indexTerms(contract?.holder ?? '').filter((term) => !empty.has(term));
  return { row, terms, codes, things: things.map((one) => indexTerms(one)), holder };
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
    if (row.contract !== undefined && fit !== 'family') return rest;
  }
  return rest;
}

export function isInForce({ contract }: BodyRow, today: IsoDate): boolean {
  return contract !== undefined && contract.until >= today;
}
