import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.ts';
import { foldCase } from '../../src/handoff/fold.ts';
import { noticesOf } from '../../src/handoff/notices.ts';
import { createLog } from '../../src/log.ts';
import { applyToPurchase, emptyPurchase } from '../../src/purchases/fold.ts';
import { tellingsOf } from '../../src/purchases/tellings.ts';
import { waitsFor } from '../../src/purchases/waiting.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type Places, postgresPlaces, sqlitePlaces } from '../contract/store/places.ts';
import { builtScript } from '../fixtures/built.ts';
import { NIGHTLY } from '../fixtures/runs.ts';

const KILLS = NIGHTLY ? 300 : 20;
const DEMAND_KILLS = NIGHTLY ? 100 : 12;
const SEED = 20261125;

/** After it can work, a life has at most so long, or as long as it took to start: both get about the same share of the kills. */
const WORK_MS = 450;

interface Lived {
  /** Kills before the life could work: while it started, migrated, or found what the one before had left. */
  startingUp: number;
  working: number;
}

/**
 * Lives one after the other in each of so many places at the same time, each killed at a random instant from its very first on;
 * the last one, alone, drains the outbox. How long a start takes is learnt from the lives themselves, so that on a slow machine
 * as many of them get to work. `from: 'work'`: each is let come to work first.
 */
