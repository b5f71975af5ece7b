import type { Kysely } from 'kysely';
import type { Notice } from '../handoff/notices.ts';
import type { Tables } from './tables.ts';

/** Messages of one case to one reader keep their order, also when one of them has to be tried again. */
export async function addOutboxLanes(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    .addColumn('lane', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  const waiting = await db.selectFrom('outbox').select(['id', 'body']).where('next_at', 'is not', null).execute();
  for (const { id, body } of waiting)
    await db
      .updateTable('outbox')
      .set({ lane: laneOf(JSON.parse(body)) })
      .where('id', '=', id)
      .execute();
  await db.schema.createIndex('outbox_lane').on('outbox').columns(['case_id', 'lane', 'ordinal']).execute();
}

export function laneOf({ to }: Notice): string {
  return to.kind === 'requester' ? 'requester' : `reservist ${to.id}`;
}
