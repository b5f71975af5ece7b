import type { SaidValue } from '../french/values/value.ts';
import { ownValue } from '../own-value.ts';
import { nearest, overlap } from './around.ts';
import { compareClothes } from './compare-clothes.ts';
import { compareCounted } from './compare-counted.ts';
import { equalRates, isDaysOfWeekSaid } from './equal-rates.ts';
import { findSwaps } from './find-swaps.ts';
import { samePeriods } from './part-years.ts';
import type { Defect } from './port/defect.ts';
import type { Side, SideValue } from './side.ts';
import { digitsOf, headOf, isEqual, keysOf, nounOf, type Pair, sameWorth } from './value-equality.ts';
import { senseOf } from './vocabulary.ts';

/** Past this many, the texts have little in common, and listing more helps nobody. */
const MOST = 200;

/** Values of the source changed, dropped, swapped or invented in the target. */
export function compareValues(source: Side, target: Side): readonly Defect[] {
  const defects: Defect[] = [];
  const { pairs, ...rest } = matchEqual(source, target);
  const periods = new Set([...samePeriods(rest.left, rest.added), ...equalRates(rest.left, rest.added)]);
  const left = rest.left.filter((value) => !periods.has(value));
  const added = rest.added.filter((value) => !periods.has(value));
  const equalHere = indexValues(pairs.map((pair) => pair.source));
  const equalThere = indexValues(pairs.map((pair) => pair.target));
  const paired = pairChanged(left, added, equalHere, equalThere);
  const allHere = indexValues(source.values);
  for (const { source: from, target: to } of paired.pairs) {
    const defect = changed(from.value, to.value);
    defects.push(defect);
    if (from.value.kind === 'time_of_day' && to.value.kind === 'time_of_day')
      defects.push({ ...defect, kind: 'DATE_CHANGED' });
  }
  for (const from of paired.left.slice(0, MOST))
    if (!isExcused(from, equalHere, target))
      defects.push({ kind: 'CONSTRAINT_DROPPED', source: from.value.text, target: '' });
  for (const to of paired.added.slice(0, MOST))
    if (!isAllowed(to, allHere, source, target))
      defects.push({ kind: 'INVENTED_FACT', source: '', target: to.value.text });
  for (const pair of pairs)
    defects.push(...compareClothes(pair, source, target), ...compareCounted(pair, source, target));
  defects.push(...findSwaps(pairs, source, target));
  return defects;
}

/** Pairs of values that come to the same, each used once; the nearest in context first. */
function matchEqual(
  source: Side,
  target: Side,
): { readonly pairs: Pair[]; readonly left: SideValue[]; readonly added: SideValue[] } {
  const byKey = indexValues(target.values);
  const used = new Set<SideValue>();
  const pairs: Pair[] = [];
  const left: SideValue[] = [];
  for (const from of source.values) {
    let best: SideValue | undefined;
    let bestScore = -1;
    for (const key of keysOf(from.value)) {
      for (const to of nearest(
        byKey.get(key) ?? [],
        (other) => other.value.span[0],
        from.value.span[0] / Math.max(1, source.text.length),
        target.text.length,
      )) {
        if (used.has(to) || !isEqual(from.value, to.value)) continue;
        const score = likeness(from, to);
        if (score > bestScore) {
          best = to;
          bestScore = score;
        }
      }
    }
    if (best === undefined) left.push(from);
    else {
      used.add(best);
      pairs.push({ source: from, target: best });
    }
  }
  return { pairs, left, added: target.values.filter((to) => !used.has(to)) };
}

function indexValues(values: readonly SideValue[]): ReadonlyMap<string, readonly SideValue[]> {
  const index = new Map<string, SideValue[]>();
  for (const value of values) {
    for (const key of keysOf(value.value)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [value]);
      else known.push(value);
    }
  }
  return index;
}

/** Some value of the index comes to the same. */
const holds = (index: ReadonlyMap<string, readonly SideValue[]>, value: SaidValue): boolean =>
  keysOf(value).some((key) => index.get(key)?.some((other) => isEqual(other.value, value)) ?? false);

function likeness(a: SideValue, b: SideValue): number {
  let score = a.value.kind === b.value.kind ? 1 : 0;
  if (a.value.kind === 'quantity' && b.value.kind === 'quantity' && nounOf(a.value) === nounOf(b.value)) score += 3;
  return score + overlap(a.context, b.context);
}

