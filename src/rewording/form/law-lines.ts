import type { LintCode } from '../../vocabulary/rewording.ts';
import { gravest } from '../lint/gravest.ts';
import type { FormLine, LintFinding } from '../port/rewording.ts';
import { sayLaw } from '../port/say-form.ts';

/**
 * Points that are shown beside a message: those that readers of whole messages found right, and could not see at once. An
 * urgency, a renewal, a brand where a contract runs were wrong there as often as right, and stand in `npm run lint`.
 */
const SURE: ReadonlySet<LintCode> = new Set(['SPLITTING', 'CONFLICT_OF_INTEREST']);
/** A name is written as one: «HS» is none, nor is «compresseur». */
const NAMED = /(?<!\p{L})\p{Lu}\p{Ll}{2}/u;

/** The weightiest sure findings. @param isPlain of a need and nothing else, where a name is what is asked for */
export const sureOf = (lint: readonly LintFinding[], source: string, isPlain: boolean): readonly LintFinding[] =>
  gravest(
    lint.filter(
      ({ code, span }) =>
        (SURE.has(code) && !isOfAnother(code, source, span)) ||
        (isPlain && code === 'BRAND_WITHOUT_EQUIVALENT' && NAMED.test(source.slice(...span))),
    ),
  );

/** «Le patron répond que son fils viendra»: whose kin it is, is not said by the words alone. */
const isOfAnother = (code: LintCode, source: string, span: LintFinding['span']): boolean =>
  code === 'CONFLICT_OF_INTEREST' && /^s(?:on|a|es)\s/i.test(source.slice(...span)) && !OF_OURS.test(source);
const OF_OURS = /\b(?:maire|élue?|adjointe?|président|direct(?:eur|rice)|chef|cheffe|DGS|conseill|collègue)/i;

/** The points of law on a line of their own, each with the words it is about. */
export function lawLines(lint: readonly LintFinding[], source: string): readonly FormLine[] {
  if (lint.length === 0) return [];
  const values = lint.map(({ code, articles, span }) => ({
    said: { value: source.slice(...span), span },
    note: sayLaw(code, articles),
  }));
  return [{ name: 'law', values }];
}
