import type { Purchase, PurchaseEvent } from '../purchases/purchase.ts';
import type { PurchaseRecords, PurchaseSummary, PurchaseWrite } from '../purchases/purchase-records.ts';
import { err, ok } from '../result.ts';
import type { PurchaseStage } from '../vocabulary/purchases.ts';
import type { DoneBefore, VersionConflict } from '../vocabulary/record-faults.ts';
import { createFindDone, writeOnce } from './done-acts.ts';
import type { Db, Run, Transact } from './run.ts';
import { enqueue } from './write-training.ts';

/** Purchases over a database: events are only ever added, with the words that they send; beside them a row says where one stands. */
export function createPurchaseRecords(db: Db, run: Run, transact: Transact): PurchaseRecords {
  return {
    write: (change) =>
      run<undefined, VersionConflict | DoneBefore>(() =>
        transact((tx) =>
          writeOnce<VersionConflict>(
            tx,
            { key: change.key, ref: change.after.id, at: change.after.since },
            async () => {
              // The row is the claim: of two writes onto the same version, the second finds it gone and changes nothing.
              if (!(await claimRow(tx, change))) return err({ kind: 'version_conflict' });
              await writeEvents(tx, change);
              await writePeople(tx, change.after);
              await writeTellings(tx, change);
              return ok(undefined);
            },
          ),
        ),
      ),
    findDone: createFindDone(db, run),
    eventsOf: (id) =>
      run(async () => {
        if (id.includes('\0')) return ok([]);
        const rows = await db
          .selectFrom('purchase_events')
          .select('body')
          .where('purchase_id', '=', id)
          .orderBy('version')
          .execute();
        return ok(rows.map(({ body }): PurchaseEvent => JSON.parse(body)));
      }),
    due: (at, limit) =>
      run(async () => {
        const rows = await db
          .selectFrom('purchases')
          .select('id')
          .where('next_timer_at', '<=', at)
          .orderBy('next_timer_at')
          .limit(limit)
          .execute();
        return ok(rows.map(({ id }) => id));
      }),
    of: (person) =>
      run(async () => {
        const rows = await db
          .selectFrom('purchase_people')
          .innerJoin('purchases', 'purchases.id', 'purchase_people.purchase_id')
          .select(['id', 'title', 'stage', 'organisation', 'opened_at', 'since', 'side'])
          .where('person', '=', person)
          .orderBy('since', 'desc')
          .orderBy('id')
          .execute();
        return ok(
          rows.map(({ opened_at, stage, side, ...row }) => ({
            ...row,
            openedAt: opened_at,
            // Written by the same types, through `claimRow` and `writePeople`.
            stage: stage as PurchaseStage,
            side: side as PurchaseSummary['side'],
          })),
        );
      }),
  };
}

async function claimRow(tx: Db, { after, events, nextTimerAt }: PurchaseWrite): Promise<boolean> {
  const before = after.version - events.length;
  const { id, version, organisation, stage, form, openedAt, since } = after;
  const row = { version, stage, title: form.title, since, next_timer_at: nextTimerAt ?? null };
  if (before === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('purchases')
      .values({ id, organisation, opened_at: openedAt, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('purchases')
    .set(row)
    .where('id', '=', id)
    .where('version', '=', before)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function writeEvents(tx: Db, { after, events }: PurchaseWrite): Promise<void> {
  const first = after.version - events.length + 1;
  const rows = events.map((event, index) => ({
    purchase_id: after.id,
    version: first + index,
    at: event.at,
    kind: event.kind,
    body: JSON.stringify(event),
  }));
  if (rows.length > 0) await tx.insertInto('purchase_events').values(rows).execute();
}

async function writePeople(tx: Db, { id, prescribers, buyers, inbox, stage }: Purchase): Promise<void> {
  const named = (people: readonly string[], side: PurchaseSummary['side']) =>
    people.map((person) => ({ purchase_id: id, person, side }));
  // Before it is sent, it is its author's alone.
  const others = stage === 'draft' ? [] : [...named(buyers, 'buyer'), ...named(inbox, 'inbox')];
  const rows = [...named(prescribers, 'prescriber'), ...others];
  const once = [...new Map(rows.toReversed().map((row) => [row.person, row])).values()];
  await tx.deleteFrom('purchase_people').where('purchase_id', '=', id).execute();
  if (once.length > 0) await tx.insertInto('purchase_people').values(once).execute();
}

/** By the queue of words to people: tried again as they are, in order, with the purchase they are about. */
async function writeTellings(tx: Db, { after, tellings }: PurchaseWrite): Promise<void> {
  await enqueue(
    tx,
    tellings.map(({ person, text, brief }, index) => ({
      id: `purchase:${after.id}:${after.version}:${index}`,
      at: after.since,
      person,
      target: 'person',
      body: { text, suggestions: [], purchase: after.id, brief },
    })),
  );
}

/** Purchases of a body that turns out to be another: the row, and what opened it, which is where its body is written. */
export async function movePurchases(db: Db, from: string, to: string): Promise<void> {
  await db.updateTable('purchases').set({ organisation: to }).where('organisation', '=', from).execute();
  const opened = await db
    .selectFrom('purchase_events')
    .select(['purchase_id', 'version', 'body'])
    .where('kind', '=', 'opened')
    .execute();
  for (const { purchase_id, version, body } of opened) {
    const event: PurchaseEvent = JSON.parse(body);
    if (event.kind !== 'opened' || event.organisation !== from) continue;
    await db
      .updateTable('purchase_events')
      .set({ body: JSON.stringify({ ...event, organisation: to }) })
      .where('purchase_id', '=', purchase_id)
      .where('version', '=', version)
      .execute();
  }
}
