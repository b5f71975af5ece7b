import { text } from 'node:stream/consumers';
import { HELD } from '../../src/handoff/case.ts';
import { createCourier } from '../../src/handoff/courier.ts';
import { createLog } from '../../src/log.ts';
import { ok } from '../../src/result.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createCasesFor } from './network.ts';

/** One process of `bench:handoff`: takes every case it is given from consent to an acceptance, along with the others. */
const store = await openStore({ data: '.', databaseUrl: process.env['DATABASE_URL'], log: createLog('warn') });
const { cases } = createCasesFor(store);
const courier = createCourier({
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
const ids = (await text(process.stdin)).split('\n').filter((id) => id !== '');
const waiting = [...ids];
if (process.argv[2] === '1') waiting.reverse();
await Promise.all(Array.from({ length: AT_ONCE }, takeCases));
for (;;) {
  const delivered = await courier.deliverDue();
  if (!delivered.ok || delivered.value === 0) break;
}
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
    // An offer that ran out meanwhile, or a case that another process took: it is read again.
    await cases.give(id, reservist === undefined ? { kind: 'tick' } : { kind: 'accept', reservist });
  }
}
