import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`sessions on PostgreSQL skipped: ${POSTGRES.skipped}`);
const session = (hash: string, person: string) => ({
  hash,
  person,
  openedAt: '2026-11-25T08:00:00.000Z',
  until: '2026-11-25T10:00:00.000Z',
  idToken: undefined,
});

describe.each<Places>([sqlitePlaces(), POSTGRES])('the records of sessions: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('give back what was opened, to another process too, and never after it was closed', async () => {
      const { connect } = await places.place();
      const [one, other] = [await opened(connect()), await opened(connect())];
      mustBe(await one.sessions.open({ ...session('a', 'cora'), idToken: 'sealed' }));
      expect(mustBe(await other.sessions.session('a'))).toEqual({ ...session('a', 'cora'), idToken: 'sealed' });
      mustBe(await one.sessions.close('a'));
      mustBe(await other.sessions.extend('a', '2026-11-25T12:00:00.000Z'));
      expect(mustBe(await other.sessions.session('a'))).toBeUndefined();
      await Promise.all([one.close(), other.close()]);
    });

    it('close all of one person, and no one else’s', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      for (const [hash, person] of [
        ['a', 'cora'],
        ['b', 'cora'],
        ['c', 'stan'],
      ] as const)
        mustBe(await store.sessions.open(session(hash, person)));
      expect(mustBe(await store.sessions.closeAllOf('cora'))).toBe(2);
      expect(mustBe(await store.sessions.session('c'))?.person).toBe('stan');
      await store.close();
    });

    it('give an invitation to one of ten who take it at once, and to none past its end', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const until = '2026-11-25T10:00:00.000Z';
      for (const hash of ['now', 'late'])
        mustBe(await store.sessions.invite({ hash, person: undefined, until, gives: 'account' }));
      const taken = await Promise.all(
        Array.from({ length: 10 }, () => store.sessions.redeem('now', '2026-11-25T09:00:00.000Z')),
      );
      expect(taken.filter((one) => mustBe(one))).toHaveLength(1);
      expect(mustBe(await store.sessions.redeem('late', until))).toBe(false);
      await store.close();
    });

    it('note an account once: of ten who link it at once, one does', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const linked = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          store.platformNotes.putNew({
            platform: 'openid',
            kind: 'identity',
            key: '["i","s"]',
            person: `p${n}`,
            body: {},
            expiresAt: undefined,
          }),
        ),
      );
      expect(linked.filter((one) => mustBe(one))).toHaveLength(1);
      await store.close();
    });
  });
});
