import type { LintCode } from '../../vocabulary/rewording.ts';
import type { LintFinding } from '../port/rewording.ts';

/** What may undo a whole purchase first, what a word mends last. */
const BY_WEIGHT: readonly LintCode[] = [
  'CONFLICT_OF_INTEREST',
  'SPLITTING',
  'SUPPLIER_NAMED',
  'LOCAL_PREFERENCE',
  'URGENCY_SELF_INFLICTED',
  'CRITERIA_AFTER',
  'PRICE_ONLY',
  'BRAND_WITHOUT_EQUIVALENT',
  'TACIT_RENEWAL',
  'NO_ALLOTMENT',
  'MEANS_NOT_RESULTS',
  'VAGUE_PERFORMANCE',
  'AMOUNT_WITHOUT_TAX_BASIS',
];
const AT_MOST = 2;

/** The weightiest of what was found, one of a code: who is told everything looks at nothing. */
export function gravest(findings: readonly LintFinding[]): readonly LintFinding[] {
  return BY_WEIGHT.flatMap((code) => findings.filter((one) => one.code === code).slice(0, 1)).slice(0, AT_MOST);
}
