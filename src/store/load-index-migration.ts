import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What each reservist has in hand and took of late is counted from the indexes alone. */
export async function coverLoads({ schema }: Kysely<Tables>): Promise<void> {
  await schema.dropIndex('case_offers_ended_at').execute();
  await schema.dropIndex('case_offers_offered_at').execute();
  const index = (name: string) => schema.createIndex(`case_offers_${name}`).on('case_offers');
  await index('ended_at').columns(['ended_at', 'accepted', 'reservist']).execute();
  await index('offered_at').columns(['offered_at', 'reservist']).execute();
}
