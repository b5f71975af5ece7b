import { afterEach, describe, expect, it } from 'vitest';
import type { Prompt } from '../../../src/model/complete.ts';
import { startDeadline } from '../../../src/model/deadline.ts';
import { createComplete } from '../../../src/model/openai.ts';
import type { Behaviour } from '../../fakes/openai-server/behaviour.ts';
import { type OpenAiServer, type ServerShape, startOpenAiServer } from '../../fakes/openai-server/openai-server.ts';

let server: OpenAiServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const PROMPT: Prompt = {
  purpose: 'answer',
  system: 'Répondez en JSON.',
  user: 'bonjour',
  shape: {
    name: 'x',
    schema: { type: 'object', additionalProperties: false, required: ['a'], properties: { a: { type: 'string' } } },
  },
  maxTokens: 100,
};
const SAY: Behaviour = { kind: 'say', text: '{"a":"bonjour tout le monde, comment va ?"}' };

async function ask(
  behaviour: Behaviour,
  shape: ServerShape = {},
  options: { key?: string; model?: string; ms?: number } = {},
) {
  const started = await startOpenAiServer(shape);
  server = started;
  started.answer = () => behaviour;
  const complete = createComplete({ baseUrl: started.url, apiKey: options.key }, options.model ?? 'modele-test', 0);
  const deadline = startDeadline(options.ms ?? 5_000, undefined);
  const heard: string[] = [];
  const call = () =>
    complete(PROMPT, {
      signal: deadline.signal,
      organisation: 'o',
      onPart: (part) => heard.push(JSON.stringify(part)),
    });
  const given = await call();
  deadline.end();
  return { given, heard, again: call, started };
}

describe('the shapes of the endpoints known', () => {
  const ALBERT = {
    prompt_tokens: 1200,
    completion_tokens: 80,
    total_tokens: 1280,
    cost: 0.0021,
    carbon: { kWh: { min: 0.001, max: 0.002 }, kgCO2eq: { min: 0.0002, max: 0.0004 } },
    requests: 1,
  };

  it('Albert: a key, and usage with its cost and a range of carbon', async () => {
    const { given, started } = await ask(
      { ...SAY, usage: ALBERT },
      { key: 'sk-a', models: ['openweight-large'] },
      { key: 'sk-a', model: 'openweight-large' },
    );
    expect(given).toMatchObject({
      ok: true,
      value: { usage: { promptTokens: 1200, completionTokens: 80, cost: 0.0021, kgCo2: 0.0004 } },
    });
    expect(started.chats[0]).toMatchObject({ stream: true, response_format: { type: 'json_schema' }, temperature: 0 });
  });

  it('Albert, as its gateway reports now: impacts in one figure', async () => {
    const { carbon: _, ...usage } = ALBERT;
    const { given } = await ask({ ...SAY, usage: { ...usage, impacts: { kWh: 0.001, kgCO2eq: 0.0003 } } });
    expect(given).toMatchObject({ value: { usage: { kgCo2: 0.0003 } } });
  });

  it('Mistral: no stream_options, usage sent all the same; asked once more, and never again', async () => {
    const { given, again, started } = await ask(SAY, { refuses: ['stream_options'], alwaysUsage: true });
    expect(given).toMatchObject({ ok: true, value: { usage: { promptTokens: 1000 } } });
    await again();
    expect(started.log.map(({ status }) => status)).toEqual([422, 200, 200]);
  });

  it('Ollama and vLLM: no key asked for', async () => {
    const { given, started } = await ask(SAY);
    expect(given.ok).toBe(true);
    expect(started.log[0]?.authorization).toBe('Bearer none');
  });

  it('Azure: its own path, the key as a bearer', async () => {
    const { given } = await ask(SAY, { path: '/openai/v1', key: 'azure-key' }, { key: 'azure-key' });
    expect(given.ok).toBe(true);
  });

  it('OpenAI: a model that takes no temperature', async () => {
    const { given, started } = await ask(SAY, { refuses: ['temperature'] });
    expect(given.ok).toBe(true);
    expect(started.chats.at(-1)).not.toHaveProperty('temperature');
    expect(started.chats.at(-1)).toMatchObject({ response_format: { type: 'json_schema' } });
  });

  it('a server that cannot stream: asked once more for the whole, and never again to stream', async () => {
    const { given, heard, again, started } = await ask(SAY, { neverStreams: true });
    expect(given).toMatchObject({ ok: true, value: { value: JSON.parse((SAY as { text: string }).text) } });
    expect(given.ok && given.value.usage.promptTokens).toBe(1000);
    expect(heard).toHaveLength(1);
    await again();
    expect(started.chats.map(({ stream }) => stream === true)).toEqual([true, false, false]);
  });

  it('a server that says neither how it ended nor that it did', async () => {
    expect((await ask({ ...SAY, finish: null, endless: true, usage: null } as Behaviour)).given.ok).toBe(true);
    const cut = await ask({ kind: 'say', text: '{"a":"bonj', finish: null, endless: true });
    expect(cut.given).toEqual({ ok: false, error: { kind: 'cut' } });
  });

  it('an old server that knows no structured output', async () => {
    const { given, started } = await ask(SAY, {
      refuses: ['json_schema', 'json_object', 'stream_options', 'temperature'],
    });
    expect(given.ok).toBe(true);
    expect(started.chats.at(-1)).not.toHaveProperty('response_format');
  });
});

