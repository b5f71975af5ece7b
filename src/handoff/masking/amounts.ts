import { readValues } from '../../rewording/values/read-values.ts';
import type { MaskFinding } from './finding.ts';

/** Bounds within a power of ten: 40 000 € lies between 40 000 € and 60 000 €. */
const STEPS = [1, 2, 4, 6, 10];
const LEAST = 1000;

/** Amounts of money, each with the range that replaces it; asked for, never by default: a threshold hangs on the figure. */
export function findAmounts(text: string): readonly MaskFinding[] {
  return readValues(text).flatMap((value) => {
    if (value.kind !== 'amount' || !Number.isFinite(value.high)) return [];
    const low = boundsOf(value.low)[0];
    const high = boundsOf(value.high)[1];
    const tax = value.tax === undefined ? '' : `\u00a0${value.tax}`;
    const replacement = low === 0 ? `moins de ${euros(high)}${tax}` : `entre ${euros(low)} et ${euros(high)}${tax}`;
    return [
      {
        kind: 'amount',
        span: value.span,
        text: value.text,
        replacement,
        key: `amount:${value.low}-${value.high}`,
        hidden: [value.text],
      },
    ];
  });
}

function boundsOf(amount: number): readonly [number, number] {
  if (amount < LEAST) return [0, LEAST];
  const power = 10 ** Math.floor(Math.log10(amount));
  const next = STEPS.findIndex((step) => amount < step * power);
  const high = STEPS[next] ?? 10;
  return [(STEPS[next - 1] ?? 1) * power, high * power];
}

const euros = (amount: number): string =>
  `${String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')}\u00a0€`;
