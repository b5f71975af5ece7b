import { sql } from 'kysely';
import type { Db } from './run.ts';

/** Where each person has one row at most of the columns named: of two, the row of whoever stays is kept. */
const ONE_EACH = [
  ['training_learners', []],
  ['training_progress', ['module']],
  ['training_cards', ['question']],
  ['training_attestations', ['kind', 'subject']],
  ['training_joins', ['path']],
  ['purchase_people', ['purchase_id']],
  ['audit', ['case_id', 'what', 'at']],
] as const;
const COLUMNS = [
  ...ONE_EACH.map(([table]) => [table, 'person'] as const),
  ['cases', 'requester'],
  ['candidates', 'proposed_by'],
  ['candidates', 'judged_by'],
  ['training_joins', 'judged_by'],
  ['training_events', 'person'],
  ['training_letters', 'person'],
  ['training_queue', 'person'],
  ['brief_choices', 'person'],
  ['body_table_changes', 'person'],
  ['platform_notes', 'person'],
  ['interviews', 'person'],
  ['planned_needs', 'person'],
  ['network_acts', 'by'],
  ['network_acts', 'about'],
] as const;
/** Where a person's id stands inside JSON, and the columns by which a row is found again. */
const IN_JSON = [
  ['reservists', ['id']],
  ['case_events', ['case_id', 'version']],
  ['purchase_events', ['purchase_id', 'version']],
  ['interviews', ['id']],
  ['training_learners', ['person']],
  ['training_attestations', ['id']],
  ['training_letters', ['id']],
  ['training_queue', ['id']],
] as const;
/** Words of people: an id is none of them. */
const WORDS = new Set(['text', 'question', 'answer', 'answered', 'need', 'why', 'reason', 'comment', 'title']);

/** All that is under one person's name goes under another's, accounts too; the first is gone, signed out everywhere. */
export async function joinPeople(db: Db, from: string, to: string): Promise<void> {
  for (const [table, columns] of ONE_EACH) {
    const same = sql.join(
      [
        sql`kept.person = ${to}`,
        ...columns.map((one) => sql`kept.${sql.ref(one)} = ${sql.table(table)}.${sql.ref(one)}`),
      ],
      sql` and `,
    );
    await sql`delete from ${sql.table(table)} where person = ${from}
      and exists (select 1 from ${sql.table(table)} as kept where ${same})`.execute(db);
  }
  for (const [table, column] of COLUMNS)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from}`.execute(db);
  for (const [table, key] of IN_JSON) await renameIn(db, table, key, from, to);
  await sql`delete from sessions where person = ${from}`.execute(db);
  await sql`delete from invitations where person = ${from}`.execute(db);
  await sql`delete from people where id = ${from}`.execute(db);
}

async function renameIn(db: Db, table: string, key: readonly string[], from: string, to: string): Promise<void> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const rows = await sql<Record<string, unknown>>`select ${columns}, body from ${sql.table(table)}
    where body like ${`%${JSON.stringify(from).replace(/[\\%_]/g, '_')}%`}`.execute(db);
  for (const { body, ...row } of rows.rows) {
    const renamed = JSON.stringify(renamedIn(JSON.parse(String(body)), from, to));
    if (renamed === body) continue;
    const isRow = sql.join(
      Object.entries(row).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
      sql` and `,
    );
    await sql`update ${sql.table(table)} set body = ${renamed} where ${isRow}`.execute(db);
  }
}

function renamedIn(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, WORDS.has(key) ? inside : renamedIn(inside, from, to)]),
  );
}
