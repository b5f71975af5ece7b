import { readValues } from '../french/values/read-values.ts';
import type { Language } from '../vocabulary/people.ts';
import type { MaskFinding } from './finding.ts';

/** Bounds within a power of ten: 40 000 € lies between 40 000 € and 60 000 €. */
const STEPS = [1, 2, 4, 6, 10];
const LEAST = 1000;

/** Amounts of money, each with the range that replaces it; asked for, never by default: a threshold hangs on the figure. */
export function findAmounts(text: string, language: Language = 'fr'): readonly MaskFinding[] {
  return readValues(text).flatMap((value) => {
    if (value.kind !== 'amount' || !Number.isFinite(value.high)) return [];
    const low = boundsOf(value.low)[0];
    const high = boundsOf(value.high)[1];
    const tax = value.tax === undefined ? '' : `\u00a0${value.tax}`;
    const replacement = `${language === 'en' ? englishRange(low, high) : frenchRange(low, high, text.slice(0, value.span[0]))}${tax}`;
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

/** Before these, «entre» would not be French: «près de 40 000 à 60 000 €». */
const APPROXIMATELY = /(?:pr[eè]s|ordre|autour|hauteur|plus|moins|lieu|alentours|environs) (?:de|d'|à) ?$/i;

function frenchRange(low: number, high: number, before: string): string {
  if (low === 0) return `moins de ${euros(high)}`;
  return APPROXIMATELY.test(before.slice(-20))
    ? `${euros(low).replace(/\u00a0€$/, '')} à ${euros(high)}`
    : `entre ${euros(low)} et ${euros(high)}`;
}

function englishRange(low: number, high: number): string {
  const say = (amount: number) => `€${Math.round(amount).toLocaleString('en-US')}`;
  return low === 0 ? `under ${say(high)}` : `between ${say(low)} and ${say(high)}`;
}

const euros = (amount: number): string =>
  `${Math.round(amount).toLocaleString('en-US').replaceAll(',', '\u202f')}\u00a0€`;
