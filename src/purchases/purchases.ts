import type { Attempt } from '../attempts/attempts.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { isBuyer, isCoordinator } from '../reserve/signed-in.ts';
import { err, ok, type Result } from '../result.ts';
import type { Role } from '../vocabulary/people.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { applyToPurchase, emptyPurchase, foldPurchase } from './fold.ts';
import type { PurchaseFault } from './port/purchasing.ts';
import type { Purchase, PurchaseEvent } from './purchase.ts';
import type { PurchaseRecords, Telling } from './purchase-records.ts';
import { tellingsOf } from './tellings.ts';
import { nextTimerAt, recallAt, waitEndsAt, waitsFor } from './waiting.ts';

export interface PurchasesParts {
  readonly records: PurchaseRecords;
  readonly reserve: Pick<ReserveRecords, 'person' | 'people'>;
  readonly addWorkingMinutes: (from: string, minutes: number) => string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What happens, without what is written down of every event. */
export type Step = PurchaseEvent extends infer E
  ? E extends PurchaseEvent
    ? Omit<E, 'at' | 'key' | 'by'>
    : never
  : never;

/** What an act comes to, where the purchase stands when it is done. */
export type DecideOn = (
  now: Purchase,
  events: readonly PurchaseEvent[],
) => Promise<Result<readonly Step[], PurchaseFault>>;

/** Of a purchase that several write at once, each loser reads again; past so many times something else is wrong. */
const ATTEMPTS = 20;
const DUE_AT_ONCE = 50;
const DOWN = { kind: 'store_down' } as const;

/** @param by the person whose act it is; the clock's without one */
export async function give(
  parts: PurchasesParts,
  id: string,
  by: string | undefined,
  key: string | undefined,
  decide: DecideOn,
): Promise<Result<Purchase, PurchaseFault>> {
  const { records } = parts;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const events = await records.eventsOf(id);
    if (!events.ok) return err(DOWN);
    const before = foldPurchase(id, events.value);
    // After it was read: what is written onto it then is not the act itself.
    const done = key === undefined ? ok(undefined) : await records.findDone(key);
    if (!done.ok) return err(DOWN);
    // Its twin may have written since: what is given back holds it.
    if (done.value !== undefined) return load(parts, id);
    const steps = await decide(before, events.value);
    if (!steps.ok) return steps;
    if (steps.value.length === 0) return ok(before);
    const written = await write(parts, before, { by, key, steps: steps.value });
    if (written.ok) return written;
    if (written.error.kind === 'store_down') return err(DOWN);
  }
  return err(DOWN);
}

/** A new one, under an id that nobody guesses; the one made before under the same key is given back. */
export async function open(
  parts: PurchasesParts,
  by: string,
  key: string | undefined,
  steps: readonly Extract<Step, { readonly kind: 'opened' | 'letter' }>[],
): Promise<Result<Purchase, PurchaseFault>> {
  const written = await write(parts, emptyPurchase(parts.newId()), { by, key, steps });
  if (written.ok) return written;
  if (written.error.kind !== 'done_before') return err(DOWN);
  return load(parts, written.error.ref);
}

async function load({ records }: PurchasesParts, id: string): Promise<Result<Purchase, PurchaseFault>> {
  const events = await records.eventsOf(id);
  return events.ok ? ok(foldPurchase(id, events.value)) : err(DOWN);
}

async function write(
  parts: PurchasesParts,
  before: Purchase,
  {
    by,
    key,
    steps,
  }: { readonly by: string | undefined; readonly key: string | undefined; readonly steps: readonly Step[] },
) {
  const { records, now, newId } = parts;
  const people = await parts.reserve.people();
  if (!people.ok) return err(DOWN);
  const naming = {
    nameOf: (id: string | undefined) => people.value.find((one) => one.id === id)?.name ?? '',
    coordinators: people.value
      .filter((one) => one.organisation === (before.organisation || undefined) && isCoordinator(one))
      .map((one) => one.id),
  };
  // Clocks jump back; a purchase's time does not.
  const at = [before.since, now().toISOString()].toSorted().at(-1) ?? '';
  let after = before;
  const tellings: Telling[] = [];
  const events = steps.map((step) => ({ ...step, at, key: newId(), by }) as PurchaseEvent);
  for (const event of events) {
    after = applyToPurchase(after, event);
    tellings.push(...tellingsOf(after, event, naming));
  }
  const timer = nextTimerAt(after, parts.addWorkingMinutes);
  const written = await records.write({ after, events, tellings, nextTimerAt: timer, key });
  return written.ok ? ok(after) : written;
}

/** Whoever is waited for is told once, then the coordinators; how many moved. Safe to run in several processes. */
export async function ring(parts: PurchasesParts, attempt: Attempt): Promise<Result<number, StoreDown>> {
  const due = await parts.records.due(parts.now().toISOString(), DUE_AT_ONCE);
  if (!due.ok) return due;
  let moved = 0;
  for (const id of due.value) {
    const rung = await attempt('timer', id, async () => ({
      done: true,
      value: await give(parts, id, undefined, undefined, late(parts)),
    }));
    if (!rung.ok) return rung;
    if (rung.value.kind === 'worked' && rung.value.value.ok) moved++;
  }
  return ok(moved);
}

function late({ now, addWorkingMinutes, reserve }: PurchasesParts): DecideOn {
  return async (purchase) => {
    const isDue = (at: string | undefined) => at !== undefined && at <= now().toISOString();
    if (isDue(recallAt(purchase))) return ok([{ kind: 'recalled' }]);
    if (!isDue(waitEndsAt(purchase, addWorkingMinutes))) return ok([]);
    const side = waitsFor(purchase);
    if (side === undefined) return ok([]);
    const people = await reserve.people();
    if (!people.ok) return err(DOWN);
    const left = whoeverLeft(purchase, side, people.value);
    if (left !== undefined) return ok(left);
    return ok([purchase.reminded ? { kind: 'escalated' } : { kind: 'reminded', side }]);
  };
}

/**
 * Nobody of the side that is waited for is of the body any more: what they bought goes back to an inbox, and its new readers are
 * told; for a department, whoever coordinates is, without a reminder that nobody would read. Undefined where someone is there.
 */
function whoeverLeft(purchase: Purchase, side: Role, people: readonly Person[]): readonly Step[] | undefined {
  const own = people.filter(({ organisation }) => organisation === purchase.organisation);
  const isHere = (id: string) => own.some((one) => one.id === id);
  const { prescribers, buyers, inbox } = purchase;
  const waited = side === 'prescriber' ? prescribers : buyers.length > 0 ? buyers : inbox;
  if (waited.some(isHere)) return undefined;
  if (side === 'prescriber') return [{ kind: 'escalated' }];
  const next = own.filter((one) => isBuyer(one) || isCoordinator(one)).map(({ id }) => id);
  // Nobody buys nor coordinates there: whoever asked is told, and it stays as it is.
  return next.length === 0
    ? [{ kind: 'escalated' }]
    : [
        { kind: 'vacated', inbox: next },
        { kind: 'reminded', side },
      ];
}
