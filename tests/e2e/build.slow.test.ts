import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';

let built: string;
let data: string;
beforeAll(() => {
  built = resolve(inject('run'), 'dist');
  data = mkdtempSync(join(tmpdir(), 'truchement-built-'));
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--to', built], { stdio: 'ignore' });
}, 900_000);
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

it('answers from any folder, without a loader, and makes nothing at its first start', async () => {
  const child = spawn(join(built, 'truchement'), ['start'], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], TRUCHEMENT_DATA: data, PORT: '0', LOG_LEVEL: 'info' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [said, logged] = ['', ''];
  child.stderr.on('data', (part: Buffer) => (logged += part.toString()));
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => said, { timeout: 100_000, interval: 50 }).toMatch(/http:\/\/\S+/);
  const text = 'Quel est le seuil pour acheter du mobilier sans mise en concurrence ?';
  const page = await fetch(`${/http:\/\/\S+/.exec(said)?.[0]}/`, {
    method: 'POST',
    body: new URLSearchParams({ text }),
  });
  expect(await page.text()).toMatch(/2122-8/);
  // The index that the build made is the one that serves.
  expect(logged).not.toContain('"reason"');
  const time = (folder: string) => statSync(join(folder, 'index', 'manifest.json')).size;
  expect(time(data)).toBe(time(join(built, 'made')));
  // Another account than the one that built it can read it.
  for (const name of ['', 'index', 'corpus.bin', 'index/manifest.json'])
    expect([name, statSync(join(built, 'made', name)).mode & 0o044]).toEqual([name, 0o044]);
});

it('holds what runs, and says under which licence; nothing of what builds and tests', () => {
  const licences = readFileSync(join(built, 'LICENCES.md'), 'utf8');
  for (const name of ['fastify', 'better-sqlite3', 'pg']) {
    expect(existsSync(join(built, 'node_modules', name))).toBe(true);
    expect(licences).toMatch(new RegExp(`^\\| ${name} \\| [\\d.]+ \\| MIT \\| \\[`, 'm'));
  }
  for (const name of ['tsx', 'esbuild', 'typescript', 'vitest'])
    expect(existsSync(join(built, 'node_modules', name))).toBe(false);
  const { version, devDependencies } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  expect([version, devDependencies]).toEqual([JSON.parse(readFileSync('package.json', 'utf8')).version, undefined]);
});
