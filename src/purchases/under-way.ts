import type { UnderWay } from '../bodies/port/house.ts';
import { isBuyer, isCoordinator } from '../reserve/signed-in.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { foldPurchase } from './fold.ts';
import type { PurchasesParts } from './purchases.ts';
import { namesIn } from './view.ts';
import { waitsFor } from './waiting.ts';

/** What a body has under way, as any of its members is told of it: where each stands, why, and with whom; nothing of what two of them wrote to each other. */
export async function underWayOf(
  {
    records,
    reserve,
  }: {
    readonly records: Pick<PurchasesParts['records'], 'of' | 'eventsOf'>;
    readonly reserve: Pick<PurchasesParts['reserve'], 'people'>;
  },
  organisation: string,
): Promise<Result<readonly UnderWay[], StoreDown>> {
  const people = await reserve.people();
  if (!people.ok) return people;
  const nameOf = namesIn(people.value);
  const own = people.value.filter((person) => person.organisation === organisation);
  const ids = new Set<string>();
  // Each that was sent has someone who buys, or is in the inbox of those who do.
  for (const { id } of own.filter((person) => isBuyer(person) || isCoordinator(person))) {
    const summaries = await records.of(id);
    if (!summaries.ok) return summaries;
    for (const { id: of, stage, organisation: where } of summaries.value)
      if (where === organisation && stage !== 'draft' && stage !== 'closed') ids.add(of);
  }
  const rows: UnderWay[] = [];
  for (const id of ids) {
    const events = await records.eventsOf(id);
    if (!events.ok) return events;
    const purchase = foldPurchase(id, events.value);
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
