// From an empty folder to a fiche in the corpus, by five people and through the pages alone: one story, since each step needs the one before.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, startProvider, VERN } from '../fakes/openid-provider.ts';
import { builtScript } from '../fixtures/built.ts';
import { freePort } from '../fixtures/free-port.ts';
import { indexedFolder } from '../fixtures/fresh-data.ts';
import { plain } from '../fixtures/plain.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

/** A Wednesday at ten in Paris, no holiday: whether a reservist is free must not depend on the day the test is run. */
const OFFSET_MS = Date.parse('2026-11-25T09:00:00Z') - Date.now();
/** A whole evening's work of five people, and an index that may have to be made first. */
const LONG_MS = 600_000;
const RENNES = '24350013900189';
/** A copy of ours, which a fiche goes into. */
const knowledge = join(mkdtempSync(join(tmpdir(), 'truchement-nothing-')), 'knowledge');

if (chromePath === undefined) console.warn('tests/e2e/from-nothing.test.ts is skipped: no Chromium');

describe.skipIf(chromePath === undefined)('an installation that begins with nobody', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let child: ChildProcess;
  let browser: Browser;
  let address: string;
  let said = '';

  beforeAll(async () => {
    cpSync('knowledge', knowledge, { recursive: true, preserveTimestamps: true });
    provider = await startProvider();
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const clock = await builtScript('tests/fixtures/shifted-clock.ts');
    child = spawn(process.execPath, ['--import', clock, await builtScript('scripts/start.ts')], {
      env: {
        ...process.env,
        CLOCK_OFFSET_MS: String(OFFSET_MS),
        TRUCHEMENT_DATA: await indexedFolder(),
        TRUCHEMENT_KNOWLEDGE: knowledge,
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: address,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: CLIENT.clientId,
        OIDC_CLIENT_SECRET: CLIENT.clientSecret,
        LOG_LEVEL: 'warn',
      },
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes('/invitation?jeton=')) resolve();
      });
      child.stderr?.on('data', (chunk) => {
        said += String(chunk);
      });
      child.once('exit', () => reject(new Error(said)));
    });
    browser = await launchChromium();
  }, LONG_MS);
  afterAll(async () => {
    await browser?.close();
    child?.kill('SIGKILL');
    await provider?.stop();
  });

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();
  const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

  /** A window of somebody whom the directory knows by this name; `email` is one it does not vouch for. */
  async function open(givenName: string, usualName: string, siret?: string) {
    const { page, faults } = await openPage(browser);
    page.setDefaultTimeout(20_000);
    const email = `${givenName.toLowerCase()}@exemple.fr`;
    const person = {
      sub: givenName,
      late: -OFFSET_MS / 1000,
      claims: { given_name: givenName, usual_name: usualName, email, email_verified: false, siret: siret ?? VERN },
    };
    const signIn = async () => {
      Object.assign(provider.mischief, person);
      await page.getByRole('link', { name: /S’identifier/ }).click();
    };
    return { page, faults, signIn };
  }

  /** By a link of invitation: signs in, sends what was kept, and signs in again as who they are. */
  async function accept(one: Awaited<ReturnType<typeof open>>, invitation: string) {
    await one.page.goto(invitation);
    await press(one.page, 'Rejoindre le réseau');
    await one.signIn();
    await press(one.page, 'Envoyer');
    await one.page.getByText('Votre compte est relié').first().waitFor();
    await one.page.getByRole('main').getByRole('link', { name: 'Se connecter' }).click();
    await one.signIn();
  }

  /** From the list of people to the link that is given to one of them. */
  async function add(page: Page, name: string, email: string, body: string, ...boxes: readonly string[]) {
    await page.goto(`${address}/animation/personnes`);
    const form = page.locator('section', { hasText: 'Ajouter une personne' });
    await form.getByLabel('Prénom et nom').fill(name);
    await form.getByLabel('Courriel professionnel').fill(email);
    await form.getByLabel('Organisme', { exact: true }).fill(body);
    for (const box of boxes) await form.getByLabel(box).check();
    await press(page, 'Ajouter');
    await page.getByText('Il reste à lui donner son lien').waitFor();
  }

  const invitationOn = async (page: Page) => {
    await press(page, 'Créer un lien d’invitation');
    return page.getByLabel('Lien d’invitation').inputValue();
  };
  const at = async (page: Page, width: number, name: string) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await screenshot(page, `network-${name}-${width}`, true);
  };
  const both = async (page: Page, name: string) => {
    await at(page, 320, name);
    await at(page, 1280, name);
  };

  it(
    'goes from its first administrator to a fiche approved',
    async () => {
      // The one link that the first start prints.
      const alice = await open('Alice', 'Morvan');
      await alice.page.goto(/http\S+\/invitation\?jeton=[\w-]+/.exec(said)?.[0] ?? '');
      await press(alice.page, 'Devenir administrateur');
      await alice.signIn();
      await press(alice.page, 'Envoyer');
      await alice.page.getByText('Vous administrez Truchement').first().waitFor();

      // She finds an empty board, and enters who will look after the network.
      await alice.page.goto(`${address}/animation`);
      await both(alice.page, 'board-empty');
      await link(alice.page, 'Personnes');
      await both(alice.page, 'people-first');
      await add(alice.page, 'Coline Le Bihan', 'coline@rennes.example', RENNES, 'acheteur', 'anime le réseau');
      await both(alice.page, 'person-new');
      const invitation = await invitationOn(alice.page);
      await both(alice.page, 'invited');

      const coline = await open('Coline', 'LE BIHAN', RENNES);
      await accept(coline, invitation);
      await coline.page.locator('nav a[href="/animation"]').first().waitFor();

      // She names the bodies, enters a reservist, says what he lends, and gives him his link.
      await coline.page.goto(`${address}/animation/organismes`);
      await coline.page.locator('.rows > li', { hasText: RENNES }).locator('summary').click();
      await coline.page.locator('details[open]').getByLabel('Organisme').fill('Rennes Métropole');
      await coline.page.locator('details[open]').getByLabel('Classe').fill('métropole');
      await coline.page.locator('details[open]').getByLabel('Territoires').fill('35238 35 Bretagne');
      await press(coline.page, 'Enregistrer');
      await coline.page.getByRole('alert').waitFor();
      await coline.page.locator('details[open]').getByLabel('Territoires').fill('35238 35 R53');
      await press(coline.page, 'Enregistrer');
      await coline.page.getByText('C’est enregistré.').waitFor();
      await both(coline.page, 'bodies');
      await add(coline.page, 'Rémi Salaün', 'remi@rennes.example', 'rennes metropole', 'acheteur');
      await unfold(coline.page, 'En faire un réserviste');
      for (const box of await coline.page.locator('.competences input').all()) await box.check();
      await coline.page.getByLabel('Heures de la semaine').fill('quand je peux');
      await coline.page.locator('details[open]').getByRole('button', { name: 'Enregistrer' }).click();
      await coline.page.getByText('Ces heures ne sont pas comprises').waitFor();
      await coline.page.getByLabel('Heures de la semaine').fill('du lundi au vendredi de 9 h à 12 h et de 14 h à 17 h');
      await both(coline.page, 'person-lend');
      await coline.page.locator('details[open]').getByRole('button', { name: 'Enregistrer' }).click();
      await coline.page.getByText('C’est enregistré.').waitFor();
      await both(coline.page, 'person');
      const remi = await open('Rémi', 'SALAÜN', RENNES);
      await accept(remi, await invitationOn(coline.page));
      await remi.page.goto(`${address}/reserve`);
      await remi.page.getByText('Aucune proposition en ce moment').waitFor();

      // A department asks; the directory says who it is, and nobody had to enter it.
      const paule = await open('Paule', 'Kermarrec');
      await paule.page.goto(`${address}/aide`);
      await paule.page.fill('#question', 'Peut-on signer un devis de 39 000 euros sans publicité si un second suit ?');
      await press(paule.page, 'Voir ce qui partira');
      await paule.signIn();
      await paule.page.locator('#brief').waitFor();
      await press(paule.page, 'Envoyer à un réserviste');
      await paule.page.locator('.steps').waitFor();

      // The coordinator sees that it waits, without a name.
      await coline.page.goto(`${address}/animation`);
      await coline.page.getByRole('link', { name: /^Confier à quelqu’un « Peut-on/ }).click();
      await both(coline.page, 'case');
      expect(await coline.page.locator('main').textContent()).not.toContain('Kermarrec');

      // Both ways, then solved.
      await remi.page.reload();
      await press(remi.page, 'Accepter');
      await remi.page.fill('#say-text', 'Le second est-il déjà prévu ?');
      await press(remi.page, 'Envoyer le message');
      await remi.page.locator('.line.mine').waitFor();
      await paule.page.reload();
      await paule.page.getByText('Le second est-il déjà prévu').waitFor();
      await paule.page.fill('#say-text', 'Oui, pour le printemps.');
      await press(paule.page, 'Envoyer le message');
      await paule.page.locator('.line.mine').waitFor();
      await remi.page.reload();
      await remi.page.getByText('Oui, pour le printemps').waitFor();
      await remi.page.fill('#say-text', 'Alors les deux s’additionnent.');
      await press(remi.page, 'Envoyer le message');
      await remi.page.locator('.line.mine', { hasText: 'Alors les deux' }).waitFor();
      await press(remi.page, 'J’ai répondu');
      await remi.page.getByText('le demandeur est prévenu').first().waitFor();
      await unfold(remi.page, 'Proposer une fiche');
      await remi.page.getByLabel('La question, sans nom').fill('Deux devis pour un même besoin s’additionnent-ils ?');
      await remi.page.getByLabel('La réponse, sans nom').fill('Oui : le besoin se compte en entier (R2121-6).');
      await press(remi.page, 'Proposer cette fiche');
      await remi.page.getByText('attend l’accord d’une deuxième personne').waitFor();
      await paule.page.reload();
      await paule.page.locator('summary', { hasText: 'Clore' }).first().click();
      await paule.page.locator('details[open]').getByRole('button', { name: 'Clore', exact: true }).click();
      await press(paule.page, 'Oui, utile');
      await paule.page.getByText('votre avis est noté').waitFor();

      // The second approval puts it into the corpus; all that was done is written down.
      await coline.page.goto(`${address}/animation`);
      await both(coline.page, 'board');
      await press(coline.page, /Approuver la fiche/);
      await coline.page.getByText('La fiche est approuvée').waitFor();
      const fiches = readdirSync(join(knowledge, 'modules'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => readFileSync(join(knowledge, 'modules', file), 'utf8'));
      expect(fiches.some((text) => text.includes('Deux devis pour un même besoin'))).toBe(true);
      await link(coline.page, 'Journal');
      await both(coline.page, 'journal');
      const journal = plain((await coline.page.locator('main').textContent()) ?? '');
      // Names follow the directory once they have signed in.
      expect(journal).toContain('Coline LE BIHAN a approuvé une fiche');
      expect(journal).toContain('Alice Morvan a ajouté Coline LE BIHAN');
      expect(journal).toContain('Coline LE BIHAN a invité Rémi SALAÜN');

      // A browser notes an answer of ours that refuses, even when the page shows it.
      for (const { faults } of [alice, coline, remi, paule])
        expect(faults.filter((fault) => !/status of 422/.test(fault))).toEqual([]);
    },
    LONG_MS,
  );
});
