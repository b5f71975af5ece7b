// A case that nobody was free for: offered as soon as someone is, not at the next hour.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import { opened } from '../../../contract/store/places.ts';
import { ask, folder, mustBe, type Network, network, offered, RESERVISTS } from '../../../fixtures/network.ts';

let data: string;
let store: Store;
let net: Network;
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
  for (const one of RESERVISTS) mustBe(await store.reserve.saveReservist({ ...one, simultaneousCases: 1 }));
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const statusOf = async (id: string) => mustBe(await net.cases.read(id)).status;

/** Every reservist holds one, and one more waits. */
async function full() {
  const held: { id: string; lender: string }[] = [];
  for (const _ of RESERVISTS) {
    const id = await ask(net, 'Que faire de quarante jours de retard ?');
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    held.push({ id, lender });
  }
  const waiting = await ask(net, 'Peut-on prolonger un marché arrivé à son terme ?');
  await net.turn();
  expect(await statusOf(waiting)).toBe('queued');
  await net.turn();
  expect(await statusOf(waiting)).toBe('queued');
  return { held, waiting };
}

it('is offered at the next turn once a case has ended', async () => {
  const { held, waiting } = await full();
  const [first] = held;
  if (first === undefined) throw new Error('someone holds a case');
  mustBe(await net.helping.act('anne', first.id, { kind: 'close' }));
  await net.turn();
  expect(await statusOf(waiting)).toBe('offered');
  expect(await offered(net, waiting)).toBe(first.lender);
});

it('is offered at the next turn once a reservist lends more', async () => {
  const { held, waiting } = await full();
  const [first] = held;
  mustBe(await net.helping.availability(first?.lender ?? '', '2 cas à la fois', true));
  await net.turn();
  expect(await statusOf(waiting)).toBe('offered');
});
