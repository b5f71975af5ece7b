import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/store/backend.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { builtScript } from '../fixtures/built.ts';
import { event, opened, type Places, postgresPlaces, sqlitePlaces, WRITTEN } from './store/places.ts';

const CLOSED = { ok: false, error: { kind: 'store_down', reason: 'closed' } };
const CONFLICT = { ok: false, error: { kind: 'version_conflict' } };

const node = promisify(execFile);

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`store on PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<Places>([sqlitePlaces(), POSTGRES])('a store: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('gives back what was appended, by version, from another connection too', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const events = [
        event('a', 1, { kind: 'opened', body: { text: 'l’école a besoin de 30 chaises', n: [1, 2.5, null, true] } }),
        event('a', 2, { body: 'a bare text' }),
        event('b', 1, { body: null }),
      ];
      for (const each of events) expect(await store.agreementEvents.append(each)).toEqual(WRITTEN);
      const other = await opened(connect());
      expect(await other.agreementEvents.of('a')).toEqual({ ok: true, value: events.slice(0, 2) });
      expect(await other.agreementEvents.of('b')).toEqual({ ok: true, value: events.slice(2) });
      await other.close();
      await store.close();
    });

    it('takes any text in a body and any string as an id that nobody wrote', async () => {
      const store = await opened((await places.place()).connect());
      const text = fc.string({ unit: 'binary', maxLength: 30 });
      let version = 0;
      await fc.assert(
        fc.asyncProperty(text, text, async (id, value) => {
          expect(await store.agreementEvents.of(`?${id}`)).toEqual({ ok: true, value: [] });
          version += 1;
          expect(await store.agreementEvents.append(event('any', version, { body: { value } }))).toEqual(WRITTEN);
          const read = await store.agreementEvents.of('any');
          expect(read.ok && read.value.at(-1)?.body).toEqual({ value });
        }),
        {
          numRuns: 50,
          examples: [
            ['\0', '\0'],
            ["'; drop table agreement_events; --", '\ud800'],
          ],
        },
      );
      await store.close();
    });

    it('refuses a version that is taken, and one that leaves a gap, and keeps what stands', async () => {
      const store = await opened((await places.place()).connect());
      await store.agreementEvents.append(event('a', 1));
      expect(await store.agreementEvents.append(event('a', 1, { body: 'second' }))).toEqual(CONFLICT);
      expect(await store.agreementEvents.append(event('a', 3))).toEqual(CONFLICT);
      expect(await store.agreementEvents.append(event('b', 2))).toEqual(CONFLICT);
      expect(await store.agreementEvents.of('a')).toEqual({ ok: true, value: [event('a', 1)] });
      await store.close();
    });

    it('lets one of many who append at once through, and tells the others', async () => {
      const { connect } = await places.place();
      const stores = [await opened(connect()), await opened(connect()), await opened(connect())];
      for (let version = 1; version <= 10; version += 1) {
        const answers = await Promise.all(
          stores.flatMap((store, index) =>
            [0, 1, 2].map((n) => store.agreementEvents.append(event('a', version, { body: `${index}.${n}` }))),
          ),
        );
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
        expect(answers.filter((answer) => !answer.ok)).toEqual(Array(8).fill(CONFLICT));
      }
      const kept = await stores[0]?.agreementEvents.of('a');
      expect(kept?.ok && kept.value.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      for (const store of stores) await store.close();
    });

    it('lists one kind over all agreements, oldest first', async () => {
      const store = await opened((await places.place()).connect());
      const late = event('a', 1, { kind: 'term_corrected', at: '2026-11-26T08:00:00.000Z' });
      const early = event('b', 1, { kind: 'term_corrected', at: '2026-11-25T08:00:00.000Z' });
      for (const each of [late, early, event('b', 2)]) await store.agreementEvents.append(each);
      expect(await store.agreementEvents.ofKind('term_corrected')).toEqual({ ok: true, value: [early, late] });
      expect(await store.agreementEvents.ofKind('none')).toEqual({ ok: true, value: [] });
      await store.close();
    });

    it('finishes what is under way when it is closed, and answers «closed» afterwards', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      const underWay = [1, 2, 3].map((n) => store.agreementEvents.append(event(`a${n}`, 1)));
      const closing = store.close();
      const late = store.agreementEvents.append(event('late', 1));
      expect(await Promise.all(underWay)).toEqual([WRITTEN, WRITTEN, WRITTEN]);
      expect(await late).toEqual(CLOSED);
      await closing;
      await store.close();
      expect(await store.agreementEvents.of('a1')).toEqual(CLOSED);
      expect(await store.agreementEvents.ofKind('corrected')).toEqual(CLOSED);
      const again = await opened(connect());
      expect(await again.agreementEvents.of('a2')).toEqual({ ok: true, value: [event('a2', 1)] });
      expect(await again.agreementEvents.of('late')).toEqual({ ok: true, value: [] });
      await again.close();
    });

    it('migrates once when several processes start at once, and again does nothing', async () => {
      const place = await places.place();
      const url = place.databaseUrl === undefined ? [] : [place.databaseUrl];
      const script = await builtScript('tests/contract/store/start.ts');
      const start = () => node(process.execPath, [script, place.data, ...url]);
      await Promise.all([start(), start(), start(), start()]);
      const backend = place.connect();
      await migrate(backend);
      const rows = await backend.db.selectFrom('truchement_migrations').select('name').execute();
      expect(rows.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
      await backend.db.destroy();
    });

    it('leaves nothing of a migration that fails, and names the place', async () => {
      const { connect } = await places.place();
      const backend = connect();
      const failing = {
        name: '9999-fails',
        up: async (db: Backend['db']) => {
          await db.schema.createTable('half_made').addColumn('x', 'integer').execute();
          throw new Error('half way');
        },
      };
      await expect(migrate(backend, [...MIGRATIONS, failing])).rejects.toThrow(backend.place);
      await expect(migrate(backend, [...MIGRATIONS, failing])).rejects.toThrow(/half way/);
      await migrate(backend);
      await expect(sql`select * from half_made`.execute(backend.db)).rejects.toThrow(/half_made/);
      await backend.db.destroy();
    });

    it('refuses what a newer program has migrated, and names it', async () => {
      const { connect } = await places.place();
      const backend = connect();
      const newer = { name: '9000-of-tomorrow', up: async () => undefined };
      await migrate(backend, [...MIGRATIONS, newer]);
      await expect(migrate(backend)).rejects.toThrow(/newer version of the program \(9000-of-tomorrow\)/);
      await expect(migrate(backend)).rejects.toThrow(backend.place);
      await backend.db.destroy();
    });

    it('says «busy» when another process holds the table for too long, then works again', async () => {
      const { connect } = await places.place();
      const store = await opened(connect());
      await store.agreementEvents.append(event('a', 1));
      const holder = connect();
      let answer: unknown;
      await holder
        .migrationLock(async (db) => {
          await sql`insert into agreement_events values ('a', 2, '', '', '{}')`.execute(db);
          answer = await store.agreementEvents.append(event('a', 2));
          throw new Error('let go');
        })
        .catch((error: unknown) => expect(String(error)).toMatch(/let go/));
      expect(answer).toEqual({ ok: false, error: { kind: 'store_down', reason: 'busy' } });
      expect(await store.agreementEvents.append(event('a', 2))).toEqual(WRITTEN);
      await holder.db.destroy();
      await store.close();
    });
  });
});
