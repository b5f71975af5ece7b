// One scene from start to end: two people, one purchase. One test, since each step needs the one before.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buying } from '../../src/bodies/port/buying.ts';
import { ok } from '../../src/result.ts';
import { plain } from '../fixtures/plain.ts';
import { chromePath, openPage, screenshot } from './chromium.ts';
import { type Scene, sound, startScene } from './scene.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/chairs.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

const MOST_WORDS = 120;

/** What the table of her body says: Stan buys it, and a contract is in force. */
const buying: Buying = {
  buyersFor: async () =>
    ok({
      buyer: 'stan',
      team: undefined,
      substitute: undefined,
      contracts: [
        {
          title: 'mobilier scolaire',
          holder: 'Ateliers du Ponant',
          covers: 'tables et chaises des écoles',
          until: '2027-12-31',
          howToOrder: 'bon de commande au service achats, livraison sous six semaines',
        },
      ],
      asOf: '2026-11-01',
      named: { buyer: undefined, substitute: undefined },
      near: [],
      excluded: [],
      unsaid: [],
      held: [],
      sure: false,
      need: undefined,
      called: [],
      standIn: undefined,
      ended: [],
      plausible: [],
      meant: 1,
    }),
};

describe.skipIf(chromePath === undefined)('thirty chairs, by two people in two browsers', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await startScene('chairs', { buying });
  });
  afterAll(() => scene.stop());

  const words = async (page: Page) =>
    plain((await page.evaluate<string>('document.getElementById("screen").innerText')) ?? '')
      .split(/\s+/)
      .filter((word) => /\p{L}|\p{N}/u.test(word)).length;

  it('goes from a sentence to the order, each in their own words', async () => {
    const her = await scene.signedIn('Anne Kerbrat', 320);
    const him = await scene.signedIn('Stan Lozach', 1280);
    await her.page.getByRole('link', { name: 'Mes demandes' }).click();
    await her.page.getByText('Aucune demande pour l’instant').waitFor();
    await sound(her.page, 'chairs-empty-320');

    // From the first sentence to «Stan l’a reçue»: three presses, what he will read before the last.
    const began = Date.now();
    let presses = 0;
    const press = async (what: Locator) => {
      presses++;
      await what.click();
    };
    await press(her.page.getByText('Nouvelle demande'));
    await her.page.getByLabel('Ce qu’il vous faut').fill('30 chaises, CP, pour la rentrée');
    await press(her.page.getByRole('button', { name: 'Continuer' }));
    await her.page.getByText('Ce que lira Stan Lozach').waitFor();
    await her.page.getByText('Un marché existe : mobilier scolaire').waitFor();
    expect(await words(her.page)).toBeLessThanOrEqual(MOST_WORDS);
    await sound(her.page, 'chairs-draft-320');
    await press(her.page.getByRole('button', { name: 'Envoyer à Stan Lozach' }));
    await her.page.getByText('Stan Lozach l’a reçue.').waitFor();
    console.log('from the first sentence to «l’a reçue»', { presses, ms: Date.now() - began });
    expect(presses).toBeLessThanOrEqual(3);
    expect(Date.now() - began).toBeLessThan(30_000);

    await him.page.getByRole('link', { name: 'Mes demandes' }).click();
    await him.page.getByRole('link', { name: /30 chaises/ }).click();
    await him.page.getByText('Reçue, en attente de vous').waitFor();
    expect(await words(him.page)).toBeLessThanOrEqual(MOST_WORDS);
    await sound(him.page, 'chairs-buyer-1280');
    await him.page.getByRole('button', { name: 'Je m’en charge' }).click();
    await him.page.getByText('Prise en charge').first().waitFor();
    await him.page.getByText('Poser une question').first().click();
    await him.page.getByLabel('Votre message').first().fill('Le réemploi est-il envisageable ? Avez-vous sourcé ?');
    await him.page.getByRole('button', { name: 'Poser une question' }).click();
    await him.page.getByText('réponse attendue').waitFor();

    await her.page.reload();
    await her.page.getByText('à vous de répondre').waitFor();
    await her.page.getByText('rencontrer des fournisseurs').first().waitFor();
    await sound(her.page, 'chairs-asked-320');
    await her.page.getByText('Répondre', { exact: true }).first().click();
    await her.page.getByLabel('Votre message').first().fill('d’occasion ça nous va, budget 1 800 € TTC');
    await her.page.getByRole('button', { name: 'Répondre' }).click();
    await her.page.getByText('1 800 € TTC').first().waitFor();
    await her.page.getByRole('button', { name: /d’accord/ }).click();
    await her.page.getByText('Vous êtes d’accord avec la fiche.').waitFor();

    await him.page.reload();
    await him.page.getByText('Anne Kerbrat est d’accord avec la fiche.').first().waitFor();
    await him.page.getByRole('button', { name: /d’accord/ }).click();
    await him.page.getByText('Vous êtes d’accord tous les deux sur la fiche.').waitFor();
    await him.page.getByText('Dire où elle en est').first().click();
    await him.page.getByLabel('commandée').check();
    await him.page.getByLabel(/Pourquoi/).fill('bon de commande n° 12 sur le marché en cours');
    await him.page.getByRole('button', { name: 'Dire où elle en est' }).click();
    await him.page.getByText(/^Commandée/).waitFor();
    await sound(him.page, 'chairs-ordered-1280');

    // In the dialogue, one line.
    await her.page.goto(her.page.url().replace(/\/demande\/.*/, '/'));
    await her.page.locator('#question').fill('où en est ma demande de chaises ?');
    await her.page.keyboard.press('Enter');
    await her.page
      .getByText(/«\s30 chaises.*»\s:\scommandée/)
      .first()
      .waitFor();
    await screenshot(her.page, 'chairs-where-320', true);

    // The boss's page: a PDF, and a link that opens it alone, until it is taken back.
    await him.page.getByRole('link', { name: 'Page pour ma hiérarchie' }).click();
    await him.page.getByText('Commande sur le marché en cours').waitFor();
    await him.page.getByLabel('Ce que vous lui demandez').fill('Votre accord pour 1 800 € TTC.');
    await him.page.getByRole('button', { name: 'Créer un lien de lecture' }).click();
    const link = await him.page.getByRole('link', { name: /\/lecture\// }).getAttribute('href');
    await sound(him.page, 'chairs-boss-1280');
    const boss = await openPage(scene.browser, { viewport: { width: 390, height: 800 } });
    const first = await boss.page.goto(link ?? '');
    expect(first?.headers()).toMatchObject({ 'x-robots-tag': expect.stringContaining('noindex') });
    await boss.page.getByText('Votre accord pour 1 800 € TTC.').waitFor();
    const read = await boss.page.locator('main').textContent();
    expect(read).not.toMatch(/Ateliers du Ponant|bon de commande au service|Avez-vous sourcé|réemploi est-il/);
    expect(await boss.page.locator('a').count()).toBe(0);
    await screenshot(boss.page, 'chairs-boss-390', true);
    await him.page.getByRole('button', { name: 'Retirer le lien' }).click();
    await him.page.getByText('Le lien ne marche plus.').waitFor();
    expect((await boss.page.goto(link ?? ''))?.status()).toBe(404);
    await boss.page.getByText('Le lien a pris fin').waitFor();
    expect([...her.faults, ...him.faults]).toEqual([]);
    await boss.close();
    await Promise.all([her.close(), him.close()]);
  });
});
