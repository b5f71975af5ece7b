import type { NeedsTable } from '../corpus/needs.ts';
import { termOf, words } from '../french/words.ts';
import type { AskedWord, ReadTerm } from './asked-words.ts';
import { createNearNeeds, type NearNeeds, type Needs } from './near-needs.ts';

export interface NeedsReader extends NearNeeds {
  /** Of what someone says. @param asked its words, each with how much it says */
  readonly said: (text: string, asked?: readonly AskedWord[]) => Needs;
  /** Of the name of a family, or of what is left out: each of its words. */
  readonly cell: (text: string) => Needs;
  /** Of what a contract is for, or not. */
  readonly contract: (text: string) => Needs;
  /** The larger needs that one is of, itself left out. */
  readonly larger: (need: string) => ReadonlySet<string>;
  /** Whether a word stands in those of any need. */
  readonly knows: (word: string) => boolean;
  /** Whether it asks the rule rather than the thing. */
  readonly asksLaw: (text: string) => boolean;
  /** Whether it tells that someone is away. */
  readonly tellsAbsence: (text: string) => boolean;
  /** What is asked beside the thing itself («pose», «achat neuf»), as a table or as people say it. */
  readonly aspects: (text: string, side: 'table' | 'dit') => ReadonlySet<string>;
}

export const SURE = 1;
const OF_SEVERAL_WORDS = 1.2;
const OF_ONE_WORD = 1;
/** A word of the common vocabulary alone. */
const OF_A_COMMON_WORD = 0.4;
const OF_AN_OCCASION = 0.5;
/** A need told so many times less than another is told beside it. */
const ASIDE = 3;
/** Terms that may stand between two of one way of saying. */
const GAP = 1;

interface Sum {
  readonly weight: number;
  /** Of no way of saying of several words. */
  readonly isPlain: boolean;
}

interface Way {
  readonly terms: readonly string[];
  /** Undefined for what only looks like a need. */
  readonly need: string | undefined;
  readonly weight: number;
}

/** @param usages what people say by class of the CPV */
export function createNeeds(
  table: NeedsTable,
  usages: ReadonlyMap<string, readonly string[]>,
  readTerm: ReadTerm,
): NeedsReader {
  const needs = Object.entries(table.besoins);
  const inTables = needs.flatMap(([need, { table: one = [] }]) => waysOf(one, need, OF_A_COMMON_WORD));
  const inWords = needs.flatMap(([need, { dit = [], occasion = [], cpv }]) => [
    ...waysOf(dit, need, OF_ONE_WORD),
    ...waysOf(
      cpv.flatMap((one) => usages.get(one) ?? []),
      need,
      OF_A_COMMON_WORD,
    ),
    ...waysOf(occasion, need, OF_AN_OCCASION).map((way) => ({ ...way, weight: OF_AN_OCCASION })),
  ]);
  // «cartes» of a table is any card to whoever speaks.
  const said = byFirstTerm([
    ...inWords,
    ...inTables.filter(({ terms }) => terms.length > 1),
    ...waysOf(table.sans_objet, undefined, 0),
  ]);
  // In a table «après sinistre» is no insurance: one word of everyday says nothing there.
  const written = byFirstTerm([...inTables, ...inWords.filter(({ terms }) => terms.length > 1)]);
  const known = new Set([...inTables, ...inWords].flatMap(({ terms }) => terms));
  const law = byFirstTerm(waysOf(table.droit, undefined, 0));
  const absence = byFirstTerm(waysOf(table.absence, undefined, 0));
  const aspectsOf = (side: 'table' | 'dit') =>
    byFirstTerm(Object.entries(table.aspects).flatMap(([name, ways]) => waysOf(ways[side], name, 1)));
  const aspects = { table: aspectsOf('table'), dit: aspectsOf('dit') };
  const larger = createLarger(table);
  /** «véhicules, freins, vidanges» is of repairs: the larger word beside says whose, and counts for what is of it. */
  const narrowed = (found: ReadonlyMap<string, Sum>, keeps: (sum: Sum) => boolean): Needs => {
    const above = new Set([...found.keys()].flatMap((need) => [...larger(need)]));
    const goes = ([need, sum]: readonly [string, Sum]) => above.has(need) && !keeps(sum);
    const gone = new Map([...found].filter(goes));
    return new Map(
      [...found].flatMap(([need, { weight }]) => {
        if (gone.has(need)) return [];
        const more = [...larger(need)].reduce((sum, one) => sum + (gone.get(one)?.weight ?? 0), 0);
        return [[need, weight + more] as const];
      }),
    );
  };
  const sumsIn = (text: string, index: typeof said, asked: readonly AskedWord[] = []): Map<string, Sum> => {
    const found = new Map<string, Sum>();
    const shares = new Map<string, number>();
    for (const { word, weight } of asked)
      for (const term of termsOf(word)) shares.set(term, Math.max(weight, shares.get(term) ?? 0));
    for (const { need, weight: full, terms } of metIn(termsOf(text), index)) {
      if (need === undefined) continue;
      const weight = full * Math.max(...terms.map((term) => shares.get(term) ?? 1));
      const before = found.get(need);
      const isPlain = terms.length === 1 && before?.isPlain !== false;
      found.set(need, { weight: (before?.weight ?? 0) + weight, isPlain });
    }
    return found;
  };
  return {
    larger,
    ...createNearNeeds(table, usages, readTerm),
    said: (text, asked) => narrowed(sumsIn(text, said, asked), () => false),
    cell: (text) => new Map([...sumsIn(text, written)].map(([need, { weight }]) => [need, weight])),
    contract: (text) => {
      const found = sumsIn(text, written);
      const most = Math.max(0, ...[...found.values()].map(({ weight }) => weight));
      // «une carte par véhicule» of fuel prints nothing: one word beside a contract that says much else.
      const told = new Map([...found].filter(([, { weight, isPlain }]) => !isPlain || weight * ASIDE > most));
      return narrowed(told, ({ isPlain }) => !isPlain);
    },
    knows: (text) => termsOf(text).some((term) => known.has(term)),
    asksLaw: (text) => metIn(termsOf(text), law).length > 0,
    tellsAbsence: (text) => metIn(termsOf(text), absence).length > 0,
    aspects: (text, side) => new Set(metIn(termsOf(text), aspects[side]).flatMap(({ need }) => need ?? [])),
  };
}

