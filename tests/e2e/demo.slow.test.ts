import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoConfig, seedDemo } from '../../scripts/demo.ts';
import { loadConfig } from '../../src/config/config.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { opened } from '../contract/store/places.ts';
import { mustBe, network } from '../fixtures/network.ts';

const folder = mkdtempSync(join(tmpdir(), 'truchement-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the demo', () => {
  const real = loadConfig({ TRUCHEMENT_DATA: folder, DATABASE_URL: 'postgres://ailleurs/base' });
  const config = demoConfig(real);

  it('writes into a folder, a store and a corpus of its own, which stay from one start to the next', () => {
    expect(config.data.startsWith(folder)).toBe(true);
    expect(config.knowledge.startsWith(folder)).toBe(true);
    expect(config.databaseUrl).toBeUndefined();
    const written = join(config.knowledge, 'modules', 'seuils', 'cas-essai.md');
    writeFileSync(written, 'texte');
    demoConfig(real);
    expect(existsSync(written)).toBe(true);
    expect(existsSync(join(real.knowledge, 'modules', 'seuils', 'cas-essai.md'))).toBe(false);
    rmSync(written);
  });

  it('has weeks of cases behind it, so that the board has something to show', async () => {
    const store = await opened(openSqlite(folder));
    const { corpus } = readCorpus(config.knowledge);
    await seedDemo(store, corpus, config.handoff);
    const { helping } = await network(store, { now: () => new Date() });
    const board = mustBe(await helping.board('helene'));
    expect(board.weeks.filter(({ taken }) => taken > 0).length).toBeGreaterThanOrEqual(6);
    expect(board.reservists.every(({ name }) => name !== '')).toBe(true);
    expect(board.open.cases).toBeGreaterThan(0);
    expect(board.unanswered.length).toBeGreaterThan(0);
    await store.close();
  });
});