/** Pairs a lost value with a new one of its kind: the same noun, number or context before any other. */
function pairChanged(
  left: readonly SideValue[],
  added: readonly SideValue[],
  equalHere: ReadonlyMap<string, readonly SideValue[]>,
  equalThere: ReadonlyMap<string, readonly SideValue[]>,
): { readonly pairs: Pair[]; readonly left: SideValue[]; readonly added: SideValue[] } {
  const options: { readonly from: SideValue; readonly to: SideValue; readonly score: number }[] = [];
  for (const from of left.slice(0, MOST)) {
    const repeated = holds(equalHere, from.value);
    for (const to of added.slice(0, MOST)) {
      const score = changeScore(from, to);
      const repeats = holds(equalThere, to.value);
      if (score > 0 && (!(repeated || repeats) || score >= 4 || (score > 2 && nounOf(from.value) === nounOf(to.value))))
        options.push({ from, to, score });
    }
  }
  options.sort((a, b) => b.score - a.score);
  const pairs: Pair[] = [];
  const used = new Set<SideValue>();
  for (const { from, to } of options) {
    if (used.has(from) || used.has(to)) continue;
    used.add(from);
    used.add(to);
    pairs.push({ source: from, target: to });
  }
  return { pairs, left: left.filter((from) => !used.has(from)), added: added.filter((to) => !used.has(to)) };
}

function changeScore(from: SideValue, to: SideValue): number {
  const context = Math.min(2, overlap(from.context, to.context)) / 2;
  const a = from.value;
  const b = to.value;
  const sameDigits = digitsOf(a.text) !== '' && digitsOf(a.text) === digitsOf(b.text);
  if (a.kind === b.kind) {
    if (a.kind === 'quantity' && nounOf(a) !== undefined && nounOf(a) === nounOf(b)) return 4 + context;
    return 2 + context + (sameDigits ? 2 : 0);
  }
  if ((a.kind === 'date' && b.kind === 'time_of_day') || (a.kind === 'time_of_day' && b.kind === 'date')) return 0;
  if (sameDigits || sameWorth(a, b)) return 2 + context;
  const timely = (value: SaidValue) => value.kind === 'date' || value.kind === 'duration';
  const bare = (value: SaidValue) => value.kind === 'quantity' && value.unit === undefined;
  if (timely(a) && timely(b)) return 0.5 + context;
  return bare(a) || bare(b) ? 0.5 + context : 0;
}

function changed(from: SaidValue, to: SaidValue): Defect {
  const said = { source: from.text, target: to.text };
  if (from.kind === 'date' && (to.kind === 'date' || to.kind === 'duration')) {
    const yearAdded =
      to.kind === 'date' && headOf(to.head).startsWith(`${headOf(from.head)} `) && /\d{4}$/.test(to.head);
    return { kind: yearAdded ? 'INVENTED_FACT' : 'DATE_CHANGED', ...said };
  }
  if (to.kind === 'date') return { kind: 'DATE_CHANGED', ...said };
  if (sameWorth(from, to) || (digitsOf(from.text) !== '' && digitsOf(from.text) === digitsOf(to.text)))
    return { kind: 'UNIT_CHANGED', ...said };
  return { kind: 'NUMBER_CHANGED', ...said };
}

/** A lost value that another one still says, or that never told a fact: «un», «les deux», a bound of a range kept. */
function isExcused(from: SideValue, equalHere: ReadonlyMap<string, readonly SideValue[]>, target: Side): boolean {
  const { value } = from;
  if (holds(equalHere, value) || isDaysOfWeekSaid(value, target)) return true;
  // «zéro plastique» is a denial, and compared as one.
  if (value.kind === 'quantity' && value.high === 0) return true;
  if (
    value.kind === 'quantity' &&
    value.high <= 2 &&
    !/\d/.test(value.text) &&
    (value.unit === undefined || value.high === 1)
  )
    return true;
  if (isPeriodSaid(value, target)) return true;
  // «un mois» may be «dans le mois», «chaque mois».
  if (value.kind === 'duration' && /^une?\b/i.test(value.text) && ONE[value.unit]?.test(target.flat)) return true;
  if ('low' in value && value.low !== value.high) {
    const says = (worth: number) =>
      target.values.some((to) => 'low' in to.value && to.value.kind === value.kind && to.value.low === worth);
    if (says(value.low) && says(value.high)) return true;
  }
  if (value.kind === 'date') {
    // «cette année», «ce mois-ci»: a mention of the year is enough.
    const current = /^(?:cette|ce) ([a-z]+)$/.exec(value.head)?.[1];
    if (current !== undefined && target.flat.match(/\w+/g)?.includes(current)) return true;
    const season = /^(?:ete|hiver)\b/.exec(headOf(value.head).replace(/^(?:fin|debut|mi) /, ''))?.[0];
    if (season !== undefined && target.keys.has(senseOf(season === 'ete' ? 'estivale' : 'hivernale').key ?? ''))
      return true;
  }
  return false;
}

