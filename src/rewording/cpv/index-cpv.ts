import type { CpvTable } from '../../corpus/cpv.ts';
import { fold, termOf } from '../../french/words.ts';
import type { Sliced } from '../../sliced.ts';

/** How much a phrase counts by where it is from; a class that nobody has words for is seldom bought. */
const SOURCE = { usage: 1, label: 0.7, seldom: 0.5, parent: 0.2 };
/** Rare words count more than common ones, but not as much as they are rarer. */
const RARITY = 0.8;
/** A phrase said in part counts for less than its part. */
const PART = 1.2;
/** The words of a class taken one by one, beside its best phrase. */
const ONE_BY_ONE = 0.25;

/** The best phrase of a class and what the class is worth. */
interface Scored {
  readonly code: string;
  readonly score: number;
  readonly phrase: number;
}

export interface CpvIndex {
  knows(term: string): boolean;
  /** Every class that shares a term with what was said, each term with its weight. */
  score(weights: ReadonlyMap<string, number>): readonly Scored[];
  termsOf(phrase: number): readonly string[];
  /** The finest code of a class all the words of whose label were said; the class where none was. */
  finest(code: string, said: ReadonlySet<string>): { readonly code: string; readonly label: string };
}

interface Phrase {
  readonly code: string;
  readonly terms: readonly string[];
  readonly source: number;
  /** The code and the label that it is, unless it is a way of saying. */
  readonly of?: { readonly code: string; readonly label: string };
}

/** An inverted index over the ways of saying and the labels of the common procurement vocabulary. */
export function* indexCpv(table: CpvTable): Sliced<CpvIndex> {
  const phrases = yield* phrasesOf(table);
  yield;
  const first = new Map<string, number>();
  const postings = new Map<string, number[]>();
  for (const [at, { code, terms }] of phrases.entries()) {
    if (!first.has(code)) first.set(code, at);
    for (const term of terms) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [at]);
      else list.push(at);
    }
  }
  const rarities = new Map(
    [...postings].map(([term, list]) => {
      let classes = 0;
      for (const [place, at] of list.entries())
        if (phrases[at]?.code !== phrases[list[place - 1] ?? -1]?.code) classes++;
      return [term, Math.log((first.size + 1) / (classes + 0.5)) ** RARITY] as const;
    }),
  );
  const size = (terms: readonly string[]) => terms.reduce((total, term) => total + (rarities.get(term) ?? 0), 0);
  const sizes = Float64Array.from(phrases, ({ terms }) => size(terms));
  // Of each phrase, what was said of it, and the same weighed; blank between two needs.
  const said = new Float64Array(phrases.length);
  const weighed = new Float64Array(phrases.length);

  const gather = (weights: ReadonlyMap<string, number>) => {
    const met = new Set<number>();
    const bags = new Map<string, number>();
    for (const [term, weight] of weights) {
      const rarity = rarities.get(term) ?? 0;
      let last = '';
      for (const at of postings.get(term) ?? []) {
        met.add(at);
        said[at] = (said[at] ?? 0) + rarity;
        weighed[at] = (weighed[at] ?? 0) + rarity * weight;
        const { code = '' } = phrases[at] ?? {};
        if (code !== last) bags.set(code, (bags.get(code) ?? 0) + rarity * weight);
        last = code;
      }
    }
    return { met, bags };
  };

  return {
    knows: (term) => postings.has(term),
    termsOf: (phrase) => phrases[phrase]?.terms ?? [],
    score: (weights) => {
      const { met, bags } = gather(weights);
      const best = new Map<string, Scored>();
      for (const at of met) {
        const { code = '', source = 0 } = phrases[at] ?? {};
        const score = (weighed[at] ?? 0) * source * ((said[at] ?? 0) / (sizes[at] ?? 1)) ** PART;
        if (score > (best.get(code)?.score ?? 0)) best.set(code, { code, score, phrase: at });
        said[at] = 0;
        weighed[at] = 0;
      }
      return [...best.values()].map((one) => ({ ...one, score: one.score + ONE_BY_ONE * (bags.get(one.code) ?? 0) }));
    },
    finest: (code, words) => {
      const own = { code, label: '', size: 0 };
      for (let at = first.get(code) ?? phrases.length; phrases[at]?.code === code; at++) {
        const { of, terms = [] } = phrases[at] ?? {};
        if (of === undefined) continue;
        const whole = own.label === '' || terms.every((term) => words.has(term));
        if (whole && (own.label === '' || (sizes[at] ?? 0) > own.size))
          Object.assign(own, of, { size: own.label === '' ? 0 : sizes[at] });
      }
      return { code: own.code, label: own.label };
    },
  };
}

/** So many codes are read at a time. */
const AT_A_TIME = 2_000;

/** Class by class: what people say, the labels of its codes in their order, and above them what its parents are called. */
function* phrasesOf({ usages, labels, vides }: CpvTable): Sliced<readonly Phrase[]> {
  const termsIn = readTerms(vides);
  const classes = new Map<string, Phrase[]>();
  const parents = new Map<string, readonly string[]>();
  let read = 0;
  for (const [code, label] of labels) {
    if (++read % AT_A_TIME === 0) yield;
    const short = code.slice(0, 4);
    if (short.endsWith('0') && !usages.has(short)) parents.set(short.replace(/0{1,4}$/, ''), termsIn(label, 'telling'));
    else {
      const own = classes.get(short) ?? [];
      classes.set(short, own);
      const source = usages.has(short) ? SOURCE.label : SOURCE.seldom;
      own.push({ code: short, terms: termsIn(label, 'telling'), source, of: { code, label } });
    }
  }
  const phrases: Phrase[] = [];
  read = 0;
  for (const [code, own] of classes) {
    if (++read % (AT_A_TIME / 4) === 0) yield;
    for (const way of usages.get(code) ?? []) phrases.push({ code, terms: termsIn(way, 'all'), source: SOURCE.usage });
    phrases.push(...own);
    phrases.push({
      code,
      terms: [2, 3].flatMap((end) => parents.get(code.slice(0, end)) ?? []),
      source: SOURCE.parent,
    });
  }
  return phrases;
}

/**
 * The index term of a folded word: one for «ramasser» and «ramassage», for «pneu» and «pneus», which the stems of `termOf`
 * tell apart.
 */
export function cpvTerm(word: string): string | undefined {
  const stem = termOf(word, word.length > 3 ? word.replace(/([^s])s$|([eo]u)x$/, '$1$2') : word);
  if (stem === undefined || !stem.endsWith('ag')) return stem;
  const root = stem
    .replace(/ag$/, '')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/y$/, 'i');
  return root.length >= 5 ? root : stem;
}

/** Reads the terms of a phrase, each once, or those alone that say something of what is bought. */
function readTerms(empty: readonly string[]): (text: string, which: 'all' | 'telling') => readonly string[] {
  const emptied = new Set(empty);
  const known = new Map<string, string | undefined>();
  return (text, which) => {
    const terms = new Set<string>();
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      if (which === 'telling' && emptied.has(word)) continue;
      if (!known.has(word)) known.set(word, /^\d+$/.test(word) ? undefined : cpvTerm(fold(word)));
      const term = known.get(word);
      if (term !== undefined) terms.add(term);
    }
    return [...terms];
  };
}
