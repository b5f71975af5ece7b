import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { builtScript } from '../fixtures/built.ts';

let folder: string;
let life: string;
let backup: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'truchement-backup-'));
  life = await builtScript('tests/crash/life.ts', 'within');
  backup = await builtScript('scripts/backup.ts');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const open = (data: string) => openStore({ data, databaseUrl: undefined, log: createLog('silent') });

/** The command, as an account runs it whose new files are open to others. */
function run(wish: 'backup' | 'restore', given: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const command = `umask 022; exec "${process.execPath}" "${backup}" ${wish} "${given}"`;
    const child = spawn('sh', ['-c', command], { env: { PATH: process.env['PATH'], ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += String(part);
      });
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('npm run backup, npm run restore', () => {
  it('copies, while others write, all that was acknowledged before it began, and brings it back', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'documents'), { recursive: true });
    writeFileSync(join(data, 'documents', 'a.json'), '{}');
    writeFileSync(join(data, 'cle-des-badges.json'), '{}');
    const writers = ['1', '2'].map((seed) =>
      spawn(process.execPath, [life, 'load', seed], { env: { PATH: process.env['PATH'], CRASH_FOLDER: data } }),
    );
    // A failure on the way leaves nobody writing.
    onTestFinished(() => {
      for (const writer of writers) writer.kill('SIGKILL');
    });
    const acknowledged = join(data, 'acknowledged.log');
    const lines = () => (existsSync(acknowledged) ? readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1) : []);
    await expect.poll(() => lines().length, { timeout: 50_000, interval: 50 }).toBeGreaterThan(100);
    const before = lines();
    const copy = join(folder, 'copy');
    expect(await run('backup', copy, { TRUCHEMENT_DATA: data })).toMatchObject({ code: 0 });
    // They wrote all the time.
    expect(lines().length).toBeGreaterThan(before.length);
    for (const writer of writers) writer.kill('SIGKILL');

    const held = ['cle-des-badges.json', 'documents', 'truchement.sqlite'];
    expect(readdirSync(copy).sort()).toEqual(held);
    expect(['', ...held].map((name) => modeOf(join(copy, name)))).toEqual(['700', '600', '700', '600']);
    const restored = join(folder, 'restored');
    expect(await run('restore', copy, { TRUCHEMENT_DATA: restored })).toMatchObject({ code: 0 });
    const database = new Database(join(restored, 'truchement.sqlite'));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    const store = await open(restored);
    const lost: string[] = [];
    for (const line of before) {
      const [, id = '', version] = line.split(' ');
      const events = await store.cases.eventsOf(id);
      if (!events.ok || events.value.length < Number(version)) lost.push(line);
    }
    await store.close();
    expect(lost).toEqual([]);
  });

  it('writes over nothing, and says what it does not find', async () => {
    const [full, empty] = [join(folder, 'full'), join(folder, 'empty')];
    for (const made of [full, empty]) mkdirSync(made);
    writeFileSync(join(full, 'kept.txt'), 'kept');
    const [backup, restore, nothing] = await Promise.all([
      run('backup', full, { TRUCHEMENT_DATA: join(folder, 'data') }),
      run('restore', join(folder, 'data'), { TRUCHEMENT_DATA: full }),
      run('backup', join(folder, 'new'), { TRUCHEMENT_DATA: empty }),
    ]);
    expect([backup.code, restore.code, nothing.code]).toEqual([1, 1, 1]);
    for (const { said } of [backup, restore]) expect(said).toContain('full is not empty: nothing is written over');
    expect(nothing.said).toContain('there is no truchement.sqlite');
    expect([readdirSync(full), existsSync(join(folder, 'new'))]).toEqual([['kept.txt'], false]);
  });

  it('leaves PostgreSQL to its own tools, gives the command without the password, and does not pass for whole', async () => {
    const copy = join(folder, 'with-server');
    const { code, said } = await run('backup', copy, {
      TRUCHEMENT_DATA: join(folder, 'data'),
      DATABASE_URL: 'postgres://a:planted@127.0.0.1:1/db',
    });
    expect([code, readdirSync(copy).sort()]).toEqual([1, ['cle-des-badges.json', 'documents']]);
    expect(said).toContain(`pg_dump --format=custom --file='${copy}/truchement.dump' "$DATABASE_URL"`);
    expect(said).not.toContain('planted');
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
