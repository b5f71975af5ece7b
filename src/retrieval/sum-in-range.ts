import type { Span } from '../french/span.ts';
import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';

/** A sum of money as a guide's table or list bounds it, in euros. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** A bare number from here is a sum: «une commande à 9 500». */
const SUM_FROM = 100;

/** The sums that a question gives, in euros. */
export function sumsSaid(text: string): readonly number[] {
  return readValues(text).flatMap((value) => (isSum(value) ? [value.low] : []));
}

/** Money, or a bare number that is large enough to be some. */
export function isSum(value: SaidValue): value is Extract<SaidValue, { readonly kind: 'amount' | 'quantity' }> {
  return value.kind === 'amount' || (value.kind === 'quantity' && value.unit === undefined && value.low >= SUM_FROM);
}

/** A row or a sentence that says for which sums it holds, one of those given among them: «de 3 000 à moins de 15 000 €». */
export function isForSum(row: string, sums: readonly number[]): boolean {
  if (sums.length === 0) return false;
  const amounts = readValues(row).filter((value) => value.kind === 'amount');
  const [first, second] = amounts;
  if (first === undefined) return false;
  const bounds = boundsOf(row, first, second);
  return bounds !== undefined && sums.some((sum) => sum >= bounds.from && sum <= bounds.to);
}

interface Amount {
  readonly low: number;
  readonly high: number;
  readonly span: Span;
}

/** Words that look back from a sum. */
const BEFORE = 24;

function boundsOf(row: string, first: Amount, second: Amount | undefined): Bounds | undefined {
  if (first.low < first.high) return { from: first.low, to: first.high };
  const lead = row.slice(Math.max(0, first.span[0] - BEFORE), first.span[0]);
  if (UP_TO.test(lead)) return { from: 0, to: first.low };
  const isFrom = FROM.test(lead);
  if (second !== undefined && second.low > first.low && (isFrom || BETWEEN.test(lead)))
    return { from: first.low, to: second.low };
  return isFrom ? { from: first.low, to: Number.POSITIVE_INFINITY } : undefined;
}

const UP_TO = /(?:moins de|jusqu.{0,3}|sous|inférieure?s? à|maximum|au plus|dans la limite de|≤|<)\s{0,2}$/iu;
const FROM = /(?:\bde|dès|à partir de|plus de|au-delà de|au-dessus de|≥|>)\s{0,2}$/iu;
const BETWEEN = /(?:entre|de)\s{0,2}$/iu;
