import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Charge, withAccounts } from '../../../src/model/accounts.ts';
import { type BreakerState, withBreaker } from '../../../src/model/breaker.ts';
import { type Complete, type ModelFault, NO_USAGE, type Prompt } from '../../../src/model/complete.ts';
import { startDeadline } from '../../../src/model/deadline.ts';
import { readRetryAfter } from '../../../src/model/fault-of.ts';
import { withLimit } from '../../../src/model/limit.ts';
import { withRetry } from '../../../src/model/retry.ts';
import { err, ok } from '../../../src/result.ts';

const PROMPT: Prompt = {
  purpose: 'answer',
  system: 's'.repeat(350),
  user: '',
  shape: { name: 'x', schema: {} },
  maxTokens: 10,
};
const listening = (signal = new AbortController().signal) => ({ signal, organisation: 'mairie' });
const SAID = ok({ value: {}, usage: NO_USAGE });

/** Gives these one after the other, the last for ever; counts the calls. */
function scripted(...outcomes: readonly (ModelFault | 'ok')[]): Complete & { calls: number } {
  const complete = async () => {
    const outcome = outcomes[Math.min(complete.calls++, outcomes.length - 1)] ?? 'ok';
    return outcome === 'ok' ? SAID : err(outcome);
  };
  complete.calls = 0;
  return complete;
}

describe('trying again', () => {
  const policy = { attempts: 3, firstWaitMs: 1, random: () => 0.5 };
  const rate = (retryAfterMs?: number): ModelFault => ({ kind: 'rate_limited', retryAfterMs });

  it('goes through when the endpoint recovers', async () => {
    const complete = scripted(rate(2), { kind: 'server_error', status: 503, retryAfterMs: undefined }, 'ok');
    expect(await withRetry(complete, policy)(PROMPT, listening())).toEqual(SAID);
    expect(complete.calls).toBe(3);
  });

  it('ends after so many attempts, with the last fault', async () => {
    const complete = scripted({ kind: 'unreachable' });
    expect(await withRetry(complete, policy)(PROMPT, listening())).toEqual(err({ kind: 'unreachable' }));
    expect(complete.calls).toBe(3);
  });

  it.each<ModelFault['kind']>(['unauthorised', 'cancelled', 'timeout', 'malformed', 'budget_spent', 'circuit_open'])(
    'does not ask again what would not change: %s',
    async (kind) => {
      const complete = scripted({ kind } as ModelFault);
      await withRetry(complete, policy)(PROMPT, listening());
      expect(complete.calls).toBe(1);
    },
  );

  it('does not wait past the deadline: the fault comes back at once', async () => {
    const complete = scripted(rate(60_000));
    const deadline = startDeadline(5_000, undefined);
    const started = performance.now();
    expect(await withRetry(complete, policy)(PROMPT, listening(deadline.signal))).toEqual(err(rate(60_000)));
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(complete.calls).toBe(1);
    deadline.end();
  });

  it('ends its wait when the person takes the question back', async () => {
    const complete = scripted(rate(4_000));
    const gone = new AbortController();
    const deadline = startDeadline(60_000, gone.signal);
    const given = withRetry(complete, { ...policy, onRetry: () => gone.abort() })(PROMPT, listening(deadline.signal));
    expect(await given).toEqual(err({ kind: 'cancelled' }));
    deadline.end();
  });

  it('never repeats what was begun to be heard', async () => {
    let calls = 0;
    const heard: unknown[] = [];
    const complete: Complete = async (_, { onPart }) => {
      calls++;
      onPart?.({});
      return err({ kind: 'cut' });
    };
    await withRetry(complete, policy)(PROMPT, { ...listening(), onPart: (part) => heard.push(part) });
    expect([calls, heard]).toEqual([1, [{}]]);
  });

  it('reads Retry-After as seconds or as a date, and nothing else', () => {
    const now = Date.parse('2026-11-25T10:00:00Z');
    expect(readRetryAfter('3', now)).toBe(3_000);
    expect(readRetryAfter('0.25', now)).toBe(250);
    expect(readRetryAfter('Wed, 25 Nov 2026 10:00:07 GMT', now)).toBe(7_000);
    expect(readRetryAfter('Wed, 25 Nov 2026 09:00:00 GMT', now)).toBe(0);
    for (const bad of [undefined, '', 'soon']) expect(readRetryAfter(bad, now)).toBeUndefined();
  });
});

