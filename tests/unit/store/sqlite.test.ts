import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompiledQuery, sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createOutbox } from '../../../src/store/create-outbox.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { openSqlite, SQLITE_FILE } from '../../../src/store/sqlite.ts';
import { loadSqlite } from '../../../src/store/sqlite-driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'truchement-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a store in a file', () => {
  it('has what a sweep writes copied into the file by another thread, and copies again itself after it', async () => {
    const data = mkdtempSync(join(folder, 'one-'));
    const { db, sweep } = openSqlite(data);
    const flushed = async () => (await sql<object>`pragma synchronous`.execute(db)).rows.map(Object.values);
    const logged = async () => (await sql<object>`pragma wal_autocheckpoint`.execute(db)).rows.map(Object.values);
    await sql`create table swept (text text)`.execute(db);
    const before = await logged();
    const full = await flushed();
    await sweep(async (transact) => {
      await transact(async (tx) => {
        await sql`insert into swept values ('salamandre')`.execute(tx);
        expect((await sql<object>`pragma synchronous`.execute(tx)).rows.map(Object.values)).not.toEqual(full);
      });
      expect(await flushed()).toEqual(full);
      expect(await logged()).not.toEqual(before);
      await vi.waitFor(() => expect(readFileSync(join(data, SQLITE_FILE)).includes('salamandre')).toBe(true), 10_000);
    });
    expect(await logged()).toEqual(before);
    await db.destroy();
  });

  it('looks for messages to deliver among those that wait, not among all that ever left', async () => {
    const data = mkdtempSync(join(folder, 'one-'));
    const backend = openSqlite(data);
    await migrate(backend);
    const asked: CompiledQuery[] = [];
    const watched = backend.db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(backend.db.getExecutor().compileQuery(node, { queryId: 'one' }));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const run: Parameters<typeof createOutbox>[1] = (work) => work() as never;
    const outbox = createOutbox(watched, run, (work) => work(watched), false);
    await outbox.take('2026-01-01T00:00:00.000Z', 20, 1_000);
    await backend.db.destroy();
    const reading = new (loadSqlite())(join(data, SQLITE_FILE), { readonly: true });
    // Its values left open, as it is prepared: with them SQLite would choose otherwise.
    const plan = reading.prepare<unknown[], { detail: string }>(`explain query plan ${asked[0]?.sql}`);
    const steps = plan.all(...(asked[0]?.parameters ?? [])).map(({ detail }) => detail);
    reading.close();
    expect(steps.join('\n')).toContain('outbox_next_at');
    expect(steps.join('\n')).not.toMatch(/SCAN outbox\b/);
  });
});
