import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../../../src/corpus/open-corpus.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { copyOfCorpus, PETIT_ACHAT, spoil } from '../../fixtures/corpus-copy.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'truchement-kept-'));

/** A kept corpus that nobody wrote: whoever is given it trusted what it should not have. */
function forge(data: string, change: (bytes: Buffer) => void): void {
  const path = join(data, 'corpus.bin');
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

describe('openCorpus', () => {
  it('gives the second time, from what it kept, the very corpus that it read', () => {
    const folder = copyOfCorpus();
    const data = newFolder();
    const read = openCorpus(folder, data);
    expect(read).toStrictEqual({ corpus: readCorpus(folder).corpus, problems: [], notKept: undefined });
    expect(readdirSync(data)).toEqual(['corpus.bin']);
    expect(statSync(join(data, 'corpus.bin')).mode & 0o077).toBe(0);
    const written = statSync(join(data, 'corpus.bin')).ino;
    expect(openCorpus(folder, data)).toStrictEqual(read);
    expect(statSync(join(data, 'corpus.bin')).ino).toBe(written);
  });

  it('reads again when a word of a file has changed, or a file has come', () => {
    const folder = copyOfCorpus();
    const data = newFolder();
    const { corpus } = openCorpus(folder, data);
    const [first] = corpus.fiches.filter(({ file }) => file === PETIT_ACHAT);
    spoil(folder, PETIT_ACHAT, `title: ${first?.title}`, `title: ${first?.title} autrement`);
    expect(openCorpus(folder, data).corpus.fiches.map(({ title }) => title)).toContain(`${first?.title} autrement`);
    writeFileSync(join(folder, 'lexicon', 'vide.yaml'), '- mot');
    expect(openCorpus(folder, data).problems).not.toEqual([]);
  });

  it('keeps none that has a problem, and says it each time', () => {
    const folder = copyOfCorpus();
    const data = newFolder();
    writeFileSync(join(folder, PETIT_ACHAT), 'rien');
    expect(openCorpus(folder, data).problems).not.toEqual([]);
    expect(openCorpus(folder, data).problems).toEqual(readCorpus(folder).problems);
    expect(existsSync(join(data, 'corpus.bin'))).toBe(false);
    expect(openCorpus(join(folder, 'absent'), data).problems).not.toEqual([]);
  });

  it.each<readonly [string, (data: string) => void]>([
    ['cut short', (data) => truncateSync(join(data, 'corpus.bin'), 300)],
    ['empty', (data) => writeFileSync(join(data, 'corpus.bin'), '')],
    ['of one letter changed', (data) => forge(data, (bytes) => bytes.write('z', bytes.indexOf('petit-achat')))],
    ['of another fingerprint', (data) => forge(data, (bytes) => bytes.fill(0, 0, 32))],
  ])('never serves one that is %s', (_, change) => {
    const folder = copyOfCorpus();
    const data = newFolder();
    const read = openCorpus(folder, data);
    change(data);
    expect(openCorpus(folder, data)).toStrictEqual(read);
  });

  it('serves what it read where the disk refuses, and says so', () => {
    const folder = copyOfCorpus();
    const taken = join(newFolder(), 'a-file');
    writeFileSync(taken, 'not a folder');
    const opened = openCorpus(folder, taken);
    expect(opened.notKept).toMatch(/ENOTDIR|EEXIST/);
    expect(opened.corpus).toStrictEqual(readCorpus(folder).corpus);
    expect(readFileSync(taken, 'utf8')).toBe('not a folder');
  });
});
