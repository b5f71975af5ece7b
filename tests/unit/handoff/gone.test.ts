import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttempt } from '../../../src/attempts/attempts.ts';
import { createWard } from '../../../src/attempts/ward.ts';
import { createCourier } from '../../../src/handoff/courier.ts';
import { createLetGo } from '../../../src/handoff/help/let-go.ts';
import { createLog } from '../../../src/log.ts';
import { err, ok } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { ask, mustBe, network, offered } from '../../fixtures/network.ts';

let data: string;
let store: Store;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'truchement-gone-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

describe('a reservist who can no longer be reached where they were', () => {
  it('is let go of: the offer goes to someone else at once', async () => {
    const net = await network(store);
    const id = await ask(net, 'Peut-on résilier ?');
    const [first] = mustBe(await net.cases.read(id)).offers;
    const courier = createCourier({
      outbox: store.outbox,
      attempt: createAttempt({ trials: store.trials, ward: createWard(), now: net.now }),
      deliver: async ({ notice }) =>
        notice.kind === 'offer' ? err({ kind: 'gone', why: 'account_inactive' }) : ok(undefined),
      onGone: createLetGo(net.cases),
      now: net.now,
      onThrown: (_entry, error) => {
        throw error;
      },
    });
    mustBe(await courier.deliverDue());
    const after = mustBe(await net.cases.read(id));
    expect(after.offers.map(({ reservist }) => reservist)).not.toContain(first?.reservist);
    expect(after.passedBy).toContain(first?.reservist);
    expect(mustBe(await store.outbox.givenUp()).map(({ why }) => why)).toEqual(['account_inactive']);
    expect(await offered(net, id)).toBeDefined();
  });
});
