import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDocuments } from '../../../scripts/add-documents.ts';
import type { ImportReport } from '../../../src/documents/import-documents.ts';
import { readLibrary } from '../../../src/documents/library.ts';
import type { Embed } from '../../../src/model/embed.ts';
import { loadServedEmbedder } from '../../../src/model/join-embedders.ts';
import { indexOwn } from '../../../src/retrieval/index-own.ts';
import { makeDocument, wantedDocuments } from '../../../src/retrieval/library-documents.ts';
import { openOwnSqlite } from '../../../src/store/own-sqlite.ts';
import { builtScript } from '../../fixtures/built.ts';
import { clause, clauses, makePdf, makeTwenty, makeZipBomb } from '../../fixtures/documents/make-documents.ts';
import { embedder } from '../../fixtures/embedder.ts';

let folder: string;
let data: string;
let docs: string;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truchement-documents-'));
  data = join(folder, 'data');
  docs = join(folder, 'docs');
  mkdirSync(docs);
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (paths: readonly string[] = [docs], labels: { collection?: string; audience?: string } = {}) =>
  addDocuments({
    data,
    paths,
    ...labels,
    now: () => new Date('2026-01-05T10:00:00Z'),
    print: (line) => lines.push(line),
  });
const put = (name: string, content: string | Buffer) => writeFileSync(join(docs, name), content);
const kinds = (report: ImportReport) =>
  Object.fromEntries(report.outcomes.map((outcome) => [outcome.path.slice(docs.length + 1), outcome.kind]));
const made = () =>
  Promise.all([...wantedDocuments(readLibrary(data), 'e')].map(([key, one]) => makeDocument(key, one, embedder)));
const texts = () =>
  readLibrary(data)
    .records.flatMap(({ parts }) => parts.map(({ text }) => text))
    .join('\n');

