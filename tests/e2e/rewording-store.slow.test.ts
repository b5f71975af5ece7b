import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeInterpreting } from '../../scripts/compose.ts';
import { readDocx } from '../../src/documents/read-docx.ts';
import { createLog } from '../../src/log.ts';
import { createLearnt } from '../../src/rewording/learnt.ts';
import { createReworder } from '../../src/rewording/reword.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeConversing } from '../fakes/conversing.ts';
import { keepBrief } from '../fixtures/kept-brief.ts';
import { plain } from '../fixtures/plain.ts';
import { realCorpus } from '../fixtures/real-corpus.ts';
import { type Served, serve } from '../fixtures/served.ts';

const NEED = 'Il nous faut une quinzaine de chaises pour la salle du conseil, avant fin janvier, budget 2 500 € TTC.';
const folder = mkdtempSync(join(tmpdir(), 'truchement-brief-'));
let store: Store;
let served: Served;

async function open(): Promise<void> {
  store = await openStore({ data: folder, databaseUrl: undefined, log: createLog('silent') });
  const reworder = createReworder(realCorpus, createLearnt('knowledge'));
  served = await serve(createFakeConversing(), { interpreting: composeInterpreting(reworder, store, undefined) });
}

async function close(): Promise<void> {
  await served.stop();
  await store.close();
}

beforeAll(open);
afterAll(close);

describe('a brief over the real rewording and the real store', () => {
  it('is still there after a restart, and comes back out of each of its files', async () => {
    const { reading: path } = await keepBrief(served, { text: NEED, direction: 'to_buyer' });
    await close();
    await open();

    const page = plain(await (await served.get(path)).text());
    expect(page).toContain('2 500 € TTC');
    const get = async (extension: string) => {
      const response = await served.get(`${path}.${extension}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain(`.${extension}`);
      return Buffer.from(await response.arrayBuffer());
    };
    const docx = await readDocx({ path: 'brief.docx', bytes: await get('docx') });
    const words = docx.ok ? plain(JSON.stringify(docx.value)) : '';
    const markdown = plain((await get('md')).toString());
    for (const value of ['quinzaine', 'fin janvier', '2 500 € TTC', 'salle du conseil']) {
      expect(words).toContain(value);
      expect(markdown).toContain(value);
    }
    expect(JSON.parse((await get('json')).toString())).toMatchObject({
      format: 'truchement-brief',
      brief: { version: expect.any(Number) },
    });
  });
});
