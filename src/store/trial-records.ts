import type { SetAside, TrialKind, TrialRecords } from '../attempts/trial-records.ts';
import { ok } from '../result.ts';
import type { Db, Run, Transact } from './run.ts';
import { fromStorable, toStorable } from './storable.ts';
import type { Tables } from './tables.ts';

/** Deaths and faults together: then it is put aside. */
const MOST_FAILURES = 3;

/** @param skipLocked the database locks rows (PostgreSQL) */
export function createTrialRecords(db: Db, run: Run, transact: Transact, skipLocked: boolean): TrialRecords {
  return {
    isSuspect: (kind, id, holder) =>
      run(async () => {
        const row = await rowOf(db, kind, id).executeTakeFirst();
        return ok(row !== undefined && (row.deaths > 0 || (row.holder !== null && row.holder !== holder)));
      }),
    begin: (kind, id, { holder, now, until }) =>
      run(() =>
        transact(async (tx) => {
          const before = await rowOf(tx, kind, id)
            .$if(skipLocked, (query) => query.forUpdate())
            .executeTakeFirst();
          if (before === undefined) {
            const row = { kind, id: toStorable(id), at: now, holder, until, deaths: 0, faults: 0, set_aside_at: null };
            const { numInsertedOrUpdatedRows: n } = await tx
              .insertInto('trials')
              .values(row)
              .onConflict((conflict) => conflict.doNothing())
              .executeTakeFirstOrThrow();
            return ok(n === 1n ? 'begun' : 'elsewhere');
          }
          if (before.set_aside_at !== null) return ok('set_aside');
          const others = before.holder !== null && before.holder !== holder;
          if (others && (before.until ?? '') > now) return ok('elsewhere');
          if (others && (await count(tx, kind, id, 'deaths', now)) === 'set_aside') return ok('set_aside');
          await changed(tx, kind, id, { at: now, holder, until });
          return ok('begun');
        }),
      ),
    end: (kind, id, done) =>
      run(async () => {
        await forget(db, kind, [id], !done);
        if (!done) await changed(db, kind, id, { holder: null, until: null });
        return ok(undefined);
      }),
    fault: (kind, id, now) => run(() => transact(async (tx) => ok(await count(tx, kind, id, 'faults', now)))),
    setAside: () => run(async () => ok(await listSetAside(db))),
    release: ({ kind, id }, how, now) =>
      run(() =>
        transact(async (tx) => {
          const { numDeletedRows } = await tx
            .deleteFrom('trials')
            .where('kind', '=', kind)
            .where('id', '=', toStorable(id))
            .where('set_aside_at', 'is not', null)
            .executeTakeFirstOrThrow();
          if (numDeletedRows === 0n) return ok(false);
          await (how === 'retry' ? retry(tx, kind, id, now) : drop(tx, kind, id));
          return ok(true);
        }),
      ),
  };
}

export async function listSetAside(db: Db): Promise<readonly SetAside[]> {
  const rows = await db
    .selectFrom('trials')
    .select(['kind', 'id', 'set_aside_at', 'deaths', 'faults'])
    .where('set_aside_at', 'is not', null)
    .orderBy('set_aside_at')
    .execute();
  return rows.map(({ kind, id, set_aside_at, ...row }) => ({
    ...row,
    // Written by this file alone.
    kind: kind as TrialKind,
    id: fromStorable(id),
    at: set_aside_at ?? '',
  }));
}

/** One more death or fault; whoever had it in hand has it no more. */
export async function count(
  tx: Db,
  kind: TrialKind,
  id: string,
  what: 'deaths' | 'faults',
  now: string,
): Promise<'counted' | 'set_aside'> {
  const before = await rowOf(tx, kind, id).executeTakeFirst();
  const counts = { deaths: before?.deaths ?? 0, faults: before?.faults ?? 0 };
  counts[what]++;
  const over = counts.deaths + counts.faults >= MOST_FAILURES;
  const row = { ...counts, at: now, holder: null, until: null, set_aside_at: over ? now : null };
  await tx
    .insertInto('trials')
    .values({ kind, id: toStorable(id), ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(row))
    .execute();
  return over ? 'set_aside' : 'counted';
}

/** @param blameless only those that nothing went wrong with */
export async function forget(db: Db, kind: TrialKind, ids: readonly string[], blameless = false): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('trials')
    .where('kind', '=', kind)
    .where('id', 'in', ids.map(toStorable))
    .$if(blameless, (query) => query.where('deaths', '=', 0).where('faults', '=', 0))
    .execute();
}

function rowOf(db: Db, kind: TrialKind, id: string) {
  return db.selectFrom('trials').selectAll().where('kind', '=', kind).where('id', '=', toStorable(id));
}

async function changed(db: Db, kind: TrialKind, id: string, set: Partial<Tables['trials']>): Promise<void> {
  await db.updateTable('trials').set(set).where('kind', '=', kind).where('id', '=', toStorable(id)).execute();
}

/** An event is known by its platform and its own id. */
export const eventTrial = (platform: string, event: string) => `${platform} ${event}`;

async function retry(tx: Db, kind: TrialKind, id: string, now: string): Promise<void> {
  const anew = { next_at: now, attempts: 1, why: null };
  if (kind === 'event') await ofEvent(tx, id, { ...anew, holder: null });
  if (kind === 'message') await tx.updateTable('outbox').set(anew).where('id', '=', id).execute();
  if (kind === 'words') await tx.updateTable('training_queue').set(anew).where('id', '=', id).execute();
}

async function drop(tx: Db, kind: TrialKind, id: string): Promise<void> {
  if (kind === 'event') await ofEvent(tx, id, { body: null });
  if (kind === 'message') await tx.deleteFrom('outbox').where('id', '=', id).execute();
  if (kind === 'words') await tx.deleteFrom('training_queue').where('id', '=', id).execute();
  if (kind === 'timer') await tx.updateTable('cases').set({ next_timer_at: null }).where('id', '=', id).execute();
}

async function ofEvent(tx: Db, id: string, set: Partial<Tables['inbound']>): Promise<void> {
  const cut = id.indexOf(' ');
  await tx
    .updateTable('inbound')
    .set(set)
    .where('platform', '=', id.slice(0, cut))
    .where('event', '=', toStorable(id.slice(cut + 1)))
    .execute();
}
