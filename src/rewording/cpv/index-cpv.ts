import type { CpvTable } from '../../corpus/cpv.ts';
import { indexPhrases, type Phrase, type PhraseIndex } from '../../french/index-phrases.ts';
import { fold, termOf } from '../../french/words.ts';
import type { Sliced } from '../../sliced.ts';

/** How much a phrase counts by where it is from; a class that nobody has words for is seldom bought. */
const SOURCE = { usage: 1, label: 0.7, seldom: 0.5, parent: 0.2 };
const MIX = { rarity: 0.8, part: 1.2, oneByOne: 0.25 };

export interface CpvIndex extends PhraseIndex {
  termsOf(phrase: number): readonly string[];
  /** The finest code of a class all the words of whose label were said; the class where none was. */
  finest(code: string, said: ReadonlySet<string>): { readonly code: string; readonly label: string };
}

/** A way of saying a class, by its four digits; the code and the label that it is, unless it is a way of saying. */
interface CpvPhrase extends Phrase {
  readonly label?: { readonly code: string; readonly label: string };
}

/** An inverted index over the ways of saying and the labels of the common procurement vocabulary. */
export function* indexCpv(table: CpvTable): Sliced<CpvIndex> {
  const phrases = yield* phrasesOf(table);
  yield;
  const first = new Map<string, number>();
  for (const [at, { of }] of phrases.entries()) if (!first.has(of)) first.set(of, at);
  const index = indexPhrases(phrases, MIX);
  return {
    ...index,
    termsOf: (phrase) => phrases[phrase]?.terms ?? [],
    finest: (code, words) => {
      const own = { code, label: '', size: 0 };
      for (let at = first.get(code) ?? phrases.length; phrases[at]?.of === code; at++) {
        const { label, terms = [] } = phrases[at] ?? {};
        if (label === undefined) continue;
        const whole = own.label === '' || terms.every((term) => words.has(term));
        if (whole && (own.label === '' || index.sizeOf(at) > own.size))
          Object.assign(own, label, { size: own.label === '' ? 0 : index.sizeOf(at) });
      }
      return { code: own.code, label: own.label };
    },
  };
}

/** So many codes are read at a time. */
const AT_A_TIME = 2_000;

/** Class by class: what people say, the labels of its codes in their order, and above them what its parents are called. */
function* phrasesOf({ usages, turns, labels, vides }: CpvTable): Sliced<readonly CpvPhrase[]> {
  const termsIn = readTerms(vides);
  const classes = new Map<string, CpvPhrase[]>();
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
      own.push({ of: short, terms: termsIn(label, 'telling'), source, label: { code, label } });
    }
  }
  const phrases: CpvPhrase[] = [];
  read = 0;
  for (const [code, own] of classes) {
    if (++read % (AT_A_TIME / 10) === 0) yield;
    for (const way of [...(usages.get(code) ?? []), ...(turns.get(code) ?? [])])
      phrases.push({ of: code, terms: termsIn(way, 'all'), source: SOURCE.usage });
    phrases.push(...own);
    phrases.push({
      of: code,
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