describe('addDocuments', () => {
  it('takes twenty documents in while the bad ones each get their error', async () => {
    for (const [name, bytes] of await makeTwenty()) put(name, bytes);
    put('bombe.docx', makeZipBomb());
    put('secret.pdf', await makePdf({ pages: ['x'], password: 'p' }));
    put('photo.jpg', 'jpeg');
    put('.caché.txt', 'caché');
    put('~$verrou.docx', 'verrou');
    const report = await add();
    const found = kinds(report);
    expect(Object.values(found).filter((kind) => kind === 'added')).toHaveLength(20);
    expect(found).toMatchObject({ 'bombe.docx': 'failed', 'secret.pdf': 'failed', 'photo.jpg': 'skipped' });
    expect(Object.keys(found)).toHaveLength(23);
    expect(lines.join('\n')).toMatch(/20 added.*\n.*pages\/s\); peak memory [\d.]+ MiB$/);
    expect(lines.some((line) => /^failed +zip-bomb +.*bombe\.docx$/.test(line))).toBe(true);
  });

  it('reads a file again only when its bytes change', async () => {
    put('a.txt', clause(1));
    put('b.txt', clause(2));
    await add();
    put('b.txt', clause(3));
    expect(kinds(await add())).toEqual({ 'a.txt': 'unchanged', 'b.txt': 'updated' });
    expect(texts()).toContain(clause(3));
    expect(texts()).not.toContain(clause(2));
    expect((await add()).bytes).toBe(0);
  });

  it('lets go of a deleted file at the next run, even with nothing to add', async () => {
    put('a.txt', clause(1));
    put('b.txt', clause(2));
    await add();
    rmSync(join(docs, 'a.txt'));
    expect(kinds(await add([]))).toEqual({ 'a.txt': 'removed', 'b.txt': 'unchanged' });
    expect(texts()).not.toContain(clause(1));
    rmSync(docs, { recursive: true });
    expect(kinds(await add([]))).toEqual({ 'b.txt': 'removed' });
    expect(readLibrary(data).records).toEqual([]);
  });

  it('finds a new file of a folder added before', async () => {
    put('a.txt', clause(1));
    await add();
    put('b.txt', clause(2));
    expect(kinds(await add([]))).toEqual({ 'a.txt': 'unchanged', 'b.txt': 'added' });
  });

  it('keeps the earlier version of a file that went bad', async () => {
    put('a.pdf', await makePdf({ pages: [clause(1)] }));
    await add();
    put('a.pdf', '%PDF-1.7 abîmé');
    const report = await add();
    expect(report.outcomes).toMatchObject([{ kind: 'failed', kept: true, fault: { kind: 'corrupt' } }]);
    expect(texts()).toContain('Clause 1.');
  });

  it('follows a file that moves', async () => {
    put('a.txt', clause(1));
    await add();
    mkdirSync(join(docs, 'sous'));
    renameSync(join(docs, 'a.txt'), join(docs, 'sous', 'a.txt'));
    expect(kinds(await add())).toEqual({ 'a.txt': 'removed', 'sous/a.txt': 'added' });
  });

  it('keeps collection and audience unless told another', async () => {
    put('a.txt', clause(1));
    await add([docs], { collection: 'Marchés 2026', audience: 'mairie-de-lens' });
    expect(kinds(await add())).toEqual({ 'a.txt': 'unchanged' });
    const [document] = await made();
    expect(document?.key).toMatch(/^document:[0-9a-f]+$/);
    expect(document?.source).toEqual({
      title: 'a',
      collection: 'Marchés 2026',
      audience: 'mairie-de-lens',
      path: join(docs, 'a.txt'),
    });
    expect(kinds(await add([docs], { audience: 'all' }))).toEqual({ 'a.txt': 'updated' });
    await expect(add([docs], { audience: '../x' })).rejects.toThrow('--audience');
  });

  it('gives the same content once for one audience, apart for two', async () => {
    put('a.txt', clause(1));
    put('copie.txt', clause(1));
    await add();
    expect(await made()).toHaveLength(1);
    await add([join(docs, 'copie.txt')], { audience: 'CHU' });
    expect(new Set((await made()).map(({ key }) => key)).size).toBe(2);
  });

  it('ends on link loops and takes odd names, dead links, pipes and missing paths for what they are', async () => {
    mkdirSync(join(docs, 'sous'));
    symlinkSync(docs, join(docs, 'sous', 'boucle'));
    symlinkSync(join(docs, 'nulle-part.txt'), join(docs, 'mort.txt'));
    execFileSync('mkfifo', [join(docs, 'tube.txt')]);
    const odd = 'é "\' $(x)\n\u202e#?%.txt';
    put(odd, clause(1));
    const report = await add([docs, join(folder, 'absent.pdf')]);
    expect(kinds(report)).toMatchObject({ [odd]: 'added', 'mort.txt': 'failed', 'tube.txt': 'failed' });
    expect(report.outcomes.flatMap((o) => (o.kind === 'failed' ? [o.fault.kind] : [])).sort()).toEqual([
      'missing',
      'unreadable',
      'unreadable',
    ]);
    expect(lines.join('')).not.toMatch(/[\n\u202e]/);
  });

  it('names a damaged record and heals it when the file is added again', async () => {
    put('a.txt', clause(1));
    await add();
    const [name = ''] = readdirSync(join(data, 'documents'));
    writeFileSync(join(data, 'documents', name), '{"half":');
    const library = readLibrary(data);
    expect(library).toMatchObject({ records: [], damaged: [join(data, 'documents', name)] });
    expect(kinds(await add())).toEqual({ 'a.txt': 'added' });
    expect(readLibrary(data).damaged).toEqual([]);
  });

  it('keeps what came from a drive that is no longer mounted', async () => {
    put('a.txt', clause(1));
    await add();
    const [name = ''] = readdirSync(join(data, 'documents'));
    const [record] = readLibrary(data).records;
    writeFileSync(join(data, 'documents', name), JSON.stringify({ ...record, device: -1 }));
    rmSync(join(docs, 'a.txt'));
    expect(kinds(await add([]))).toEqual({ 'a.txt': 'unreachable' });
    expect(texts()).toContain(clause(1));
  });

  it('is found anew for what changed alone, wherever a run was cut short', async () => {
    for (const n of [1, 2, 3, 4]) put(`${n}.txt`, clause(n));
    await add();
    const records = openOwnSqlite(data, ['all'], embedder.dimensions);
    let embedded = 0;
    const embed = (most: number): Embed => ({
      ...embedder,
      embed: async (all) => {
        if (embedded === most) throw new Error('killed');
        embedded += 1;
        return embedder.embed(all);
      },
    });
    await expect(indexOwn(data, records, embed(2), undefined, 1)).rejects.toThrow('killed');
    expect(await records.kept()).toMatchObject({ value: { size: 2 } });
    expect(await indexOwn(data, records, embed(4))).toEqual({ ok: true, value: { made: 2, dropped: 0, all: 4 } });
    put('2.txt', clause(5));
    rmSync(join(docs, '3.txt'));
    await add([]);
    expect(await indexOwn(data, records, embed(5))).toEqual({ ok: true, value: { made: 1, dropped: 2, all: 3 } });
    expect(await indexOwn(data, records, embed(5))).toEqual({ ok: true, value: { made: 0, dropped: 0, all: 3 } });
    await records.close();
  });

  it('survives a kill of the command that takes documents in', async () => {
    for (let n = 1; n <= 60; n++) put(`${n}.txt`, clauses(n, 20));
    mkdirSync(data);
    const script = await builtScript('scripts/ingest.ts');
    const run = (...args: string[]) =>
      spawn(process.execPath, [script, '--documents', ...args], {
        env: { ...process.env, TRUCHEMENT_DATA: data },
        stdio: 'ignore',
      });
    const records = openOwnSqlite(data, ['all'], loadServedEmbedder().dimensions);
    const size = async () => {
      const kept = await records.kept();
      return kept.ok ? kept.value.size : 0;
    };
    const killed = run('--add', docs);
    const ended = once(killed, 'exit');
    for await (const { filename } of watch(data)) if (filename === 'documents.sqlite-wal') break;
    killed.kill('SIGKILL');
    await ended;
    const [code] = await once(run(), 'exit');
    expect(code).toBe(0);
    expect(await size()).toBe(60);
    await records.close();
  });

  it('says so when the library cannot be written, and goes on', async () => {
    put('a.txt', clause(1));
    await add();
    const [name = ''] = readdirSync(join(data, 'documents'));
    rmSync(join(data, 'documents', name));
    mkdirSync(join(data, 'documents', name));
    const report = await add();
    expect(report.outcomes).toMatchObject([{ kind: 'failed', fault: { kind: 'not-kept' } }]);
  });
});

it('groups pages of a long document, each passage named by its page', async () => {
  put('long.pdf', await makePdf({ title: 'CCAP', pages: [clauses(1, 9), clauses(10, 9), clauses(19, 9)] }));
  await add();
  const pages = (await made()).flatMap((document) => document.pages);
  expect(pages.map(({ title }) => title)).toEqual(pages.map(() => 'CCAP'));
  expect([...new Set(pages.flatMap(({ parts }) => parts.map(({ name }) => name)))]).toEqual([
    'page 1',
    'page 2',
    'page 3',
  ]);
});
