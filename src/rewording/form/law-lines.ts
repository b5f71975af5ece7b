import type { FormLineName } from '../../vocabulary/form.ts';
import type { LintCode } from '../../vocabulary/rewording.ts';
import { gravest } from '../lint/gravest.ts';
import type { FormLine, LintFinding } from '../port/rewording.ts';
import { sayLaw } from '../port/say-form.ts';

/**
 * Points that a form shows: those that whole lawful messages are not taken for. A place, a firm, a means, a vague word are wrong
 * there once in two or more, and stand in `npm run lint`; that a sum says no tax basis stands on its own line.
 */
const SURE: ReadonlySet<LintCode> = new Set([
  'SPLITTING',
  'URGENCY_SELF_INFLICTED',
  'TACIT_RENEWAL',
  'NO_ALLOTMENT',
  'CONFLICT_OF_INTEREST',
  'BRAND_WITHOUT_EQUIVALENT',
]);
/** A name is written as one: «HS» is none, nor is «compresseur». */
const NAMED = /(?<!\p{L})\p{Lu}\p{Ll}{2}/u;

/** What is said in passing of a date or a sum is at fault only where dates and sums are spoken of. */
const SPOKEN_ON: Readonly<Partial<Record<LintCode, ReadonlySet<FormLineName>>>> = {
  URGENCY_SELF_INFLICTED: new Set(['deadline', 'asked']),
  SPLITTING: new Set(['asked', 'budget', 'constraints']),
};

/** The weightiest sure findings that the lines of forms bear out: what a line holds for a date or a price is no fault. */
export function borneOut(
  lint: readonly LintFinding[],
  lines: readonly FormLine[],
  source: string,
): readonly LintFinding[] {
  const held = lines.flatMap(({ name, values }) =>
    values.flatMap(({ said }) => (said?.span === undefined ? [] : [{ name, span: said.span }])),
  );
  return gravest(
    lint.filter(({ code, span }) => {
      if (!SURE.has(code)) return false;
      if (code === 'BRAND_WITHOUT_EQUIVALENT' && !NAMED.test(source.slice(...span))) return false;
      const on = held.filter((one) => one.span[0] < span[1] && span[0] < one.span[1]);
      const spokenOn = SPOKEN_ON[code];
      return on.length === 0 || on.some(({ name }) => spokenOn === undefined || spokenOn.has(name));
    }),
  );
}

/** The points of law on a line of their own, each with the words it is about. */
export function lawLines(lint: readonly LintFinding[], source: string): readonly FormLine[] {
  if (lint.length === 0) return [];
  const values = lint.map(({ code, articles, span }) => ({
    said: { value: source.slice(...span), span },
    note: sayLaw(code, articles),
  }));
  return [{ name: 'law', values }];
}
