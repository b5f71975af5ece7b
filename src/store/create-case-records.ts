import { sql } from 'kysely';
import type { CaseEvent } from '../handoff/case.ts';
import type { CaseRecords, CaseSummary, CaseWrite, Loads } from '../handoff/records/case-records.ts';
import { err, ok } from '../result.ts';
import type { CaseStatus } from '../vocabulary/cases.ts';
import type { DoneBefore, VersionConflict } from '../vocabulary/record-faults.ts';
import { createFindDone, writeOnce } from './done-acts.ts';
import { laneOf } from './outbox-migration.ts';
import type { Db, Run, Transact } from './run.ts';
import type { Tables } from './tables.ts';

/** One person who becomes free takes few: the clock need not look at a long queue for them. */
const HURRIED = 10;

/** Cases over a database: events are only ever added; beside them one row a case says where it stands. */
export function createCaseRecords(db: Db, run: Run, transact: Transact): CaseRecords {
  const summaries = db
    .selectFrom('cases')
    .select(['id', 'status', 'requester', 'organisation', 'holder', 'opened_at', 'since'])
    .orderBy('opened_at')
    .orderBy('id');
  return {
    write: (change) =>
      run<undefined, VersionConflict | DoneBefore>(() =>
        transact((tx) =>
          writeOnce<VersionConflict>(tx, { key: change.key, ref: change.after.id, at: timeOf(change) }, async () => {
            // The row is the claim: of two writes onto the same version, the second finds it gone and changes nothing.
            if (!(await claimRow(tx, change))) return err({ kind: 'version_conflict' });
            await writeEvents(tx, change);
            await writeOffers(tx, change);
            await writeNotices(tx, change);
            return ok(undefined);
          }),
        ),
      ),
    findDone: createFindDone(db, run),
    eventsOf: (id) =>
      run(async () => {
        if (id.includes('\0')) return ok([]);
        const rows = await db
          .selectFrom('case_events')
          .select('body')
          .where('case_id', '=', id)
          .orderBy('version')
          .execute();
        return ok(rows.map(({ body }): CaseEvent => JSON.parse(body)));
      }),
    due: (at, limit) => run(async () => ok(await readDue(db, at, limit))),
    retime: (id, version, at) =>
      run(async () => {
        await db
          .updateTable('cases')
          .set({ next_timer_at: at ?? null })
          .where('id', '=', id)
          .where('version', '=', version)
          .execute();
        return ok(undefined);
      }),
    hurryQueue: (at) => run(async () => ok(await hurryQueue(db, at))),
    byRequester: (person) =>
      run(async () => ok((await summaries.where('requester', '=', person).execute()).map(summaryOf))),
    byReservist: (reservist) =>
      run(async () => {
        const offered = db
          .selectFrom('case_offers')
          .select('case_id')
          .where('reservist', '=', reservist)
          .where('ended_at', 'is', null);
        const rows = await summaries
          .where((eb) => eb.or([eb('holder', '=', reservist), eb('id', 'in', offered)]))
          .execute();
        return ok(rows.map(summaryOf));
      }),
    open: () => run(async () => ok((await summaries.where('status', 'in', [...UNDER_WAY]).execute()).map(summaryOf))),
    loads: (since, reservist) => run(async () => ok(await readLoads(db, since, reservist))),
  };
}

