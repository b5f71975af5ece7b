import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type Places, postgresPlaces, sqlitePlaces } from '../contract/store/places.ts';
import { builtScript } from '../fixtures/built.ts';

let folder: string;
let life: string;
const commands = { backup: '', restore: '' };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'truchement-backup-'));
  life = await builtScript('tests/crash/life.ts', 'within');
  commands.backup = await builtScript('scripts/backup.ts');
  commands.restore = await builtScript('scripts/restore.ts');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const KEY = { TRUCHEMENT_BACKUP_KEY: 'une phrase de passe des tests' };
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const open = (data: string, databaseUrl?: string) => openStore({ data, databaseUrl, log: createLog('silent') });
type Env = Readonly<Record<string, string>>;

/** The command, as an account runs it whose new files are open to others. */
function run(wish: 'backup' | 'restore', given: string, env: Env, ...options: readonly string[]) {
  return new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const command = `umask 022; exec "${process.execPath}" "${commands[wish]}" "${given}" ${options.join(' ')}`;
    const child = spawn('sh', ['-c', command], { env: { PATH: process.env['PATH'], ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += String(part);
      });
    child.on('close', (code) => resolve({ code, said: said.replaceAll(/[\u00a0\u202f]/g, ' ') }));
  });
}

/** Two processes that write cases as fast as they can; what they were told is written is in `lines`. */
function startWriters(data: string, env: Env) {
  const writers = ['1', '2'].map((seed) =>
    spawn(process.execPath, [life, 'load', seed], { env: { PATH: process.env['PATH'], CRASH_FOLDER: data, ...env } }),
  );
  const kill = () => {
    for (const writer of writers) writer.kill('SIGKILL');
  };
  // A failure on the way leaves nobody writing.
  onTestFinished(kill);
  const acknowledged = join(data, 'acknowledged.log');
  const lines = () => (existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1) : []);
  return { lines, kill };
}

/** Rows that were acknowledged and are not there, each looked up. */
async function missing(lines: readonly string[], data: string, databaseUrl: string | undefined) {
  const store = await open(data, databaseUrl);
  const lost: string[] = [];
  for (const line of lines) {
    const [, id = '', version] = line.split(' ');
    const events = await store.cases.eventsOf(id);
    if (!events.ok || events.value.length < Number(version)) lost.push(line);
  }
  await store.close();
  return lost;
}

/** A data folder and, on a server, a database, both empty. */
async function fresh(places: Places) {
  const { databaseUrl } = await places.place();
  return { data: mkdtempSync(join(folder, 'data-')), databaseUrl };
}

const POSTGRES = postgresPlaces();
if (POSTGRES.skipped !== undefined) console.warn(`backups of PostgreSQL skipped: ${POSTGRES.skipped}`);

describe.each<Places>([sqlitePlaces(), POSTGRES])('npm run backup, npm run restore: $name', (places) => {
  describe.skipIf(places.skipped !== undefined)(places.skipped ?? 'in use', () => {
    beforeAll(() => places.begin());
    afterAll(() => places.end());

    it('keeps, under load and while a writer is killed, all that was acknowledged before it began, and brings it back', async () => {
      const { data, databaseUrl } = await fresh(places);
      const env: Env = {
        TRUCHEMENT_DATA: data,
        ...KEY,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      };
      mkdirSync(join(data, 'documents'), { recursive: true });
      writeFileSync(join(data, 'documents', 'a.json'), '{"lu":true}');
      writeFileSync(join(data, 'cle-des-badges.json'), '{}');
      const { lines, kill } = startWriters(data, env);
      await expect.poll(() => lines().length, { timeout: 100_000, interval: 50 }).toBeGreaterThan(100);
      const before = lines();
      const file = join(folder, `${places.name}.truchement`);
      const making = run('backup', file, env);
      // It is at work: the folder it gathers in is there.
      await expect
        .poll(() => readdirSync(data).some((name) => name.startsWith('.sauvegarde-')), { timeout: 50_000, interval: 5 })
        .toBe(true);
      kill();
      expect(await making).toMatchObject({ code: 0, said: expect.stringContaining('chiffrée') });
      expect(modeOf(file)).toBe('600');
      expect(readdirSync(data).filter((name) => name.startsWith('.sauvegarde-'))).toEqual([]);
      expect(readFileSync(file).includes('organisation')).toBe(false);

      const other = await fresh(places);
      const there: Env = {
        ...env,
        TRUCHEMENT_DATA: other.data,
        ...(other.databaseUrl === undefined ? {} : { DATABASE_URL: other.databaseUrl }),
      };
      expect(await run('restore', file, there)).toMatchObject({ code: 0 });
      expect(await missing(before, other.data, other.databaseUrl)).toEqual([]);
      expect(readFileSync(join(other.data, 'documents', 'a.json'), 'utf8')).toBe('{"lu":true}');
      expect(['', 'cle-des-badges.json', 'documents'].map((name) => modeOf(join(other.data, name)))).toEqual([
        '700',
        '600',
        '700',
      ]);
      expect(readdirSync(other.data).filter((name) => name.startsWith('.'))).toEqual([]);
    });

    it('never overwrites without a word, nor under an assistant that runs; what was there is put aside', async () => {
      const { data, databaseUrl } = await fresh(places);
      const env: Env = { TRUCHEMENT_DATA: data, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) };
      const store = await open(data, databaseUrl);
      const write = (agreement: string) =>
        store.agreementEvents.append({
          agreement,
          version: 1,
          at: '2026-11-28T08:00:00.000Z',
          kind: 'opened',
          body: {},
        });
      await write('before');
      const file = join(folder, `${places.name}-plain.truchement`);
      expect((await run('backup', file, env)).said).toContain('non chiffrée');
      expect(await run('backup', file, env)).toMatchObject({ code: 1, said: expect.stringContaining('existe déjà') });
      await write('after');
      expect(await run('restore', file, env)).toMatchObject({ code: 1, said: expect.stringContaining('--overwrite') });
      // An assistant asks for what is due all the time.
      const asking = setInterval(() => store.watching.standing('2026-11-28T08:00:00.000Z'), 100);
      const refused = await run('restore', file, env, '--overwrite');
      clearInterval(asking);
      expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('arrêtez-le') });
      expect(await store.agreementEvents.of('after')).toMatchObject({ value: [{ version: 1 }] });
      await store.close();
      expect(await run('restore', file, env, '--verify')).toMatchObject({
        code: 0,
        said: expect.stringContaining('entière'),
      });
      const done = await run('restore', file, env, '--overwrite');
      expect(done).toMatchObject({ code: 0, said: expect.stringContaining('avant-restauration-') });
      const again = await open(data, databaseUrl);
      expect(await again.agreementEvents.of('before')).toMatchObject({ value: [{ version: 1 }] });
      expect(await again.agreementEvents.of('after')).toMatchObject({ value: [] });
      await again.close();
      const aside = readdirSync(data).find((name) => name.startsWith('avant-restauration-')) ?? '';
      expect(readdirSync(join(data, aside))).toContain(
        databaseUrl === undefined ? 'truchement.sqlite' : 'truchement.dump',
      );
    });
  });
});

