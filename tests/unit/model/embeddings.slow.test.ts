import { appendFileSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEndpointEmbed, createQueryEmbed } from '../../../src/model/endpoint-embed.ts';
import { loadServedEmbedder } from '../../../src/model/join-embedders.ts';
import { createEmbedTexts } from '../../../src/model/openai.ts';
import { openVectorCache } from '../../../src/model/vector-cache.ts';
import { buildHybridIndex } from '../../../src/retrieval/build-index.ts';
import type { IndexDocument } from '../../../src/retrieval/document.ts';
import { searchHybrid } from '../../../src/retrieval/hybrid.ts';
import { fittedSettings } from '../../../src/retrieval/settings.ts';
import { type OpenAiServer, startOpenAiServer } from '../../fakes/openai-server/openai-server.ts';
import { FIXTURE_CORPUS } from '../../fixtures/corpus-copy.ts';
import { askAloud, composeModelled, metric } from '../../fixtures/modelled.ts';

let server: OpenAiServer;
beforeAll(async () => {
  server = await startOpenAiServer();
});
afterEach(() => {
  server.embedStatus = 200;
  server.embeddings.length = 0;
});
afterAll(() => server.stop());

const PATIENCE = { timeoutMs: 2_000, attempts: 1 };
const local = loadServedEmbedder();
const locally = async (text: string): Promise<number[]> => [...((await local.embed([text]))[0] ?? [])];
const folder = () => mkdtempSync(join(tmpdir(), 'truchement-embeddings-'));
const FELL_BACK = 'truchement_model_embedding_fallbacks_total';

