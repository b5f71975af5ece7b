import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/simulate/network.ts';
import { foldCase } from '../../src/handoff/fold.ts';
import { noticesOf } from '../../src/handoff/notices.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type Places, postgresPlaces, sqlitePlaces } from '../contract/store/places.ts';

const KILLS = Number(process.env['CRASH_KILLS'] ?? 200);
const SEED = 20261125;

/** Lives one after the other, each killed at a random instant after it began to work; the last one drains the outbox. */
async function liveAndDie(folder: string, databaseUrl: string | undefined): Promise<void> {
  const random = createRandom(SEED);
  for (let life = 0; life < KILLS; life++) {
    const child = begin('load', life, folder, databaseUrl);
    await child.ready;
    setTimeout(() => child.process.kill('SIGKILL'), random() * 1000);
    expect(await child.ended).toBe('SIGKILL');
  }
  const last = begin('drain', KILLS, folder, databaseUrl);
  expect(await last.ended).toBe(0);
}

function begin(mode: 'load' | 'drain', seed: number, folder: string, databaseUrl: string | undefined) {
  const process_ = spawn(process.execPath, ['--import', 'tsx', 'tests/crash/life.ts', mode, String(seed)], {
    env: { ...process.env, CRASH_FOLDER: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | string | null>((resolve) => {
    process_.on('exit', (code, signal) => resolve(signal ?? code));
  });
  const ready = new Promise<void>((resolve, reject) => {
    process_.stdout.once('data', () => resolve());
    process_.once('exit', (code) => reject(new Error(`the life ended before it began (${code})`)));
  });
  ready.catch(() => undefined);
  return { process: process_, ended, ready };
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

async function verify(folder: string, store: Store) {
  const acknowledged = linesOf(join(folder, 'acknowledged.log')).map((line) => line.split(' '));
  const delivered = linesOf(join(folder, 'delivered.log')).map((line) => line.split(' ')[0] ?? '');
  const once = new Set(delivered);
  const ids = new Set(acknowledged.map(([, id = '']) => id));
  const found = { cases: ids.size, acknowledged: acknowledged.length, lostCases: 0, lostMessages: 0, doubleClaims: 0 };
  for (const id of ids) {
    const events = await store.cases.eventsOf(id);
    if (!events.ok) throw new Error('the store is down');
    if (events.value.length === 0) {
      found.lostCases++;
      continue;
    }
    // What was told to be done stands at its version; of an acceptance, by whom.
    for (const [kind, , version, reservist] of acknowledged.filter((line) => line[1] === id)) {
      if (Number(version) > events.value.length) found.lostCases++;
      if (
        kind === 'accept' &&
        !events.value.slice(0, Number(version)).some((e) => e.kind === 'accepted' && e.reservist === reservist)
      )
        found.lostCases++;
    }
    // Replayed one event after the other: nobody accepts what another holds, and every message it makes was delivered.
    let holder: string | undefined;
    for (let version = 2; version <= events.value.length; version++) {
      const before = foldCase(id, events.value.slice(0, version - 1));
      const after = foldCase(id, events.value.slice(0, version));
      const event = events.value[version - 1];
      if (event === undefined) continue;
      if (event.kind === 'accepted' && holder !== undefined) found.doubleClaims++;
      holder = after.holder;
      found.lostMessages += noticesOf(before, event, after).length;
    }
  }
  const outbox = await store.outbox.waiting();
  if (!outbox.ok) throw new Error('the store is down');
  found.lostMessages -= [...once].filter((id) => ids.has(id.split(':')[0] ?? '')).length;
  const duplicates = delivered.length - once.size;
  return { ...found, waiting: outbox.value, delivered: delivered.length, duplicates };
}

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`crashes on PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<Places>([sqlitePlaces(), POSTGRES])(
  `a process killed ${KILLS} times at random instants: $name`,
  (places) => {
    describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
      beforeAll(() => places.begin());
      afterAll(() => places.end());

      it('loses no case, no message, and lets no two hold one case', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'truchement-crash-'));
        const { databaseUrl } = await places.place();
        await liveAndDie(folder, databaseUrl);
        const store = await openStore({ data: folder, databaseUrl, log: createLog('silent') });
        const found = await verify(folder, store);
        await store.close();
        rmSync(folder, { recursive: true, force: true });
        console.log(places.name, found);
        expect(found).toMatchObject({ lostCases: 0, lostMessages: 0, doubleClaims: 0, waiting: 0 });
        expect(found.duplicates / found.delivered).toBeLessThan(0.01);
        expect(found.cases).toBeGreaterThan(KILLS);
      }, 1_200_000);
    });
  },
);
