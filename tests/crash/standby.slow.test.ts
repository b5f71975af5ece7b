import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { asked } from '../contract/store/places.ts';
import { builtScript } from '../fixtures/built.ts';
import { findPostgres, startCluster } from '../fixtures/postgres.ts';
import { NIGHTLY } from '../fixtures/runs.ts';

const found = findPostgres();
const urlOf = (folder: string) => `postgresql:///postgres?user=postgres&host=${encodeURIComponent(folder)}`;

describe.skipIf(!NIGHTLY || found.kind !== 'binaries')('a synchronous standby', () => {
  it('takes the place of a primary killed under load: the processes go on by themselves, and nothing acknowledged is lost', async () => {
    if (found.kind !== 'binaries') return;
    const { account } = found;
    // Where all of its programs are, should some be linked elsewhere.
    const bin = dirname(realpathSync(join(found.folder, 'pg_ctl')));
    const primary = startCluster(found, inject('run'));
    const primaryFolder = new URL(primary.url).searchParams.get('host') ?? '';
    const root = mkdtempSync(join(tmpdir(), 'truchement-standby-'));
    if (account !== undefined) chownSync(root, account.uid, account.gid);
    const data = join(root, 'data');
    const options = { cwd: root, stdio: 'pipe', ...account } as const;
    const run = (name: string, ...args: readonly string[]) => execFileSync(join(bin, name), args, options);
    const place = `host=${primaryFolder} user=postgres application_name=standby`;
    run('pg_basebackup', '-D', data, '-d', place, '-R', '--checkpoint=fast', '--no-sync', '-C', '-S', 'standby');
    const settings = `-c listen_addresses='' -c unix_socket_directories='${root}' -c fsync=off -c max_connections=40`;
    run('pg_ctl', '-D', data, '-l', join(root, 'log'), '-w', '-o', settings, 'start');
    onTestFinished(() => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(root, { recursive: true, force: true });
    });
    await asked(primary.url, "alter system set synchronous_standby_names = 'standby'");
    await asked(primary.url, 'select pg_reload_conf()');

    // The address that processes know: a name, which the promotion moves.
    const folder = mkdtempSync(join(tmpdir(), 'truchement-crash-'));
    const address = join(folder, 'pg');
    symlinkSync(primaryFolder, address);
    const script = await builtScript('tests/crash/life.ts', 'within');
    const env = { ...process.env, CRASH_FOLDER: folder, DATABASE_URL: urlOf(address) };
    const lives = ['0', '1', '2'].map((slot) =>
      spawn(process.execPath, [script, 'load', slot], { env: { ...env, CRASH_SLOT: slot }, stdio: 'ignore' }),
    );
    onTestFinished(() => {
      for (const life of lives) life.kill('SIGKILL');
    });
    const lines = () => readFileSync(join(folder, 'acknowledged.log'), 'utf8').split('\n').slice(0, -1);
    await expect.poll(() => lines().length, { timeout: 200_000 }).toBeGreaterThan(150);

    process.kill(Number(readFileSync(join(primaryFolder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    const gone = performance.now();
    rmSync(join(primaryFolder, 'data', 'postmaster.pid'));
    const before = lines().length;
    execFileSync(join('docs/deploy', 'promote-standby'), [urlOf(root), primary.url, 'ln', '-sfn', root, address], {
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
    });
    await expect.poll(() => lines().length, { timeout: 200_000, interval: 20 }).toBeGreaterThan(before + 50);
    const backMs = Math.round(performance.now() - gone);
    expect(lives.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([null, null, null]);
    for (const life of lives) life.kill('SIGKILL');

    const store = await openStore({ data: folder, databaseUrl: urlOf(root), log: createLog('silent') });
    const lost: string[] = [];
    for (const line of lines()) {
      const [, id = '', version] = line.split(' ');
      const events = await store.cases.eventsOf(id);
      if (!events.ok || events.value.length < Number(version)) lost.push(line);
    }
    await store.close();
    console.log('standby', { acknowledged: lines().length, beforeTheDeath: before, lost: lost.length, backMs });
    expect(lost).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }, 600_000);
});