describe('what goes wrong', () => {
  it.each<[string, Behaviour, object]>([
    [
      '429 with its wait',
      { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
      { kind: 'rate_limited', retryAfterMs: 2000 },
    ],
    ['500', { kind: 'status', status: 500 }, { kind: 'server_error', status: 500 }],
    [
      '503 with its wait',
      { kind: 'status', status: 503, headers: { 'retry-after': '1' } },
      { kind: 'server_error', status: 503, retryAfterMs: 1000 },
    ],
    ['a stream that is cut', { kind: 'cut', text: 'x'.repeat(200), after: 50 }, { kind: 'cut' }],
    ['an answer cut at its length', { ...SAY, finish: 'length' }, { kind: 'cut' }],
    ['a filter of content', { ...SAY, finish: 'content_filter' }, { kind: 'rejected', status: 200 }],
    ['nothing said', { kind: 'nothing' }, { kind: 'empty' }],
    ['events that are not JSON', { kind: 'garbage' }, { kind: 'unreachable' }],
    ['403', { kind: 'status', status: 403 }, { kind: 'unauthorised' }],
    ['404', { kind: 'status', status: 404 }, { kind: 'rejected', status: 404 }],
  ])('%s is a fault by its kind', async (_, behaviour, fault) => {
    expect((await ask(behaviour)).given).toMatchObject({ ok: false, error: fault });
  });

  it.each<[string, Behaviour]>([
    ['a hang', { kind: 'hang' }],
    ['a stream that stalls', { kind: 'stall', text: 'x'.repeat(200), after: 50 }],
  ])('%s ends at the deadline', async (_, behaviour) => {
    const started = performance.now();
    expect((await ask(behaviour, {}, { ms: 300 })).given).toEqual({ ok: false, error: { kind: 'timeout' } });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('a wrong key is not shown in the fault', async () => {
    const { given } = await ask(SAY, { key: 'sk-right' }, { key: 'sk-wrong-and-secret' });
    expect(given).toEqual({ ok: false, error: { kind: 'unauthorised' } });
  });

  it('nobody listening', async () => {
    const complete = createComplete({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: undefined }, 'm', 0);
    const deadline = startDeadline(5_000, undefined);
    expect(await complete(PROMPT, { signal: deadline.signal, organisation: 'o' })).toEqual({
      ok: false,
      error: { kind: 'unreachable' },
    });
    deadline.end();
  });
});
