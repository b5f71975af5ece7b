import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** What is asked on every page or by every round of the clock, over tables that grow for years (`npm run bench:store`). */
export async function addIndexes(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema.createIndex('cases_status').on('cases').columns(['status', 'since']).execute();
  // All that the board reads of a step: without looking at the events, whose texts are long.
  await schema.dropIndex('case_events_kind_at').execute();
  await schema
    .createIndex('case_events_kind_at')
    .on('case_events')
    .columns(['kind', 'at', 'case_id', 'version'])
    .execute();
  await schema.createIndex('case_offers_ended_at').on('case_offers').column('ended_at').execute();
  await schema.createIndex('outbox_at').on('outbox').column('at').execute();
  // Of those that wait alone: nearly all have been delivered.
  await schema.dropIndex('outbox_next_at').execute();
  await schema.createIndex('outbox_next_at').on('outbox').column('next_at').where('next_at', 'is not', null).execute();
  await schema
    .createIndex('outbox_given_up')
    .on('outbox')
    .column('at')
    .where(sql<boolean>`next_at is null and delivered_at is null`)
    .execute();
  await schema
    .createIndex('exchanges_unanswered')
    .on('exchanges')
    .column('at')
    .where(sql<boolean>`outcome = 'refusal' and reason = 'no_source'`)
    .execute();
  await schema.createIndex('feedback_useful').on('feedback').columns(['useful', 'at']).execute();
}