describe('the embeddings of an endpoint', () => {
  const embedTexts = () => createEmbedTexts({ baseUrl: server.url, apiKey: undefined }, 'plongement-test');

  it('are asked for as numbers, a batch at a time, in order', async () => {
    server.embed = (text) => [Number(text), 1];
    const texts = Array.from({ length: 70 }, (_, i) => String(i));
    const given = await embedTexts()(texts, PATIENCE);
    expect(given.ok && given.value.map(([first]) => first)).toEqual(texts.map(Number));
    expect(server.embeddings.map(({ encoding_format }) => encoding_format)).toEqual(Array(3).fill('float'));
  });

  it('are a fault, never an exception, when the endpoint fails or gives something else', async () => {
    server.embedStatus = 503;
    expect(await embedTexts()(['a'], PATIENCE)).toMatchObject({ ok: false, error: { kind: 'server_error' } });
    server.embedStatus = 200;
    server.embed = () => [];
    expect(await embedTexts()(['a'], PATIENCE)).toEqual({ ok: false, error: { kind: 'malformed' } });
    const nowhere = createEmbedTexts({ baseUrl: 'http://127.0.0.1:1/v1', apiKey: undefined }, 'plongement-test');
    expect(await nowhere(['a'], PATIENCE)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  it('are kept by content: what was asked once is not asked again, and nothing of the text is written', async () => {
    const path = join(folder(), 'deep', 'v.vectors');
    const make = () =>
      createEndpointEmbed({
        embedTexts: embedTexts(),
        cache: openVectorCache(path, 3),
        fingerprint: 'f',
        dimensions: 3,
      });
    server.embed = (text) => [text.length, 1, 0];
    const first = await make().embed(['Julie signe', 'un seuil', 'Julie signe']);
    expect(server.embeddings.flatMap(({ input }) => input)).toEqual(['Julie signe', 'un seuil']);
    appendFileSync(path, Buffer.from('cut by a process that died'));
    const again = await make().embed(['un seuil', 'un délai', 'Julie signe']);
    expect(server.embeddings.flatMap(({ input }) => input)).toEqual(['Julie signe', 'un seuil', 'un délai']);
    expect(again[0]).toEqual(first[1]);
    expect(again[2]).toEqual(first[0]);
    expect(readFileSync(path, 'latin1')).not.toMatch(/signe|seuil/);
    expect(statSync(path).size).toBe(3 * (32 + 3 * 4));
  });

  it('are left alone for a while by questions once they failed', async () => {
    let ms = 0;
    const failures: string[] = [];
    const ask = createQueryEmbed({
      embedTexts: embedTexts(),
      dimensions: 2,
      hide: (text) => text.replace('Julie', '⟦1⟧'),
      now: () => ms,
      onFailure: (fault) => failures.push(fault),
    });
    server.embed = () => [3, 4];
    expect(await ask('Julie ?')).toEqual(Float32Array.of(0.6, 0.8));
    expect(server.embeddings.at(-1)?.input).toEqual(['⟦1⟧ ?']);
    server.embedStatus = 500;
    expect(await ask('a')).toBeUndefined();
    server.embedStatus = 200;
    expect(await ask('a')).toBeUndefined();
    expect(failures).toEqual(['server_error', 'resting']);
    ms = 30_000;
    expect(await ask('a')).toBeDefined();
  });
});

describe('the assistant with an embedding model alone', () => {
  const QUESTION = 'quel est le plafond d’un achat sans mise en concurrence ?';
  const data = folder();
  const compose = (onProgress?: (done: number, total: number) => void) =>
    composeModelled(
      server.url,
      // Two fiches: whatever their number, all is embedded and indexed twice.
      { OPENAI_EMBEDDING_MODEL: 'plongement-test', TRUCHEMENT_DATA: data, TRUCHEMENT_KNOWLEDGE: FIXTURE_CORPUS },
      { chat: false, onProgress },
    );

  it('searches by it as by the local one where the vectors are the same; goes on without it when it fails', async () => {
    server.embed = locally;
    const seen: number[] = [];
    const composed = await compose((done, total) => seen.push(done / total));
    // One bar for each index, to its end.
    expect(seen.filter((share) => share === 1)).toHaveLength(2);
    const asked = server.embeddings.length;
    const here = await composed.assistant.explain(QUESTION);
    expect(server.embeddings.length).toBe(asked + 1);
    server.embedStatus = 500;
    const failed = await composed.assistant.explain(QUESTION);
    expect(await metric(composed, FELL_BACK)).toBe(1);
    const summary = ({ hits, confidence }: typeof here) => [
      hits.map(({ document, score }) => [document.id, score.toFixed(4)]),
      confidence.toFixed(4),
    ];
    expect(summary(here)).toEqual(summary(failed));
  });

  it('is started again with the probe alone: the index is kept', async () => {
    server.embed = locally;
    await compose();
    expect(server.embeddings.length).toBe(1);
    expect(readdirSync(join(data, 'embeddings')).filter((name) => name.endsWith('.vectors'))).toHaveLength(1);
  });

  it('starts and answers all the same where the endpoint does not serve, and says so', async () => {
    server.embedStatus = 500;
    const down = await compose();
    expect(await metric(down, FELL_BACK)).toBe(1);
    expect((await askAloud(down, QUESTION)).reply.outcome.kind).toBe('answer');
  });
});

describe('a search ranked by another embedder', () => {
  it('takes its order from it, and its similarities, which sureness is read from, from its own', async () => {
    const documents: readonly IndexDocument[] = ['avance', 'retenue', 'pénalité'].map((title) => ({
      id: title,
      title,
      questions: [],
      articles: [],
      parts: [{ name: 'brief', text: `une ${title} au titulaire` }],
    }));
    const index = await buildHybridIndex(documents, local, fittedSettings.fields);
    const query = { terms: new Map<string, number>(), text: 'avance' };
    const own = await searchHybrid(index, local, query, 1, 3);
    const other = await searchHybrid(
      index,
      local,
      query,
      1,
      3,
      new Map([
        [0, 0.1],
        [1, 0.2],
        [2, 0.9],
      ]),
    );
    expect([own, other].map((hits) => hits[0]?.document.id)).toEqual(['avance', 'pénalité']);
    const similarities = (hits: typeof own) => new Map(hits.map((hit) => [hit.document.id, hit.dense?.similarity]));
    expect(similarities(other)).toEqual(similarities(own));
  });
});
