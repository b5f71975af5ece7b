import type { FormLineName } from '../../vocabulary/form.ts';
import type { LintCode } from '../../vocabulary/rewording.ts';
import { gravest } from '../lint/gravest.ts';
import type { FormLine, LintFinding } from '../port/rewording.ts';
import { sayLaw } from '../port/say-form.ts';

/** Lines that say what is wanted. */
const WANTED: ReadonlySet<FormLineName> = new Set(['object', 'constraints', 'criteria', 'environment', 'social']);
/** At fault only in what is wanted: a brand that one has, agents that one is, are none. */
const OF_WHAT_IS_WANTED: ReadonlySet<LintCode> = new Set([
  'BRAND_WITHOUT_EQUIVALENT',
  'MEANS_NOT_RESULTS',
  'VAGUE_PERFORMANCE',
]);

/** What is said in passing of a date or a sum is at fault only where dates and sums are spoken of. */
const SPOKEN_ON: Readonly<Partial<Record<LintCode, ReadonlySet<FormLineName>>>> = {
  URGENCY_SELF_INFLICTED: new Set(['deadline', 'asked']),
  SPLITTING: new Set(['asked', 'budget', 'prices', 'constraints', 'more']),
};

/** The weightiest findings that the lines of forms bear out: what a line holds for a date, a place or a price is no fault. */
export function borneOut(lint: readonly LintFinding[], lines: readonly FormLine[]): readonly LintFinding[] {
  const held = lines.flatMap(({ name, values }) =>
    values.flatMap(({ said }) => (said?.span === undefined ? [] : [{ name, span: said.span }])),
  );
  return gravest(
    lint.filter(({ code, span }) => {
      // The line of the value says it by itself.
      if (code === 'AMOUNT_WITHOUT_TAX_BASIS') return false;
      const on = held.filter((one) => one.span[0] < span[1] && span[0] < one.span[1]);
      // How often and by whom is what a service is; means are at fault in what is required of it.
      if (code === 'MEANS_NOT_RESULTS') return on.some(({ name }) => name === 'constraints');
      if (on.length === 0) return !OF_WHAT_IS_WANTED.has(code);
      if (OF_WHAT_IS_WANTED.has(code)) return on.some(({ name }) => WANTED.has(name));
      const lines = SPOKEN_ON[code];
      return on.some(({ name }) =>
        lines === undefined ? WANTED.has(name) || name === 'more' || name === 'asked' : lines.has(name),
      );
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
