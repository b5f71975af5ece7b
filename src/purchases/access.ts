import type { Buying } from '../bodies/port/buying.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { isBuyer, isCoordinator } from '../reserve/signed-in.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Seat } from './decide.ts';
import type { Purchase, PurchaseEvent } from './purchase.ts';

/**
 * Where someone sits at a purchase: those named in it, those in whose inbox it waits, and the coordinators of its body; all of
 * them only for as long as they are of that body. What is not sent yet is its author's alone.
 */
export function seatAt(purchase: Purchase, person: Person | undefined): Seat | undefined {
  if (person === undefined || purchase.organisation === '' || person.organisation !== purchase.organisation)
    return undefined;
  const { prescribers, buyers, inbox, stage } = purchase;
  if (prescribers.includes(person.id)) return 'prescriber';
  if (stage === 'draft') return undefined;
  if (buyers.includes(person.id)) return 'buyer';
  if (inbox.includes(person.id) && buyers.length === 0 && isBuyer(person)) return 'buyer';
  return isCoordinator(person) ? 'coordinator' : undefined;
}

type Opened = Extract<PurchaseEvent, { readonly kind: 'opened' }>;

/** Who buys it for the body: as its own table says; else its only buyer; else whoever buys or coordinates there finds it in their inbox. */
export async function buyersOf(
  { buying, reserve }: { readonly buying?: Buying | undefined; readonly reserve: Pick<ReserveRecords, 'people'> },
  author: Person,
  { cpv, text }: { readonly cpv: string | undefined; readonly text: string },
): Promise<Result<Pick<Opened, 'buyers' | 'inbox' | 'contracts'>, StoreDown>> {
  const told = await buying?.buyersFor({ organisation: author.organisation, cpv, text });
  if (told?.ok === false) return told;
  const people = await reserve.people();
  if (!people.ok) return people;
  const colleagues = people.value.filter(
    ({ id, organisation }) => organisation === author.organisation && id !== author.id,
  );
  const contracts = told?.value.contracts ?? [];
  const named = [told?.value.buyer, told?.value.substitute].filter((id) => colleagues.some((one) => one.id === id));
  const [first] = named;
  if (first !== undefined) return ok({ buyers: [first], inbox: [], contracts });
  const buyers = colleagues.filter(isBuyer).map(({ id }) => id);
  if (buyers.length === 1) return ok({ buyers, inbox: [], contracts });
  const coordinators = colleagues.filter(isCoordinator).map(({ id }) => id);
  return ok({ buyers: [], inbox: [...new Set([...buyers, ...coordinators])], contracts });
}
