import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttempt } from '../../../src/attempts/attempts.ts';
import { createWard } from '../../../src/attempts/ward.ts';
import { createLog } from '../../../src/log.ts';
import type { NotDelivered, Words } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { createPersonCourier } from '../../../src/training/person-courier.ts';
import { mustBe } from '../../fixtures/network.ts';
import { type School, school } from '../../fixtures/training.ts';

let store: Store;
let at: School;
let said: Words[];
let answer: Result<undefined, NotDelivered>;
let courier: ReturnType<typeof createPersonCourier>;
beforeEach(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store);
  said = [];
  answer = ok(undefined);
  courier = createPersonCourier({
    store,
    attempt: createAttempt({ trials: store.trials, ward: createWard(), now: at.now }),
    now: at.now,
    tell: async (words) => {
      said.push(words);
      return answer;
    },
  });
});
afterEach(() => store.close());
const waiting = async () => mustBe(await store.training.waiting('person'));

/** Bob stops half-way, and has chosen nine o'clock. */
async function stopHalfway() {
  mustBe(await at.training.startQuiz('bob', 'attest', 'seuils'));
  mustBe(await at.training.settings('bob', { nudgeHour: 9 }));
  at.at('2026-11-26T08:01:00Z');
  expect(mustBe(await at.sweep()).nudged).toBe(1);
}

describe('words that wait for a person', () => {
  it('are said where the person is reached, once: the reminder, at the hour chosen, with what goes on', async () => {
    await stopHalfway();
    expect(mustBe(await courier.deliverDue())).toBe(1);
    expect(said).toEqual([
      expect.objectContaining({
        person: 'bob',
        language: 'fr',
        to: { platform: 'slack', conversation: 'D0BOB77' },
        text: expect.stringContaining('«\u00a0suite\u00a0»'),
        suggestions: [{ label: 'suite', text: 'suite' }],
      }),
    ]);
    at.at('2026-11-26T12:00:00Z');
    expect(mustBe(await courier.deliverDue())).toBe(0);
    expect(await waiting()).toBe(0);
  });

  it('are for the page where no platform reaches the person: what is told there is for others to say', async () => {
    const bob = mustBe(await store.reserve.person('bob'));
    if (bob === undefined) throw new Error('bob is known');
    mustBe(await store.reserve.savePerson({ ...bob, address: undefined }));
    await stopHalfway();
    mustBe(await courier.deliverDue());
    expect(said.map(({ to }) => to)).toEqual([{ platform: 'web', conversation: 'bob' }]);
    expect(await waiting()).toBe(0);
    expect(mustBe(await at.training.mine('bob')).messages).toHaveLength(1);
  });

  it('wait as long as the platform asks, and are given up where nobody is reached any more', async () => {
    await stopHalfway();
    answer = err({ kind: 'later', why: 'rate limited', afterMs: 120_000 });
    mustBe(await courier.deliverDue());
    at.at('2026-11-26T08:02:59Z');
    expect(mustBe(await courier.deliverDue()), 'not yet').toBe(0);
    at.at('2026-11-26T08:03:01Z');
    answer = err({ kind: 'gone', why: 'uninstalled' });
    expect(mustBe(await courier.deliverDue())).toBe(1);
    expect(said).toHaveLength(2);
    expect(await waiting()).toBe(0);
    expect(mustBe(await at.training.mine('bob')).messages).toHaveLength(1);
  });
});
