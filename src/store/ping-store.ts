import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { SetAside } from '../attempts/trial-records.ts';
import type { Logger } from '../log.ts';
import { backendOf } from './backend-of.ts';
import { listSetAside } from './trial-records.ts';

/** Whether the store can be reached, without writing anything to it: neither made nor migrated. */
export type StorePing =
  | { readonly kind: 'reached'; readonly place: string; readonly setAside: readonly SetAside[] }
  | { readonly kind: 'not_made'; readonly place: string }
  | { readonly kind: 'down'; readonly place: string; readonly why: string };

/** @param databaseUrl undefined: the file of the data folder. Never throws; no password in what it says */
export async function pingStore(data: string, databaseUrl: string | undefined, log: Logger): Promise<StorePing> {
  const file = join(data, 'truchement.sqlite');
  if (databaseUrl === undefined && !existsSync(file)) return { kind: 'not_made', place: file };
  try {
    const { db, place, reasonOf } = await backendOf({ data, databaseUrl, log });
    try {
      await sql`select 1`.execute(db);
      // A store that waits for its migration has put nothing aside.
      const tables = await db.introspection.getTables();
      const setAside = tables.some(({ name }) => name === 'trials') ? await listSetAside(db) : [];
      return { kind: 'reached', place, setAside };
    } catch (error) {
      return { kind: 'down', place, why: reasonOf(error) ?? 'unusable' };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    return { kind: 'down', place: databaseUrl === undefined ? file : 'PostgreSQL', why: nameOf(error) };
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unusable');
