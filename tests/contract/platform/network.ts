import { rmSync } from 'node:fs';
import { afterEach } from 'vitest';
import type { NotDelivered, Outgoing } from '../../../src/message/delivery.ts';
import type { Result } from '../../../src/result.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { folder, type Network, network } from '../../fixtures/network.ts';
import { opened } from '../store/places.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A network of one requester and one reservist over a store of its own, ended with the test; first what was begun last. */
export async function openNetwork(
  give?: (message: Outgoing) => Promise<Result<undefined, NotDelivered>>,
): Promise<Network & { ending(end: () => unknown): void }> {
  const data = folder();
  endings.push(() => rmSync(data, { recursive: true, force: true }));
  const store = await opened(openSqlite(data));
  endings.push(store.close);
  const net = await network(store, {}, give);
  for (const other of ['r-carl', 'r-dora']) await store.reserve.removeReservist(other);
  return { ...net, ending: (end) => void endings.push(end) };
}
