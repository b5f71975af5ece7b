import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import { type ReadNumber, readNumber } from './numbers.ts';
import { CURRENCY, NOT_COUNTED, singular, TIME_WORDS, type TimeUnit } from './units.ts';

/** What directly follows a number and changes what it is worth or what it is. */
export interface Operand {
  readonly value: number;
  readonly number: ReadNumber;
  readonly next: number;
  readonly kind: 'bare' | 'money' | 'percent' | 'time';
  readonly scaled: boolean;
  readonly unit?: TimeUnit;
}

/** A number with its scale (k, mille, M) and its money, percent or time unit. */
export function readOperand(tokens: readonly Token[], at: number): Operand | undefined {
  const number = readNumber(tokens, at);
  if (number === undefined) return readFortnight(tokens, at);
  if (number.spelled && number.value === 9 && tokens[at]?.text === 'neuf' && !isCountedNeuf(tokens, at))
    return undefined;
  let { value, next } = number;
  let scaled = number.large;
  let money = false;
  const doubled = repeated(tokens, next, value);
  next = doubled ?? next;
  const after = tokens[next];
  const sameLine = after !== undefined && !after.newLine;
  if (sameLine && /^(?:k|ke|keur|keuros?|keurs)$/.test(after.text)) {
    value *= 1000;
    next++;
    scaled = true;
    money = after.text !== 'k';
    if (tokens[next]?.text === '-' && /^(?:euros?|eur)$/.test(tokens[next + 1]?.text ?? '')) next++;
  } else if (sameLine && /^(?:m|meur|meuros?)$/.test(after.text) && isMillions(tokens, next)) {
    value *= 1e6;
    next++;
    scaled = true;
    // «9 M de francs» are no euros.
    money = !/^francs?$/.test(tokens[next + 1]?.text ?? '') && !/^francs?$/.test(tokens[next]?.text ?? '');
  } else if (sameLine && !number.spelled && /^(?:mille|millions?|milliards?|md|mds)$/.test(after.text)) {
    value *= after.text === 'mille' ? 1e3 : after.text.startsWith('million') ? 1e6 : 1e9;
    next++;
    scaled = true;
  }
  value = Math.round(value * 1e6) / 1e6;
  const de = tokens[next]?.text === 'd' && tokens[next + 1]?.text === "'" ? 2 : tokens[next]?.text === 'de' ? 1 : 0;
  const unitAt = scaled || number.collective ? next + de : next;
  const unit = tokens[unitAt];
  if (unit !== undefined && !unit.newLine) {
    if (CURRENCY.has(unit.text))
      return {
        value: withCents(tokens, unitAt, value),
        number,
        next: afterCents(tokens, unitAt),
        kind: 'money',
        scaled,
      };
    // «22000e», «22 000 e HT»; «2e» and «100e» are ranks.
    if (
      unit.text === 'e' &&
      ((unit.glued && !number.spelled && value >= 1000) || /^(?:ht|ttc)$/.test(tokens[unitAt + 1]?.text ?? ''))
    )
      return { value, number, next: unitAt + 1, kind: 'money', scaled };
    if (unit.text === '%') return { value, number, next: unitAt + 1, kind: 'percent', scaled };
    if (unit.text === '‰') return { value: value / 10, number, next: unitAt + 1, kind: 'percent', scaled };
    if (unit.text === 'pour' && tokens[unitAt + 1]?.text === 'mille')
      return { value: value / 10, number, next: unitAt + 2, kind: 'percent', scaled };
    if (unit.text === 'pour' && /^cents?$/.test(tokens[unitAt + 1]?.text ?? ''))
      return { value, number, next: unitAt + 2, kind: 'percent', scaled };
    if (/^pourcents?$/.test(unit.text)) return { value, number, next: unitAt + 1, kind: 'percent', scaled };
    if (!money) {
      const time = readTimeUnit(tokens, unitAt, value, number);
      if (time !== undefined) return { ...time, number, kind: 'time', scaled };
    }
  }
  return { value, number, next, kind: money ? 'money' : 'bare', scaled };
}

/** «sous quinzaine», «dans la huitaine». */
function readFortnight(tokens: readonly Token[], at: number): Operand | undefined {
  const text = tokens[at]?.text;
  const value = text === 'quinzaine' ? 15 : text === 'huitaine' ? 8 : undefined;
  if (value === undefined || !/^(?:sous|la)$/.test(tokens[at - 1]?.text ?? '')) return undefined;
  const number: ReadNumber = { value, next: at + 1, spelled: true, collective: true, article: false, large: false };
  return { value, number, next: at + 1, kind: 'time', scaled: false, unit: 'day' };
}

/** «douze (12)», «12 (douze)»: the same number twice is said once. */
function repeated(tokens: readonly Token[], at: number, value: number): number | undefined {
  if (tokens[at]?.text !== '(') return undefined;
  const again = readNumber(tokens, at + 1);
  return again !== undefined && again.value === value && tokens[again.next]?.text === ')' ? again.next + 1 : undefined;
}

/** `3 M€`, `3 M euros`, `3 M HT`, and a capital M after which nothing is counted; `3 m` are metres. */
function isMillions(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at];
  const after = tokens[at + 1];
  if (sign === undefined || sign.text !== 'm') return sign !== undefined;
  if (after?.text === '€' || /^(?:euros?|eur|ht|ttc)$/.test(after?.text ?? '')) return true;
  if (after?.text === 'd' && /^(?:euros?)$/.test(tokens[at + 3]?.text ?? '')) return true;
  return sign.capital && !(after?.glued === true);
}

