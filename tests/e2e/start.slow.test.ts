import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { builtScript } from '../fixtures/built.ts';
import { copyOfCorpus, PETIT_ACHAT, spoil } from '../fixtures/corpus-copy.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';

/** One for all. */
let data: string;
let built: string;
beforeAll(async () => {
  data = await indexedFolder();
  cpSync(await indexedFolder(), join(data, 'demo'), { recursive: true });
  built = await builtScript('scripts/start.ts');
});
const children: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts the command as `npm start` does, but from one file; `end` waits for its exit. */
function start(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return run(env, [built, ...args]);
}

function run(env: Readonly<Record<string, string>>, command: readonly string[]) {
  const child = spawn(process.execPath, command, {
    env: {
      ...process.env,
      TRUCHEMENT_DATA: data,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const end = once(child, 'close').then(([code]) => ({ code, ...said }));
  const address = async (): Promise<string> => {
    const heard = new Promise<void>((resolve) => child.stdout.on('data', () => said.out.includes('\n') && resolve()));
    await Promise.race([heard, end]);
    const found = /http:\/\/\S+/.exec(said.out)?.[0];
    if (found === undefined) throw new Error(`no address: ${said.out}${said.err}`);
    return found;
  };
  return { child, end, address };
}

it('prints one line with its address, serves, and stops in order when told to', async () => {
  // As it is written in package.json: all others start from what is built of it.
  const { child, end, address } = run({}, ['--import', 'tsx', 'scripts/start.ts']);
  expect((await fetch(`${await address()}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  const { code, out, err } = await end;
  expect(code).toBe(0);
  expect(out).toMatch(/^Truchement écoute sur http:\/\/127\.0\.0\.1:\d+ .*\n$/);
  expect(err).toBe('');
});

/** `script` gives the command a terminal of its own; what it prints comes back with its carriage returns. */
const TERMINAL = existsSync('/usr/bin/script');
it.skipIf(!TERMINAL)('says three lines to a person at a terminal, and no JSON but where it is asked for', async () => {
  const [quiet, asked] = [await sayAtTerminal(''), await sayAtTerminal('LOG_LEVEL=info')];
  expect(quiet.split('\n')).toEqual([
    expect.stringMatching(/^Truchement répond aux services et aux acheteurs/),
    expect.stringMatching(/^Ouvrez http:\/\/127\.0\.0\.1:\d+ dans votre navigateur\.$/),
    expect.stringMatching(/^Pour l’arrêter\u00a0: Ctrl\+C\.$/),
    '',
  ]);
  expect(asked).toMatch(/^\{"level":30/m);
  expect(asked).toMatch(/^Ouvrez http/m);
});

async function sayAtTerminal(environment: string): Promise<string> {
  const { LOG_LEVEL: _level, ...env } = process.env;
  const command = `TRUCHEMENT_DATA=${data} PORT=0 ${environment} exec ${process.execPath} ${built}`;
  const child = spawn('/usr/bin/script', ['-qec', command, '/dev/null'], { env });
  children.push(child);
  let said = '';
  let told = false;
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      // Ctrl+C, as the last line says.
      if (!said.includes('Ctrl+C') || told) return;
      told = true;
      child.stdin.write('\u0003');
    });
    child.on('close', () => resolve());
  });
  // The bar that an index is built under is drawn over itself, then wiped.
  return stripVTControlCharacters(said.slice(said.indexOf('Truchement r')))
    .replaceAll('\r', '')
    .replace('^C', '');
}

it('hands nobody over when nobody signs in, holds its port, and keeps the question it has just answered', async () => {
  const { child, end, address } = start({});
  const at = await address();
  expect((await fetch(`${at}/connexion`)).status).toBe(404);
  const { port } = new URL(at);
  const second = await start({ PORT: port }).end;
  expect(second.code).toBe(1);
  expect(second.out).toBe('');
  expect(second.err).toMatch(new RegExp(`^Le port ${port} est déjà pris.*PORT=\\d+ npm start\\n$`));
  const asked = await fetch(`${at}/`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'Quel est le seuil pour un achat de mobilier ?' }),
  });
  // The answer is whole: stopping now comes well before what is gathered would be written.
  await asked.text();
  child.kill('SIGTERM');
  expect((await end).code).toBe(0);
  const kept = new Database(join(data, 'truchement.sqlite'), { readonly: true });
  expect(kept.prepare('select question from exchanges').pluck().all()).toHaveLength(1);
  kept.close();
});

it('plays a demo of made-up people, who are still there after a restart', async () => {
  const connect = async () => {
    const { child, end, address } = start({}, '--demo');
    const page = await (await fetch(`${await address()}/connexion`)).text();
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
    return page;
  };
  const [first, second] = [await connect(), await connect()];
  for (const name of ['Maëlle Corre', 'Anne Le Dantec', 'Hélène Prigent'])
    for (const page of [first, second]) expect(page.split(name)).toHaveLength(2);
});

it('names what signing in lacks', async () => {
  const { code, err } = await start({ OIDC_ISSUER: 'https://id.exemple.fr', PUBLIC_URL: 'https://t.exemple.fr/' }).end;
  expect(code).toBe(1);
  expect(err).toMatch(/OIDC_CLIENT_ID, OIDC_CLIENT_SECRET/);
});

it('warns when it is opened beyond this machine', async () => {
  const { child, end, address } = start({ HOST: '0.0.0.0' });
  await address();
  child.kill('SIGINT');
  const { code, err } = await end;
  expect(code).toBe(0);
  expect(err).toMatch(/HOST=0\.0\.0\.0 .*sans mot de passe/);
});

it('names every problem of the corpus and does not start', async () => {
  const folder = copyOfCorpus();
  spoil(folder, PETIT_ACHAT, 'title: Petit achat sans mise en concurrence\n', '');
  spoil(folder, 'modules/seuils/petits-travaux.md', 'R2122-8', 'R9999-9');
  const { code, out, err } = await start({ TRUCHEMENT_KNOWLEDGE: folder }).end;
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('petit-achat.md');
  expect(err).toContain('petits-travaux.md');
});
