import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Memory } from '../../src/answering/memory.ts';
import { composeReal, plain } from '../fixtures/composed.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/web.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? '';
}

const QUESTION = 'cest toujours 40 000 euros la limite ?';

describe.skipIf(chromePath === undefined)('the page in a real browser', () => {
  let browser: Browser;
  let served: Served;
  let memory: Memory;
  /** Set by a test to keep the next answers waiting. */
  let gate: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    const composed = await composeReal();
    memory = composed.memory;
    const { respond } = composed.assistant;
    served = await serve(
      {
        respond: (message) => gate.then(() => respond(message)),
        addFeedback: memory.addFeedback,
        exchanged: memory.exchanged,
        forget: memory.forget,
      },
      { perMinute: 1000 },
    );
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  async function open(options: Parameters<typeof openPage>[1] = {}, path = '/') {
    const opened = await openPage(browser, options);
    await opened.page.goto(served.address + path);
    return opened;
  }

  /** Waits for the reply number `count`; gives its article. */
  async function reply(page: Page, count: number) {
    const exchange = page.locator('.exchange:has(.reply)').nth(count - 1);
    await exchange.waitFor();
    return exchange;
  }

  async function ask(page: Page, text: string, count = 1) {
    await page.fill('#question', text);
    await page.click('.send');
    return reply(page, count);
  }

  it('answers, switches register, follows up, switches role and takes an opinion', async () => {
    const { page, faults, close } = await open();
    const first = await ask(page, 'j’ai un devis de 30 000 €, je peux signer ?');
    expect(await page.locator('#welcome').count()).toBe(0);
    expect(await page.inputValue('#question')).toBe('');
    expect(plain(await textOf(first))).toMatch(/60 000 € HT/);
    await screenshot(page, 'web-answer');

    // Shown first; all else unfolds, the other register among it.
    const other = first.locator('[data-key="other"]');
    expect(await other.locator('.prose').first().isVisible()).toBe(false);
    await other.getByText('Pour l’acheteur').click();
    expect(await other.locator('.prose').first().isVisible()).toBe(true);

    const second = await ask(page, 'et pour les travaux ?', 2);
    expect(plain(await textOf(second))).toMatch(/100 000 € HT/);
    await page.getByLabel('un acheteur').check();
    const third = await ask(page, QUESTION, 3);
    expect(await textOf(third.locator('[data-key="other"] > summary'))).toBe('Pour le service');

    await third.locator('.feedback-no > summary').click();
    await third.getByLabel('Elle est incomplète').check();
    await third.locator('[name="comment"]').fill('il manque le délai');
    await third.getByRole('button', { name: 'Envoyer mon avis' }).click();
    await third.locator('.thanks').waitFor();
    const id = (await third.getAttribute('id'))?.replace('m-', '');
    expect(memory.feedback().at(-1)).toEqual({ messageId: id, useful: false, why: 'incomplete: il manque le délai' });
    await second.getByRole('button', { name: 'Utile', exact: true }).click();
    await second.locator('.thanks').waitFor();
    expect(memory.feedback().at(-1)).toMatchObject({ useful: true });

    expect(faults).toEqual([]);
    await close();
  });

  it('gives an answer an address, and copies it where a script runs', async () => {
    const { page, faults, close } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const exchange = await ask(page, QUESTION);
    await exchange.getByRole('button', { name: 'Copier la réponse' }).click();
    await exchange.getByRole('status').getByText('Copié').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(plain(copied)).toMatch(/60 000 € HT[\s\S]*\/reponse\?question=/);
    await exchange.getByRole('link', { name: 'Lien vers cette réponse' }).click();
    expect(plain(await textOf(page.locator('.answer')))).toContain('60 000 € HT');
    expect(faults).toEqual([]);
    await close();
  });

  it('is used from end to end with the keyboard alone', async () => {
    const { page, faults, close } = await open();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () =>
      page.evaluate('document.activeElement.className || document.activeElement.id || document.activeElement.value');

    expect(await focused()).toBe('question');
    await page.keyboard.type('première ligne');
    await press('Shift+Enter');
    expect(await page.inputValue('#question')).toBe('première ligne\n');
    await press('Control+A');
    await page.keyboard.type(QUESTION);
    await press('Enter');
    const first = await reply(page, 1);
    // Who types goes on typing; one step back leads to the answer.
    expect(await focused()).toBe('question');
    await press('Shift+Tab');
    expect(await focused()).toBe('to-answer');
    await press('Enter');
    expect(await focused()).toMatch(/^reply-title/);
    const unfold = async (key: string) => {
      const summary = `document.activeElement.matches('[data-key="${key}"] > summary')`;
      while (!(await page.evaluate(summary))) await press('Tab');
      await press('Enter');
    };
    await unfold('other');
    expect(await first.locator('[data-key="other"] .prose').first().isVisible()).toBe(true);

    // On to the neighbouring questions, by Tab only; the chosen one brings the focus to its answer.
    await unfold('nearby');
    while ((await focused()) !== 'choice-button') await press('Tab');
    await press('Enter');
    const second = await reply(page, 2);
    expect(
      await second
        .locator('.reply-title')
        .first()
        .evaluate((title) => title === title.ownerDocument.activeElement),
    ).toBe(true);

    while ((await focused()) !== 'question') await press('Tab');
    await press('Tab', 'Tab', 'Space');
    expect(await page.getByLabel('un service').isChecked()).toBe(true);
    await press('ArrowRight');
    expect(await page.getByLabel('un acheteur').isChecked()).toBe(true);

    while (!(await page.evaluate("document.activeElement.closest('.forget') !== null"))) await press('Shift+Tab');
    await Promise.all([page.waitForURL(/forgotten/), press('Enter')]);
    expect(await textOf(page.locator('.notice'))).toContain('effacée');
    expect(await page.locator('.exchange').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('shows that it is searching, and takes nothing else meanwhile', async () => {
    const { page, close } = await open();
    let openGate: () => void = () => undefined;
    gate = new Promise((resolve) => {
      openGate = resolve;
    });
    await page.fill('#question', QUESTION);
    await page.click('.send');
    await page.locator('.pending .searching').waitFor();
    expect(await textOf(page.locator('.pending .said'))).toContain(QUESTION);
    expect(await page.getAttribute('#log', 'aria-busy')).toBe('true');
    expect(await page.getAttribute('.send', 'aria-disabled')).toBe('true');
    await page.fill('#question', 'une autre');
    await page.keyboard.press('Enter');
    expect(await page.locator('.exchange').count()).toBe(1);
    openGate();
    await reply(page, 1);
    expect(await page.getAttribute('#log', 'aria-busy')).toBe('false');
    expect(await page.locator('.pending').count()).toBe(0);
    expect(await page.inputValue('#question')).toBe('une autre');
    await close();
  });

  it('keeps the question when the network fails, and answers it at the second try', async () => {
    const { page, close } = await open();
    await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.fill('#question', QUESTION);
    await page.click('.send');
    await page.locator('.failure').waitFor();
    expect(await textOf(page.locator('.failure'))).toContain('Votre question est gardée');
    expect(await page.inputValue('#question')).toBe(QUESTION);
    await screenshot(page, 'web-failure');
    await page.unroute('**/*');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await reply(page, 1);
    expect(await page.locator('.exchange').count()).toBe(1);
    expect(await page.inputValue('#question')).toBe('');
    await close();
  });

  it('says that a text is far too long, counts near the limit, and keeps quiet before', async () => {
    const { page, close } = await open();
    await page.fill('#question', 'a'.repeat(3000));
    expect(await textOf(page.locator('#counter'))).toBe('');
    await page.fill('#question', 'a'.repeat(3990));
    expect(plain(await textOf(page.locator('#counter')))).toBe('Encore 10 caractères');
    await page.fill('#question', 'a'.repeat(4001));
    expect(plain(await textOf(page.locator('#counter')))).toBe('1 caractères de trop');
    await page.fill('#question', 'a'.repeat(70_000));
    await page.click('.send');
    await page.locator('.failure').waitFor();
    expect(await textOf(page.locator('.failure'))).toContain('Question trop longue');
    await close();
  });

  it('keeps what is typed as text', async () => {
    const { page, faults, close } = await open();
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script> seuil ?';
    const exchange = await ask(page, hostile);
    expect(await textOf(exchange.locator('.said p'))).toBe(hostile);
    expect(await page.title()).toContain('Truchement');
    expect(faults).toEqual([]);
    await close();
  });

  it('asks an example with the role it stands under', async () => {
    const { page, close } = await open();
    await page.locator('.side.buyer .choice-button').first().click();
    const exchange = await reply(page, 1);
    expect(await exchange.getAttribute('data-role')).toBe('buyer');
    expect(await page.getByLabel('un acheteur').isChecked()).toBe(true);
    await close();
  });

  it('works without JavaScript', async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.fill('#question', QUESTION);
    await Promise.all([page.waitForNavigation(), page.click('.send')]);
    expect(plain(await textOf(page.locator('.answer')))).toContain('60 000 € HT');
    const other = page.locator('[data-key="other"]');
    expect(await other.locator('.prose').first().isVisible()).toBe(false);
    await other.locator('summary').click();
    expect(await other.locator('.prose').first().isVisible()).toBe(true);
    await close();
  });

  it('changes language from the page', async () => {
    const { page, close } = await open();
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    const exchange = await ask(page, QUESTION);
    expect(await exchange.getByText('For the buyer').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Français' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    await close();
  });

  describe.each([
    ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
    ['narrow', { colorScheme: 'light', viewport: { width: 320, height: 700 } }],
    ['narrow-dark', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ] as const)('%s', (name, options) => {
    it.each([
      ['empty', []],
      ['answer', [QUESTION]],
      [
        'follow-up',
        ['j’ai un devis de 30 000 €, je peux signer ?', 'et pour les travaux ?', 'demander à un réserviste'],
      ],
      ['doubt', ['seuil ?']],
      ['refusal', ['Quel temps fera-t-il demain ?']],
    ] as const)('%s: has no accessibility fault and never scrolls sideways', async (state, questions) => {
      const { page, faults, close } = await open(options);
      for (const [index, question] of questions.entries()) await ask(page, question, index + 1);
      await page.evaluate("for (const closed of document.querySelectorAll('.more, .feedback-no')) closed.open = true");
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await screenshot(page, `web-${name}-${state}`);
      await close();
    });
  });
});
