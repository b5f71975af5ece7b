import type { ExpressionBuilder } from 'kysely';
import type { Cutoffs, Erasure, PurgeCounts, RetentionRecords } from '../handoff/records/retention-records.ts';
import { eraseFromPurchase } from '../purchases/erase-from-event.ts';
import { applyToPurchase, emptyPurchase } from '../purchases/fold.ts';
import { err, ok } from '../result.ts';
import { forgetInProgramme } from './programme-records.ts';
import type { Db, Run, Transact } from './run.ts';
import type { Tables } from './tables.ts';

const OVER = ['closed', 'withdrawn', 'expired'] as const;
const OVER_PURCHASES = ['assessed', 'closed'];

export function createRetentionRecords(run: Run, transact: Transact): RetentionRecords {
  return {
    purge: (cutoffs) => run(() => transact(async (tx) => ok(await purgeAll(tx, cutoffs)))),
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

/** Over for long enough, and nothing of it is still to be asked; or a draft that was never sent, as any question that was asked. */
function isPastPurchase(eb: ExpressionBuilder<Tables, 'purchases'>, cutoffs: Cutoffs) {
  return eb.or([
    eb.and([eb('stage', 'in', OVER_PURCHASES), eb('next_timer_at', 'is', null), eb('since', '<', cutoffs.agreements)]),
    eb.and([eb('stage', '=', 'draft'), eb('since', '<', cutoffs.exchanges)]),
  ]);
}

async function purgeAll(tx: Db, cutoffs: Cutoffs): Promise<PurgeCounts> {
  const ended = tx
    .selectFrom('cases')
    .select('id')
    .where('status', 'in', [...OVER])
    .where('since', '<', cutoffs.cases);
  const oldAgreements = tx
    .selectFrom('agreement_events')
    .select('agreement')
    .groupBy('agreement')
    .having((eb) => eb(eb.fn.max('at'), '<', cutoffs.agreements));
  const overPurchases = tx
    .selectFrom('purchases')
    .select('id')
    .where((eb) => isPastPurchase(eb, cutoffs));
  for (const table of ['purchase_events', 'purchase_people'] as const)
    await tx.deleteFrom(table).where('purchase_id', 'in', overPurchases).execute();
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ readonly numDeletedRows: bigint }> }) =>
    Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
  const messages =
    (await count(tx.deleteFrom('outbox').where('case_id', 'in', ended))) +
    (await count(tx.deleteFrom('outbox').where('next_at', 'is', null).where('at', '<', cutoffs.exchanges)));
  return {
    outbox: messages,
    case_offers: await count(tx.deleteFrom('case_offers').where('case_id', 'in', ended)),
    brief_choices: await count(tx.deleteFrom('brief_choices').where('case_id', 'in', ended)),
    briefs: await count(tx.deleteFrom('briefs').where('case_id', 'in', ended)),
    case_events: await count(tx.deleteFrom('case_events').where('case_id', 'in', ended)),
    cases: await count(
      tx
        .deleteFrom('cases')
        .where('status', 'in', [...OVER])
        .where('since', '<', cutoffs.cases),
    ),
    trials: await count(tx.deleteFrom('trials').where('at', '<', cutoffs.exchanges)),
    inbound: await count(tx.deleteFrom('inbound').where('next_at', 'is', null).where('at', '<', cutoffs.exchanges)),
    done_acts: await count(tx.deleteFrom('done_acts').where('at', '<', cutoffs.exchanges)),
    platform_notes: await count(tx.deleteFrom('platform_notes').where('expires_at', '<', cutoffs.now)),
    dialogues: await count(tx.deleteFrom('dialogues').where('until', '<', cutoffs.now)),
    exchanges: await count(tx.deleteFrom('exchanges').where('at', '<', cutoffs.exchanges)),
    feedback: await count(tx.deleteFrom('feedback').where('at', '<', cutoffs.exchanges)),
    interviews: await count(tx.deleteFrom('interviews').where('at', '<', cutoffs.exchanges)),
    agreement_events: await count(tx.deleteFrom('agreement_events').where('agreement', 'in', oldAgreements)),
    purchases: await count(tx.deleteFrom('purchases').where((eb) => isPastPurchase(eb, cutoffs))),
    planned_needs: await count(tx.deleteFrom('planned_needs').where('at', '<', cutoffs.agreements)),
    network_acts: await count(tx.deleteFrom('network_acts').where('at', '<', cutoffs.audit)),
    feedback_answers: await count(tx.deleteFrom('feedback_answers').where('at', '<', cutoffs.exchanges)),
    audit: await count(tx.deleteFrom('audit').where('at', '<', cutoffs.audit)),
    // One that nobody judged in all that time has no reader left.
    candidates: await count(tx.deleteFrom('candidates').where('at', '<', cutoffs.candidates)),
    model_usage: await count(tx.deleteFrom('model_usage').where('day', '<', cutoffs.audit.slice(0, 10))),
    sessions: await count(tx.deleteFrom('sessions').where('until', '<', cutoffs.now)),
    invitations: await count(tx.deleteFrom('invitations').where('until', '<', cutoffs.now)),
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
