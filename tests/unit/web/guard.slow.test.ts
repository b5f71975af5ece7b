import { afterEach, expect, it } from 'vitest';
import { answerWith, createFakeConversing } from '../../fakes/conversing.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served | undefined;
afterEach(() => served?.stop());

it('sends the strict policy and the other headers on every kind of response', async () => {
  served = await serve(createFakeConversing());
  for (const path of ['/', '/nope', '/health', '/assets/app.css']) {
    const { headers } = await served.get(path);
    expect(headers.get('content-security-policy')?.split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  }
});

it('has no inline script, style or handler, and loads nothing from elsewhere', async () => {
  served = await serve(createFakeConversing());
  for (const page of [await served.get('/'), await served.post('/', { text: 'bonjour' })]) {
    const text = await page.text();
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
    for (const [, address] of text.matchAll(/(?:src|action|<link[^>]*href)="([^"]*)"/g)) expect(address).toMatch(/^\//);
  }
});

it.each([
  ['another site, by its own admission', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a sister host', { 'sec-fetch-site': 'same-site' }],
  ['another origin in an older browser', { origin: 'https://evil.example' }],
  ['a hidden origin', { origin: 'null' }],
])('refuses a submission from %s', async (_, headers) => {
  const conversing = createFakeConversing();
  served = await serve(conversing);
  for (const path of ['/', '/feedback', '/forget']) {
    const response = await served.post(path, { text: 'bonjour' }, headers);
    expect(response.status).toBe(403);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toContain('Envoi refusé');
  }
  expect(conversing.heard).toEqual([]);
});

it('accepts its own page, whether the browser says so or only names the origin', async () => {
  const conversing = createFakeConversing();
  served = await serve(conversing);
  expect((await served.post('/', { text: 'a' }, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await served.post('/', { text: 'b' }, { origin: served.address })).status).toBe(200);
  expect(conversing.heard.map(({ text }) => text)).toEqual(['a', 'b']);
});

it('keeps what a person types as text', async () => {
  served = await serve(createFakeConversing());
  const text = await (await served.post('/', { text: '<script>alert(1)</script> "\'&' })).text();
  expect(text).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt; &quot;&#39;&amp;</p>');
  expect(text).not.toContain('<script>');
});

it('keeps what an answer holds as text, and lets it load nothing', async () => {
  const hostile =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> ![x](https://evil.example/x.png) [y](javascript:alert(1)) **gras**';
  const outcome = answerWith({
    title: hostile,
    short: {
      prescriber: { near: hostile, answer: hostile, but: hostile, next: hostile },
      buyer: { near: hostile, answer: hostile, but: hostile, next: hostile },
    },
    cited: [{ reference: hostile, cited: hostile, url: 'javascript:alert(1)' }],
    example: hostile,
    computed: {
      said: hostile,
      formula: hostile,
      articles: [{ reference: hostile, cited: hostile, url: 'javascript:alert(1)' }],
      assumed: [hostile],
      facts: [hostile],
      steps: [hostile],
      missing: undefined,
    },
    nearby: [{ question: hostile, answer: hostile }],
    brief: hostile,
    registers: { prescriber: hostile, buyer: hostile },
    pitfalls: hostile,
    next: hostile,
    also: { title: hostile, brief: hostile },
    limit: hostile,
    caution: hostile,
    suggestions: [{ label: hostile, text: hostile }],
    sources: [
      {
        fiche: hostile,
        title: hostile,
        section: hostile,
        articles: [{ reference: hostile, cited: hostile, url: 'javascript:alert(1)' }],
        verifiedOn: '2026-11-24',
        status: hostile,
        module: hostile,
      },
    ],
  });
  served = await serve(createFakeConversing(outcome));
  const text = await (await served.post('/', { text: 'bonjour' })).text();
  expect(text).not.toMatch(/<script>|<img|href="javascript/);
  expect(text).toContain('<strong>gras</strong>');
});

it('says that a submission is too long, as a page and as a part of it', async () => {
  const conversing = createFakeConversing();
  served = await serve(conversing);
  const page = await served.post('/', { text: 'a'.repeat(70_000) });
  expect(page.status).toBe(413);
  expect(await page.text()).toMatch(/<!doctype html>[\s\S]*Question trop longue/);
  const fragment = await served.post('/?lang=en', { text: 'a'.repeat(70_000) }, { 'x-fragment': '1' });
  expect(fragment.status).toBe(413);
  expect(await fragment.text()).toMatch(/^<p>Question too long: /);
  expect(conversing.heard).toEqual([]);
});

it('has a page of its own for an unknown address and for a body it does not read', async () => {
  served = await serve(createFakeConversing());
  const missing = await served.get('/wp-login.php?lang=en');
  expect(missing.status).toBe(404);
  expect(await missing.text()).toMatch(/<html lang="en">[\s\S]*Page not found/);
  const json = await fetch(`${served.address}/`, {
    method: 'POST',
    body: '{"text":"a"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(json.status).toBe(415);
  expect(await json.text()).toContain('Demande incomprise');
});

it('shows a fault of ours as a page, logs it once and tells nothing of it', async () => {
  const logged: object[] = [];
  const log = { info: () => undefined, error: (fields: object) => void logged.push(fields) };
  served = await serve(createFakeConversing(new Error('secret detail')), { log });
  const response = await served.post('/', { text: 'une question' });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('Une panne de notre côté');
  expect(text).not.toContain('secret detail');
  expect(logged).toHaveLength(1);
});

it('logs the id of a message, never its text', async () => {
  const logged: string[] = [];
  const note = (fields: object, text: string) => void logged.push(JSON.stringify({ fields, text }));
  const conversing = createFakeConversing();
  served = await serve(conversing, { log: { info: note, error: note } });
  await served.post('/', { text: 'phrase confidentielle' });
  expect(logged.join()).toContain(conversing.heard[0]?.id);
  expect(logged.join()).not.toContain('confidentielle');
});

it('limits what one address may send, not what another does, and says so in the look of the page', async () => {
  served = await serve(createFakeConversing(), { perMinute: 2 });
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) statuses.push((await served.post('/', { text: 'a' })).status);
  expect(statuses).toEqual([200, 200, 429]);
  const refused = await served.post('/', { text: 'a' });
  expect(await refused.text()).toContain('Trop de messages à la fois');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  // A local reverse proxy names the address it forwards for.
  expect((await served.post('/', { text: 'a' }, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(200);
});

it('limits pages and unknown addresses too', async () => {
  served = await serve(createFakeConversing(), { perMinute: 1 });
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) statuses.push((await served.get('/nope')).status);
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
});

it('cannot start on a port that is taken', async () => {
  served = await serve(createFakeConversing());
  const port = Number(new URL(served.address).port);
  await expect(serve(createFakeConversing(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('serves its files for good under a mark of their content', async () => {
  served = await serve(createFakeConversing());
  const page = await (await served.get('/')).text();
  const stylesheet = /href="(\/assets\/app\.css\?v=[0-9a-f]{10})"/.exec(page)?.[1];
  const response = await served.get(stylesheet ?? '');
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect((await served.get('/')).headers.get('cache-control')).toBe('no-store');
});
