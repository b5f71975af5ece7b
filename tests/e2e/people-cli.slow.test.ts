import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './slack-process.ts';

const env = {
  TRUCHEMENT_DATA: mkdtempSync(join(tmpdir(), 'truchement-people-')),
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'id',
  OIDC_CLIENT_SECRET: 'secret',
  PUBLIC_URL: 'https://truchement.example',
};
const people = (...args: readonly string[]) => runCommand(['scripts/people.ts', ...args], env);

it('enters a person, says what they may do, links their account, invites them and ends their sessions', async () => {
  const added = await people('add', 'nom=Claire Petit', 'courriel=claire@vitre.fr', 'organisation=Ville de Vitré');
  const id = /[\da-f-]{36}/.exec(added)?.[0] ?? '';
  expect(await people('role', id, 'acheteur', 'coordonnateur')).toContain('acheteur, coordonnateur');
  expect(await people('link', id, 'sub-of-claire')).toContain('1 compte(s)');
  const listed = await people('list');
  expect(listed).toContain(
    `${id}\tClaire Petit\tclaire@vitre.fr\tVille de Vitré\tacheteur, coordonnateur\tsub-of-claire`,
  );
  expect(await people('invite', id)).toMatch(/https:\/\/truchement\.example\/invitation\?jeton=[\w-]{43}\n/);
  expect(await people('unlink', id)).toContain('1 compte(s)');
  expect(await people('sign-out', id)).toContain('0 session(s)');
}, 120_000);
