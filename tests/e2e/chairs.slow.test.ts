// One scene from start to end: two people, one purchase. One test, since each step needs the one before.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeForms } from '../../scripts/compose-forms.ts';
import { composePurchasing } from '../../scripts/compose-purchasing.ts';
import { createLog } from '../../src/log.ts';
import { ok } from '../../src/result.ts';
import { createJudgeLines } from '../../src/rewording/brief/judge-lines.ts';
import { createReworder } from '../../src/rewording/reword.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeConversing } from '../fakes/conversing.ts';
import { network, policy } from '../fixtures/network.ts';
import { plain } from '../fixtures/plain.ts';
import { realCorpus } from '../fixtures/real-corpus.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/chairs.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

const MOST_WORDS = 120;

describe.skipIf(chromePath === undefined)('thirty chairs, by two people in two browsers', () => {
  let browser: Browser;
  let store: Store;
  let served: Served;

  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'truchement-chairs-'));
    store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
    const { helping } = await network(store, { demo: true });
    const { reword } = createReworder(realCorpus, createJudgeLines('knowledge'), composeForms('knowledge', realCorpus));
    const contract = {
      title: 'mobilier scolaire',
      holder: 'Ateliers du Ponant',
      covers: 'tables et chaises des écoles',
      until: '2027-12-31',
      howToOrder: 'bon de commande au service achats, livraison sous six semaines',
    };
    const asked: (string | undefined)[] = [];
    const purchasing = composePurchasing(
      store,
      { reword: async (text, direction = 'to_buyer', language) => ok(await reword(text, direction, language)) },
      policy.addWorkingMinutes,
      {
        knowledge: 'knowledge',
        buying: {
          buyersFor: async ({ cpv }) => {
            asked.push(cpv);
            return ok({
              buyer: 'stan',
              team: undefined,
              substitute: undefined,
              contracts: [contract],
              asOf: '2026-11-01',
              named: { buyer: undefined, substitute: undefined },
              near: [],
              ended: [],
            });
          },
        },
      },
    );
    served = await serve(createFakeConversing(), {
      help: { helping, signIn: { kind: 'demo' } },
      purchasing,
      perMinute: 10_000,
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await store.close();
  });

  const words = async (page: Page) =>
    plain((await page.evaluate<string>('document.getElementById("screen").innerText')) ?? '')
      .split(/\s+/)
      .filter((word) => /\p{L}|\p{N}/u.test(word)).length;

  async function signedIn(name: string, width: number) {
    const opened = await openPage(browser, { viewport: { width, height: 800 } });
    await opened.page.goto(`${served.address}/connexion`);
    await opened.page.getByRole('button', { name: new RegExp(name) }).click();
    await opened.page.getByRole('link', { name: 'Demandes d’achat' }).waitFor();
    return opened;
  }

  async function sound(page: Page, name: string): Promise<void> {
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, name, true);
  }

  it('goes from a sentence to the order, each in their own words', async () => {
    const her = await signedIn('Anne Kerbrat', 320);
    const him = await signedIn('Stan Lozach', 1280);
    await her.page.getByRole('link', { name: 'Demandes d’achat' }).click();
    await her.page.getByText('Aucune demande pour l’instant').waitFor();
    await sound(her.page, 'chairs-empty-320');

    // From the first sentence to «Stan l’a reçue»: three presses, what he will read before the last.
    const began = Date.now();
    await her.page.getByText('Nouvelle demande').click();
    await her.page.getByLabel('Ce qu’il vous faut').fill('30 chaises, CP, pour la rentrée');
    await her.page.getByRole('button', { name: 'Continuer' }).click();
    await her.page.getByText('Ce que lira Stan Lozach').waitFor();
    await her.page.getByText('Un marché existe : mobilier scolaire').waitFor();
    expect(await words(her.page)).toBeLessThanOrEqual(MOST_WORDS);
    await sound(her.page, 'chairs-draft-320');
    await her.page.getByRole('button', { name: 'Envoyer à Stan Lozach' }).click();
    await her.page.getByText('Stan Lozach l’a reçue.').waitFor();
    expect(Date.now() - began).toBeLessThan(30_000);

    await him.page.getByRole('link', { name: 'Demandes d’achat' }).click();
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
    await him.page.getByText('Où en est-elle ?').first().click();
    await him.page.getByLabel('commandée').check();
    await him.page.getByLabel(/Pourquoi/).fill('bon de commande n° 12 sur le marché en cours');
    await him.page.getByRole('button', { name: 'Où en est-elle ?' }).click();
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
    expect([...her.faults, ...him.faults]).toEqual([]);
    await Promise.all([her.close(), him.close()]);
  });
});
