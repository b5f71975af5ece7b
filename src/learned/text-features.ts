import type { SaidValue } from '../french/values/value.ts';
import { fold, words } from '../french/words.ts';

/** Characters of a piece of a word: what is left of one that a hurried hand writes otherwise. */
const PIECE = 4;
/** What stands in a text for a value: whatever it is worth, it asks alike. No number is left, so none is learnt. */
const MARKS = { amount: 'vsomme', percentage: 'vpourcent', date: 'vdate', time_of_day: 'vheure' } as const;
/** From here a bare number is a sum rather than a count. */
const A_SUM = 1_000;

/** Of the texts at hand, by their values: several models each look at one message. */
const seen = new WeakMap<readonly SaidValue[], { readonly text: string; readonly features: readonly string[] }>();

/** What is seen of a sentence: words, pairs, pieces of words, kinds of values. */
export function textFeatures(text: string, values: readonly SaidValue[]): readonly string[] {
  const known = seen.get(values);
  if (known?.text === text) return known.features;
  const features = findFeatures(text, values);
  seen.set(values, { text, features });
  return features;
}

function findFeatures(text: string, values: readonly SaidValue[]): readonly string[] {
  const said = words(marked(text, values)).map((word) => (/\d/.test(word) ? 'vnombre' : word));
  const features = new Set<string>();
  for (const [index, word] of said.entries()) {
    features.add(`m ${word}`);
    features.add(`p ${said[index - 1] ?? '^'} ${word}`);
    for (const piece of isMark(word) ? [] : pieces(word)) features.add(`q ${piece}`);
  }
  features.add(`p ${said.at(-1) ?? '^'} $`);
  if (fold(text).trimEnd().endsWith('?')) features.add('?');
  return [...features];
}

const isMark = (word: string) => /^v(?:somme|pourcent|date|heure|jours|duree|nombre)$/.test(word);

function pieces(word: string): readonly string[] {
  const whole = `^${word}$`;
  if (whole.length <= PIECE) return [];
  return Array.from({ length: whole.length - PIECE + 1 }, (_, at) => whole.slice(at, at + PIECE));
}

function marked(text: string, values: readonly SaidValue[]): string {
  let rest = text;
  for (const value of values.toReversed()) {
    const [start, end] = value.span;
    rest = `${rest.slice(0, start)} ${markOf(value)} ${rest.slice(end)}`;
  }
  return rest;
}

function markOf(value: SaidValue): string {
  switch (value.kind) {
    case 'duration':
      return value.unit === 'month' || value.unit === 'year' ? 'vduree' : 'vjours';
    case 'quantity':
      return value.unit === undefined && value.high >= A_SUM
        ? 'vsomme'
        : `vnombre ${value.text.replace(/\d[\d\s.,]*/g, ' ')}`;
    default:
      return MARKS[value.kind];
  }
}
