import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { mustBe } from '../fixtures/network.ts';
import { rightKeys, type School, school } from '../fixtures/training.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/training-packages.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

const require = createRequire(import.meta.url);
const SCORM_RUNTIME = readFileSync(join(dirname(require.resolve('scorm-again')), 'scorm12.min.js'), 'utf8');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/** A platform of the kind that plays packages: SCORM by a runtime not written here, cmi5 by what its specification asks. */
async function platform(files: Readonly<Record<string, Uint8Array>>) {
  const statements: {
    verb: { id: string };
    object: { id: string };
    actor: unknown;
    context: unknown;
    result?: { score?: { scaled: number } };
  }[] = [];
  const state = new Map<string, string>([
    ['LMS.LaunchData', JSON.stringify({ contextTemplate: { extensions: { session: 's1' } }, launchMode: 'Normal' })],
  ]);
  const bad: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const give = (status: number, body: string | Uint8Array = '', type = 'application/json') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    if (url.pathname === '/lms')
      return give(
        200,
        `<!doctype html><html lang="fr"><title>Plateforme</title><script src="/scorm12.js"></script><script>window.API = new Scorm12API({ autocommit: false });</script><iframe title="module" src="/module/index.html" width="900" height="700"></iframe></html>`,
        TYPES['html'],
      );
    if (url.pathname === '/favicon.ico') return give(204);
    if (url.pathname === '/scorm12.js') return give(200, SCORM_RUNTIME, TYPES['js']);
    if (url.pathname === '/fetch') return give(200, JSON.stringify({ 'auth-token': 'amV0b24=' }));
    if (url.pathname.startsWith('/xapi/')) {
      if (request.headers.authorization !== 'Basic amV0b24=' || request.headers['x-experience-api-version'] !== '1.0.3')
        bad.push(`${request.method} ${url.pathname}`);
      const id = url.searchParams.get('stateId') ?? '';
      if (url.pathname === '/xapi/activities/state') {
        if (request.method === 'GET') return state.has(id) ? give(200, state.get(id)) : give(404);
        state.set(id, await bodyOf(request));
        return give(204);
      }
      statements.push(JSON.parse(await bodyOf(request)));
      return give(204);
    }
    const file = files[url.pathname.replace('/module/', '')];
    return file === undefined
      ? give(404)
      : give(200, file, TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'text/plain');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, statements, state, bad, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
}

