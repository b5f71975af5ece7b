import type { Span } from '../../french/span.ts';
import { fold } from '../../french/words.ts';
import type { GoalName } from '../goals.ts';
import type { Counted } from '../words.ts';
import type { SaidSum } from './said-sums.ts';

/** Goals that are looked at contract by contract, or order by order. */
export const APART: ReadonlySet<GoalName> = new Set(['advance', 'legal_control']);
/** «Lesquels ?», «trois bons», «chacun»: each is asked about. */
const ASKS_EACH =
  /\b(?:lequel|laquelle|lesquels|lesquelles|chacune?|(?:deux|trois|quatre|cinq|six|[2-6]) (?:bons?|contrats?|marches|commandes|lots))\b/;
const ALIKE: ReadonlySet<Counted> = new Set(['besoin', 'bon_ht', 'maximum_ht', 'partie']);
/** More are a table, and no question. */
const MOST = 6;
const BREAKS = /[;:\n]|[.?!](?=\s|$)|, (?:et )?| et (?:un|une|le|la) |(?<=\)) et /g;

/** The orders or contracts of a text, each in its own words, with how every sum counts were it alone; empty where there is one. */
export function eachApart(
  text: string,
  goal: GoalName,
  sums: readonly SaidSum[],
  counted: readonly Counted[],
): readonly { readonly span: Span; readonly counted: readonly Counted[] }[] {
  if (!APART.has(goal) || !ASKS_EACH.test(fold(text))) return [];
  const alike = sums.flatMap((_, index) => (ALIKE.has(counted[index] ?? 'besoin') ? [index] : []));
  if (alike.length < 2 || alike.length > MOST) return [];
  const breaks = [...text.matchAll(BREAKS)].map((found): Span => [found.index, found.index + found[0].length]);
  return alike.flatMap((index, at) => {
    const sum = sums[index];
    if (sum === undefined) return [];
    const floor = sums[alike[at - 1] ?? -1]?.span[1] ?? 0;
    const roof = sums[alike[at + 1] ?? -1]?.span[0] ?? text.length;
    const start =
      breaks.findLast(([from, to]) => from >= floor && to <= sum.span[0])?.[1] ?? Math.max(floor, sum.span[0] - LEAD);
    const end = breaks.find(([from]) => from >= sum.span[1] && from < roof)?.[0] ?? roof;
    // Each of the orders is one, whether or not the word stands beside it.
    const own = counted.includes('bon_ht') ? 'bon_ht' : counted[index];
    const alone = counted.map((as, one) => (one === index ? (own ?? as) : alike.includes(one) ? 'rien' : as));
    return [{ span: [start, end], counted: alone }];
  });
}

/** Words before a sum that say of what it is. */
const LEAD = 30;
