import type { Ungrounded } from '../../model/ungrounded.ts';
import { ownValue } from '../../own-value.ts';
import type { Evidence } from './evidence.ts';

/**
 * From where on a sign says that a claim is not what its passages say, and what that is called. The first that holds is told.
 * Learnt on the two thirds of `tests/golden/model/paraphrases.jsonl` that are not sealed: each threshold stands where claims
 * that are wrong lie and next to none that is right.
 */
const SIGNS: readonly (readonly [sign: string, from: number, why: Ungrounded])[] = [
  ['numberNowhere', 1, 'figure'],
  ['bareNumberNowhere', 1, 'figure'],
  ['articleNowhere', 1, 'article'],
  ['verdict', 1, 'negation'],
  ['turned_number', 0.15, 'figure_context'],
  ['memberNumber', 1, 'figure_context'],
  ['bound', 1, 'figure_context'],
  ['new_figure', 0.4, 'figure_context'],
  ['anchorNumber', 1, 'date'],
  ['new_date', 0.5, 'date'],
  ['turned_date', 0.15, 'date'],
  ['turned_article', 0.3, 'article'],
  ['new_scope', 0.3, 'scope'],
  ['turned_scope', 0.25, 'scope'],
  ['memberDenied', 1, 'scope'],
  ['roles', 1, 'actor'],
  ['new_acteur', 0.5, 'actor'],
  ['turned_acteur', 0.25, 'actor'],
  ['order', 1, 'order'],
  ['new_ordre', 0.65, 'order'],
  ['verbTurned', 1, 'negation'],
  ['new_negation', 0.5, 'negation'],
  ['noSoft', 0.5, 'negation'],
  ['denial', 0.35, 'negation'],
  ['opposite', 0.25, 'negation'],
  ['hardened', 0.3, 'obligation'],
  ['softened', 0.4, 'obligation'],
  ['forbids', 0.4, 'obligation'],
  ['override', 1, 'condition'],
  ['added', 1, 'condition'],
  ['both', 1, 'choice'],
  ['andOr', 1, 'choice'],
  ['mixed', 0.5, 'figure_context'],
  ['unheld', 0.6, 'unsupported'],
  ['loose', 0.85, 'unsupported'],
  ['scattered', 0.7, 'unsupported'],
  ['tail', 0.5, 'unsupported'],
];

export function faultIn(evidence: Evidence): Ungrounded | undefined {
  // Sums of shares are a little more or less than they should be.
  return SIGNS.find(([sign, from]) => (ownValue(evidence, sign) ?? 0) >= from - 1e-9)?.[2];
}
