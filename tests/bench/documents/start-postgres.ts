import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { createLog } from '../../../src/log.ts';
import type { OwnRecords } from '../../../src/retrieval/own-records.ts';
import { openOwnPostgres } from '../../../src/store/own-postgres.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { findPostgres, removeClusters, startCluster } from '../../fixtures/postgres.ts';
import { cpuOf } from '../processor.ts';

export interface BenchPostgres {
  open(): Promise<OwnRecords>;
  /** Fills it from so many passages to so many, in a process of its own, and says at which rate; gives how many there are then. */
  fill(from: number, to: number): Promise<number>;
  /** What the server does by itself a minute after an import. */
  analyse(): Promise<void>;
  /** CPU spent by the server so far, in milliseconds. */
  cpu(): number;
  stop(): Promise<void>;
}

/** A throw-away server; undefined where PostgreSQL is not installed. */
export function startPostgres(scratch: string): BenchPostgres | undefined {
  const found = findPostgres('vector.control');
  if (found.kind !== 'binaries') return undefined;
  const { url } = startCluster(found, scratch);
  const backend = openPostgres(url, createLog('warn'));
  const root = new URL(url.replace(':///', '://here/')).searchParams.get('host') ?? '';
  return {
    open: () => openOwnPostgres(url, createLog('warn'), 'bench', ['all']),
    fill: async (from, to) => {
      const begun = performance.now();
      const args = ['--import', 'tsx', 'tests/bench/documents/fill.ts', url, scratch, String(from), String(to)];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      const [kept = 0, memory] = stdout.split(' ').map(Number);
      const rate = ((kept - from) * 1_000) / (performance.now() - begun);
      process.stdout.write(
        `${kept} passages: ${rate.toFixed(0)} a second taken in, by a process of ${memory} MiB at most\n`,
      );
      return kept;
    },
    analyse: async () => {
      await sql`set statement_timeout = 0`.execute(backend.db);
      const { rows } = await sql<{ found: string | null }>`select to_regclass('own_passages')::text as found`.execute(
        backend.db,
      );
      if (rows[0]?.found != null) await sql`analyze own_passages`.execute(backend.db);
    },
    cpu: () => cpuOf(Number(readFileSync(join(root, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])),
    stop: async () => {
      await backend.db.destroy();
      removeClusters(scratch);
    },
  };
}
