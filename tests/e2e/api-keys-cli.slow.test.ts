import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './slack-process.ts';

const env = { TRUCHEMENT_DATA: mkdtempSync(join(tmpdir(), 'truchement-keys-')) };
const keys = (...args: readonly string[]) => runCommand(['scripts/api-keys.ts', ...args], env);

it('makes a key, lists it without telling it, and revokes it', async () => {
  const made = await keys('add', 'organisation=Ville de Vitré', 'nom=Le logiciel', 'portées=read,answer');
  const key = /truchement_[\w-]{43}/.exec(made)?.[0] ?? '';
  expect(key).not.toBe('');
  const listed = await keys('list');
  expect(listed).toContain(`${key.slice(0, 17)}…\tVille de Vitré\tLe logiciel\tanswer,read`);
  expect(listed).not.toContain(key);
  const id = listed.split('\t')[0] ?? '';
  expect(await keys('revoke', id)).toContain('Clé révoquée.');
  expect(await keys('list')).toContain('révoquée le');
}, 120_000);