async function liveAndDie(script: string, kills: number, at: Whereabouts): Promise<Lived> {
  const random = createRandom(SEED);
  const lived: Lived = { startingUp: 0, working: 0 };
  const first = begin(script, 'load', kills, 0, at);
  let startMs = (await first.ready) ?? 0;
  first.process.kill('SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  // Several share what one has alone.
  const workMs = () => Math.max(WORK_MS, startMs) * (at.processes === 1 ? 1 : 2);
  let life = 0;
  const slotOfLives = async (slot: number): Promise<void> => {
    while (life < kills) {
      const mine = life++;
      const child = begin(script, 'load', mine, slot, at);
      // Every other one is let come to work, however long a loaded machine takes to start it.
      const timer =
        at.from !== 'work' && mine % 2 === 0
          ? setTimeout(() => child.process.kill('SIGKILL'), random() * (startMs + workMs()))
          : child.ready.then(() => setTimeout(() => child.process.kill('SIGKILL'), random() * workMs()));
      const ready = await child.ready;
      expect(await child.ended).toBe('SIGKILL');
      clearTimeout(await timer);
      lived[ready === undefined ? 'startingUp' : 'working']++;
      if (ready !== undefined) startMs += (ready - startMs) / 8;
    }
  };
  await Promise.all(Array.from({ length: at.processes }, (_, slot) => slotOfLives(slot)));
  const last = begin(script, 'drain', kills + 1, 0, at);
  expect(await last.ended).toBe(0);
  return lived;
}

interface Whereabouts {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly processes: number;
  readonly from?: 'work';
}

/** `ready`: after how many milliseconds it began to work; undefined when it ended before. */
function begin(
  script: string,
  mode: 'load' | 'drain',
  seed: number,
  slot: number,
  { folder, databaseUrl }: Whereabouts,
) {
  const began = performance.now();
  const process_ = spawn(process.execPath, [script, mode, String(seed)], {
    env: {
      ...process.env,
      CRASH_FOLDER: folder,
      CRASH_SLOT: String(slot),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | string | null>((resolve) => {
    process_.on('exit', (code, signal) => resolve(signal ?? code));
  });
  const ready = new Promise<number | undefined>((resolve) => {
    process_.stdout.once('data', () => resolve(performance.now() - began));
    process_.once('exit', () => resolve(undefined));
  });
  return { process: process_, ended, ready };
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const caseOf = (message: string) => message.split(':')[0] ?? '';

async function verify(folder: string, store: Store) {
  const acknowledged = linesOf(join(folder, 'acknowledged.log')).map((line) => line.split(' '));
  const deliveries = linesOf(join(folder, 'delivered.log')).map((line) => line.split(' '));
  const delivered = deliveries.map(([id = '']) => id);
  const once = new Set(delivered);
  // Those written but not acknowledged when the process died are known by their messages.
  const ids = new Set([...acknowledged.map(([, id = '']) => id), ...delivered.map(caseOf)]);
  const found = {
    cases: ids.size,
    acknowledged: acknowledged.length,
    lostCases: 0,
    lostMessages: 0,
    doubleClaims: 0,
    doneTwice: 0,
    overtaken: 0,
    words: 0,
    longestWaitMs: 0,
  };
  const deeds = new Map<string, number>();
  const writtenAt = new Map<string, number>();
  for (const id of ids) {
    const events = await store.cases.eventsOf(id);
    if (!events.ok) throw new Error('the store is down');
    if (events.value.length === 0) {
      found.lostCases++;
      continue;
    }
    // What was told to be done stands at its version; of an acceptance, by whom.
    const said = events.value.flatMap((e) =>
      e.kind === 'messaged' ? [e.text] : e.kind === 'drafted' ? [e.brief.question] : [],
    );
    for (const key of said) deeds.set(key, (deeds.get(key) ?? 0) + 1);
    for (const [kind = '', , version, key = '', reservist] of acknowledged.filter((line) => line[1] === id)) {
      if (Number(version) > events.value.length) found.lostCases++;
      if (['drafted', 'say'].includes(kind) && !said.includes(key)) found.lostCases++;
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
      writtenAt.set(`${id}:${version}`, Date.parse(event.at));
      if (event.kind === 'accepted' && holder !== undefined) found.doubleClaims++;
      holder = after.holder;
      found.lostMessages += noticesOf(before, event, after).length;
    }
  }
  const [outbox, open, setAside] = [
    await store.outbox.waiting(),
    await store.cases.open(),
    await store.trials.setAside(),
  ];
  if (!outbox.ok || !open.ok || !setAside.ok) throw new Error('the store is down');
  found.lostMessages -= once.size;
  found.words = deeds.size;
  found.doneTwice = [...deeds.values()].filter((times) => times > 1).length;
  for (const [id = '', , , at = ''] of deliveries)
    if (at !== '')
      found.longestWaitMs = Math.max(found.longestWaitMs, Number(at) - (writtenAt.get(id.replace(/:\d+$/, '')) ?? 0));
  // To one reader of one case, in the order in which they were written, repeated or not.
  const last = new Map<string, number>();
  for (const [id = '', , reader] of deliveries) {
    const [, version = 0, index = 0] = id.split(':').map(Number);
    const lane = `${caseOf(id)} ${reader}`;
    const ordinal = version * 1000 + index;
    if (ordinal < (last.get(lane) ?? 0)) found.overtaken++;
    last.set(lane, ordinal);
  }
  const duplicates = delivered.length - once.size;
  return {
    ...found,
    waiting: outbox.value + setAside.value.length,
    stuck: open.value.length,
    delivered: delivered.length,
    duplicates,
  };
}

/** Of the demandes: what was done is there once, what it sends was told, and whatever waits was said to wait. */
async function verifyDemands(folder: string, store: Store) {
  const acknowledged = linesOf(join(folder, 'acknowledged.log')).map((line) => line.split(' '));
  const told = linesOf(join(folder, 'told.log')).map((line) => line.split(' ')[0] ?? '');
  const found = { demands: 0, acts: acknowledged.length, lost: 0, doneTwice: 0, words: 0, lostWords: 0, stuck: 0 };
  const ids = new Set([...acknowledged.map(([, id = '']) => id), ...told.map((id) => id.split(':')[1] ?? '')]);
  const naming = { nameOf: () => 'x', coordinators: ['helene'] };
  for (const id of ids) {
    const events = await store.purchases.eventsOf(id);
    if (!events.ok) throw new Error('the store is down');
    found.demands++;
    const holding = (key: string) =>
      events.value.filter((event) => [` ${key}"`, `"${key}"`].some((one) => JSON.stringify(event).includes(one)));
    for (const [kind = '', , key = ''] of acknowledged.filter((line) => line[1] === id)) {
      // A move that comes too late changes nothing, and is said to be done with nothing written.
      if (['draft', 'say', 'ask', 'move'].includes(kind)) {
        const held = holding(key).length;
        if (held === 0) found.lost++;
        if (held > 1) found.doneTwice++;
      }
    }
    let after = emptyPurchase(id);
    for (const event of events.value) {
      after = applyToPurchase(after, event);
      found.words += tellingsOf(after, event, naming).length;
    }
    // A year has gone by: whoever was waited for was told, then the coordinator.
    if (waitsFor(after) !== undefined && !after.escalated) found.stuck++;
  }
  found.lostWords = found.words - new Set(told).size;
  const left = await store.purchases.due(new Date(Date.now() + 400 * 86_400_000).toISOString(), 10);
  found.stuck += left.ok ? left.value.length : 1;
  return { ...found, toldAgain: told.length - new Set(told).size };
}

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`crashes on PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<[number, string, Places]>([
  [1, 'process on SQLite', sqlitePlaces()],
  [3, 'processes on one PostgreSQL', POSTGRES],
])(`killed ${KILLS} times at random instants: %i %s`, (processes, _where, places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('loses no case, no message, and lets no two hold one case', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'truchement-crash-'));
      const { databaseUrl } = await places.place();
      const script = await builtScript('tests/crash/life.ts', 'within');
      const lived = await liveAndDie(script, KILLS, { folder, databaseUrl, processes });
      const store = await openStore({ data: folder, databaseUrl, log: createLog('silent') });
      const found = await verify(folder, store);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
      console.log(places.name, processes, { ...lived, ...found });
      // Killed at every stage of a life, none of them rare where there are many.
      expect(lived.startingUp).toBeGreaterThan(NIGHTLY ? KILLS / 10 : 0);
      expect(lived.working).toBeGreaterThan(KILLS / 3);
      expect(found).toMatchObject({ lostCases: 0, lostMessages: 0, doubleClaims: 0, doneTwice: 0 });
      expect(found).toMatchObject({ overtaken: 0, waiting: 0, stuck: 0 });
      expect(found.duplicates / found.delivered).toBeLessThan(0.01);
      expect(found.acknowledged).toBeGreaterThan(KILLS);
    }, 2_400_000);

    it(`loses nothing of a demande in ${DEMAND_KILLS} kills, tells nothing twice but what it died telling, leaves none stuck`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'truchement-crash-'));
      const { databaseUrl } = await places.place();
      const script = await builtScript('tests/crash/demand-life.ts', 'within');
      const lived = await liveAndDie(script, DEMAND_KILLS, { folder, databaseUrl, processes, from: 'work' });
      const store = await openStore({ data: folder, databaseUrl, log: createLog('silent') });
      const found = await verifyDemands(folder, store);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
      console.log(places.name, processes, { ...lived, ...found });
      expect(lived).toEqual({ startingUp: 0, working: DEMAND_KILLS });
      expect(found).toMatchObject({ lost: 0, doneTwice: 0, lostWords: 0, stuck: 0 });
      expect(found.toldAgain).toBeLessThanOrEqual(DEMAND_KILLS);
      expect(found.acts).toBeGreaterThan(DEMAND_KILLS);
    }, 2_400_000);
  });
});
