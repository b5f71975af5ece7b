import { frenchTypography } from '../french/typography.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Case, Conclusion } from './compute.ts';
import { type FactName, type FactValue, kindOf, type Situation } from './facts.ts';
import { verdictOf } from './text/say-verdict.ts';
import { euros, percent } from './work.ts';

/** More turns than this are no sentence. */
const MOST_BOUNDS = 3;

/**
 * Parts the cases of a number that nobody gave by where the conclusion turns, and not by the values that were tried: «moins de
 * 60 000 €», «à partir de 60 000 € et moins de 216 000 €». Left as it was where it turns too often.
 * @param conclude what follows of a situation; undefined where nothing does
 */
export function partByBounds(
  conclusion: Conclusion,
  situation: Situation,
  conclude: (situation: Situation) => Conclusion | undefined,
): Conclusion {
  const { missing, cases } = conclusion;
  if (cases === undefined || cases.some(({ taken }) => taken === undefined)) return conclusion;
  let parted = cases;
  for (const [at, { fact }] of missing.entries()) {
    // A rate is one of four: its cases are told as they are.
    if (typeof cases[0]?.taken?.[at] !== 'number' || /^taux_/.test(fact)) continue;
    const concludeAt = (one: Case, value: number) =>
      conclude(
        new Map([...situation, ...missing.map((each, place) => factAt(each.fact, takenAt(one, at, value)[place]))]),
      );
    const bounds = boundsOf(parted, at, (one, value) => wordOf(concludeAt(one, value)));
    const others = groupedBy(parted, at);
    if (bounds.length === 0 || bounds.length > MOST_BOUNDS || others.length * (bounds.length + 1) > MOST_CASES)
      return conclusion;
    const lowest = Math.min(...parted.map(({ taken }) => Number(taken?.[at])));
    parted = others.flatMap(([one]) =>
      [lowest, ...bounds].flatMap((value) => {
        const concluded = one && concludeAt(one, value);
        if (one === undefined || concluded === undefined) return [];
        const { value: said, values, explanation } = concluded;
        const labels = one.labels.map((label, place) => (place === at ? spanOf(fact, value, bounds) : label));
        const taken = takenAt(one, at, value);
        return [{ labels, taken, values, explanation, ...(said === undefined ? {} : { value: said }) }];
      }),
    );
  }
  return parted === cases ? conclusion : { ...conclusion, cases: parted, bounded: true };
}

/** No more cases are told than this. */
const MOST_CASES = 24;

const takenAt = ({ taken = [] }: Case, at: number, value: FactValue): readonly FactValue[] => taken.with(at, value);
const factAt = (fact: FactName, value: FactValue | undefined): readonly [FactName, FactValue] => [fact, value ?? null];
const othersOf = ({ taken = [] }: Case, at: number): string => JSON.stringify(taken.filter((_, other) => other !== at));

/** Cases that part by the fact at that place alone, together. */
function groupedBy(cases: readonly Case[], at: number): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) groups.set(othersOf(one, at), [...(groups.get(othersOf(one, at)) ?? []), one]);
  return [...groups.values()];
}
/** The word of a conclusion, and its rates: sums differ with every value. */
function wordOf(concluded: Conclusion | undefined): string {
  if (concluded === undefined) return '';
  const { goal, value, values } = concluded;
  const said = Object.fromEntries(
    Object.entries(values).filter(([name, one]) => typeof one !== 'number' || /^taux_/.test(name)),
  );
  return verdictOf({ goal, values: said, ...(typeof value === 'number' ? {} : { value }) }) ?? '';
}

/** The first whole value of each new conclusion, over all that the other facts may be. */
function boundsOf(cases: readonly Case[], at: number, wordAt: (one: Case, value: number) => string): readonly number[] {
  const known = new Set<number>();
  for (const group of groupedBy(cases, at)) {
    const [first] = group;
    if (first === undefined) continue;
    // Mostly it turns where it did for the others: there no halves are tried.
    const values = [...group.map(({ taken }) => Number(taken?.[at])), ...[...known].flatMap((one) => [one - 1, one])];
    const words = new Map<number, string>();
    const wordOnce = (value: number) => words.get(value) ?? wordAt(first, value);
    for (const value of values) words.set(value, wordAt(first, value));
    for (const turn of turnsOf(
      values.toSorted((one, other) => one - other),
      wordOnce,
    ))
      known.add(turn);
    if (known.size > MOST_BOUNDS) break;
  }
  return [...known].toSorted((one, other) => one - other);
}

/** Where the word changes between values in order, by halves: «achat direct» to «adaptée», then to «formalisée». */
function turnsOf(values: readonly number[], wordAt: (value: number) => string): readonly number[] {
  const turns: number[] = [];
  let [word, low] = [wordAt(values[0] ?? 0), values[0] ?? 0];
  for (const high of values.slice(1))
    while (wordAt(high) !== word && turns.length <= MOST_BOUNDS) {
      let to = high;
      while (to - low > 1) {
        const middle = Math.floor((low + to) / 2);
        if (wordAt(middle) === word) low = middle;
        else to = middle;
      }
      turns.push(to);
      [word, low] = [wordAt(to), to];
    }
  return turns;
}

function spanOf(fact: FactName, value: number, bounds: readonly number[]): string {
  const from = bounds.findLast((bound) => bound <= value);
  const to = bounds.find((bound) => bound > value);
  const { under, upTo, fromOn, above, between } = verdictTexts.spans;
  const say = (one: number) => sayNumber(fact, one);
  // «Plus de 50 000 €» turns at one euro more; a length of time is counted in whole months.
  const isOver = (bound: number) => /_mois$|^annees$|_ans$/.test(fact) || (bound > 100 && (bound - 1) % 100 === 0);
  const low = from === undefined ? '' : isOver(from) ? `${above} ${say(from - 1)}` : `${fromOn} ${say(from)}`;
  const high = to === undefined ? '' : isOver(to) ? `${upTo} ${say(to - 1)}` : `${under} ${say(to)}`;
  return frenchTypography(low === '' || high === '' ? low || high : `${low} ${between} ${high}`);
}

function sayNumber(fact: FactName, value: number): string {
  const kind = kindOf(fact);
  if (kind.kind === 'share') return percent(value);
  if (/_(?:ht|ttc)$|fonctionnement$/.test(fact))
    return `${euros(value)}${/_ht$/.test(fact) ? ' HT' : /fonctionnement$/.test(fact) ? ' de fonctionnement' : ''}`;
  const [one, many] = /_mois$/.test(fact)
    ? ['mois', 'mois']
    : /^annees$|_ans$/.test(fact)
      ? ['an', 'ans']
      : /jours/.test(fact)
        ? ['jour', 'jours']
        : ['unité', 'unités'];
  return `${value} ${value > 1 ? many : one}`;
}
