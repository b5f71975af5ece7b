import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { createAttempt } from '../../../src/attempts/attempts.ts';
import { createWard } from '../../../src/attempts/ward.ts';
import { HELD } from '../../../src/handoff/case.ts';
import { createCourier } from '../../../src/handoff/courier.ts';
import { createLog } from '../../../src/log.ts';
import { ok } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { createCasesFor, FAST_POLICY, RESERVISTS } from './network.ts';

/**
 * One process of `bench:handoff`: takes every case it is given from consent to an acceptance, along with the others; then,
 * when its input ends, rings the clock with them until every holder has been reminded.
 */
const store = await openStore({ data: '.', databaseUrl: process.env['DATABASE_URL'], log: createLog('warn') });
// Each case is to be rung for once: its holder, who says nothing, is reminded, and then there is a day before anything is due.
const policy = { ...FAST_POLICY, reminderMinutes: 200, silenceMinutes: 8_640_000 };
const { cases } = createCasesFor(store, RESERVISTS, Math.random, policy);
const attempt = createAttempt({ trials: store.trials, ward: createWard(), now: () => new Date() });
const courier = createCourier({
  attempt,
  outbox: store.outbox,
  now: () => new Date(),
  deliver: async () => ok(undefined),
  onGone: async () => ok(undefined),
  onThrown: (_entry, error) => {
    throw error;
  },
});
const AT_ONCE = 8;

process.stdout.write('ready\n');
const input = createInterface({ input: process.stdin });
const lines = input[Symbol.asyncIterator]();
const ids = ((await lines.next()).value ?? '').split(' ');
const waiting = [...ids];
if (process.argv[2] === '1') waiting.reverse();
await Promise.all(Array.from({ length: AT_ONCE }, takeCases));
for (;;) {
  const delivered = await courier.deliverDue();
  if (!delivered.ok || delivered.value === 0) break;
}
process.stdout.write('taken\n');
// All hold theirs now; the last of them is due in two seconds.
await lines.next();
await setTimeout(2_500);
process.stdout.write('ringing\n');
for (;;) {
  const rung = await cases.ring(attempt);
  if (!rung.ok) throw new Error('the store is down');
  if (rung.value === 0) break;
}
input.close();
process.stdin.destroy();
await store.close();

async function takeCases(): Promise<void> {
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await takeOne(id);
}

async function takeOne(id: string): Promise<void> {
  for (;;) {
    const read = await cases.read(id);
    if (!read.ok) throw new Error(`${id}: ${read.error.kind}`);
    const state = read.value;
    if (HELD.has(state.status) || state.status === 'closed') return;
    if (state.status === 'draft') {
      await cases.give(id, { kind: 'consent', masked: [], suppliers: [], sameBodyPreferred: false });
      continue;
    }
    const reservist = state.offers[0]?.reservist;
    const given = await cases.give(id, reservist === undefined ? { kind: 'tick' } : { kind: 'accept', reservist });
    // On a machine that is busy an offer may run out meanwhile; a case that another process took is read again.
    if (!given.ok && given.error.kind === 'offer_expired') await cases.give(id, { kind: 'tick' });
  }
}
