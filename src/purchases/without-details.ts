import type { Masker } from '../masking/finding.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import type { MaskKind } from '../vocabulary/masks.ts';

/** What tells whose health it is: nobody buys better for knowing it. */
const TAKEN_OUT: ReadonlySet<MaskKind> = new Set([
  'health',
  'person',
  'birth_date',
  'social_security',
  'email',
  'phone',
  'postal_address',
]);

/** A need without whose health it is for, and what the buyer has to know instead; undefined where nobody's health is told. */
export function withoutDetails({ find }: Masker, words: string): string | undefined {
  const found = find(words);
  if (!found.some(({ kind }) => kind === 'health')) return undefined;
  let plain = '';
  let at = 0;
  for (const { kind, span, replacement } of found) {
    if (!TAKEN_OUT.has(kind)) continue;
    plain += words.slice(at, span[0]) + replacement;
    at = span[1];
  }
  return `${plain}${words.slice(at)}\n${purchaseTexts.fr.adapted}`;
}

/** Whether details were taken out of it. */
export function isWithoutDetails(words: string): boolean {
  return words.includes(purchaseTexts.fr.adapted);
}
