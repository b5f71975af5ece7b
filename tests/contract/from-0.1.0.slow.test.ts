import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldCase } from '../../src/handoff/fold.ts';
import { createAgreements } from '../../src/rewording/agreement/agreements.ts';
import { migrate, migrationsDone, tryMigrations } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import type { Db } from '../../src/store/run.ts';
import { mustBe } from '../fixtures/network.ts';
import { opened, type Places, postgresPlaces, sqlitePlaces } from './store/places.ts';

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`migrations on PostgreSQL skipped: ${POSTGRES.skipped}`);

/** Filled by version 0.1.0, statement by statement. */
const FILLED = readFileSync('tests/fixtures/store-0.1.0.sql', 'utf8').split(/;\n/).slice(0, -1);

/** Of its seven cases. */
const STATES = ['closed', 'closed', 'closed', 'closed', 'draft', 'in_progress', 'offered'];

/** Of its four briefs: two sides that talk, two that agree, one taken back, one a buyer's message. */
const BRIEFS = {
  'fiche-1': ['open', ['prescriber'], 1],
  'fiche-2': ['agreed', ['prescriber', 'buyer'], 0],
  'fiche-3': ['withdrawn', [], 0],
  'fiche-4': ['open', [], 0],
} as const;

async function fill(db: Db): Promise<void> {
  for (const statement of FILLED) await sql.raw(statement).execute(db);
}

async function counts(db: Db): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.id(name)}`.execute(db);
    found[name] = Number(rows[0]?.n);
  }
  return found;
}

describe.each<Places>([sqlitePlaces(), POSTGRES])('a store that 0.1.0 filled: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('is brought up to date with all its rows, which read as before', async () => {
      const { connect } = await places.place();
      const backend = connect();
      await fill(backend.db);
      const before = await counts(backend.db);
      const store = await opened(backend);
      expect(await counts(backend.db)).toMatchObject({ ...before, truchement_migrations: MIGRATIONS.length });
      expect(mustBe(await store.reserve.people()).map(({ name }) => name)).toContain('Maëlle Corre');
      const { rows } = await sql<{
        id: string;
        version: number;
        status: string;
      }>`select id, version, status from cases`.execute(backend.db);
      for (const { id, version, status } of rows) {
        const events = mustBe(await store.cases.eventsOf(id));
        expect(events).toHaveLength(version);
        expect(foldCase(id, events).status, id).toBe(status);
      }
      expect(rows.map(({ status }) => status).toSorted()).toEqual(STATES);
      // A brief of 0.1.0 says on which side one stands and never who: it is made a demande by whoever asks for it, on its page.
      for (const { id } of mustBe(await store.reserve.people()))
        expect(mustBe(await store.purchases.of(id)), id).toEqual([]);
      const agreements = createAgreements({ store, now: () => new Date(), newId: () => '' });
      for (const [id, brief] of Object.entries(BRIEFS)) {
        const { status, acceptances, exchanges } = mustBe(await agreements.read(id));
        const answered = exchanges.filter(({ answer }) => answer !== undefined).length;
        expect([status.kind, Object.keys(acceptances), answered], id).toEqual(brief);
      }
      expect(JSON.stringify(mustBe(await agreements.read('fiche-1')).needs)).toContain('1 800 € TTC');
      expect(mustBe(await store.watching.standing('2026-11-26T08:00:00.000Z')).inbound.count).toBe(1);
      await store.close();
    });

    it('is what it was after a trial, which names what waits', async () => {
      const { connect } = await places.place();
      const backend = connect();
      await fill(backend.db);
      const before = await counts(backend.db);
      const waiting = await tryMigrations(backend);
      expect(waiting).toEqual(MIGRATIONS.slice(9).map(({ name }) => name));
      expect(await counts(backend.db)).toEqual(before);
      expect(await migrate(backend)).toEqual(waiting);
      expect(await migrationsDone(backend.db)).toHaveLength(MIGRATIONS.length);
      expect(await tryMigrations(backend)).toEqual([]);
      await backend.db.destroy();
    });
  });
});
