import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAttempt } from '../../../src/attempts/attempts.ts';
import { createWard } from '../../../src/attempts/ward.ts';
import { createHeartbeat } from '../../../src/handoff/heartbeat.ts';
import { createWorker } from '../../../src/handoff/worker.ts';
import { createLog } from '../../../src/log.ts';
import { ok } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { ask, mustBe, type Network, network } from '../../fixtures/network.ts';

const MINUTE = 60_000;

let folder: string;
let store: Store;
let town: Network;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'truchement-clock-'));
  store = await openStore({ data: folder, databaseUrl: undefined, log: createLog('silent') });
  town = await network(store);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A process over the town's store: it turns until it has rung or rested `turns` times, so long after its start. */
function start() {
  const logged: string[] = [];
  let elapsed = 0;
  let turns = 0;
  const attempt = createAttempt({ trials: store.trials, ward: createWard(), now: town.now });
  const worker = createWorker({
    cases: { ring: () => town.cases.ring(attempt) },
    courier: {
      deliverDue: async () => {
        turns++;
        return ok(0);
      },
    },
    heartbeat: createHeartbeat(store.platformNotes),
    log: createLog('warn', { write: (line) => void logged.push(JSON.parse(line).msg) }),
    restMs: 1,
    now: town.now,
    elapsedMs: () => elapsed,
  });
  worker.start();
  return {
    logged,
    turn: async () => {
      const before = turns;
      await expect.poll(() => turns, { interval: 2 }).toBeGreaterThan(before + 2);
    },
    /** Time goes by, for the clock and for the process. */
    wait: (minutes: number) => {
      elapsed += minutes * MINUTE;
      town.wait(minutes);
    },
    stop: worker.stop,
  };
}

async function openCase(): Promise<string> {
  const id = await ask(town, 'Comment calculer la pénalité de retard ?');
  expect(mustBe(await town.cases.read(id)).status).toBe('offered');
  return id;
}
const kindsOf = async (id: string) => mustBe(await town.cases.history(id)).map(({ kind }) => kind);

it('lets no open offer lapse when it starts with the clock two hours ahead, nor when it is started again', async () => {
  const id = await openCase();
  const first = start();
  await first.turn();
  await first.stop();
  town.wait(120);
  for (let again = 0; again < 3; again++) {
    const ahead = start();
    await ahead.turn();
    expect(ahead.logged).toEqual([expect.stringMatching(/^a long time since it last ran, or a clock that is ahead/)]);
    ahead.wait(3);
    await ahead.turn();
    await ahead.stop();
  }
  expect(await kindsOf(id)).not.toContain('offer_expired');
  expect(mustBe(await town.cases.read(id)).status).toBe('offered');
});

it('lets them lapse ten minutes after the start when it really stood still for two hours, and people are told', async () => {
  const id = await openCase();
  const first = start();
  await first.turn();
  await first.stop();
  town.wait(120);
  const late = start();
  await late.turn();
  expect(await kindsOf(id)).not.toContain('offer_expired');
  late.wait(10);
  await late.turn();
  await late.stop();
  expect(await kindsOf(id)).toContain('offer_expired');
  await town.turn();
  expect(JSON.stringify(town.sent)).toMatch(/offer/);
});

it('waits for nothing after a short stop', async () => {
  const id = await openCase();
  const first = start();
  first.wait(55);
  await first.turn();
  await first.stop();
  town.wait(6);
  const soon = start();
  await soon.turn();
  await soon.stop();
  expect(soon.logged).toEqual([]);
  expect(await kindsOf(id)).toContain('offer_expired');
});

it('gives a case whose timer other rules had set its own again, and does not look at it without end', async () => {
  const id = await openCase();
  const { version } = mustBe(await town.cases.read(id));
  const now = town.now().toISOString();
  expect(await store.cases.retime(id, version - 1, now)).toEqual(ok(undefined));
  expect(await store.cases.due(now, 10)).toEqual(ok([]));
  await store.cases.retime(id, version, now);
  expect(await store.cases.due(now, 10)).toEqual(ok([id]));
  const attempt = createAttempt({ trials: store.trials, ward: createWard(), now: town.now });
  expect(await town.cases.ring(attempt)).toEqual(ok(0));
  expect(await store.cases.due(now, 10)).toEqual(ok([]));
  town.wait(120);
  expect(mustBe(await town.cases.ring(attempt))).toBe(1);
});
