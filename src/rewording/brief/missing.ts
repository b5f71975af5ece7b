import type { Slot } from '../../vocabulary/rewording.ts';
import type { SlotEntry } from '../port/rewording.ts';
import type { Trade } from './trades.ts';

/** What decides which gaps are worth a question. */
interface GapsOf {
  readonly slots: Readonly<Partial<Record<Slot, SlotEntry>>>;
  readonly trade: Trade;
  /** False for a running procedure, a signed contract or a question of law: nothing is asked. */
  readonly isNew: boolean;
  /** «un photocopieur», «la chaudière»: one thing, whose number is known. */
  readonly single: boolean;
  /** The message speaks of renewing or taking over something that runs. */
  readonly renews: boolean;
  /** What the message itself says is not known yet. */
  readonly unknown: ReadonlySet<Slot>;
  /** The message sizes the need by a word that is no figure («quelques», «de temps en temps»). */
  readonly vague: boolean;
  /** Beside its figure, the message speaks of some more («plus quelques réunions»). */
  readonly more: boolean;
  /** Rented, repaired, insured or taken away: those who use it change nothing. */
  readonly usedOtherwise: boolean;
  /** The message says that it comes back («tous les deux mois»). */
  readonly recurs: boolean;
}

/** The order in which gaps are asked: what the thing is, how much of it, for how much and when decide the procedure. */
const ASKED_IN_ORDER: readonly Slot[] = [
  'object',
  'quantity',
  'budget',
  'deadline',
  'duration',
  'place',
  'users',
  'existing_contract',
];

/**
 * Slots to ask for one need, the most decisive first. The rule, from what a buyer cannot do without:
 * - object, budget and deadline, always;
 * - quantity, when the trade is one that a figure sizes and the need is not for one thing, or the message sizes it by a
 *   word that is no figure («quelques», «de temps en temps»);
 * - duration, when the need lasts: by its trade (cleaning, insurance…), a renewal, or a figure that comes back each week or year;
 * - place, when the trade is delivered or done somewhere (never for software, insurance, subscriptions);
 * - whatever the message says is not known yet;
 * - users, when they change the specification (workstations, furniture, vehicles, software, clothing, playgrounds), but not
 *   for what is hired, or repaired, insured or taken away where it is;
 * - the contract in force, when the message speaks of a renewal without saying anything of it, or the need lasts by its trade.
 * Constraints, criteria, environmental and social characteristics are never asked: most needs have none to give, and the
 * buyer proposes them. Contradictory sayings count as missing. Nothing is asked outside a new need.
 */
export function missingSlots(gaps: GapsOf): readonly Slot[] {
  if (!gaps.isNew) return [];
  return ASKED_IN_ORDER.filter((slot) => isDue(slot, gaps) && !isKnown(slot, gaps));
}

/** «du 5 au 23 décembre», «entre mai et juin»: the dates say how long. */
const RANGE = /^(?:du|de|d['’]|entre) ?.+ (?:au|à|a|et) .+/i;

/** What is bought by the piece: «un copieur» gives its number, «le ménage» does not give its surface. */
export const ONE_BY_ONE: ReadonlySet<string> = new Set(['items', 'workstations', 'vehicles']);

/** «40 plateaux chaque jeudi», «dix passages par an»: what comes back lasts. */
const RECURS =
  /(?:\bpar|\/) ?(?:an|ann[eé]e|mois|semaine|trimestre|jour)s?\b|\b(?:chaque|tous les|toutes les) [a-zé]+/i;
const recurs = ({ quantity, budget }: GapsOf['slots']): boolean =>
  [...(quantity?.said ?? []), ...(budget?.said ?? [])].some(({ value }) => RECURS.test(value));

function isDue(
  slot: Slot,
  { slots, trade, single, renews, unknown, vague, recurs: again, usedOtherwise }: GapsOf,
): boolean {
  if (unknown.has(slot)) return true;
  switch (slot) {
    case 'object':
    case 'budget':
    case 'deadline':
      return true;
    case 'quantity':
      return vague || (trade.counted !== undefined && !(single && ONE_BY_ONE.has(trade.counted)));
    case 'duration':
      return (
        (trade.lasting || renews || (again && trade.kind === 'service') || recurs(slots)) &&
        !RANGE.test(slots.deadline?.said[0].value ?? '')
      );
    case 'place':
      return trade.placed;
    case 'users':
      return trade.users && !usedOtherwise;
    case 'existing_contract':
      return renews || trade.lasting;
    case 'constraints':
    case 'criteria':
    case 'environment':
    case 'social':
      return false;
  }
}

function isKnown(slot: Slot, { slots, more }: GapsOf): boolean {
  const entry = slots[slot];
  if (slot === 'quantity' && more) return false;
  return entry !== undefined && !entry.conflict;
}
