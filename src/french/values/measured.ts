import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import { readNumber } from './numbers.ts';
import { joins, lowOf, type Operand, readOperand } from './operands.ts';
import { nounAt, readPer, readTax } from './rates.ts';
import { BEFORE_NOUN, COUNTED_BY_ONE, measureOf, singular, TIME_WORDS, type TimeUnit } from './units.ts';

interface Range {
  readonly from: number;
  readonly next: number;
  readonly low: number;
  readonly high: number;
  readonly approximate: boolean;
}

/** An amount, a quantity, a percentage or a duration between two token indices. */
type Measured = Range &
  (
    | { readonly kind: 'amount'; readonly tax: 'HT' | 'TTC' | undefined; readonly per: string | undefined }
    | { readonly kind: 'quantity'; readonly unit: string | undefined; readonly per?: string }
    | { readonly kind: 'percentage'; readonly per?: string }
    | { readonly kind: 'duration'; readonly unit: TimeUnit; readonly per?: string }
  );

const APPROXIMATE: readonly (readonly string[])[] = [
  ['environ'],
  ['env'],
  ['autour', 'de'],
  ['autour', 'des'],
  ['aux', 'alentours', 'de'],
  ['aux', 'environs', 'de'],
  ['a', 'peu', 'pres'],
  ['approximativement'],
  ['approx'],
  ['pres', 'de'],
  ['quelque'],
  ['dans', 'les'],
  ['de', 'l', "'", 'ordre', 'de'],
  ['de', 'l', "'", 'ordre', 'd', "'"],
  ['grosso', 'modo'],
  ['presque'],
  ['disons'],
  ['~'],
  ['≈'],
];

const APPROXIMATE_AFTER: readonly (readonly string[])[] = [
  ['environ'],
  ['a', 'peu', 'pres'],
  ['au', 'pif'],
  ['a', 'la', 'louche'],
  ['approximativement'],
  ['a', 'vue', 'de', 'nez'],
];

const MONEY_WORDS =
  /^(?:budgets?|couts?|coute|coutent|couter|coutera|prix|montants?|enveloppes?|estim\w+|factures?|devis|payer|paye|depens\w+|credits?|plafond|chiffr\w+|tarifs?|valeur)$/;

/** The measured value that starts at token `at`, its «environ» and its range included; `undefined` where none starts. */
export function readMeasured(tokens: readonly Token[], at: number): Measured | undefined {
  const start = startOf(tokens, at);
  if (start === undefined) return undefined;
  const first = readOperand(tokens, start.number);
  if (first === undefined) return undefined;
  const range = readRange(tokens, start, first);
  const measured = withUnit(tokens, range, at);
  if (measured === undefined) return undefined;
  const after = matchAny(tokens, measured.next, APPROXIMATE_AFTER);
  if (after === undefined) return measured;
  return { ...measured, next: after, approximate: true };
}

interface Start {
  readonly from: number;
  readonly number: number;
  readonly approximate: boolean;
  readonly between: boolean;
}

/** «environ», «entre», «de … à» before the number; only where a number does follow. */
function startOf(tokens: readonly Token[], at: number): Start | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'digits') return { from: at, number: at, approximate: false, between: false };
  const approximate = matchAny(tokens, at, APPROXIMATE);
  if (approximate !== undefined) {
    const number =
      tokens[approximate]?.text === 'les' || tokens[approximate]?.text === "'" ? approximate + 1 : approximate;
    const between = tokens[number]?.text === 'entre';
    const from = between ? number + 1 : number;
    if (readNumber(tokens, from) === undefined) return undefined;
    if (token.text === 'dans' && !/^(?:\d|[a-z])/.test(tokens[from]?.text ?? '')) return undefined;
    return { from: at, number: from, approximate: true, between };
  }
  if (token.kind !== 'word') return undefined;
  if (token.text === 'entre' || token.text === 'de') {
    const number = readNumber(tokens, at + 1);
    if (number === undefined || number.article) return undefined;
    const operand = readOperand(tokens, at + 1);
    if (operand === undefined) return undefined;
    const joint = token.text === 'entre' ? 'et' : 'a';
    if (operand.unit === 'hour' && operand.value <= 24) return undefined;
    if (tokens[operand.next]?.text !== joint || readNumber(tokens, operand.next + 1) === undefined) return undefined;
    const second = readOperand(tokens, operand.next + 1);
    if (isYear(operand) && second !== undefined && isYear(second)) return undefined;
    return second !== undefined && joins(operand, second)
      ? { from: at, number: at + 1, approximate: false, between: true }
      : undefined;
  }
  if (
    token.text === 'x' &&
    tokens[at + 1]?.kind === 'digits' &&
    tokens[at + 1]?.glued === true &&
    !token.glued &&
    !token.capital
  )
    return { from: at, number: at + 1, approximate: false, between: false };
  return { from: at, number: at, approximate: false, between: false };
}