describe('the breaker', () => {
  const breaker = (complete: Complete, clock: { ms: number }, states: BreakerState[] = []) =>
    withBreaker(complete, {
      failures: 3,
      openMs: 1_000,
      now: () => clock.ms,
      onChange: (state) => states.push(state),
    });

  it('leaves a failing endpoint alone, then tries it once, and closes when it is well', async () => {
    const clock = { ms: 0 };
    const states: BreakerState[] = [];
    const complete = scripted({ kind: 'timeout' }, { kind: 'timeout' }, { kind: 'timeout' }, { kind: 'cut' }, 'ok');
    const ask = () => breakerAsk(PROMPT, listening());
    const breakerAsk = breaker(complete, clock, states);
    for (let i = 0; i < 3; i++) await ask();
    expect(await ask()).toEqual(err({ kind: 'circuit_open' }));
    expect(complete.calls).toBe(3);
    clock.ms = 1_000;
    expect(await ask()).toEqual(err({ kind: 'cut' }));
    expect(await ask()).toEqual(err({ kind: 'circuit_open' }));
    clock.ms = 2_000;
    expect(await ask()).toEqual(SAID);
    expect(await ask()).toEqual(SAID);
    expect(states).toEqual(['open', 'half_open', 'open', 'half_open', 'closed']);
  });

  it('is not opened by what says nothing of the endpoint, nor by failures apart', async () => {
    const clock = { ms: 0 };
    const states: BreakerState[] = [];
    const outcomes: (ModelFault | 'ok')[] = [
      { kind: 'cancelled' },
      { kind: 'cancelled' },
      { kind: 'cancelled' },
      { kind: 'timeout' },
      { kind: 'timeout' },
      'ok',
      { kind: 'timeout' },
      { kind: 'timeout' },
      'ok',
    ];
    const ask = breaker(scripted(...outcomes), clock, states);
    for (let i = 0; i < outcomes.length; i++) await ask(PROMPT, listening());
    expect(states).toEqual([]);
  });

  it('lets one call through at a time while it tries', async () => {
    const clock = { ms: 0 };
    let release: () => void = () => undefined;
    let calls = 0;
    const complete: Complete = () => {
      calls++;
      return calls <= 3
        ? Promise.resolve(err({ kind: 'timeout' }))
        : new Promise((resolve) => {
            release = () => resolve(SAID);
          });
    };
    const ask = breaker(complete, clock);
    for (let i = 0; i < 3; i++) await ask(PROMPT, listening());
    clock.ms = 1_000;
    const trial = ask(PROMPT, listening());
    expect(await ask(PROMPT, listening())).toEqual(err({ kind: 'circuit_open' }));
    release();
    expect(await trial).toEqual(SAID);
    expect(calls).toBe(4);
  });

  it('never asks while open, whatever came before (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('ok', 'timeout', 'cancelled'), fc.nat({ max: 700 })), { maxLength: 40 }),
        async (steps) => {
          const clock = { ms: 0 };
          const states: BreakerState[] = ['closed'];
          let next: 'ok' | 'timeout' | 'cancelled' = 'ok';
          let asked = false;
          const complete: Complete = async () => {
            asked = true;
            return next === 'ok' ? SAID : err({ kind: next });
          };
          const ask = breaker(complete, clock, states);
          let openedAt = 0;
          for (const [outcome, later] of steps) {
            clock.ms += later;
            next = outcome;
            asked = false;
            const open = states.at(-1) === 'open' && clock.ms - openedAt < 1_000;
            const given = await ask(PROMPT, listening());
            expect(asked).toBe(!open);
            if (open) expect(given).toEqual(err({ kind: 'circuit_open' }));
            if (!open && states.at(-1) === 'open' && outcome === 'timeout') openedAt = clock.ms;
          }
        },
      ),
    );
  });
});

