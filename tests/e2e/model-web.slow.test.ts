import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../scripts/compose.ts';
import { answerHonestly } from '../fakes/openai-server/honest.ts';
import { type OpenAiServer, startOpenAiServer } from '../fakes/openai-server/openai-server.ts';
import { plain } from '../fixtures/composed.ts';
import { composeModelled } from '../fixtures/modelled.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, screenshot } from './chromium.ts';

const QUESTION = 'combien de jours attendre avant de signer après les lettres de rejet ?';

let server: OpenAiServer;
let composed: Composed;
let served: Served;
beforeAll(async () => {
  server = await startOpenAiServer();
  composed = await composeModelled(server.url);
  const { assistant, memory } = composed;
  const { addFeedback, exchanged, forget } = memory;
  served = await serve({ respond: assistant.respond, addFeedback, exchanged, forget }, { perMinute: 1000 });
});
afterAll(async () => {
  await served.stop();
  await server.stop();
});

const streamed = (signal?: AbortSignal, text = QUESTION) =>
  fetch(served.address, {
    method: 'POST',
    body: new URLSearchParams({ text, role: 'prescriber' }),
    headers: { 'x-fragment': '1', 'x-stream': '1' },
    signal: signal ?? null,
  });

describe('the web page with a model', () => {
  it('sends each checked sentence as a line while it comes, then the whole exchange', async () => {
    // The model goes on only once the first sentence has been read at the other end.
    let read: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      read = resolve;
    });
    server.answer = (chat) => ({ ...(answerHonestly(chat) as Say), pause: { after: '},{', until: gate } });
    const response = await streamed();
    expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      if (text.includes('\n')) read();
    }
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, -1).every(({ sentence }) => typeof sentence === 'string')).toBe(true);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.at(-1).exchange).toContain('Formulé par un modèle de langage');
  });

  it('takes the question back when the reader leaves', async () => {
    const asked = new Promise<void>((resolve) => {
      server.answer = () => {
        resolve();
        return { kind: 'hang' };
      };
    });
    const gone = new AbortController();
    const response = streamed(gone.signal).catch((error: unknown) => error);
    await asked;
    const ended = expect.poll(() => composed.model?.metrics.render(), { timeout: 5_000 });
    gone.abort();
    await ended.toContain('truchement_model_calls_total{purpose="answer",outcome="cancelled"} 1');
    await response;
  });

  it('gives plain HTML where nothing was said on the way, and to a plain form', async () => {
    expect((await streamed(undefined, 'bonjour')).headers.get('content-type')).toMatch(/^text\/html/);
    server.answer = answerHonestly;
    const page = await served.post('/', { text: QUESTION });
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('Formulé par un modèle de langage');
  });
});

type Say = Extract<ReturnType<typeof answerHonestly>, { kind: 'say' }>;

describe.skipIf(chromePath === undefined)('the page in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('shows sentences as they come, then the answer with a word on who worded it', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    server.answer = (chat) => ({ ...(answerHonestly(chat) as Say), pause: { after: '},{', until: gate } });
    const { page, faults, close } = await openPage(browser);
    await page.goto(served.address);
    await page.fill('#question', QUESTION);
    await page.click('.send');
    await page.locator('.coming p').first().waitFor();
    expect(await page.locator('.searching').isVisible()).toBe(true);
    await screenshot(page, 'model-coming');
    go();
    const answer = page.locator('.exchange .card.answer');
    await answer.waitFor();
    expect(await page.locator('.coming').count()).toBe(0);
    expect(plain((await answer.textContent()) ?? '')).toContain('Formulé par un modèle de langage');
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, 'model-answer');
    expect(faults).toEqual([]);
    await close();
  });
});
