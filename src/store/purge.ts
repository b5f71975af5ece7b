import { setTimeout as pause } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Cutoffs, PurgeCounts } from '../handoff/records/retention-records.ts';
import type { Db } from './run.ts';
import type { Tables } from './tables.ts';

/** A slice is made smaller or larger so as to take about this long: nobody who asks meanwhile waits much longer. */
const SLICE_MS = 15;
const [SMALLEST, LARGEST] = [10, 500];

/** Nothing is tried again as long after it was begun or went wrong: its process died as it was done, or what it was of is gone. */
const UNTRIED_MS = 2 * 86_400_000;

const OVER = sql`('closed', 'withdrawn', 'expired')`;

type Slice = (work: (tx: Db) => Promise<number>) => Promise<number>;

/**
 * Removes what is past its time by slices, each a transaction of its own, with as long a rest after it: SQLite runs in the process
 * that answers. A case, an agreement and a purchase go whole; of all else each row stands alone.
 * @param slice does one in a transaction: how many it removed, 0 where it could not or may not be done, which ends the table
 * @param rowId how the database names a row that has no other name
 */
export async function purgeAll(slice: Slice, rowId: RawBuilder<unknown>, cutoffs: Cutoffs): Promise<PurgeCounts> {
  /** Rows of one table on which nothing depends. */
  const rows = async (table: keyof Tables, past: RawBuilder<unknown>): Promise<number> =>
    inSlices((most) => {
      const some = sql`select ${rowId} from ${sql.table(table)} where ${past} limit ${sql.lit(most)}`;
      const one = sql`delete from ${sql.table(table)} where ${rowId} in (${some})`;
      return slice(async (tx) => Number((await one.execute(tx)).numAffectedRows ?? 0));
    });
  const { now, exchanges, agreements, audit } = cutoffs;
  const untried = new Date(Date.parse(now) - UNTRIED_MS).toISOString();

  const cases = await removeWhole(
    slice,
    [
      ['outbox', 'case_id'],
      ['case_offers', 'case_id'],
      ['brief_choices', 'case_id'],
      ['briefs', 'case_id'],
      ['case_events', 'case_id'],
      ['cases', 'id'],
    ],
    (most) => sql`select id from cases where status in ${OVER} and since < ${cutoffs.cases} limit ${most}`,
  );
  const agreed = await removeWhole(
    slice,
    [['agreement_events', 'agreement']],
    (most) =>
      sql`select agreement as id from agreement_events group by agreement having max(at) < ${agreements} limit ${most}`,
  );
  // Over for long enough, and nothing of it is still to be asked; or a draft that was never sent, as any question that was asked.
  const purchases = await removeWhole(
    slice,
    [
      ['purchase_events', 'purchase_id'],
      ['purchase_people', 'purchase_id'],
      ['purchases', 'id'],
    ],
    (most) => sql`select id from purchases
      where (stage in ('assessed', 'closed') and next_timer_at is null and since < ${agreements})
         or (stage = 'draft' and since < ${exchanges}) limit ${most}`,
  );
  const of = (counts: ReadonlyMap<string, number>, table: keyof Tables) => counts.get(table) ?? 0;
  return {
    outbox: of(cases, 'outbox') + (await rows('outbox', sql`next_at is null and at < ${exchanges}`)),
    case_offers: of(cases, 'case_offers'),
    brief_choices: of(cases, 'brief_choices'),
    briefs: of(cases, 'briefs'),
    case_events: of(cases, 'case_events'),
    cases: of(cases, 'cases'),
    trials: await rows('trials', sql`at < ${exchanges} or (set_aside_at is null and at < ${untried})`),
    inbound: await rows('inbound', sql`next_at is null and at < ${exchanges}`),
    done_acts: await rows('done_acts', sql`at < ${exchanges}`),
    platform_notes: await rows('platform_notes', sql`expires_at < ${now}`),
    dialogues: await rows('dialogues', sql`until < ${now}`),
    exchanges: await rows('exchanges', sql`at < ${exchanges}`),
    feedback: await rows('feedback', sql`at < ${exchanges}`),
    interviews: await rows('interviews', sql`at < ${exchanges}`),
    agreement_events: of(agreed, 'agreement_events'),
    purchases: of(purchases, 'purchases'),
    planned_needs: await rows('planned_needs', sql`at < ${agreements}`),
    network_acts: await rows('network_acts', sql`at < ${audit}`),
    feedback_answers: await rows('feedback_answers', sql`at < ${exchanges}`),
    audit: await rows('audit', sql`at < ${audit}`),
    // One that nobody judged in all that time has no reader left.
    candidates: await rows('candidates', sql`at < ${cutoffs.candidates}`),
    model_usage: await rows('model_usage', sql`day < ${audit.slice(0, 10)}`),
    sessions: await rows('sessions', sql`until < ${now}`),
    invitations: await rows('invitations', sql`until < ${now}`),
  };
}

/** Things whole: what hangs on them first. Counts by table. @param past so many of their ids */
async function removeWhole(
  slice: Slice,
  tables: readonly (readonly [table: keyof Tables, key: string])[],
  past: (most: RawBuilder<unknown>) => RawBuilder<{ readonly id: string }>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await inSlices((most) =>
    slice(async (tx) => {
      const ids = (await past(sql.lit(most)).execute(tx)).rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      for (const [table, key] of tables) {
        const removed = await removeOf(tx, table, key, ids);
        counts.set(table, (counts.get(table) ?? 0) + removed);
      }
      return ids.length;
    }),
  );
  return counts;
}

async function removeOf(tx: Db, table: keyof Tables, key: string, ids: readonly string[]): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in (${sql.join(ids)})`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** How much was removed in all. @param one removes at most so many, and says how many there were */
async function inSlices(one: (most: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (let most = SMALLEST; ; ) {
    const begun = performance.now();
    const removed = await one(most);
    all += removed;
    if (removed < most) return all;
    const took = performance.now() - begun;
    most = Math.round(Math.min(LARGEST, Math.max(SMALLEST, took > SLICE_MS ? most / 2 : most * 1.5)));
    await pause(took);
  }
}
