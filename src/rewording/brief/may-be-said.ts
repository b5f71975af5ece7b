import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { Findings } from './findings.ts';
import { inRange } from './in-range.ts';
import { overlaps } from './spans.ts';

/** What a value that no line holds may still say: a slot that it may fill is not said to be missing. */
const MAY_SAY: Readonly<Partial<Record<Slot, readonly SaidValue['kind'][]>>> = {
  quantity: ['quantity'],
  budget: ['amount'],
  deadline: ['date', 'duration'],
  duration: ['duration', 'date'],
};

/** Lines on which a value is taken for what it is. */
export const EXPLAINS = [
  'quantity',
  'budget',
  'deadline',
  'duration',
  'existing_contract',
  'constraints',
  'criteria',
] as const;

/** Of a longer message it is never sure that the thing was not said. */
const SHORT = 90;

const OF_A_CONTRACT = /\b(?:contrat|marche|convention|titulaire|prestataire|abonnement|actuel|aujourd'hui|jusqu')/;

export function mayBeSaid(
  slot: Slot,
  { source: { folded }, values, places, users, objects }: Findings,
  range: Span,
  sure: readonly Span[],
): boolean {
  const kinds = MAY_SAY[slot] ?? [];
  if (
    values.some(
      ({ value, span }) =>
        kinds.includes(value.kind) && span[0] >= range[0] && span[0] < range[1] && !overlaps(span, sure),
    )
  )
    return true;
  if (slot === 'place') return inRange(range, places, ({ span }) => span[0]).length > 0;
  if (slot === 'users') return inRange(range, users, ({ lead }) => lead).length > 0;
  if (slot === 'object') return range[1] - range[0] > SHORT || inRange(range, objects, ({ start }) => start).length > 0;
  return slot === 'existing_contract' && OF_A_CONTRACT.test(folded.slice(...range));
}
