import { execFileSync } from 'node:child_process';
import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importDocuments } from '../../../src/documents/import-documents.ts';
import { readLibrary, writeRecord } from '../../../src/documents/library.ts';
import { readInside } from '../../../src/documents/read-inside.ts';

const SECRET = 'Le code du coffre est le suivant : quarante-deux, puis sept.';
const PUBLIC = 'Le pouvoir adjudicateur publie un avis de marché sur son profil d’acheteur.';

let folder: string;
let data: string;
let docs: string;
let away: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'truchement-links-')));
  [data, docs, away] = [join(folder, 'data'), join(folder, 'docs'), join(folder, 'docs-away')];
  for (const made of [docs, away, join(docs, 'sous')]) mkdirSync(made);
  writeFileSync(join(away, 'secret.txt'), SECRET);
  writeFileSync(join(docs, 'sous', 'public.txt'), PUBLIC);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (...paths: readonly string[]) =>
  importDocuments({ data, paths, now: () => new Date('2026-01-05T10:00:00Z') });
const said = async (...paths: readonly string[]) => {
  const { outcomes } = await add(...paths);
  return Object.fromEntries(
    outcomes.map((one) => [one.path.slice(docs.length + 1), one.kind === 'failed' ? one.fault.kind : one.kind]),
  );
};
const kept = () => JSON.stringify(readLibrary(data).records);

describe('a folder that is imported', () => {
  it('does not lead out by a link to a file, to a folder, up, or through another link', async () => {
    symlinkSync(join(away, 'secret.txt'), join(docs, 'fichier.txt'));
    symlinkSync(away, join(docs, 'dossier'));
    symlinkSync('../../docs-away/secret.txt', join(docs, 'sous', 'relatif.txt'));
    symlinkSync('fichier.txt', join(docs, 'par-un-autre.txt'));
    symlinkSync('/', join(docs, 'tout'));
    expect(await said(docs)).toEqual({
      'fichier.txt': 'outside',
      dossier: 'outside',
      'sous/relatif.txt': 'outside',
      'par-un-autre.txt': 'outside',
      tout: 'outside',
      'sous/public.txt': 'added',
    });
    expect(kept()).not.toContain('coffre');
  });

  it('names each link that leads out, to the log and to whoever adds', async () => {
    symlinkSync(away, join(docs, 'dossier'));
    const [refused] = (await add(docs)).outcomes.filter((one) => one.kind === 'failed');
    expect(refused?.kind === 'failed' && refused.fault).toMatchObject({
      message: expect.stringContaining(`${join(docs, 'dossier')}: it is a link that leads out of the folder`),
    });
  });

  it('passes over a link that stays in it: what it leads to is read once, under its own name', async () => {
    symlinkSync(join('sous', 'public.txt'), join(docs, 'autre-nom.txt'));
    symlinkSync('sous', join(docs, 'aussi'));
    symlinkSync('.', join(docs, 'sous', 'boucle'));
    expect(await said(docs)).toEqual({ 'sous/public.txt': 'added' });
  });

  it('may itself be a link, or a file named by one: whoever adds it said so', async () => {
    symlinkSync(docs, join(folder, 'lien'));
    symlinkSync(join(away, 'secret.txt'), join(folder, 'nomme.txt'));
    const { outcomes } = await add(join(folder, 'lien'), join(folder, 'nomme.txt'));
    expect(outcomes.map(({ kind, path }) => [kind, path])).toEqual([
      ['added', join(folder, 'lien', 'sous', 'public.txt')],
      ['added', join(folder, 'nomme.txt')],
    ]);
    expect((await add()).outcomes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });

  it('lets go of what was read through a link before', async () => {
    await add(docs, join(away, 'secret.txt'));
    const secret = readLibrary(data).records.find(({ path }) => path.endsWith('secret.txt'));
    if (secret === undefined) throw new Error('the secret was read');
    symlinkSync(join(away, 'secret.txt'), join(docs, 'fichier.txt'));
    symlinkSync(away, join(docs, 'dossier'));
    for (const path of [join(docs, 'fichier.txt'), join(docs, 'dossier', 'secret.txt')])
      expect(writeRecord(data, { ...secret, path, root: docs }).ok).toBe(true);
    await add();
    expect(readLibrary(data).records.map(({ path }) => path)).toEqual([
      join(away, 'secret.txt'),
      join(docs, 'sous', 'public.txt'),
    ]);
  });
});

describe('between the search and the reading', () => {
  const path = () => join(docs, 'sous', 'public.txt');
  const kindOf = (read: ReturnType<typeof readInside>) => (read.ok ? read.value.bytes?.toString() : read.error.kind);

  it('reads what was found', () => expect(kindOf(readInside(path(), docs))).toBe(PUBLIC));

  it('refuses a file that was exchanged for a link', () => {
    rmSync(path());
    symlinkSync(join(away, 'secret.txt'), path());
    expect(kindOf(readInside(path(), docs))).toBe('outside');
  });

  it('refuses a folder that was exchanged for a link, or for one beside it whose name begins the same', () => {
    cpSync(join(away, 'secret.txt'), join(away, 'public.txt'));
    renameSync(join(docs, 'sous'), join(folder, 'ailleurs'));
    symlinkSync(away, join(docs, 'sous'));
    expect(kindOf(readInside(path(), docs))).toBe('outside');
  });

  it('waits for no pipe', () => {
    rmSync(path());
    execFileSync('mkfifo', [path()]);
    expect(kindOf(readInside(path(), docs))).toBe('unreadable');
  });

  it('cannot tell a hard link from the file: it is one, and whoever made it could read it', () => {
    linkSync(join(away, 'secret.txt'), join(docs, 'dur.txt'));
    expect(kindOf(readInside(join(docs, 'dur.txt'), docs))).toBe(SECRET);
  });
});
