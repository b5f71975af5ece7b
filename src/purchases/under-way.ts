import type { UnderWay } from '../bodies/port/house.ts';
import type { Person } from '../reserve/person.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { seatAt } from './access.ts';
import { foldPurchase } from './fold.ts';
import type { PurchasesParts } from './purchases.ts';
import { namesIn } from './view.ts';
import { waitsFor } from './waiting.ts';

interface Parts {
  readonly records: Pick<PurchasesParts['records'], 'of' | 'eventsOf'>;
  readonly reserve: Pick<PurchasesParts['reserve'], 'people'>;
}

/** The demandes under way that someone sits at (`seatAt`), and no other: where each stands, why, and with whom. */
export async function underWayOf(
  { records, reserve }: Parts,
  person: Person,
): Promise<Result<readonly UnderWay[], StoreDown>> {
  const summaries = await records.of(person.id);
  if (!summaries.ok) return summaries;
  const open = summaries.value.filter(({ stage }) => stage !== 'draft' && stage !== 'closed');
  if (open.length === 0) return ok([]);
  const people = await reserve.people();
  if (!people.ok) return people;
  const nameOf = namesIn(people.value);
  const rows: UnderWay[] = [];
  for (const { id } of open) {
    const events = await records.eventsOf(id);
    if (!events.ok) return events;
    const purchase = foldPurchase(id, events.value);
    if (seatAt(purchase, person) === undefined) continue;
    const { form, stage, since, log } = purchase;
    const prescribers = purchase.prescribers.map(nameOf).filter((name) => name !== '');
    rows.push({
      title: form.title,
      stage,
      why: log.findLast((event) => event.kind === 'moved')?.why,
      since,
      prescribers,
      buyers: purchase.buyers.map(nameOf).filter((name) => name !== ''),
      waits: waitsFor(purchase) === 'prescriber' ? prescribers : [],
    });
  }
  return ok(rows);
}