describe('what cannot be restored', () => {
  let file: string;
  let target: Env;
  beforeAll(async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    await (await open(data)).close();
    file = join(folder, 'sealed.truchement');
    expect(await run('backup', file, { TRUCHEMENT_DATA: data, ...KEY })).toMatchObject({ code: 0 });
    target = { TRUCHEMENT_DATA: join(folder, 'target'), ...KEY };
  });
  const spoiled = (name: string, spoil: (copy: string) => void): string => {
    const copy = join(folder, name);
    copyFileSync(file, copy);
    spoil(copy);
    return copy;
  };

  it.each<[string, () => string, Env, RegExp]>([
    ['is cut short', () => spoiled('cut', (copy) => truncateSync(copy, 200)), {}, /abîmée|coupée/],
    ['has no end', () => spoiled('head', (copy) => truncateSync(copy, 56)), {}, /coupée, il en manque la fin/],
    [
      'was changed',
      () =>
        spoiled('changed', (copy) => {
          const bytes = readFileSync(copy);
          bytes[bytes.length - 40] = (bytes.at(-40) ?? 0) ^ 1;
          writeFileSync(copy, bytes);
        }),
      {},
      /abîmée ou changée/,
    ],
    [
      'is under another key',
      () => file,
      { TRUCHEMENT_BACKUP_KEY: 'une autre phrase de passe' },
      /n’est pas celle de cette sauvegarde/,
    ],
    [
      'is no backup',
      () => spoiled('none', (copy) => writeFileSync(copy, 'bonjour')),
      {},
      /ce n’est pas une sauvegarde/,
    ],
    ['is not there', () => join(folder, 'nowhere'), {}, /n’existe pas/],
    [
      'is of the other kind',
      () => file,
      { DATABASE_URL: 'postgres://a:planted@127.0.0.1:1/db' },
      /base SQLite ; ôtez DATABASE_URL/,
    ],
  ])('says so and touches nothing: one that %s', async (_what, given, env, said) => {
    const done = await run('restore', given(), { ...target, ...env });
    expect(done.said).toMatch(said);
    expect(done.code).toBe(1);
    expect(done.said).not.toContain('planted');
    expect(readdirSync(target['TRUCHEMENT_DATA'] ?? '')).toEqual([]);
  });

  it('asks for the key of a sealed one', async () => {
    const { TRUCHEMENT_BACKUP_KEY: _key, ...without } = target;
    expect((await run('restore', file, without)).said).toMatch(/est chiffrée ; donnez sa clé/);
  });

  it('refuses what a newer version made, and names it', async () => {
    const data = mkdtempSync(join(folder, 'newer-'));
    await (await open(data)).close();
    const { db } = openSqlite(data);
    await sql`insert into truchement_migrations values ('9000-of-tomorrow', 'x')`.execute(db);
    await db.destroy();
    const newer = join(folder, 'newer.truchement');
    expect(await run('backup', newer, { TRUCHEMENT_DATA: data })).toMatchObject({ code: 0 });
    expect((await run('restore', newer, target)).said).toMatch(/version plus récente .*9000-of-tomorrow/);
  });

  it('says that there is no database to back up, and names a program that is missing', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect((await run('backup', join(folder, 'x'), { TRUCHEMENT_DATA: empty })).said).toMatch(
      /pas de base à sauvegarder/,
    );
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});

describe('the data folder', () => {
  const names = ['', 'truchement.sqlite', 'truchement.sqlite-wal', 'truchement.sqlite-shm'];

  it('is closed to other accounts from the start, with all of the database', async () => {
    const data = join(folder, 'fresh', 'data');
    const umask = process.umask(0o022);
    const store = await open(data);
    expect(names.map((name) => modeOf(join(data, name)))).toEqual(['700', '600', '600', '600']);
    await store.close();
    process.umask(umask);
  });

  it('is closed at the next start where it was open', async () => {
    const data = join(folder, 'open');
    await (await open(data)).close();
    chmodSync(data, 0o755);
    chmodSync(join(data, 'truchement.sqlite'), 0o644);
    const store = await open(data);
    expect(names.map((name) => modeOf(join(data, name)))).toEqual(['700', '600', '600', '600']);
    await store.close();
  });
});
