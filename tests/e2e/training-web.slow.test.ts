// A newcomer from the list of modules to an attestation, in a real browser: one file, since each step needs the one before.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { answerWith, createFakeConversing } from '../fakes/conversing.ts';
import { mustBe, network } from '../fixtures/network.ts';
import { plain } from '../fixtures/plain.ts';
import { realCorpus } from '../fixtures/real-corpus.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { rightKeys, type School, school, takeQuiz } from '../fixtures/training.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/training-web.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

const MODULE = 'dialogue-achat';
/** One that is read whole in a sitting. */
const SHORT = 'territoire-pme';
/** Words a minute of a newcomer who reads with care. */
const READING = 200;

describe.skipIf(chromePath === undefined)('training, in a real browser', () => {
  let browser: Browser;
  let store: Store;
  let served: Served;
  let from: School;

  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
    store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
    const { helping } = await network(store, { demo: true });
    from = await school(store, realCorpus);
    served = await serve(createFakeConversing(answerWith({})), {
      help: { helping, signIn: { kind: 'demo' } },
      training: from.training,
      perMinute: 10_000,
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await store.close();
  });

  async function open(options: Parameters<typeof openPage>[1] = {}) {
    const opened = await openPage(browser, options);
    const as = async (name: string) => {
      await opened.page.goto(`${served.address}/connexion`);
      await opened.page.getByRole('button', { name }).click();
      await opened.page.waitForURL(/\/demo\//);
    };
    const go = (path: string) => {
      const [, base = ''] = /(\/demo\/[^/]+)/.exec(new URL(opened.page.url()).pathname) ?? [];
      return opened.page.goto(served.address + base + path);
    };
    return { ...opened, as, go };
  }

  /** Words that are seen: what is folded away, or was read a page before, is not read again. */
  const wordsOf = async (page: Page, ...parts: readonly string[]) => {
    const texts = await Promise.all(parts.map((part) => page.locator(part).allInnerTexts()));
    return plain(texts.flat().join(' '))
      .split(/\s+/)
      .filter((word) => /[\p{L}\d]/u.test(word)).length;
  };

  /** Answers the question shown, rightly or not; gives the words that were read. */
  async function answer(page: Page, rightly: boolean): Promise<number> {
    const id = (await page.locator('input[name="question"]').getAttribute('value')) ?? '';
    let words = await wordsOf(page, 'form.question');
    const keys = rightKeys(from, id);
    const all = await page
      .locator('.choice input')
      .evaluateAll((boxes) => boxes.map((box) => (box as unknown as { value: string }).value));
    const chosen = rightly ? keys : all.filter((key) => !keys.includes(key)).slice(0, 1);
    for (const key of chosen) await page.locator(`.choice input[value="${key}"]`).check();
    await page.getByRole('button', { name: /^(?:Répondre|Answer)$/ }).click();
    await page.locator('.verdict').waitFor();
    words += await wordsOf(page, '.verdict', '.settled .why', '.because');
    return words;
  }

  it('leads a newcomer through a module to an attestation, in under fifteen minutes of reading', async () => {
    const { page, faults, as, close } = await open();
    await as('Robert Le Goff');
    await page.getByRole('link', { name: 'Se former' }).click();
    await page.getByRole('link', { name: 'Territoire, PME' }).click();
    let words = await wordsOf(page, 'main');
    await page.getByRole('link', { name: 'Commencer' }).click();
    // Every lesson of the module, in the reader's own register.
    for (let lesson = 1; lesson <= 6; lesson++) {
      await page.getByText(`Leçon ${lesson} sur 6`).waitFor();
      words += await wordsOf(page, '.head', '.lesson > section:not(.questions)');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'J’ai lu cette leçon' }).click();
    }
    expect(plain((await page.locator('.head').textContent()) ?? '')).toContain('6 leçons lues sur 6');
    await page.getByRole('button', { name: 'Passer le quiz' }).click();
    for (let number = 1; number <= 10; number++) {
      words += await answer(page, number > 2);
      if (number === 1) expect(await page.locator('.settled .wrong, .settled .right').count()).toBeGreaterThan(0);
      if (number < 10) await page.getByRole('link', { name: 'Question suivante' }).click();
    }
    expect(plain((await page.locator('.result').textContent()) ?? '')).toContain('8 réponses justes sur 10');
    expect(await accessibilityFaults(page)).toEqual([]);
    const code = (await page.locator('.code').textContent()) ?? '';
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /en PDF/ }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe(`attestation-${SHORT}.pdf`);
    const minutes = words / READING;
    console.info(
      `a module to its attestation: ${Math.round(words)} words, ${minutes.toFixed(1)} minutes at ${READING} words a minute`,
    );
    expect(minutes).toBeLessThan(15);

    // Whoever holds the paper checks it, signed in or not.
    await page.goto(`${served.address}/attestation`);
    await page.getByLabel('Code de vérification').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Vérifier' }).click();
    expect(plain((await page.locator('main').textContent()) ?? '')).toContain('Robert Le Goff, Rennes Métropole');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${served.address}/attestation?code=2222-2222-2222`);
    expect(await page.locator('[role="alert"]').textContent()).toMatch(/Aucune attestation/);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await close();
  }, 120_000);

  it('is followed by the keyboard alone, and says what is missing', async () => {
    const { page, as, go, close } = await open();
    await as('Carl Thibault');
    await go(`/formation/${MODULE}`);
    await page.getByRole('button', { name: 'Passer le quiz' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.question').waitFor();
    await page.getByRole('button', { name: 'Répondre' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.form-fault').textContent()).toMatch(/au moins une réponse/);
    await page.locator('.choice input').first().focus();
    await page.keyboard.press('Space');
    for (let tabs = 0; tabs < 12; tabs++) {
      if ((await page.evaluate('document.activeElement.textContent')) === 'Répondre') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('.verdict').waitFor();
    await go('/formation/moi');
    expect(await page.getByRole('link', { name: /Reprendre/ }).count()).toBe(1);
    await close();
  }, 60_000);

  it('reads a lesson, writes a letter and checks a code by the keyboard alone', async () => {
    const { page, as, go, close } = await open();
    await as('Dora Quentel');
    /** Tabs until what has the focus says so, and presses it. */
    const reach = async (words: string, key = 'Enter') => {
      for (let tabs = 0; tabs < 60; tabs++) {
        const said = await page.evaluate(
          "((at) => at.matches('a, button, input, textarea') ? [...(at.labels ?? []), at].map((one) => one.textContent).join(' ') : '')(document.activeElement)",
        );
        if (typeof said === 'string' && plain(said).includes(words)) return page.keyboard.press(key);
        await page.keyboard.press('Tab');
      }
      throw new Error(`the keyboard does not reach: ${words}`);
    };
    await go(`/formation/${SHORT}?lang=fr`);
    await reach('Commencer');
    await page.getByText('Leçon 1 sur 6').waitFor();
    await reach("J'ai lu cette leçon");
    await page.getByText('Leçon 2 sur 6').waitFor();
    await go('/formation/parcours/reserve-dialogue/lettre');
    await reach('Votre lettre', 'End');
    await page.keyboard.type('Comptez avant de signer.');
    await page.keyboard.press('Tab');
    await reach('Garder la lettre');
    await page.getByText('Votre lettre est gardée').waitFor();
    await go('/attestation');
    await reach('Code de vérification', 'End');
    await page.keyboard.type('2222-2222-2222');
    await page.keyboard.press('Enter');
    await page.locator('[role="alert"]').waitFor();
    await close();
  }, 60_000);

  it('leads into the reserve by a letter and two yes', async () => {
    for (const module of ['dialogue-achat', 'deontologie']) await takeQuiz(from, 'carl', module);
    const { page, as, go, close } = await open();
    await as('Carl Thibault');
    await go('/formation/parcours/reserve-dialogue/lettre');
    await page.getByLabel('Votre lettre').fill('');
    await page.locator('textarea').evaluate((box) => box.removeAttribute('required'));
    await page.getByRole('button', { name: 'Garder la lettre' }).click();
    expect(await page.locator('.form-fault').count()).toBe(1);
    await page.getByLabel('Votre lettre').fill('Cher collègue, <b>comptez</b> avant de signer.');
    await page.getByLabel(/collection/).check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Garder la lettre' }).click();
    await page.getByText('Votre lettre est gardée').waitFor();
    expect(await page.locator('.letter-text').textContent()).toContain('<b>comptez</b>');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Oui, rejoindre la réserve' }).click();
    await page.getByText('attend l’accord').waitFor();
    await close();

    const { page: hers, as: asHer, go: goHer, close: closeHers, faults } = await open();
    await asHer('Coralie Madec');
    await goHer('/animation/formation');
    expect(await accessibilityFaults(hers)).toEqual([]);
    await hers.getByRole('button', { name: 'Accepter Carl Thibault' }).click();
    await hers.getByText('a rejoint la réserve').waitFor();
    expect(await hers.locator('.letter-text').textContent()).toContain('comptez');
    await goHer(`/formation/${MODULE}`);
    const [zip] = await Promise.all([
      hers.waitForEvent('download'),
      hers.getByRole('link', { name: 'SCORM 1.2' }).click(),
    ]);
    expect(zip.suggestedFilename()).toMatch(/^dialogue-achat-scorm12-.*\.zip$/);
    expect(faults).toEqual([]);
    await closeHers();
  }, 60_000);

  it('shows everyone the modules, keeps nothing of them, and hides what is not theirs', async () => {
    const { page, close } = await open();
    await page.goto(`${served.address}/formation?mots=attestation`);
    expect(await page.locator('h2').textContent()).toBe('Se former');
    await page.goto(`${served.address}/formation/${MODULE}/lecon/fiche-de-besoin`);
    const first = page.locator('form.question').first();
    await first.locator('.choice input').first().check();
    await first.getByRole('button').click();
    await page.locator('.verdict').waitFor();
    for (const [path, status] of [
      ['/formation/nulle-part', 404],
      [`/formation/${MODULE}/lecon/nulle-part`, 404],
      ['/formation/attestation/x/papier', 200],
      ['/animation/formation', 200],
    ] as const) {
      const reply = await page.goto(served.address + path);
      expect(reply?.status(), path).toBe(status);
      if (status === 200) expect(page.url(), path).toContain('/connexion');
    }
    await close();
  }, 60_000);

  it.each([
    ['320 px, light', { viewport: { width: 320, height: 640 } }],
    ['320 px, dark, English', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const }],
  ])(
    'fits and is accessible at %s',
    async (name, options) => {
      const { page, as, go, close } = await open(options);
      await as('Stan Lozach');
      const english = name.includes('English') ? '?lang=en' : '';
      for (const path of [
        '/formation',
        `/formation/${MODULE}`,
        `/formation/${MODULE}/lecon/faux-amis`,
        '/formation/moi',
        '/formation/parcours/reserve-dialogue/lettre',
        '/attestation',
      ]) {
        await go(path + english);
        expect(await overflow(page), path).toBe(0);
        expect(await accessibilityFaults(page), path).toEqual([]);
      }
      await go(`/formation/${MODULE}${english}`);
      await page.locator('.quiz-box button').click();
      await page.locator('.question').waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await screenshot(page, `training-${name.replace(/\W+/g, '-')}`);
      await answer(page, false);
      expect(await overflow(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await as('Coralie Madec');
      await go(`/animation/formation${english}`);
      expect(await overflow(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await close();
    },
    90_000,
  );

  it('takes a lesson step by step in the chat, and goes on to the assistant for anything else', async () => {
    const { page, as, go, close } = await open();
    await as('Anne Kerbrat');
    const say = async (text: string) => {
      await page.fill('#question', text);
      await page.click('#ask .send');
      await page.locator('.exchange:not(.pending)').last().locator('.reply-title').waitFor();
      await expect.poll(() => page.locator('.pending').count()).toBe(0);
      return plain((await page.locator('.exchange').last().textContent()) ?? '');
    };
    await go('/');
    expect(await say('commencer dialogue-achat')).toContain('Leçon 1 sur 8');
    for (let step = 0; step < 2; step++) await say('suite');
    expect(await say('suite')).toContain('Répondez par');
    expect(await say('a')).toMatch(/C'est juste|Ce n'est pas cela/);
    expect(await say('on peut payer un acompte avant la livraison ?')).not.toContain('Leçon');
    expect(mustBe(await from.training.mine('anne')).seat).toMatchObject({ kind: 'lesson' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  }, 60_000);
});