/** Those that the clock must look at, but for what it has been set aside of. */
async function readDue(db: Db, at: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('next_timer_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('trials')
            .select('trials.id')
            .where('trials.kind', '=', 'timer')
            .whereRef('trials.id', '=', 'cases.id')
            .where('trials.set_aside_at', 'is not', null),
        ),
      ),
    )
    .orderBy('next_timer_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

async function hurryQueue(db: Db, at: string): Promise<undefined> {
  const waiting = db
    .selectFrom('cases')
    .select('id')
    .where('status', '=', 'queued')
    .where('next_timer_at', '>', at)
    .orderBy('since')
    .limit(HURRIED);
  await db
    .updateTable('cases')
    .set({ next_timer_at: at })
    .where('status', '=', 'queued')
    .where('id', 'in', waiting)
    .execute();
  return undefined;
}

/** Named one by one: of those that are over there are a hundred times as many, and an index finds what is named. */
const UNDER_WAY: readonly CaseStatus[] = [
  'draft',
  'consented',
  'queued',
  'offered',
  'accepted',
  'in_progress',
  'answered',
];

async function claimRow(tx: Db, { after, events, nextTimerAt }: CaseWrite): Promise<boolean> {
  const before = after.version - events.length;
  const row = {
    version: after.version,
    status: after.status,
    requester: after.requester.person,
    organisation: after.requester.organisation,
    holder: after.holder ?? null,
    since: after.since,
    next_timer_at: nextTimerAt ?? null,
  };
  if (before === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('cases')
      .values({ id: after.id, opened_at: after.openedAt, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('cases')
    .set(row)
    .where('id', '=', after.id)
    .where('version', '=', before)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function writeEvents(tx: Db, { after, events }: CaseWrite): Promise<void> {
  const first = after.version - events.length + 1;
  const rows = events.map((event, i) => ({
    case_id: after.id,
    version: first + i,
    at: event.at,
    kind: event.kind,
    body: JSON.stringify(event),
  }));
  if (rows.length > 0) await tx.insertInto('case_events').values(rows).execute();
}

/** Open offers as rows, for the loads and the lists: made with the event, ended when the case no longer has them. */
async function writeOffers(tx: Db, { after, events }: CaseWrite): Promise<void> {
  const made = events.flatMap((event) =>
    event.kind === 'offered' || event.kind === 'transferred'
      ? event.offers.map(({ id, reservist }) => ({
          id,
          case_id: after.id,
          reservist,
          offered_at: event.at,
          ended_at: null,
          accepted: 0,
        }))
      : [],
  );
  if (made.length > 0) await tx.insertInto('case_offers').values(made).execute();
  const last = events.at(-1);
  if (last === undefined) return;
  for (const event of events)
    if (event.kind === 'accepted')
      await tx
        .updateTable('case_offers')
        .set({ ended_at: event.at, accepted: 1 })
        .where('id', '=', event.offer)
        .execute();
  const open = after.offers.map(({ id }) => id);
  await tx
    .updateTable('case_offers')
    .set({ ended_at: last.at })
    .where('case_id', '=', after.id)
    .where('ended_at', 'is', null)
    .$if(open.length > 0, (query) => query.where('id', 'not in', open))
    .execute();
}

const AT_ONCE = '1970-01-01T00:00:00.000Z';

function timeOf({ after, events }: CaseWrite): string {
  return events.at(-1)?.at ?? after.since;
}

async function writeNotices(tx: Db, change: CaseWrite): Promise<void> {
  const { after, notices } = change;
  const at = timeOf(change);
  const rows = notices.map((notice, i) => ({
    id: `${after.id}:${after.version}:${i}`,
    case_id: after.id,
    ordinal: after.version * 1000 + i,
    lane: laneOf(notice),
    at,
    body: JSON.stringify(notice),
    attempts: 0,
    // Not the event's instant: a case keeps its own time when the clock was ahead and is put right.
    next_at: AT_ONCE,
    delivered_at: null,
    why: null,
  }));
  if (rows.length > 0) await tx.insertInto('outbox').values(rows).execute();
}

async function readLoads(db: Db, since: string, reservist: string | undefined): Promise<Loads> {
  const loads = new Map<string, { cases: number; takenSince: number; askedSince: number }>();
  const add = (rows: readonly Counted[], of: 'cases' | 'takenSince' | 'askedSince') => {
    for (const { who, n } of rows) {
      if (who === null) continue;
      const load = loads.get(who) ?? { cases: 0, takenSince: 0, askedSince: 0 };
      // PostgreSQL counts in bigint, which its driver gives as text.
      loads.set(who, { ...load, [of]: load[of] + Number(n) });
    }
  };
  // Each by an index that holds all it reads, since nearly all offers are of months gone by: grouped by the bare column, SQLite
  // would go by the index on it, through every offer there is.
  const who = sql<string>`reservist || ''`;
  const offers = db
    .selectFrom('case_offers')
    .select([who.as('who'), COUNT])
    .groupBy(who)
    .$if(reservist !== undefined, (query) => query.where('reservist', '=', reservist ?? ''));
  add(await offers.where('ended_at', 'is', null).execute(), 'cases');
  add(await offers.where('accepted', '=', 1).where('ended_at', '>=', since).execute(), 'takenSince');
  add(await offers.where('offered_at', '>=', since).execute(), 'askedSince');
  const held = db.selectFrom('cases').select(['holder as who', COUNT]).groupBy('holder');
  const by = reservist === undefined ? held.where('holder', 'is not', null) : held.where('holder', '=', reservist);
  add(await by.execute(), 'cases');
  return loads;
}

interface Counted {
  readonly who: string | null;
  readonly n: number;
}

const COUNT = sql<number>`count(*)`.as('n');

function summaryOf(
  row: Pick<Tables['cases'], 'id' | 'status' | 'requester' | 'organisation' | 'holder' | 'opened_at' | 'since'>,
): CaseSummary {
  return {
    id: row.id,
    // Written by the same type, through `claimRow`.
    status: row.status as CaseStatus,
    requester: row.requester,
    organisation: row.organisation,
    holder: row.holder ?? undefined,
    openedAt: row.opened_at,
    since: row.since,
  };
}