describe.skipIf(chromePath === undefined)('packages, played by other platforms', () => {
  let browser: Browser;
  let store: Store;
  let from: School;
  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
    store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
    from = await school(store);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await store.close();
  });

  const files = async (format: 'scorm12' | 'cmi5') =>
    unzipSync(Uint8Array.from(Buffer.from(mustBe(await from.training.exportModule('seuils', format, 'buyer')).body)));

  /** Answers all questions, the first `missed` wrongly. */
  async function play(frame: FrameLocator | Page, missed: number) {
    await frame.getByRole('button', { name: /^(?:Passer|Reprendre) le quiz$/ }).click();
    for (let number = 1; number <= 10; number++) {
      const shown = await frame.locator('form').evaluate((form) => {
        const page = globalThis as unknown as {
          truchementModule: { questions: { id: string; ask: string; choices: { key: string }[] }[] };
          document: { title: string };
        };
        const index = Number(/Question (\d+)/.exec(page.document.title)?.[1]) - 1;
        const question = page.truchementModule.questions[index];
        return form === null || question === undefined
          ? undefined
          : { id: question.id, keys: question.choices.map(({ key }) => key) };
      });
      if (shown === undefined) throw new Error('no question is shown');
      const right = rightKeys(from, shown.id);
      const wanted = number <= missed ? shown.keys.filter((key) => !right.includes(key)).slice(0, 1) : right;
      for (const key of wanted) await frame.locator(`#choice-${shown.keys.indexOf(key)}`).check();
      await frame.getByRole('button', { name: 'Répondre' }).click();
      const next = frame.getByRole('button', { name: number === 10 ? 'Voir le résultat' : 'Question suivante' });
      await next.click();
    }
  }

  it('SCORM 1.2: is launched, resumed, passed and left, as the platform’s own runtime records', async () => {
    const there = await platform(await files('scorm12'));
    const { page, faults, close } = await openPage(browser);
    await page.goto(`${there.address}/lms`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: /Petit achat/ }).click();
    await frame.getByRole('heading', { name: 'La situation' }).waitFor();
    await frame.getByRole('button', { name: 'J’ai lu cette leçon' }).click();
    await frame.getByRole('button', { name: 'Retour au module' }).click();
    await frame.getByText(', lue').waitFor();
    const value = (name: string) => page.evaluate(`API.LMSGetValue(${JSON.stringify(name)})`);
    expect(await value('cmi.core.lesson_status')).toBe('incomplete');
    expect(await value('cmi.suspend_data')).toContain('petit-achat');
    await play(frame, 2);
    expect(await value('cmi.core.lesson_status')).toBe('passed');
    expect(await value('cmi.core.score.raw')).toBe('80');
    expect(await page.evaluate('API.cmi.interactions.childArray.length')).toBe(10);
    await frame.getByRole('button', { name: 'Quitter' }).click();
    expect(await page.evaluate('API.currentState')).toBe(2);
    expect(faults).toEqual([]);
    await close();
    await there.stop();
  }, 60_000);

  it('cmi5: says initialized, failed then passed, terminated, in that order and by the platform’s rules', async () => {
    const there = await platform(await files('cmi5'));
    const activity = 'https://formation.exemple.fr/formation/seuils/quiz';
    const launch = new URLSearchParams({
      endpoint: `${there.address}/xapi`,
      fetch: `${there.address}/fetch`,
      actor: JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.exemple.fr', name: 'a1' } }),
      registration: '7a1b0e3c-6d5f-4a2b-9c8d-0123456789ab',
      activityId: activity,
    });
    const { page, faults, close } = await openPage(browser);
    await page.goto(`${there.address}/module/index.html?${launch}`);
    await page.getByRole('button', { name: 'Passer le quiz' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await play(page, 3);
    await page.getByText('7 réponses justes sur 10').waitFor();
    await page.getByRole('button', { name: 'Retour au module' }).click();
    // Where one was is with the platform, and comes back.
    await page.reload();
    await page.getByRole('button', { name: 'Voir le résultat' }).click();
    await page.getByRole('button', { name: 'Repasser le quiz' }).click();
    await page.reload();
    await play(page, 0);
    await page.getByRole('button', { name: 'Quitter' }).click();
    await expect.poll(() => there.statements.at(-1)?.verb.id.split('/').at(-1)).toBe('terminated');
    const verbs = there.statements.map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.filter((verb) => verb !== 'terminated' && verb !== 'initialized')).toEqual(['failed', 'passed']);
    expect(verbs[0]).toBe('initialized');
    for (const { object, context } of there.statements) {
      expect(object.id).toBe(activity);
      expect(context).toMatchObject({ registration: launch.get('registration'), extensions: { session: 's1' } });
      expect(JSON.stringify(context)).toContain('https://w3id.org/xapi/cmi5/context/categories/cmi5');
    }
    expect(there.statements.find(({ verb }) => verb.id.endsWith('passed'))?.result?.score?.scaled).toBe(1);
    expect(there.bad).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await close();
    await there.stop();
  }, 60_000);

  it('plays alone too, on a narrow screen, by the keyboard', async () => {
    const there = await platform(await files('scorm12'));
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 640 } });
    await page.goto(`${there.address}/module/index.html`);
    await page.getByRole('button', { name: 'Passer le quiz' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('form').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Répondre' }).click();
    await page.getByText('Choisissez au moins une réponse').waitFor();
    await close();
    await there.stop();
  }, 60_000);
});
