import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWard } from '../../../src/attempts/ward.ts';
import { createIntake, type RunningIntake } from '../../../src/intake/intake.ts';
import type { Handle } from '../../../src/intake/port/events.ts';
import { createLog } from '../../../src/log.ts';
import { err, ok } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { mustBe } from '../../fixtures/network.ts';

const log = createLog('silent');
let data: string;
let store: Store;
let running: RunningIntake[];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'truchement-intake-'));
  store = await openStore({ data, databaseUrl: undefined, log });
  running = [];
});
afterEach(async () => {
  for (const one of running) await one.stop();
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

/** An intake of its own process, as far as the store can tell. */
function intake(handle: Handle, now = () => new Date()): RunningIntake {
  const one = createIntake({ records: store.inbound, handlerOf: () => handle, ward: createWard(), log, now });
  running.push(one);
  return one;
}

const said = (id: string, lane = 'a') => ({ platform: 'slack', id, lane, body: { text: id } }) as const;

/** Resolves when so many events were handled. */
function journal(count: number) {
  const lines: string[] = [];
  let reached: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    reached = resolve;
  });
  return {
    lines,
    all,
    add: (line: string) => {
      lines.push(line);
      if (lines.length === count) reached();
    },
  };
}

describe('the intake', () => {
  it('handles each event once, in the order of its thread, however often it is delivered', async () => {
    const { lines, all, add } = journal(60);
    const one = intake(async (body, { id, attempt }) => {
      await Promise.resolve();
      add(`${id} ${attempt} ${JSON.stringify(body)}`);
      return ok(undefined);
    });
    const events = Array.from({ length: 60 }, (_, i) => said(`e${String(i).padStart(2, '0')}`, `lane ${i % 7}`));
    const taken = await Promise.all(events.flatMap((event) => [one.take(event), one.take(event)]));
    expect(taken.map(mustBe).filter((was) => was === 'new')).toHaveLength(60);
    await all;
    expect(mustBe(await one.take(events[0] ?? said('x')))).toBe('seen');
    await one.stop();
    expect(lines).toHaveLength(60);
    for (let lane = 0; lane < 7; lane++) {
      const ofLane = lines.filter((line) => Number(/e(\d+)/.exec(line)?.[1]) % 7 === lane);
      expect(ofLane).toEqual([...ofLane].sort());
    }
    expect(lines[0]).toBe('e00 0 {"text":"e00"}');
    expect(mustBe(await store.inbound.underWay())).toBe(0);
  });

  it('takes up what a process that died had taken, and tells that it is not the first time', async () => {
    const dead = intake(() => new Promise(() => undefined));
    mustBe(await dead.take(said('1')));
    mustBe(await dead.take(said('2')));
    running = [];
    const { lines, all, add } = journal(2);
    const later = () => new Date(Date.now() + 60_000);
    const next = intake(async (_body, { id, attempt }) => {
      add(`${id} ${attempt}`);
      return ok(undefined);
    }, later);
    next.start();
    await all;
    expect(lines).toEqual(['1 1', '2 1']);
  });

  it('keeps the later ones of a thread behind one that has to be tried again, and no other thread', async () => {
    const start = Date.now();
    const { lines, all, add } = journal(5);
    const refusals = new Set(['1']);
    const one = intake(
      async (_body, { id, attempt }) => {
        add(`${id} ${attempt > 0 ? 'again' : 'first'}`);
        if (!refusals.delete(id)) return ok(undefined);
        return err({ kind: 'later', why: 'rate limited', afterMs: 25_000 });
      },
      // Forty times faster than the wall's: what waits 25 s is there in less than one.
      () => new Date(start + (Date.now() - start) * 40),
    );
    one.start();
    await Promise.all([one.take(said('1')), one.take(said('2')), one.take(said('9', 'b'))]);
    mustBe(await one.take(said('3')));
    await all;
    expect(lines.filter((line) => !line.startsWith('9')).map((line) => line.split(' ')[0])).toEqual([
      '1',
      '1',
      '2',
      '3',
    ]);
    expect(lines).toContain('9 first');
    expect(lines).toContain('1 again');
  });

  it('gives up an event that can never be handled, goes on with the next, and survives a fault in handling', async () => {
    const { lines, all, add } = journal(2);
    const one = intake(async (_body, { id }) => {
      add(id);
      if (id === '1') return err({ kind: 'gone', why: 'uninstalled' });
      return ok(undefined);
    });
    mustBe(await one.take(said('1')));
    mustBe(await one.take(said('2')));
    await all;
    await one.stop();
    expect(lines).toEqual(['1', '2']);
    expect(mustBe(await store.inbound.underWay())).toBe(0);
  });

  it('says that the store is down rather than take what it could lose', async () => {
    const one = intake(async () => ok(undefined));
    await store.close();
    expect(await one.take(said('1'))).toEqual({ ok: false, error: { kind: 'store_down', reason: 'closed' } });
    running = [];
  });

  it('takes what arrives before it has begun all that it has: nobody is kept waiting for an acknowledgement', async () => {
    const { lines, all, add } = journal(201);
    const one = intake(async (_body, { id }) => {
      add(id);
      return ok(undefined);
    });
    const burst = Array.from({ length: 200 }, (_, i) => one.take(said(`e${i}`, `lane ${i}`)));
    const late = Promise.all(burst).then(() => one.take(said('late', 'another')));
    await Promise.all(burst);
    const begunWhenAcknowledged = lines.length;
    mustBe(await late);
    await all;
    expect(begunWhenAcknowledged).toBeLessThan(200);
    expect(lines.at(-1)).toBe('late');
  });

  it('handles what it has in hand before it stops', async () => {
    const { lines, add } = journal(20);
    const one = intake(async (_body, { id }) => {
      await Promise.resolve();
      add(id);
      return ok(undefined);
    });
    const taken = Array.from({ length: 20 }, (_, i) => one.take(said(`e${i}`, `lane ${i}`)));
    await one.stop();
    expect((await Promise.all(taken)).every((was) => was.ok)).toBe(true);
    expect(lines).toHaveLength(20);
    expect(mustBe(await store.inbound.underWay())).toBe(0);
    expect(await one.take(said('late'))).toMatchObject({ ok: false });
  });
});
