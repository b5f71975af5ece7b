import { frenchTypography } from '../french/typography.ts';

/**
 * A table of French texts as they are shown, with the no-break spaces and the apostrophes of French: written with
 * plain ones, and set here, once. Its sentences are set when they are filled in, save the lines they quote: those
 * are somebody's own words.
 */
export function typeset<T>(texts: T): T {
  return setAll(texts) as T;
}

function setAll(held: unknown): unknown {
  if (typeof held === 'string') return frenchTypography(held);
  if (typeof held === 'function') return (...given: readonly unknown[]) => setFilled(held(...given));
  if (Array.isArray(held)) return held.map(setAll);
  if (typeof held !== 'object' || held === null) return held;
  return Object.fromEntries(Object.entries(held).map(([key, value]) => [key, setAll(value)]));
}

function setFilled(said: unknown): unknown {
  if (typeof said !== 'string') return said;
  return said
    .split(/^(> .*)$/m)
    .map((piece, index) => (index % 2 === 1 ? piece : frenchTypography(piece)))
    .join('');
}