/** «de 2020 à 2025» are years. */
const isYear = (operand: Operand): boolean =>
  operand.kind === 'bare' &&
  !operand.scaled &&
  Number.isInteger(operand.value) &&
  operand.value >= 2010 &&
  operand.value < 2050;

function matchAny(tokens: readonly Token[], at: number, phrases: readonly (readonly string[])[]): number | undefined {
  const head = tokens[at]?.text;
  for (const phrase of phrases) {
    if (phrase[0] === head && phrase.every((word, index) => tokens[at + index]?.text === word))
      return at + phrase.length;
  }
  return undefined;
}

interface Spread extends Range {
  readonly last: Operand;
}

function readRange(tokens: readonly Token[], start: Start, first: Operand): Spread {
  const approximate =
    start.approximate || (first.number.collective && !/paire/.test(tokens[first.number.next - 1]?.text ?? ''));
  const single: Spread = {
    from: start.from,
    next: first.next,
    low: first.value,
    high: first.value,
    approximate,
    last: first,
  };
  const joint = tokens[first.next];
  if (joint === undefined || joint.newLine) return single;
  const mayJoin =
    joint.text === 'a' ||
    joint.text === 'ou' ||
    joint.text === 'voire' ||
    joint.text === '-' ||
    (joint.text === '/' && joint.glued) ||
    (joint.text === 'et' && start.between);
  if (!mayJoin) return single;
  const at = joint.text === 'ou' && tokens[first.next + 1]?.text === 'meme' ? first.next + 2 : first.next + 1;
  if (
    joint.text === '-' &&
    tokens[at]?.kind === 'digits' &&
    tokens[at + 1]?.text === '-' &&
    tokens[at + 1]?.glued === true
  )
    return single;
  const second = readOperand(tokens, at);
  if (joint.text === '/' && second?.kind !== 'money') return single;
  if (second === undefined || second.number.article || !joins(first, second)) return single;
  return { ...single, next: second.next, low: lowOf(first, second), high: second.value, last: second };
}

function withUnit(tokens: readonly Token[], spread: Spread, at: number): Measured | undefined {
  const { last, ...range } = spread;
  switch (last.kind) {
    case 'money':
      return amount(tokens, range);
    case 'percent':
      return { ...withRate(tokens, range), kind: 'percentage' };
    case 'time':
      // «un jour et demi» is a length, «un jour» in passing is none.
      if (last.number.article && last.value === 1 && isIdle(tokens, last.number.next, at)) return undefined;
      return { ...withRate(tokens, range), kind: 'duration', unit: last.unit ?? 'day', ...within(tokens, range.from) };
    case 'bare':
      return bare(tokens, spread);
  }
}

/** «dans les 48 h» is a limit, «dans les 3 000 €» a guess. */
const within = (tokens: readonly Token[], from: number): { readonly approximate?: false } =>
  tokens[from]?.text === 'dans' ? { approximate: false } : {};

/** «un jour», «une minute», «une année» in passing are no durations; after a preposition they are. */
function isIdle(tokens: readonly Token[], unitAt: number, at: number): boolean {
  const unit = tokens[unitAt]?.text;
  const before = tokens[at - 1]?.text ?? '';
  return (
    (unit === 'jour' || unit === 'minute') && !/^(?:sous|dans|en|pendant|de|d|d'|'|durant|a|pour|maximum)$/.test(before)
  );
}

function amount(tokens: readonly Token[], range: Range): Measured {
  let next = range.next;
  let tax: 'HT' | 'TTC' | undefined;
  let per: string | undefined;
  for (let turn = 0; turn < 3; turn++) {
    const taxed = tax === undefined ? readTax(tokens, next) : undefined;
    if (taxed !== undefined) {
      tax = taxed.tax;
      next = taxed.next;
      continue;
    }
    const rated = per === undefined ? readPer(tokens, next, true) : undefined;
    if (rated === undefined) break;
    per = rated.per;
    next = rated.next;
  }
  return { ...range, next, kind: 'amount', tax, per };
}

