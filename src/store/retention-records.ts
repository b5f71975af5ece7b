import type { Erasure, RetentionRecords } from '../handoff/records/retention-records.ts';
import { eraseFromPurchase } from '../purchases/erase-from-event.ts';
import { applyToPurchase, emptyPurchase } from '../purchases/fold.ts';
import { err, ok } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Backend } from './backend.ts';
import { forgetInProgramme } from './programme-records.ts';
import { purgeAll } from './purge.ts';
import type { Db, Run, Transact } from './run.ts';

const OVER = ['closed', 'withdrawn', 'expired'] as const;

export function createRetentionRecords(
  run: Run,
  transact: Transact,
  { rowId, sweep }: Pick<Backend, 'rowId' | 'sweep'>,
): RetentionRecords {
  return {
    purge: async (cutoffs, signal) => {
      let down: StoreDown | undefined;
      const slice = (transactSlice: Transact) => async (work: (tx: Db) => Promise<number>) => {
        if (signal?.aborted) return 0;
        const removed = await run<number, never>(() => transactSlice(async (tx) => ok(await work(tx))));
        if (!removed.ok) down = removed.error;
        return removed.ok ? removed.value : 0;
      };
      const counts = await sweep((transactSlice) => purgeAll(slice(transactSlice), rowId, cutoffs));
      return down === undefined ? ok(counts) : err(down);
    },
    erase: (erasure) =>
      run<undefined, { readonly kind: 'open_case' }>(() =>
        transact(async (tx) => {
          const own = await tx
            .selectFrom('cases')
            .select(['id', 'status'])
            .where('requester', '=', erasure.person)
            .execute();
          if (own.some(({ status }) => !OVER.some((over) => over === status))) return err({ kind: 'open_case' });
          const mine = new Set(own.map(({ id }) => id));
          const lent =
            erasure.reservist === undefined
              ? []
              : await tx
                  .selectFrom('case_offers')
                  .select('case_id')
                  .distinct()
                  .where('reservist', '=', erasure.reservist)
                  .execute();
          for (const id of new Set([...mine, ...lent.map(({ case_id }) => case_id)]))
            await rewriteCase(tx, id, erasure, mine.has(id));
          await forgetInPurchases(tx, erasure);
          await forgetInProgramme(tx, erasure);
          await forgetNames(tx, erasure);
          return ok(undefined);
        }),
      ),
  };
}

async function rewriteCase(tx: Db, id: string, erasure: Erasure, own: boolean): Promise<void> {
  const events = await tx.selectFrom('case_events').select(['version', 'body']).where('case_id', '=', id).execute();
  for (const { version, body } of events) {
    const event = JSON.stringify(erasure.event(JSON.parse(body), own));
    if (event === body) continue;
    await tx
      .updateTable('case_events')
      .set({ body: event })
      .where('case_id', '=', id)
      .where('version', '=', version)
      .execute();
  }
  const messages = await tx.selectFrom('outbox').select(['id', 'body']).where('case_id', '=', id).execute();
  for (const message of messages) {
    const notice = erasure.notice(JSON.parse(message.body), own);
    if (notice === undefined) await tx.deleteFrom('outbox').where('id', '=', message.id).execute();
    else
      await tx
        .updateTable('outbox')
        .set({ body: JSON.stringify(notice) })
        .where('id', '=', message.id)
        .execute();
  }
  if (!own) return;
  await tx.deleteFrom('brief_choices').where('case_id', '=', id).execute();
  await tx.deleteFrom('briefs').where('case_id', '=', id).execute();
  await tx.updateTable('cases').set({ requester: erasure.alias, organisation: '' }).where('id', '=', id).execute();
}

/** By their id, wherever it stands: whoever was named and left the list since is in the events all the same. */
async function forgetInPurchases(tx: Db, erasure: Erasure): Promise<void> {
  const events = await tx
    .selectFrom('purchase_events')
    .select('purchase_id')
    .distinct()
    .where('body', 'like', `%${erasure.person}%`)
    .execute();
  for (const { purchase_id: id } of events) {
    const all = await tx
      .selectFrom('purchase_events')
      .select(['version', 'body'])
      .where('purchase_id', '=', id)
      .orderBy('version')
      .execute();
    const erased = all.map(({ version, body }) => ({ version, event: eraseFromPurchase(JSON.parse(body), erasure) }));
    for (const { version, event } of erased)
      await tx
        .updateTable('purchase_events')
        .set({ body: JSON.stringify(event) })
        .where('purchase_id', '=', id)
        .where('version', '=', version)
        .execute();
    const { form } = erased.map(({ event }) => event).reduce(applyToPurchase, emptyPurchase(id));
    await tx.updateTable('purchases').set({ title: form.title }).where('id', '=', id).execute();
  }
  await tx.deleteFrom('purchase_people').where('person', '=', erasure.person).execute();
}

async function forgetNames(tx: Db, { person, alias, reservist }: Erasure): Promise<void> {
  await tx.updateTable('audit').set({ person: alias }).where('person', '=', person).execute();
  await tx.updateTable('network_acts').set({ by: alias }).where('by', '=', person).execute();
  await tx.updateTable('network_acts').set({ about: alias }).where('about', '=', person).execute();
  await tx.updateTable('body_table_changes').set({ person: alias }).where('person', '=', person).execute();
  await tx.updateTable('candidates').set({ proposed_by: alias }).where('proposed_by', '=', person).execute();
  await tx.updateTable('candidates').set({ judged_by: alias }).where('judged_by', '=', person).execute();
  await tx.deleteFrom('platform_notes').where('person', '=', person).execute();
  await tx.deleteFrom('interviews').where('person', '=', person).execute();
  await tx.deleteFrom('sessions').where('person', '=', person).execute();
  await tx.deleteFrom('invitations').where('person', '=', person).execute();
  await tx.updateTable('brief_choices').set({ person: alias }).where('person', '=', person).execute();
  if (reservist === undefined) return;
  await tx.updateTable('case_offers').set({ reservist: alias }).where('reservist', '=', reservist).execute();
  await tx.updateTable('cases').set({ holder: alias }).where('holder', '=', reservist).execute();
}
