import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { StoredEvent } from '../../../src/rewording/agreement/agreement-records.ts';
import type { Backend } from '../../../src/store/backend.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Cluster, findPostgres, type PostgresFound, startCluster } from '../../fixtures/postgres.ts';

/** Where one implementation keeps stores, for the contract suite: each place is empty and apart from the others. */
export interface Places {
  readonly name: string;
  /** Printed in place of the cases that cannot run here. */
  readonly skipped: string | undefined;
  begin(): Promise<void>;
  end(): Promise<void>;
  /** A fresh place. */
  place(): Promise<Place>;
}

export interface Place {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  /** Every call is another connection, as of another process. */
  connect(): Backend;
}

export const QUIET = createLog('silent');

export const WRITTEN = { ok: true, value: undefined };

export function event(agreement: string, version: number, more: Partial<StoredEvent> = {}): StoredEvent {
  return { agreement, version, at: '2026-11-25T08:00:00.000Z', kind: 'corrected', body: { version }, ...more };
}

export async function opened(backend: Backend): Promise<Store> {
  await migrate(backend);
  return createStore(backend, () => undefined);
}

export function sqlitePlaces(): Places {
  const folders: string[] = [];
  return {
    name: 'SQLite',
    skipped: undefined,
    begin: async () => undefined,
    end: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
    place: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'truchement-store-'));
      folders.push(folder);
      return { data: folder, databaseUrl: undefined, connect: () => openSqlite(folder) };
    },
  };
}

export interface PostgresPlaces extends Places {
  /** The throw-away server; undefined when the tests were given one, which is left alone. */
  readonly cluster: () => Cluster | undefined;
  url(): string;
}

/** One server of each kind for all the test files of a process. */
const clusters = new Map<string, Cluster>();

export function postgresPlaces(found: PostgresFound = findPostgres()): PostgresPlaces {
  const databases: string[] = [];
  const cluster = () => (found.kind === 'binaries' ? clusters.get(found.folder) : undefined);
  const url = (): string => (found.kind === 'given' ? found.url : (cluster()?.url ?? 'the server is not started'));
  return {
    name: 'PostgreSQL',
    skipped: found.kind === 'absent' ? found.reason : undefined,
    cluster,
    url,
    begin: async () => {
      if (found.kind === 'binaries' && cluster() === undefined)
        clusters.set(found.folder, startCluster(found, inject('run')));
    },
    end: async () => {
      for (const name of databases) await asked(url(), `drop database if exists ${name} with (force)`);
    },
    place: async () => {
      const name = `truchement_test_${randomUUID().replaceAll('-', '')}`;
      await asked(url(), `create database ${name}`);
      databases.push(name);
      const place = new URL(url());
      place.pathname = `/${name}`;
      return { data: 'unused', databaseUrl: place.href, connect: () => openPostgres(place.href, QUIET) };
    },
  };
}

/** One statement on a connection of its own. */
export async function asked(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
