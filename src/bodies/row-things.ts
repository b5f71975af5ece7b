import { fold } from '../french/words.ts';
import type { AskedWord, ReadTerm, Term } from './asked-words.ts';
import type { BodyRow } from './body-table.ts';

type Thing = readonly Term[];

/** What a row says, thing by thing, each in its terms. */
export interface RowThings {
  readonly covers: readonly Thing[];
  readonly excludes: readonly Thing[];
  readonly family: readonly Thing[];
}

/** Whatever no other row names. */
const REST = '*';
const CALLED_REST =
  /\bhors (?:des )?(?:familles?|lignes?|categories?|segments?|marches?)\b|\bautres achats\b|\bachats? (?:divers|hors)\b|^(?:divers|autres|le reste|tout le reste)\b/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const EXCLUDED = /^exclu[es]{0,2}$/;

const OF_FAINT = 0.25;
/** «clim» beside «climatiseurs», «traduire» beside «traduction». */
const OF_BEGINNING = 0.7;
/** «conserver» beside «conserves». */
const OF_STEM = 0.75;
const OF_PART = 1.2;
/** Whatever is asked stands in one thing: that is meant, where something is asked. */
const WHOLE = 0.95;
const OF_WHOLE = 0.7;
/** «ramettes de bureau» are reams before they are of an office. */
const OF_COMPLEMENT = 0.6;

/** Whether a family is that of whatever no other row names: `*`, or called so. */
export function isRest(family: string | undefined): boolean {
  if (family === undefined) return false;
  const said = fold(family).trim();
  return said === REST || CALLED_REST.test(said);
}

/** Thing by thing. */
export function thingsIn(text: string, readTerm: ReadTerm): readonly Thing[] {
  return (
    text
      // «enrobé à chaud et à froid» is one thing.
      .split(/[,;]| (?:et|ou) (?!à |en |de |d['’])/)
      .map((one) =>
        (one.toLowerCase().match(WORD) ?? []).flatMap((word) => (EXCLUDED.test(word) ? [] : (readTerm(word) ?? []))),
      )
      .map((one) => one.toSorted((a, b) => Number(a.isFaint) - Number(b.isFaint)))
      .filter((one) => one.length > 0)
  );
}

export function thingsOf({ family = '', contract }: BodyRow, readTerm: ReadTerm): RowThings {
  const read = (text = '') => thingsIn(text, readTerm);
  const own = isRest(family) ? [] : read(family);
  return contract === undefined
    ? { covers: own, excludes: [], family: own }
    : { covers: [...read(contract.title), ...read(contract.covers)], excludes: read(contract.excludes), family: own };
}

/** How much each row's own words say of what is asked: 1 for a thing of one word that no other row says. */
export function weighThings(rows: readonly RowThings[]) {
  const holding = new Map<string, number>();
  for (const { covers, excludes, family } of rows)
    for (const term of new Set([covers, excludes, family].flat(2).map((one) => one.term)))
      holding.set(term, (holding.get(term) ?? 0) + 1);
  const most = Math.log(rows.length + 1);
  const rarity = ({ term, isFaint }: Term) =>
    (Math.log((rows.length + 1) / (holding.get(term) ?? 1)) / most) * (isFaint ? OF_FAINT : 1);
  const vocabulary = [...holding.keys()];
  return {
    /** The terms of the table that the words asked may mean, each with the forms of it and how surely it is meant. */
    meant: (asked: readonly AskedWord[]): Meant => {
      const met = new Map<string, { readonly form: string; readonly weight: number }>();
      for (const { term, form, weight, isFaint } of asked) {
        const put = (one: string, share: number) => {
          if ((met.get(one)?.weight ?? 0) < weight * share) met.set(one, { form, weight: weight * share });
        };
        if (holding.has(term)) put(term, 1);
        else if (!isFaint)
          for (const one of vocabulary) if (isBegun(form, one) || areKin(term, one)) put(one, OF_BEGINNING);
      }
      return met;
    },
    /** The best of the things said, in its rarest words, the whole of it above a part. */
    best: (things: readonly Thing[], met: Meant, asked: readonly AskedWord[]): number => {
      let best = 0;
      const all = asked.reduce((sum, { isFaint, weight }) => sum + (isFaint ? 0 : weight), 0);
      for (const thing of things) {
        let [size, said, weighed, told] = [0, 0, 0, 0];
        for (const [at, one] of thing.entries()) {
          const own = rarity(one) * (at === 0 ? 1 : OF_COMPLEMENT);
          const there = met.get(one.term);
          size += own;
          if (there === undefined) continue;
          said += own;
          if (!one.isFaint) told += there.weight;
          weighed += own * there.weight * (there.form === one.form || thing.length > 1 ? 1 : OF_STEM);
        }
        if (all > 0 && told >= all * WHOLE) best = Math.max(best, OF_WHOLE);
        if (size > 0) best = Math.max(best, weighed * (said / size) ** OF_PART);
      }
      return best;
    },
  };
}

type Meant = ReadonlyMap<string, { readonly form: string; readonly weight: number }>;

/** «clim» of «climatiseurs». */
function isBegun(form: string, term: string): boolean {
  return form.length >= 4 && term.length > form.length + 1 && term.startsWith(form);
}

/** «traduire» of «traduction», which their stems tell apart. */
function areKin(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared >= 5 && shared >= Math.max(one.length, other.length) * 0.7;
}
