import type { Ungrounded } from '../../model/ungrounded.ts';
import { ownValue } from '../../own-value.ts';
import type { Evidence } from './evidence.ts';

type Signs = readonly (readonly [sign: string, from: number, why: Ungrounded])[];

/** From where on a sign alone says that a claim is not what its passages say: of claims so marked, nearly all are wrong. */
const ALONE: Signs = [
  ['numberNowhere', 1, 'figure'],
  ['bareNumberNowhere', 1, 'figure'],
  ['articleNowhere', 1, 'article'],
  ['verdict', 1, 'negation'],
  ['turned_number', 0.15, 'figure_context'],
  ['memberNumber', 1, 'figure_context'],
  ['bound', 1, 'figure_context'],
  ['anchorNumber', 1, 'date'],
  ['new_date', 0.5, 'date'],
  ['turned_article', 0.3, 'article'],
  ['new_scope', 0.3, 'scope'],
  ['order', 1, 'order'],
  ['new_ordre', 0.65, 'order'],
  ['norm', 0.5, 'unsupported'],
];

/** Signs that honest claims show too: the judge weighs them, and the first that shows gives the name of what it refuses. */
const WEIGHED: Signs = [
  ['new_figure', 0.4, 'figure_context'],
  ['turned_date', 0.15, 'date'],
  ['turned_scope', 0.25, 'scope'],
  ['memberDenied', 1, 'scope'],
  ['roles', 1, 'actor'],
  ['new_acteur', 0.5, 'actor'],
  ['turned_acteur', 0.25, 'actor'],
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

export const faultIn = (evidence: Evidence) => firstIn(ALONE, evidence);
export const suspicionIn = (evidence: Evidence) => firstIn(WEIGHED, evidence);

function firstIn(signs: Signs, evidence: Evidence): Ungrounded | undefined {
  // Sums of shares are a little more or less than they should be.
  return signs.find(([sign, from]) => (ownValue(evidence, sign) ?? 0) >= from - 1e-9)?.[2];
}