describe('the limit', () => {
  it('lets so many run and so many wait, in order, and tells the others at once', async () => {
    const running: (() => void)[] = [];
    let most = 0;
    let now = 0;
    const order: number[] = [];
    let number = 0;
    const complete: Complete = () =>
      new Promise((resolve) => {
        order.push(number++);
        most = Math.max(most, ++now);
        running.push(() => {
          now--;
          resolve(SAID);
        });
      });
    const ask = withLimit(complete, { running: 2, waiting: 3 });
    const given = Array.from({ length: 7 }, () => ask(PROMPT, listening()));
    expect(await given[5]).toEqual(err({ kind: 'busy' }));
    expect(await given[6]).toEqual(err({ kind: 'busy' }));
    for (let i = 0; i < 5; i++) {
      running[i]?.();
      await new Promise(setImmediate);
    }
    expect(await Promise.all(given.slice(0, 5))).toEqual(Array(5).fill(SAID));
    expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]]);
  });

  it('gives up a place in the queue that nobody wants any more', async () => {
    let release: () => void = () => undefined;
    const complete: Complete = () =>
      new Promise((resolve) => {
        release = () => resolve(SAID);
      });
    const ask = withLimit(complete, { running: 1, waiting: 1 });
    const first = ask(PROMPT, listening());
    const gone = new AbortController();
    const second = ask(PROMPT, listening(gone.signal));
    gone.abort();
    expect(await second).toEqual(err({ kind: 'cancelled' }));
    release();
    expect(await first).toEqual(SAID);
    const third = ask(PROMPT, listening());
    await new Promise(setImmediate);
    release();
    expect(await third).toEqual(SAID);
    expect(await ask(PROMPT, listening(AbortSignal.abort()))).toEqual(err({ kind: 'cancelled' }));
  });
});

describe('the accounts', () => {
  const kept = () => {
    const charges: Charge[] = [];
    return { charges, charge: (charge: Charge) => charges.push(charge) };
  };

  it('charge what the endpoint reports, priced where it says no price', async () => {
    const { charges, charge } = kept();
    const usage = { promptTokens: 1_000_000, completionTokens: 500_000, cost: undefined, kgCo2: 0.1 };
    const ask = withAccounts(async () => ok({ value: {}, usage }), {
      charge,
      tokensToday: async () => 0,
      dailyTokens: undefined,
      prices: { prompt: 0.2, completion: 0.6 },
    });
    await ask(PROMPT, listening());
    expect(charges).toMatchObject([{ organisation: 'mairie', outcome: 'ok', usage: { ...usage, cost: 0.5 } }]);
  });

  it('estimate what an endpoint does not count, and the prompt of a call that broke', async () => {
    const { charges, charge } = kept();
    const parts = { charge, tokensToday: async () => 0, dailyTokens: undefined, prices: undefined };
    await withAccounts(scripted('ok'), parts)(PROMPT, listening());
    await withAccounts(scripted({ kind: 'cut' }), parts)(PROMPT, listening());
    await withAccounts(scripted({ kind: 'circuit_open' }), parts)(PROMPT, listening());
    expect(charges.map(({ usage }) => usage.promptTokens)).toEqual([100, 100, 0]);
  });

  it('make no call once the day’s tokens are used', async () => {
    const { charges, charge } = kept();
    const complete = scripted('ok');
    const ask = withAccounts(complete, {
      charge,
      tokensToday: async (organisation) => (organisation === 'mairie' ? 1_000 : 0),
      dailyTokens: 1_000,
      prices: undefined,
    });
    expect(await ask(PROMPT, listening())).toEqual(err({ kind: 'budget_spent' }));
    expect((await ask(PROMPT, { ...listening(), organisation: 'region' })).ok).toBe(true);
    expect([complete.calls, charges.length]).toEqual([1, 1]);
  });
});
