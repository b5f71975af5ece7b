import { ownValue } from '../own-value.ts';
import { sharedLines } from './by-word.ts';
import type { Case, Conclusion } from './compute.ts';
import type { FactName, FactValue } from './facts.ts';
import { type Opening, verdictOf } from './text/say-verdict.ts';
import type { Line } from './work.ts';

/** Ways told in one sentence, at most. */
export const MOST_BRANCHES = 3;

/** What is counted alike in every case, then what each way is set against: «95 000 € HT atteint 60 000 € HT…». */
export function whyOf({ goal, cases = [], missing, bounded }: Conclusion): readonly Line[] {
  // A sum that was only tried is no reason.
  if (bounded && !missing.every(({ fact }) => COUNTED.has(fact))) return [];
  const shared = sharedLines(cases);
  const ways = new Map<string, Case>();
  for (const one of cases) {
    const verdict = verdictOf({ goal, ...one, values: wordsOnly(one.values, {}) }) ?? '';
    if (!ways.has(verdict) || one.taken?.includes(TOLD_FIRST)) ways.set(verdict, one);
  }
  const own = [...ways.values()].flatMap(({ explanation }) =>
    explanation
      .filter((line) => COMPARED.test(line.text) && !shared.some(({ text }) => text === line.text))
      .slice(0, 1),
  );
  const apart = [...new Map(own.map((line) => [line.text, line])).values()];
  const alike = shared.filter(({ text }) => /[=×]/.test(text) || COMPARED.test(text));
  return [...alike, ...(apart.length > MOST_BRANCHES ? [] : apart)];
}

/** Numbers that a sum was really counted from. */
const COUNTED: ReadonlySet<FactName> = new Set(['annees', 'duree_mois', 'quantite']);
/** The buyer whose reasoning is told, where others conclude alike. */
const TOLD_FIRST: FactValue = 'collectivite';

const COMPARED = /\batteint\b|\bau plus\b|\best sous\b|\bSous\b|\bÀ partir de\b|\bAu moins\b|\blimites?\b/;

/** What a yes or a no is said by, and no sum. */
export function wordsOnly(values: Conclusion['values'], { question }: Opening): Conclusion['values'] {
  return Object.fromEntries(
    [
      'procedure',
      ...(question === 'publication' || question === 'boamp_seul' || question === 'site_seul' ? ['publicite'] : []),
    ].flatMap((name) => {
      const value = ownValue(values, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
