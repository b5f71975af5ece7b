import { expect, it } from 'vitest';
import type { Courier } from '../../../src/handoff/courier.ts';
import { createWorker } from '../../../src/handoff/worker.ts';
import { createLog } from '../../../src/log.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { StoreDown } from '../../../src/vocabulary/record-faults.ts';

const DOWN = err<StoreDown>({ kind: 'store_down', reason: 'unreachable' });

/** The worker for as many turns as `turn` is written for; what it logged. */
async function work(
  turns: number,
  parts: {
    readonly ring?: (turn: number) => Result<number, StoreDown>;
    readonly deliver?: (turn: number) => Result<number, StoreDown>;
    readonly now?: (turn: number) => Date;
  },
) {
  const logged: { msg: string; level: number }[] = [];
  const rung: number[] = [];
  let turn = 0;
  let done = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    done = resolve;
  });
  const courier: Courier = {
    deliverDue: async () => {
      const delivered = parts.deliver?.(turn) ?? ok(0);
      if (++turn >= turns) done();
      return delivered;
    },
  };
  const worker = createWorker({
    cases: {
      ring: async () => {
        rung.push(turn);
        return parts.ring?.(turn) ?? ok(0);
      },
    },
    courier,
    heartbeat: { last: async () => ok(undefined), beat: async () => ok(undefined) },
    log: createLog('info', { write: (line) => void logged.push(JSON.parse(line)) }),
    restMs: 1,
    now: () => parts.now?.(turn) ?? new Date(0),
    elapsedMs: () => turn,
  });
  worker.start();
  await over;
  await worker.stop();
  return { logged: logged.map(({ msg }) => msg), rung };
}

it('waits for a store that is down, says so once, and says when it is back', async () => {
  const away = (turn: number) => (turn < 4 ? DOWN : ok(0));
  const { logged, rung } = await work(6, { ring: away, deliver: away });
  expect(logged).toEqual(['the store is down: cases wait, nothing is lost', 'the store is back']);
  expect(rung.length).toBeGreaterThanOrEqual(6);
});

it('delivers, and lets nothing fall due, while the clock has just leapt ahead', async () => {
  const { logged, rung } = await work(5, { now: (turn) => new Date(turn < 2 ? 0 : 86_400_000) });
  expect(logged).toEqual(['the clock has jumped']);
  expect(rung).toEqual([0, 1]);
});
