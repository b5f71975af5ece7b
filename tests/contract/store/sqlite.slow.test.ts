import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../src/store/migrate.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { event, opened, QUIET, sqlitePlaces, WRITTEN } from './places.ts';

const SQLITE = sqlitePlaces();

describe('a store on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'truchement-store-bad-'));
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await SQLITE.end();
  });
  const open = (data: string) => openStore({ data, databaseUrl: undefined, log: QUIET });

  it('makes its folder and one file, in WAL, fully synchronous, with foreign keys', async () => {
    const data = join(folder, 'deep', 'down');
    const store = await open(data);
    expect(existsSync(join(data, 'truchement.sqlite'))).toBe(true);
    await store.close();
    expect(existsSync(join(data, 'truchement.sqlite-wal'))).toBe(false);
    const backend = (await SQLITE.place()).connect();
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(backend.db)).rows[0];
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
    await migrate(backend);
    expect(await pragma('busy_timeout')).toEqual({ timeout: 2_000 });
    await backend.db.destroy();
  });

  it('takes the write lock of a migration before it looks at what is done', async () => {
    const { connect } = await SQLITE.place();
    const store = await opened(connect());
    const migrating = connect();
    await migrating.migrationLock(async () => {
      const answer = await store.agreementEvents.append(event('a', 1));
      expect(answer).toEqual({ ok: false, error: { kind: 'store_down', reason: 'busy' } });
    });
    await migrating.db.destroy();
    await store.close();
  });

  it('says «full» when the disk is, keeps what it had, and goes on once there is space', async () => {
    const backend = (await SQLITE.place()).connect();
    const store = await opened(backend);
    const big = { text: 'x'.repeat(20_000) };
    await sql`pragma max_page_count = 12`.execute(backend.db);
    let version = 1;
    let answer = await store.agreementEvents.append(event('a', version, { body: big }));
    while (answer.ok && version < 20) {
      version += 1;
      answer = await store.agreementEvents.append(event('a', version, { body: big }));
    }
    expect(answer).toEqual({ ok: false, error: { kind: 'store_down', reason: 'full' } });
    const kept = await store.agreementEvents.of('a');
    expect(kept.ok && kept.value).toHaveLength(version - 1);
    await sql`pragma max_page_count = 100000`.execute(backend.db);
    expect(await store.agreementEvents.append(event('a', version, { body: big }))).toEqual(WRITTEN);
    await store.close();
  });

  it('names a file that is no database, and leaves it alone', async () => {
    const data = join(folder, 'bad');
    mkdirSync(data);
    writeFileSync(join(data, 'truchement.sqlite'), 'this was a letter to the mayor. '.repeat(100));
    await expect(open(data)).rejects.toThrow(/bad\/truchement\.sqlite: file is not a database/);
    expect(statSync(join(data, 'truchement.sqlite')).size).toBe(3200);
  });

  it('names a folder that cannot be: a file stands there', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(open(join(folder, 'a-file'))).rejects.toThrow(/a-file\/truchement\.sqlite: .*EEXIST/);
    mkdirSync(join(folder, 'taken', 'truchement.sqlite'), { recursive: true });
    await expect(open(join(folder, 'taken'))).rejects.toThrow(/taken\/truchement\.sqlite: EISDIR/);
  });

  it('names a folder, or a file, that may only be read, at the start rather than at the first write', async () => {
    const data = join(folder, 'read-only');
    await (await open(data)).close();
    chmodSync(join(data, 'truchement.sqlite'), 0o444);
    chmodSync(data, 0o555);
    chmodSync(folder, 0o755);
    await asNobody(async () => {
      await expect(open(data)).rejects.toThrow(/read-only\/truchement\.sqlite: EACCES/);
      await expect(open(join(data, 'inside'))).rejects.toThrow(/inside\/truchement\.sqlite: EACCES/);
    });
  });
});

/** Root may write anywhere: the account `nobody` for a while. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
