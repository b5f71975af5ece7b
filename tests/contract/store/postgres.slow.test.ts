import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { asked, event, opened, postgresPlaces, QUIET, WRITTEN } from './places.ts';

const places = postgresPlaces();
if (places.skipped !== undefined) console.warn(`a store on PostgreSQL skipped: ${places.skipped}`);

describe('a store on PostgreSQL', () => {
  const open = (databaseUrl: string) => openStore({ data: 'unused', databaseUrl, log: QUIET });

  it('names a server that does not answer, without the password', async () => {
    const failure = await open('postgres://truchement:s3cret@127.0.0.1:1/base?password=s3cret').catch(String);
    expect(failure).toMatch(/postgres:\/\/truchement@127\.0\.0\.1:1\/base: .*ECONNREFUSED/);
    expect(failure).not.toContain('s3cret');
  });

  it('does not repeat an address that it cannot read', async () => {
    for (const url of ['mysql://a:s3cret@h/b', 'postgres//a:s3cret@h', 'postgres://a:s3cret@h:99999/b', 's3cret', ''])
      await expect(open(url)).rejects.toThrow(/^The store cannot be opened: DATABASE_URL: it is not a postgres/);
  });

  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'with a server', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('names a base that does not exist, and an account that may not write', async () => {
      const url = new URL(places.url());
      url.pathname = '/nowhere';
      await expect(open(url.href)).rejects.toThrow(/\/nowhere: database "nowhere" does not exist/);
      if (places.cluster() === undefined) return;
      await asked(places.url(), 'create role reader login');
      await asked(places.url(), 'revoke create on schema public from public');
      url.searchParams.set('user', 'reader');
      url.pathname = '/postgres';
      await expect(open(url.href)).rejects.toThrow(/permission denied for schema public/);
    });

    it('lets one process at a time migrate', async () => {
      const { connect } = await places.place();
      const [first, second] = [connect(), connect()];
      let entered = false;
      let other: Promise<void> | undefined;
      await first.migrationLock(async (db) => {
        other = second.migrationLock(async () => {
          entered = true;
        });
        let waiting = 0;
        while (!entered && waiting === 0) {
          const found = sql<{
            n: number;
          }>`select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
          waiting = (await found.execute(db)).rows[0]?.n ?? 0;
        }
        expect(entered).toBe(false);
      });
      await other;
      expect(entered).toBe(true);
      for (const backend of [first, second]) await backend.db.destroy();
    });

    it('says «unreachable» while the server is away, and works again when it is back', async (context) => {
      const cluster = places.cluster();
      if (cluster === undefined) return context.skip('the server was given by DATABASE_URL: it is not ours to stop');
      const store = await opened((await places.place()).connect());
      await store.agreementEvents.append(event('a', 1));
      cluster.stop();
      const away = { ok: false, error: { kind: 'store_down', reason: 'unreachable' } };
      expect(await store.agreementEvents.append(event('a', 2))).toEqual(away);
      expect(await store.agreementEvents.of('a')).toEqual(away);
      cluster.start();
      expect(await store.agreementEvents.append(event('a', 2))).toEqual(WRITTEN);
      expect(await store.agreementEvents.of('a')).toEqual({ ok: true, value: [event('a', 1), event('a', 2)] });
      await store.close();
    });
  });
});
