import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { createFakeConversing } from '../fakes/conversing.ts';
import { createMemoryInterviews } from '../fakes/interviews.ts';
import { plain } from '../fixtures/plain.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { createInterviews } from '../unit/interviews/fixtures.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/purchase-web.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

/** A browser notes an answer of ours that refuses, even when the page shows it. */
const REFUSED = /the server responded with a status of 4(?:09|22)/;

describe.skipIf(chromePath === undefined)('«Mon achat», in a real browser', () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    const interviewing = createInterviews(createMemoryInterviews());
    served = await serve(createFakeConversing(), { interviewing, perMinute: 1000 });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const heading = async (page: Page) => plain((await page.locator('main h2').first().textContent()) ?? '');

  /** Nothing but keys: to a control by its name, in the order in which the page gives them. */
  async function tabTo(page: Page, role: 'button' | 'textbox' | 'link', name: string | RegExp): Promise<void> {
    const target = page.getByRole(role, { name });
    await target.first().waitFor();
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await page.keyboard.press('Tab');
      if (await target.first().evaluate((node) => node.matches(':focus'))) return;
    }
    throw new Error(`no key leads to ${String(name)}`);
  }

  async function pressButton(page: Page, name: string | RegExp): Promise<void> {
    await tabTo(page, 'button', name);
    await page.keyboard.press('Enter');
  }

  async function answer(page: Page, words: string): Promise<void> {
    const before = await heading(page);
    await tabTo(page, 'textbox', 'Votre réponse');
    await page.keyboard.type(words);
    await pressButton(page, 'Continuer');
    await expect.poll(() => heading(page)).not.toBe(before);
  }

  it('goes from a need to its sheet, its Word file and its dates by keys alone', async () => {
    const { page, faults } = await openPage(browser, { viewport: { width: 320, height: 700 } });
    await page.goto(served.address);
    await page.locator('#question').focus();
    await page.keyboard.type('j’ai besoin de faire nettoyer les locaux de la mairie, 80 000 € HT par an pendant 4 ans');
    await page.keyboard.press('Enter');
    await pressButton(page, 'Faire le point sur cet achat');
    await page.waitForURL(/\/mon-achat\/.+/);
    while (!/^Mise en concurrence/.test(await heading(page))) {
      expect(await overflow(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      const asked = await heading(page);
      if (/signer/.test(asked)) await answer(page, '15 mars 2027');
      else if (/jours/.test(asked)) await answer(page, '30');
      else if (/travaux/.test(asked)) await pressButton(page, 'Des services');
      else throw new Error(`«${asked}» was not to be asked`);
      await expect.poll(() => heading(page)).not.toBe(asked);
    }
    expect(await heading(page)).toBe(
      'Mise en concurrence la plus encadrée (procédure formalisée) ; annonces au BOAMP et au journal européen',
    );
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const file = async (name: string) => {
      const coming = page.waitForEvent('download');
      await tabTo(page, 'link', name);
      await page.keyboard.press('Enter');
      return readFileSync(await (await coming).path());
    };
    const read = await readDocument({ path: 'fiche.docx', bytes: await file('Fiche Word') });
    expect(plain(JSON.stringify(read))).toContain('Limite des offres : mardi 2 février 2027');
    const dates = new ICAL.Component(ICAL.parse((await file('Dates (agenda)')).toString('utf8')));
    expect(dates.getAllSubcomponents('vevent')).toHaveLength(4);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes an answer back, changes with «et si c’était…», and tells a button of before', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${served.address}/mon-achat`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Votre achat').fill('la mairie veut 300 chaises à 45 €');
    await page.getByRole('button', { name: 'Faire le point' }).click();
    await expect.poll(() => heading(page)).toMatch(/^Achat direct/);
    const before = await page.content();
    await page.getByText('Et si c’était…').click();
    await page.getByLabel('Ce qui change').fill('95 000 € HT');
    await page.getByRole('button', { name: 'Recalculer' }).click();
    await expect.poll(() => heading(page)).toMatch(/signer/);
    const form = new URLSearchParams({
      do: 'change',
      on: /name="on" value="(\d+)"/.exec(before)?.[1] ?? '',
      text: '5 € HT',
    });
    const stale = await page.request.post(page.url(), {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      data: form.toString(),
    });
    expect(stale.status()).toBe(409);
    expect(await stale.text()).toContain('Ce bouton était d’avant');
    await page.getByRole('button', { name: 'Revenir' }).click();
    await expect.poll(() => heading(page)).toMatch(/^Achat direct/);
    expect(faults.filter((fault) => !REFUSED.test(fault))).toEqual([]);
    await page.context().close();
  });

  it('is told by lines of the dialogue too', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(served.address);
    const say = async (line: string) => {
      const replies = await page.locator('.reply').count();
      await page.fill('#question', line);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.reply h2').count()).toBeGreaterThan(replies);
      return plain((await page.locator('.reply h2').last().textContent()) ?? '');
    };
    expect(await say('mon achat : des fournitures pour la mairie')).toMatch(/^Combien/);
    expect(await say('5 000 € HT')).toMatch(/^Achat direct/);
    expect(await say('et si c’était 75 000 € HT ?')).toMatch(/signer/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('works without script', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${served.address}/mon-achat`);
    await page.getByLabel('Votre achat').fill('une commune achète des fournitures');
    await page.getByRole('button', { name: 'Faire le point' }).click();
    await page.getByLabel('Votre réponse').fill('bleu');
    await page.getByRole('button', { name: 'Continuer' }).click();
    expect(plain((await page.locator('[role=alert]').textContent()) ?? '')).toContain('« bleu »');
    await page.getByRole('button', { name: 'Je ne sais pas' }).click();
    expect(await heading(page)).toBe('Cela dépend : montant du besoin, hors taxes');
    await page.context().close();
  });
});
