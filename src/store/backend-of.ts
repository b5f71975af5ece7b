import type { Logger } from '../log.ts';
import type { Backend } from './backend.ts';
import { openSqlite } from './sqlite.ts';

export interface StoreOptions {
  /** Folder of the embedded database, when there is no server. */
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly log: Logger;
}

/** Neither asked anything nor migrated; the driver of a server is read only where there is one. @throws as the two it opens */
export async function backendOf({ data, databaseUrl, log }: StoreOptions): Promise<Backend> {
  if (databaseUrl === undefined) return openSqlite(data);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(databaseUrl, log);
}
