import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '../../src/result.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { LONGEST_TEXT } from '../../src/vocabulary/rewording.ts';
import { createFakeConversing } from '../fakes/conversing.ts';
import { createFakeInterpreting, type FakeInterpreting, MESSAGE, NEED, needReworded } from '../fakes/interpreting.ts';
import { composeReal } from '../fixtures/composed.ts';
import { plain } from '../fixtures/plain.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/rewording-web.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

describe.skipIf(chromePath === undefined)('the pages that reword, in a real browser', () => {
  let browser: Browser;
  let served: Served;
  let interpreting: FakeInterpreting;

  beforeAll(async () => {
    interpreting = createFakeInterpreting();
    served = await serve(createFakeConversing(), { interpreting, perMinute: 1000 });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  async function open(options: Parameters<typeof openPage>[1] = {}, path = '/reformuler') {
    const opened = await openPage(browser, options);
    await opened.page.goto(served.address + path);
    return opened;
  }

  async function reword(page: Page, text: string) {
    await page.fill('#text', text);
    await page.click('.source-form .send');
    await page.locator('.result').waitFor();
  }

  async function textOf(page: Page, selector: string): Promise<string> {
    return plain((await page.locator(selector).first().textContent()) ?? '');
  }

  /** A browser notes an answer of ours that refuses, even when the page shows it. */
  const REFUSED = /the server responded with a status of 4(?:09|13|22)/;
  async function fillNames(page: Page) {
    await page.getByLabel('Votre nom').fill('Camille Roux');
    await page.getByLabel('Le nom de l’autre personne').fill('Nadia Ben');
  }

  /** Keeps the brief shown between two people, and goes to it by the first one’s link. */
  async function keepBetween(page: Page): Promise<{ readonly other: string }> {
    await fillNames(page);
    await page.getByRole('button', { name: 'Enregistrer et partager' }).click();
    const other = new URL(await textOf(page, '#other-link')).pathname;
    await page.getByRole('link', { name: 'Ouvrir la fiche' }).click();
    await page.locator('.acting').waitFor();
    return { other };
  }
  const focused = (page: Page, selector: string) =>
    page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);

  it('goes from a pasted need to a brief that both sides accept and download', async () => {
    const { page, faults, close } = await open();
    await page.getByRole('link', { name: 'Demander' }).click();
    await page.getByRole('link', { name: 'Reformuler' }).click();
    await reword(page, NEED);

    // The texts are whole: what can be selected and copied is the text itself.
    expect(await page.locator('#original').textContent()).toBe(NEED);
    expect(await page.locator('#reworded').textContent()).toBe(needReworded().text);
    expect(await textOf(page, '.fidelity')).toBe('Tout y est : chiffres, dates, noms, négations.');
    expect(await focused(page, 'h2')).toBe(true);
    // A buyer knows the words of the trade.
    expect(await page.locator('.term').count()).toBe(0);

    // A remark, from its place to its note and back.
    await page.getByRole('link', { name: 'Point 1, Marque citée sans' }).press('Enter');
    expect(await focused(page, '#finding-1')).toBe(true);
    expect(await textOf(page, '#finding-1')).toMatch(/« PC portables Dell »[\s\S]*R\. 2111-7[\s\S]*Plutôt :/);
    await page.locator('#finding-1 .quoted').click();
    expect(page.url()).toMatch(/#at-1$/);

    // An answer joins the text.
    await page.getByLabel('Vos 12 000 € sont-ils').fill('hors taxes');
    await page.getByRole('button', { name: 'Ajouter au texte' }).click();
    await page.locator('#original', { hasText: 'Budget : hors taxes' }).waitFor();

    // Kept between two people, corrected by one, accepted by each from a browser of their own.
    const links = await keepBetween(page);
    const place = page.locator('[data-slot="place"]');
    await place.locator('summary').click();
    await place.getByRole('textbox').fill('à l’hôtel de ville');
    await place.getByRole('button', { name: 'Enregistrer' }).click();
    await place.locator('.done').waitFor();
    expect(await focused(page, '.done')).toBe(true);
    expect(await textOf(page, '[data-slot="place"] dd')).toContain('dit par le service');
    await page.getByRole('button', { name: 'Accepter cette version' }).click();
    await page.locator('.accepts').waitFor();
    const nadia = await open({}, links.other);
    expect(await textOf(nadia.page, '.acting')).toContain("Vous agissez pour l'acheteur (Nadia Ben).");
    await nadia.page.getByRole('button', { name: 'Accepter cette version' }).click();
    await nadia.page.locator('.state-agreed').waitFor();
    expect(await textOf(nadia.page, '.history')).toMatch(
      /L'acheteur a accepté[\s\S]*Le service a accepté[\s\S]*a corrigé « lieu »/,
    );
    await nadia.close();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Fiche Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Besoin été.docx');
    expect(faults.filter((fault) => !REFUSED.test(fault))).toEqual([]);
    await close();
  });

  it('explains the words of a buyer’s message where they stand, by keyboard and by pointer', async () => {
    const { page, faults, close } = await open();
    await reword(page, MESSAGE);
    await page.locator('.message > summary').click();
    // Shown on focus, hidden by Escape, back on hover, where it can be hovered.
    const word = page.locator('.original .term', { hasText: 'CCTP' });
    while (!(await focused(page, '.original [data-term="2"]'))) await page.keyboard.press('Tab');
    const tip = page.getByRole('tooltip').filter({ hasText: 'Le document qui décrit' });
    expect(await tip.isVisible()).toBe(true);
    expect(await word.getAttribute('class')).toContain('lit');
    expect(await word.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    await screenshot(page, 'rewording-tip');
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await focused(page, '.term')).toBe(true);
    await word.hover();
    await tip.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    await tip.waitFor({ state: 'hidden' });
    await word.click();
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
    await close();
  });

  it('turns the guess over, tries an example, changes language', async () => {
    const { page, faults, close } = await open();
    await page.getByRole('button', { name: /Une demande de pièces/ }).click();
    await page.locator('.points').waitFor();
    // Once: nothing faces a message that is shown as it is.
    expect(await page.locator('#original').textContent()).toBe(MESSAGE);
    expect(await page.locator('#reworded').count()).toBe(0);
    await page.getByRole('button', { name: 'C’est un service qui écrit' }).click();
    await page.locator('.points').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(page.url()).toContain('/reformuler?lang=en');
    expect(faults.filter((fault) => !REFUSED.test(fault))).toEqual([]);
    await close();
  });

  it('counts, and says at once what is wrong with a text, which stays', async () => {
    const { page, close } = await open();
    await page.click('.source-form .send');
    await page.getByRole('alert').waitFor();
    expect(await page.getAttribute('#text', 'aria-invalid')).toBe('true');
    await page.fill('#text', 'a'.repeat(1234));
    expect(await textOf(page, '.counter')).toBe('1 234 caractères sur 8 000');
    await page.fill('#text', 'a'.repeat(8_012));
    expect(await textOf(page, '.counter')).toBe('12 caractères de trop');
    await page.click('.source-form .send');
    await page.getByText('dépasse la limite').waitFor();
    expect((await page.inputValue('#text')).length).toBe(8_012);
    await close();
  });

  it('keeps what is typed when the network or the store fails', async () => {
    const { page, close } = await open();
    await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.fill('#text', NEED);
    await page.click('.source-form .send');
    await page.locator('form > .failure').waitFor();
    expect(await page.inputValue('#text')).toBe(NEED);
    await page.unroute('**/*');
    await page.click('.source-form .send');
    await page.locator('.result').waitFor();
    await keepBetween(page);
    await page.getByLabel('Votre question à l’autre côté').fill('Et la garantie ?');
    interpreting.down = true;
    await page.getByRole('button', { name: 'Poser la question' }).click();
    await page.locator('form > .failure').waitFor();
    interpreting.down = false;
    expect(await page.getByLabel('Votre question à l’autre côté').inputValue()).toBe('Et la garantie ?');
    await page.getByRole('button', { name: 'Poser la question' }).click();
    await page.locator('.exchanges').waitFor();
    expect(await textOf(page, '.exchanges')).toContain('Et la garantie ?');
    await close();
  });

  it('tells who comes second that the brief was changed, and keeps her words', async () => {
    const first = await open();
    await reword(first.page, NEED);
    const links = await keepBetween(first.page);
    const second = await open({}, links.other);
    for (const [{ page }, words] of [
      [first, 'à la mairie'],
      [second, 'au gymnase'],
    ] as const) {
      await page.locator('[data-slot="place"] summary').click();
      await page.fill('[name="slot_0_place"]', words);
      await page.locator('[data-slot="place"] button').click();
      await page.locator('.done, [role="alert"]').first().waitFor();
    }
    expect(await textOf(second.page, '[role="alert"]')).toContain('entre-temps');
    expect(await textOf(second.page, '[data-slot="place"] dd')).toContain('à la mairie');
    expect(await second.page.inputValue('[name="slot_0_place"]')).toBe('au gymnase');
    await first.close();
    await second.close();
  });

  it('works without JavaScript', async () => {
    const { page, close } = await open({ javaScriptEnabled: false });
    await page.fill('#text', MESSAGE);
    await Promise.all([page.waitForNavigation(), page.click('.source-form .send')]);
    await page.locator('.message > summary').click();
    await page.locator('.original .term').first().click();
    expect(await page.locator('.tip:target').isVisible()).toBe(true);
    await page.locator('.tip:target').getByRole('link', { name: 'Fermer' }).click();
    expect(await page.locator('.tip').first().isVisible()).toBe(false);
    await page.goto(`${served.address}/reformuler`);
    await page.fill('#text', NEED);
    await Promise.all([page.waitForNavigation(), page.click('.source-form .send')]);
    expect(await page.locator('.copy').isVisible()).toBe(false);
    await keepBetween(page);
    await page.locator('[data-slot="budget"] summary').click();
    await page.fill('[name="slot_0_budget"]', '12 000 € HT');
    await Promise.all([page.waitForNavigation(), page.locator('[data-slot="budget"] button').click()]);
    expect(await textOf(page, '[data-slot="budget"] dd')).toContain('12 000 € HT');
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Accepter cette version' }).click()]);
    expect(await textOf(page, '.accepts')).toBe('Acceptée par le service (Camille Roux)');
    await close();
  });

  it('shows what the real rewording makes of its own examples', async () => {
    const { reworder } = await composeReal();
    // What was learnt is read at the first message.
    await reworder.reword(NEED, 'to_buyer', 'fr');
    const real = await serve(createFakeConversing(), {
      interpreting: {
        ...createFakeInterpreting(),
        reword: async (text, direction, language) =>
          ok(await reworder.reword(text, direction ?? reworder.guess(text), language)),
      },
      perMinute: 1000,
    });
    const { page, faults, close } = await openPage(browser);
    for (const direction of ['to_buyer', 'to_prescriber'] as const)
      for (const { text } of catalogues.fr.rewording.examples[direction]) {
        await page.goto(`${real.address}/reformuler`);
        await reword(page, text);
        expect(await page.locator('#original').textContent()).toBe(text);
        if (direction === 'to_prescriber') expect(await page.locator('.original .term').count()).toBeGreaterThan(0);
        // A message that is read at a glance has nothing told above it.
        expect(await page.locator('.leaf').count()).toBeGreaterThan(0);
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    // The longest text, of many needs: its end unfolds, and the page stays one that can be looked over.
    const many = Array.from(
      { length: 75 },
      (_, index) =>
        `Il nous faut ${index + 2} chaises de marque Steelcase pour l’école ${index}, vite, pas cher, avant le ${(index % 28) + 1} mars.`,
    );
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${real.address}/reformuler`);
    await reword(page, many.join('\n').slice(0, LONGEST_TEXT));
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(9_000);
    expect(await page.locator('.leaf-room').count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await screenshot(page, 'rewording-longest');
    expect(faults).toEqual([]);
    await close();
    await real.stop();
  });

  describe.each([
    ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
    ['narrow', { colorScheme: 'light', viewport: { width: 320, height: 700 } }],
    ['narrow-dark', { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true }],
  ] as const)('%s', (name, options) => {
    it('has no accessibility fault and never scrolls sideways, from the empty page to the agreement', async () => {
      const { page, faults, close } = await open(options);
      const check = async (state: string) => {
        await page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true");
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await screenshot(page, `rewording-${name}-${state}`);
      };
      await check('empty');
      await page.click('.source-form .send');
      await page.getByRole('alert').waitFor();
      await check('fault');
      await reword(page, NEED);
      await check('need');
      await page.getByRole('button', { name: 'C’est un acheteur qui écrit' }).click();
      await page.locator('.points').waitFor();
      await page.goto(`${served.address}/reformuler`);
      await reword(page, MESSAGE);
      await page.locator('.message > summary').click();
      await page.locator('.original .term').first().click();
      await check('message');
      await page.goto(`${served.address}/reformuler`);
      await reword(page, NEED);
      await fillNames(page);
      await page.getByRole('button', { name: 'Enregistrer et partager' }).click();
      await page.locator('.links').waitFor();
      await check('links');
      await page.getByRole('link', { name: 'Ouvrir la fiche' }).click();
      await page.locator('.acting').waitFor();
      await check('agreement');
      expect(faults.filter((fault) => !REFUSED.test(fault))).toEqual([]);
      await close();
    });
  });
});