/** The larger needs that one is of, climbed once each. */
function createLarger({ besoins }: NeedsTable): NeedsReader['larger'] {
  const byName = new Map(Object.entries(besoins));
  const climbed = new Map<string, ReadonlySet<string>>();
  return (need) => {
    const known = climbed.get(need);
    if (known !== undefined) return known;
    const found = new Set<string>();
    const climb = (one: string): void => {
      for (const above of byName.get(one)?.dans ?? []) {
        if (found.has(above)) continue;
        found.add(above);
        climb(above);
      }
    };
    climb(need);
    found.delete(need);
    climbed.set(need, found);
    return found;
  };
}

/** Words that say something, in the singular: a stem would take «en cours» for a current, «CAF» for coffee. */
function termsOf(text: string): readonly string[] {
  return words(text).flatMap((word) =>
    termOf(word) === undefined ? [] : [word.replace(/[sx]$/, '').replace(/ee$/, 'e')],
  );
}

function waysOf(said: readonly string[], need: string | undefined, ofOneWord: number): readonly Way[] {
  return said.flatMap((way) => {
    const terms = termsOf(way);
    const weight = terms.length > 1 ? OF_SEVERAL_WORDS : ofOneWord;
    return terms.length === 0 ? [] : [{ terms, need, weight }];
  });
}

function byFirstTerm(ways: readonly Way[]): ReadonlyMap<string, readonly Way[]> {
  const found = new Map<string, Way[]>();
  for (const way of ways) {
    const [first = ''] = way.terms;
    const there = found.get(first);
    if (there === undefined) found.set(first, [way]);
    else there.push(way);
  }
  return found;
}

/** The longest way of saying that begins at each term, once each; of a term that was taken none begins. */
function metIn(terms: readonly string[], ways: ReadonlyMap<string, readonly Way[]>): readonly Way[] {
  const met = new Map<string, Way>();
  for (let at = 0; at < terms.length; ) {
    const here = (ways.get(terms[at] ?? '') ?? []).flatMap((way) => {
      const end = endOf(way.terms, terms, at);
      return end === undefined ? [] : [{ way, end }];
    });
    const most = Math.max(0, ...here.map(({ way }) => way.terms.length));
    const longest = here.filter(({ way }) => way.terms.length === most);
    for (const { way } of longest) {
      const key = `${way.need} ${way.terms.join(' ')}`;
      if ((met.get(key)?.weight ?? -1) < way.weight) met.set(key, way);
    }
    at = longest[0]?.end ?? at + 1;
  }
  return [...met.values()];
}

/** Where it ends, when it begins there: in its order, a term or two between. */
function endOf(way: readonly string[], terms: readonly string[], start: number): number | undefined {
  let at = start + 1;
  for (const term of way.slice(1)) {
    const within = terms.slice(at, at + GAP + 1).indexOf(term);
    if (within < 0) return undefined;
    at += within + 1;
  }
  return at;
}