/** «tous les trois mois» in one text, «trimestriel» in the other; «dix ans» and «décennale». */
function isPeriodSaid(value: SaidValue, other: Side): boolean {
  if (value.kind !== 'duration' || value.low !== value.high) return false;
  return ownValue(PERIODS, `${value.low} ${value.unit}`)?.test(other.flat) ?? false;
}

const PERIODS: Readonly<Partial<Record<string, RegExp>>> = {
  '24 hour': /\bquotidien|\bla journee\b/,
  '30 minute': /\bdemi-heures?\b/,
  '15 minute': /\bquart d'heure\b/,
  '7 day': /\bhebdo|\bla semaine\b/,
  '8 day': /\bhuitaine\b/,
  '15 day': /\bquinzaine\b|\bbimensuel|\bdeux semaines\b/,
  '2 week': /\bquinzaine\b|\bbimensuel/,
  '2 month': /\bbimestr/,
  '3 month': /\btrimestr/,
  '6 month': /\bsemestr/,
  '12 month': /\bannuel/,
  '2 year': /\b(?:biennal|bisannuel)/,
  '3 year': /\btriennal/,
  '4 year': /\bquadriennal/,
  '5 year': /\bquinquennal/,
  '10 year': /\bdecennal/,
  '30 year': /\btrentenaire/,
};

/** A new value that repeats one of the source, or tells no fact: «un», a range split in two, an explanation with its article. */
function isAllowed(
  to: SideValue,
  allHere: ReadonlyMap<string, readonly SideValue[]>,
  source: Side,
  target: Side,
): boolean {
  const { value } = to;
  if (holds(allHere, value)) return true;
  if (value.kind === 'quantity' && value.high <= 2 && !/\d/.test(value.text)) return true;
  if (value.kind === 'duration' && /^une?\b/i.test(value.text) && ONE[value.unit]?.test(source.flat)) return true;
  if (isDaysOfWeekSaid(value, source) || isPeriodSaid(value, source)) return true;
  if (countsList(value, source)) return true;
  if (value.kind === 'quantity' && value.unit === undefined && isInCode(value.text, source)) return true;
  if ('low' in value) {
    const { kind, low, high } = value;
    const isEnd = (from: SideValue) =>
      'low' in from.value &&
      from.value.kind === kind &&
      (low === high ? from.value.low === low || from.value.high === low : false);
    if (source.values.some(isEnd)) return true;
    if (
      low !== high &&
      [low, high].every((worth) => source.values.some((from) => 'low' in from.value && from.value.low === worth))
    )
      return true;
  }
  return to.aside && target.codes.some((code) => code.kind === 'article' && isNear(code.span[0], value.span[0]));
}

/** «lot (une part du marché) 2»: a number cut from its name. */
const isInCode = (digits: string, side: Side): boolean =>
  side.codes.some((code) => code.key.split(/\D+/).includes(digits));

const ONE: Readonly<Partial<Record<string, RegExp>>> = {
  month: /\b(?:le|chaque|par|du) mois\b|\bmensuel/,
  week: /\b(?:la|chaque|par) semaine\b|\bhebdo/,
  year: /\b(?:l'|chaque |par |l')(?:an|annee)\b|\bannuel/,
  day: /\b(?:le|chaque|par|du) jour\b|\bla journee\b|\bquotid/,
  hour: /\b(?:l'|chaque |par )heure\b/,
};

/** «trois documents :» before a list of three. */
function countsList(value: SaidValue, source: Side): boolean {
  if (
    value.kind !== 'quantity' ||
    value.high > 8 ||
    !/^(?:document|piece|element|point|condition|critere|etape|chose|cas|motif|raison|question|lot|type)$/.test(
      value.unit ?? '',
    )
  )
    return false;
  return source.flat.split(/,| et | ou |;|\n/).length >= value.high;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 160;
