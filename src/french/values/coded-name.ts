import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import { measureOf, NOT_COUNTED, TIME_WORDS } from './units.ts';

/** A name that holds digits (article, phone, norm, product, contract number…): never a quantity. Token indices. */
export interface CodedName {
  readonly kind:
    | 'article'
    | 'phone'
    | 'registration'
    | 'postcode'
    | 'norm'
    | 'product'
    | 'label'
    | 'ordinal'
    | 'always';
  readonly next: number;
  /** Two writings of the same name give the same key: `r2122-8`, `lot 2`, `iso 9001`. */
  readonly key: string;
}

export type CodedReader = (tokens: readonly Token[], at: number) => CodedName | undefined;

/** Digits and letters that hang together: `2021-045`, `61-933`, `9001:2015`, `3.0`, `12b`. */
export function codeAfter(tokens: readonly Token[], at: number): { readonly key: string; readonly next: number } {
  let key = tokens[at]?.text ?? '';
  let next = at + 1;
  for (;;) {
    const token = tokens[next];
    const after = tokens[next + 1];
    if (token === undefined || !token.glued) break;
    if (token.kind !== 'sign') {
      key += token.text;
      next += 1;
    } else if (/^[-/.:_]$/.test(token.text) && after?.glued === true && after.kind !== 'sign') {
      key += token.text + after.text;
      next += 2;
    } else break;
  }
  return { key, next };
}

/** Something counted or measured follows: a plural noun, a unit, money. */
export function counts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.newLine) return false;
  if (token.text === '€' || token.text === '%') return true;
  if (token.kind !== 'word' || NOT_COUNTED.has(token.text)) return token.text === 'ht' || token.text === 'ttc';
  return token.text.length > 3 && /[sx]$/.test(token.text)
    ? true
    : measureOf(token.text) !== undefined ||
        ownValue(TIME_WORDS, token.text) !== undefined ||
        /^(?:euros?|eur|k|ke|keuros?|millions?|mille)$/.test(token.text);
}