/** «12 euros 50», «12 € 50»: the cents. */
const withCents = (tokens: readonly Token[], at: number, value: number): number =>
  isCents(tokens, at) ? value + Number(tokens[at + 1]?.text) / 100 : value;

const afterCents = (tokens: readonly Token[], at: number): number => at + (isCents(tokens, at) ? 2 : 1);

function isCents(tokens: readonly Token[], at: number): boolean {
  const cents = tokens[at + 1];
  const after = tokens[at + 2];
  return (
    cents?.kind === 'digits' &&
    cents.text.length === 2 &&
    !cents.newLine &&
    (after === undefined || after.kind === 'sign' || /^(?:ht|ttc|le|la|l|par|piece)$/.test(after.text))
  );
}

/** «neuf» counts only before a plural noun or a unit; elsewhere it means new. */
function isCountedNeuf(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after === undefined || after.newLine) return false;
  if (after.text === '€' || after.text === '%' || after.text === '-') return true;
  if (after.kind !== 'word') return false;
  return (
    !NOT_COUNTED.has(after.text) &&
    (/[sx]$/.test(after.text) || CURRENCY.has(after.text) || /^(?:mille|millions?|cent)$/.test(after.text))
  );
}

const MINUTES_IN_HALF: Readonly<Record<string, readonly [number, TimeUnit]>> = {
  heure: [30, 'minute'],
  journee: [0.5, 'day'],
  annee: [6, 'month'],
};

function readTimeUnit(
  tokens: readonly Token[],
  at: number,
  value: number,
  number: ReadNumber,
): { readonly value: number; readonly unit: TimeUnit; readonly next: number } | undefined {
  let next = at;
  let word = tokens[next]?.text ?? '';
  if (word === 'd' && tokens[next + 1]?.text === "'") {
    if (!number.collective) return undefined;
    next += 2;
    word = tokens[next]?.text ?? '';
  } else if (word === 'de' && number.collective) {
    next++;
    word = tokens[next]?.text ?? '';
  }
  if (/^demie?s?$/.test(word)) {
    const noun = tokens[next + 1]?.text === '-' ? next + 2 : next + 1;
    const half = ownValue(MINUTES_IN_HALF, singular(tokens[noun]?.text ?? ''));
    return half === undefined ? undefined : { value: value * half[0], unit: half[1], next: noun + 1 };
  }
  if (/^quarts?$/.test(word) && tokens[next + 1]?.text === 'd' && tokens[next + 3]?.text === 'heure')
    return { value: value * 15, unit: 'minute', next: next + 4 };
  const known = ownValue(TIME_WORDS, word);
  if (known === undefined) return undefined;
  if (/^(?:j|h|jo|mn|sem|jr|hr)$/.test(word) && number.spelled) return undefined;
  let [unit, times] = known;
  next++;
  const adjective = tokens[next]?.text ?? '';
  if (unit === 'day' && /^(?:ouvre|ouvres|ouvrable|ouvrables|ouvree|ouvrees)$/.test(adjective)) {
    unit = 'working_day';
    next++;
  } else if (unit === 'day' && /^(?:calendaires?|francs?)$/.test(adjective)) next++;
  let total = value * times;
  if (tokens[next]?.text === 'et' && /^demie?$/.test(tokens[next + 1]?.text ?? '')) {
    next += 2;
    if (unit === 'year') return { value: total * 12 + 6, unit: 'month', next };
    if (unit === 'hour') return { value: total * 60 + 30, unit: 'minute', next };
    total += times * 0.5;
  }
  if (
    unit === 'hour' &&
    tokens[next]?.kind === 'digits' &&
    tokens[next]?.text.length === 2 &&
    (tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) <= 1 &&
    Number(tokens[next]?.text) < 60
  ) {
    const minutes = Number(tokens[next]?.text);
    next += /^(?:min|mn|minutes?)$/.test(tokens[next + 1]?.text ?? '') ? 2 : 1;
    return { value: total * 60 + minutes, unit: 'minute', next };
  }
  if (unit === 'year' && tokens[next]?.text === 'et') {
    const more = readNumber(tokens, next + 1);
    if (more !== undefined && tokens[more.next]?.text === 'mois')
      return { value: total * 12 + more.value, unit: 'month', next: more.next + 1 };
  }
  return { value: total, unit, next };
}

/** Two operands that stand for one range: «10-15 k€», «3 mois à 6 mois», not «3 véhicules à 5 places». */
export function joins(first: Operand, second: Operand): boolean {
  if (first.number.article && second.kind !== 'time') return false;
  if (first.kind !== 'bare' && first.kind !== second.kind) return false;
  if (first.unit !== undefined && second.unit !== undefined && first.unit !== second.unit) return false;
  return lowOf(first, second) < second.value;
}

/** «10-15 k€», «entre 10 et 15 000 euros»: the first number takes the thousands of the second. */
export function lowOf(first: Operand, second: Operand): number {
  if (first.scaled || first.kind !== 'bare' || first.value >= 1000) return first.value;
  const isMoney = second.kind === 'money' || second.scaled;
  if (second.scaled) {
    const factor = second.value >= 1e6 ? 1e6 : 1000;
    return first.value * factor < second.value ? first.value * factor : first.value;
  }
  const round = second.value >= 1000 && second.value % 1000 === 0 && first.value < 100;
  return isMoney && round && first.value * 1000 < second.value && second.value <= first.value * 10_000
    ? first.value * 1000
    : first.value;
}
