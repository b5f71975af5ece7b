import { expect, it } from 'vitest';
import type { ApiFault, ApiReply } from '../../../adapters/slack/api.ts';
import { createPatient } from '../../../adapters/slack/patience.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

it('«Retry-After: 1» is waited for each time, and no longer', { timeout: 60_000 }, async () => {
  const town = await openSlackTown();
  const { slack, claire, vern } = town;
  const other = slack.addUser(vern, { name: 'Nadia Roux', email: 'nadia@vern.example' });
  slack.mischiefs.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 1 }, 4);
  const began = performance.now();
  await slack.dm(claire, 'Faut-il trois devis ?');
  await slack.nextMessage(claire);
  const waited = performance.now() - began;
  expect(waited).toBeGreaterThan(3_900);
  // It was 2, 4, 8 and 16 seconds.
  expect(waited).toBeLessThan(20_000);
  const calls = slack.journal.of('call').filter(({ call }) => call.method === 'chat.postMessage');
  expect(calls).toHaveLength(5);
  await slack.dm(other, 'Faut-il trois devis ?');
  await slack.nextMessage(other);
});

/** A clock that only pauses move. */
function patient(limits: readonly (readonly [string, number])[]) {
  let clock = 0;
  const left = [...limits];
  const said: string[] = [];
  const call = createPatient(
    async (method, args): Promise<Result<ApiReply, ApiFault>> => {
      const name = `${method} ${String(args['channel'])}`;
      said.push(`${name} ${clock}`);
      const at = left.findIndex(([limited]) => limited === name);
      const [limit] = at === -1 ? [] : left.splice(at, 1);
      return limit === undefined ? ok({}) : err({ kind: 'rate_limited', afterMs: limit[1] });
    },
    async (ms) => {
      clock += ms;
    },
    () => clock,
  );
  return { call, said };
}

it('a limit holds for its method and channel alone, and a long one is left to whoever keeps the message', async () => {
  const { call, said } = patient([
    ['chat.postMessage C1', 3_000],
    ['chat.postMessage C2', 60_000],
    ['users.info undefined', 30_000],
  ]);
  expect(await call('chat.postMessage', { channel: 'C1' })).toEqual(ok({}));
  expect(said).toEqual(['chat.postMessage C1 0', 'chat.postMessage C1 3000']);
  expect(await call('chat.postMessage', { channel: 'C2' })).toEqual(err({ kind: 'rate_limited', afterMs: 60_000 }));
  // Asked again too soon, Slack is not asked.
  expect(await call('chat.postMessage', { channel: 'C2' })).toEqual(err({ kind: 'rate_limited', afterMs: 60_000 }));
  expect(said).toHaveLength(3);
  expect(await call('chat.postMessage', { channel: 'C1' })).toEqual(ok({}));
  expect(await call('users.info', { user: 'U1' })).toEqual(err({ kind: 'rate_limited', afterMs: 30_000 }));
  expect(await call('users.info', { user: 'U2' })).toEqual(err({ kind: 'rate_limited', afterMs: 30_000 }));
  expect(await call('chat.update', { channel: 'C2' })).toEqual(ok({}));
});

it('the right to open a form is over before a limit is: it is told at once', async () => {
  const { call, said } = patient([['views.open undefined', 1_000]]);
  expect(await call('views.open', { trigger_id: 't' })).toEqual(err({ kind: 'rate_limited', afterMs: 1_000 }));
  expect(said).toHaveLength(1);
});
