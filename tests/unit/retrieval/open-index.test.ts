import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexTerms } from '../../../src/french/words.ts';
import type { Embed } from '../../../src/model/embed.ts';
import type { IndexDocument } from '../../../src/retrieval/document.ts';
import { searchHybrid } from '../../../src/retrieval/hybrid.ts';
import { openIndex } from '../../../src/retrieval/open-index.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';
import { embedder } from '../../fixtures/embedder.ts';

const DOCUMENTS: readonly IndexDocument[] = ['avance au titulaire', 'pénalités de retard', 'seuil de dispense'].map(
  (title, i) => ({
    id: `d${i}`,
    title,
    questions: [],
    articles: [],
    parts: [{ name: 'brief', text: `${title}, en bref` }],
  }),
);
const QUERY = { text: 'pénalité', terms: new Map(indexTerms('pénalité').map((term) => [term, 1])) };

const newFolder = () => mkdtempSync(join(tmpdir(), 'truchement-index-'));
const open = (directory: string, more: { documents?: readonly IndexDocument[]; embed?: Embed; force?: boolean } = {}) =>
  openIndex({ directory, documents: DOCUMENTS, embed: embedder, settings: fittedSettings, ...more });
const found = async (opened: Awaited<ReturnType<typeof open>>) =>
  (await searchHybrid(opened.index, embedder, QUERY, 0.5, 3)).map(({ document, score }) => [document.id, score]);

describe('openIndex', () => {
  it('builds the first time, then takes the one it wrote, with the same results', async () => {
    const folder = newFolder();
    const first = await open(folder);
    expect(first).toMatchObject({ rebuilt: { kind: 'absent' }, notKept: undefined });
    const second = await open(folder);
    expect(second).toMatchObject({ rebuilt: undefined, notKept: undefined });
    expect(await found(second)).toEqual(await found(first));
    expect((await found(second))[0]?.[0]).toBe('d1');
  });

  it('leaves nothing half written behind', async () => {
    const folder = newFolder();
    await open(folder);
    await open(folder, { force: true });
    expect(readdirSync(folder)).toEqual(['index']);
    expect(readdirSync(join(folder, 'index')).sort()).toEqual([
      'lexical.bin',
      'manifest.json',
      'vectors.index',
      'words.txt',
    ]);
  });

  it('builds anew when asked', async () => {
    const folder = newFolder();
    await open(folder);
    expect((await open(folder, { force: true })).rebuilt).toMatchObject({ kind: 'stale' });
  });

  const faults: readonly (readonly [string, (index: string) => void, 'absent' | 'stale' | 'corrupt'])[] = [
    ['vectors cut short', (index) => truncateSync(join(index, 'vectors.index'), 100), 'corrupt'],
    ['no vectors', (index) => writeFileSync(join(index, 'vectors.index'), ''), 'corrupt'],
    ['words cut short', (index) => truncateSync(join(index, 'lexical.bin'), 50), 'corrupt'],
    ['one byte of a vector changed', (index) => flip(join(index, 'vectors.index'), 400), 'corrupt'],
    ['one count of the words changed', (index) => flip(join(index, 'lexical.bin'), -2), 'corrupt'],
    ['one letter of a word changed', (index) => flip(join(index, 'words.txt'), 2), 'corrupt'],
    ['a garbage manifest', (index) => writeFileSync(join(index, 'manifest.json'), '\u0000{nonsense'), 'corrupt'],
    ['a manifest of another shape', (index) => writeFileSync(join(index, 'manifest.json'), '{}'), 'corrupt'],
    ['an empty manifest', (index) => writeFileSync(join(index, 'manifest.json'), ''), 'corrupt'],
  ];

  it.each(faults)('never serves %s', async (_, spoil, kind) => {
    const folder = newFolder();
    const good = await open(folder);
    spoil(join(folder, 'index'));
    const mended = await open(folder);
    expect(mended.rebuilt?.kind).toBe(kind);
    expect(mended.rebuilt?.message).not.toBe('');
    expect(await found(mended)).toEqual(await found(good));
    expect((await open(folder)).rebuilt).toBeUndefined();
  });

  it('is stale when the corpus changed by one letter', async () => {
    const folder = newFolder();
    await open(folder);
    const documents = DOCUMENTS.map((d, i) => (i === 1 ? { ...d, title: 'pénalités de retards' } : d));
    const opened = await open(folder, { documents });
    expect(opened.rebuilt).toMatchObject({ kind: 'stale' });
    expect(opened.index.documents).toBe(documents);
  });

  it('is stale when the embedder changed', async () => {
    const folder = newFolder();
    await open(folder);
    expect((await open(folder, { embed: { ...embedder, fingerprint: 'other' } })).rebuilt).toMatchObject({
      kind: 'stale',
    });
  });

  it('serves from memory when the disk refuses', async () => {
    const folder = newFolder();
    const taken = join(folder, 'a-file');
    writeFileSync(taken, 'not a folder');
    const opened = await open(taken);
    expect(opened.notKept).toMatch(/ENOTDIR|EEXIST/);
    expect((await found(opened))[0]?.[0]).toBe('d1');
    expect(readFileSync(taken, 'utf8')).toBe('not a folder');
    expect(readdirSync(folder)).toEqual(['a-file']);
  });

  it('keeps the old index when the embedder fails', async () => {
    const folder = newFolder();
    await open(folder);
    const failing: Embed = {
      ...embedder,
      fingerprint: 'newer',
      embed: (texts) => Promise.reject(new Error(`no vectors for ${texts.length} texts`)),
    };
    await expect(open(folder, { embed: failing })).rejects.toThrow('no vectors');
    expect((await open(folder)).rebuilt).toBeUndefined();
  });

  it('tells how far it is', async () => {
    const seen: [number, number][] = [];
    await openIndex({
      directory: newFolder(),
      documents: DOCUMENTS,
      embed: embedder,
      settings: fittedSettings,
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen.at(-1)).toEqual([6, 6]);
  });
});

/** Damage that no parser sees: a number becomes another. */
function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