/** The range with the rate that follows, when one does: «par jour», «/ semaine». */
function withRate(tokens: readonly Token[], range: Range): Range & { readonly per?: string } {
  const rated = readPer(tokens, range.next, false);
  return rated === undefined ? range : { ...range, next: rated.next, per: rated.per };
}

/** A number with no money, percent or time: thousands of euros, a quantity of something, or a bare number. */
function bare(tokens: readonly Token[], spread: Spread): Measured | undefined {
  const { last, ...range } = spread;
  const taxed = readTax(tokens, range.next);
  if (taxed !== undefined) return amount(tokens, range);
  let at = range.next;
  const de = tokens[at]?.text === 'd' && tokens[at + 1]?.text === "'" ? 2 : tokens[at]?.text === 'de' ? 1 : 0;
  if (last.number.collective || last.scaled) at += de;
  if (tokens[at]?.text === 'x' && !last.number.spelled) at++;
  while (BEFORE_NOUN.has(tokens[at]?.text ?? '') && !(tokens[at]?.newLine ?? false)) at++;
  const found = tokens[at]?.newLine === true ? undefined : nounAt(tokens, at);
  // «16 500 chacun»: what each costs, and not what is counted.
  const noun =
    found !== undefined && !isEach(found.text) && countable(tokens, found.text, at, last) ? found : undefined;
  // «30 k de budget», «5 000 de crédits».
  if (noun !== undefined && de > 0 && /^(?:budgets?|credits?)$/.test(noun.text)) return amount(tokens, range);
  if (noun === undefined) {
    if (last.number.article) return undefined;
    if (last.scaled || (spread.high >= 100 && isMoneyContext(tokens, range.from, range.next)))
      return amount(tokens, range);
    const times = tokens[range.next]?.text === 'x' && tokens[range.next]?.glued === true && !last.number.spelled;
    return {
      ...withRate(tokens, times ? { ...range, next: range.next + 1 } : range),
      kind: 'quantity',
      unit: undefined,
    };
  }
  const time = ownValue(TIME_WORDS, noun.text);
  if (time !== undefined && !last.number.article) {
    const [unit, times] = time;
    return {
      ...withRate(tokens, { ...range, next: noun.next }),
      low: range.low * times,
      high: range.high * times,
      kind: 'duration',
      unit,
    };
  }
  const unit = measureOf(noun.text) ?? singular(noun.text);
  const once = unit === 'fois' && readPer(tokens, noun.next, false) !== undefined;
  if (last.number.article && !once && !COUNTED_BY_ONE.has(unit)) return undefined;
  return { ...withRate(tokens, { ...range, next: noun.next }), kind: 'quantity', unit };
}

const isEach = (noun: string): boolean => /^chacune?s?$/.test(noun);

/** What may be counted: not a one-letter word, and not a singular after a spelled plural («deux marché» is a slip, «les deux sont» is none). */
function countable(tokens: readonly Token[], noun: string, at: number, last: Operand): boolean {
  if (measureOf(noun) !== undefined)
    return !(last.number.spelled && noun.length === 1) || /^[²³23]$/.test(tokens[at + 1]?.text ?? '');
  return noun.length >= 2 && !/^(?:ht|ttc|eur)$/.test(noun);
}

/** A budget word within five words before the number (or three after it), in the same sentence. */
function isMoneyContext(tokens: readonly Token[], from: number, next: number): boolean {
  // «70 points sur 100»: a mark.
  if (tokens[from - 1]?.text === 'sur' && /^(?:10|20|40|50|60|100)$/.test(tokens[from]?.text ?? '')) return false;
  for (let back = 1; back <= 6; back++) {
    const token = tokens[from - back];
    if (token === undefined || /^[.;!?]$/.test(token.text)) break;
    if (MONEY_WORDS.test(token.text)) return true;
  }
  return /^(?:de|d)$/.test(tokens[next]?.text ?? '') && /^(?:budget|credits?)$/.test(tokens[next + 1]?.text ?? '');
}
