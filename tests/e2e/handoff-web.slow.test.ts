// The whole story of a hand-over in a real browser, by two windows of it: one file, since each step needs the one before.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Helping } from '../../src/handoff/port/helping.ts';
import { createLog } from '../../src/log.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { err } from '../../src/result.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { answerWith, createFakeConversing } from '../fakes/conversing.ts';
import { QUESTION } from '../fakes/helping.ts';
import { network, RESERVISTS } from '../fixtures/network.ts';
import { plain } from '../fixtures/plain.ts';
import { type Served, serve } from '../fixtures/served.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/handoff-web.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

const OFFER = {
  kind: 'handoff',
  reason: 'individual_decision',
  why: 'Cette décision dépend de votre dossier.',
  turnTo: 'l’acheteur de votre organisme',
  known: answerWith({}),
} as const;

describe.skipIf(chromePath === undefined)('the hand-over, in a real browser', () => {
  let browser: Browser;
  let store: Store;
  let served: Served;
  let down = false;
  let people: Record<'requester' | 'reservist' | 'coordinator', SignedIn>;

  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'truchement-handoff-'));
    store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
    const { helping } = await network(store, { demo: true });
    // One reservist alone is free: whom the case goes to is then known.
    for (const other of RESERVISTS.slice(1))
      await store.reserve.saveReservist({ ...other, pause: { until: undefined } });
    served = await serve(createFakeConversing(OFFER), {
      help: { helping: breakable(helping), signIn: { kind: 'demo' } },
      perMinute: 10_000,
    });
    const all = await helping.demoPeople();
    const one = (is: (person: SignedIn) => boolean) => {
      const found = all.find(is);
      if (found === undefined) throw new Error('the demo has a requester, a reservist and a coordinator');
      return found;
    };
    people = {
      requester: one(({ reservist, coordinator }) => !reservist && !coordinator),
      reservist: one(({ reservist }) => reservist),
      coordinator: one(({ coordinator }) => coordinator),
    };
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await store.close();
  });

  /** The same, but for acts while the store is down. */
  function breakable(helping: Helping): Helping {
    return {
      ...helping,
      act: async (...asked) => (down ? err({ kind: 'store_down' }) : helping.act(...asked)),
    };
  }

  async function open(options: Parameters<typeof openPage>[1] = {}, path = '/') {
    const opened = await openPage(browser, options);
    await opened.page.goto(served.address + path);
    return opened;
  }

  const play = (page: Page, { name }: SignedIn) => page.getByRole('button', { name }).click();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().click();
  /** What is confirmed first unfolds under its name. */
  const confirm = async (page: Page, name: string, yes: string) => {
    await unfold(page, name);
    await page.locator('details[open]').getByRole('button', { name: yes, exact: true }).click();
  };
  const focused = (page: Page, selector: string) =>
    page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);

  /** A browser without a screen has all its windows in front: it must be told that a person returns to one. */
  const comeBack = (page: Page) => page.evaluate("dispatchEvent(new Event('focus'))");

  async function textOf(page: Page, selector: string): Promise<string> {
    return plain((await page.locator(selector).first().textContent()) ?? '');
  }

  /** From the question to the case's page. */
  async function ask(page: Page, question: string) {
    await page.goto(`${served.address}/demo/${people.requester.person}/aide`);
    await page.fill('#question', question);
    await press(page, 'Voir ce qui partira');
    await press(page, 'Envoyer à un réserviste');
    await page.locator('.steps').waitFor();
  }

  it('is played by two people in two windows of one browser, from the question to the corpus', async () => {
    const { page: her, faults, close } = await open();
    const his = await her.context().newPage();

    // The assistant cannot settle it: she asks for a person, and says who she is.
    await her.fill('#question', QUESTION);
    await her.click('#ask .send');
    await press(her, 'Demander à un réserviste');
    await her.getByText('est gardé').waitFor();
    await play(her, people.requester);

    // She sees what would leave, leaves one thing visible, hides a word more, then sends.
    await her.locator('#brief').waitFor();
    expect(await textOf(her, '#brief-text')).not.toContain('Durand');
    expect(await her.locator('#brief-text .hidden-piece').count()).toBeGreaterThan(2);
    await her.getByRole('checkbox', { name: /2024-113/ }).check();
    await her.locator('#brief-text .shown-piece').waitFor();
    expect(await her.evaluate('document.activeElement.type')).toBe('checkbox');
    await her.fill('#added', 'pénalités');
    await press(her, 'Envoyer à un réserviste');
    await her.getByRole('alert').waitFor();
    expect(await textOf(her, '[role="alert"]')).toContain("rien n'est parti");
    expect(await textOf(her, '#brief-text')).not.toContain('pénalités');
    await screenshot(her, 'handoff-brief');
    await press(her, 'Envoyer à un réserviste');
    await her.locator('.steps').waitFor();
    expect(await textOf(her, '[aria-current="step"]')).toContain('Réserviste cherché');

    // He is offered it in the other window, and takes it; her page says so by itself.
    await his.goto(`${served.address}/connexion`);
    await play(his, people.reservist);
    await his.locator('.offer').waitFor();
    expect(await textOf(his, '.offer')).toContain('2024-113');
    for (const secret of ['Durand', 'pénalités', people.requester.name, people.requester.organisation])
      expect(await textOf(his, 'body')).not.toContain(secret);
    await screenshot(his, 'handoff-desk');
    await press(his, 'Accepter');
    await his.locator('#say-text').waitFor();
    await her.locator('#say-text').waitFor();
    expect(await textOf(her, '[aria-current="step"]')).toContain('Prise en charge');

    // They talk; what she is typing when his message comes stays under her hands.
    await her.locator('#say-text').fill('Je regarde le');
    await his.fill('#say-text', 'Que dit <b>votre</b> CCAP ?');
    await press(his, 'Envoyer le message');
    await his.locator('.line.mine').waitFor();
    expect(await his.inputValue('#say-text')).toBe('');
    await comeBack(her);
    await her.locator('.line.theirs').waitFor();
    expect(await textOf(her, '.line.theirs')).toContain('Que dit <b>votre</b> CCAP ?');
    expect(await her.inputValue('#say-text')).toBe('Je regarde le');
    expect(await focused(her, '#say-text')).toBe(true);
    await her.keyboard.type(' CCAP : rien.');
    await press(her, 'Envoyer le message');
    await comeBack(his);
    await his.locator('.line.theirs', { hasText: 'Je regarde le CCAP : rien.' }).waitFor();

    // Names open when both agree, not before.
    await confirm(her, 'Dire qui je suis', 'J’accepte');
    await comeBack(his);
    await his.getByText('l’autre côté a accepté').waitFor();
    expect(await textOf(his, 'body')).not.toContain(people.requester.name);
    await confirm(his, 'Dire qui je suis', 'J’accepte');
    await his.getByText(people.requester.name).first().waitFor();
    await comeBack(her);
    await her.getByText(people.reservist.name).first().waitFor();
    await screenshot(her, 'handoff-case');

    // He answers and proposes a fiche; she closes, says it was useful, reopens.
    await press(his, 'J’ai répondu');
    await unfold(his, 'Proposer une fiche');
    await his.getByLabel('La question, sans nom').fill('Peut-on remettre des pénalités ?');
    await his.getByLabel('La réponse, sans nom').fill('Oui, par une décision motivée.');
    await press(his, 'Proposer cette fiche');
    await his.getByText('attend l’accord d’une deuxième personne').waitFor();
    await confirm(her, 'Clore', 'Clore');
    await press(her, 'Oui, utile');
    await her.getByText('votre avis est noté').waitFor();
    await unfold(her, 'Rouvrir');
    await her.getByLabel('Qu’est-ce qui reste à éclaircir').fill('Et pour les révisions ?');
    await her.getByRole('button', { name: 'Rouvrir', exact: true }).click();
    await her.getByText('La demande est rouverte').first().waitFor();

    // The coordinator reads it and approves.
    await his.goto(`${served.address}/connexion`);
    await play(his, people.coordinator);
    await his.locator('#candidates').waitFor();
    expect(await textOf(his, '#candidates')).toContain('Oui, par une décision motivée.');
    await screenshot(his, 'handoff-board');
    await press(his, /Approuver la fiche/);
    await his.getByText('La fiche est approuvée').waitFor();

    // A browser notes an answer of ours that refuses, even when the page shows it.
    expect(faults.filter((fault) => !/status of 409/.test(fault))).toEqual([]);
    await close();
  });

  it('is usable by keyboard alone', async () => {
    const { page, close } = await open({}, '/connexion');
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await focused(page, selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`${selector} is out of reach`);
    };
    await tabTo(`.person[value="${people.requester.person}"]`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Un humain, maintenant' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.ask-human').waitFor();
    await tabTo('#question');
    await page.keyboard.type('Un cas de Mme Durand');
    await tabTo('.ask-human .send');
    await page.keyboard.press('Enter');
    await page.locator('#brief').waitFor();
    await tabTo('.masks input');
    await page.keyboard.press('Space');
    await page.locator('.shown-piece').waitFor();
    await tabTo('.brief-send .send');
    await page.keyboard.press('Enter');
    await page.locator('.steps').waitFor();
    await tabTo('summary');
    await page.keyboard.press('Enter');
    await tabTo('.case-acts details[open] button');
    await page.keyboard.press('Enter');
    await page.getByText('Votre demande est retirée').waitFor();
    expect(await focused(page, '.notice')).toBe(true);
    await close();
  });

  it('works without JavaScript', async () => {
    const { page: her, close } = await open({ javaScriptEnabled: false }, '/connexion');
    const his = await her.context().newPage();
    await play(her, people.requester);
    await ask(her, 'Un cas de Mme Durand, sans script');
    const at = new URL(her.url()).pathname.replace(/^.*\/dossier/, '/dossier');
    await his.goto(`${served.address}/connexion`);
    await play(his, people.reservist);
    await his.locator(`form[action$="${at}"] button`, { hasText: 'Accepter' }).click();
    await his.fill('#say-text', 'Bonjour');
    await press(his, 'Envoyer le message');
    expect(await textOf(his, '.notice')).toBe('Message envoyé.');
    await her.getByRole('link', { name: 'Actualiser' }).click();
    expect(await textOf(her, '.line.theirs')).toContain('Bonjour');
    await close();
  });

  it('keeps what is typed when the network, the store or the session fails', async () => {
    const { page, close } = await open({}, '/connexion');
    const his = await page.context().newPage();
    await play(page, people.requester);
    await ask(page, 'Un cas de Mme Durand, avec des pannes');
    const at = new URL(page.url()).pathname.replace(/^.*\/dossier/, '/dossier');
    await his.goto(`${served.address}/connexion`);
    await play(his, people.reservist);
    await his.locator(`form[action$="${at}"] button`, { hasText: 'Accepter' }).click();
    await page.locator('#say-text').waitFor();

    await page.fill('#say-text', 'Mes mots');
    await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await press(page, 'Envoyer le message');
    await page.locator('form > .failure').waitFor();
    expect(await page.inputValue('#say-text')).toBe('Mes mots');
    await page.unroute('**/*');

    // Signed out in another tab while typing: told so, words kept, and sent once signed in again.
    const other = await page.context().newPage();
    await other.goto(`${served.address}/demo/${people.requester.person}/`);
    await other.getByRole('button', { name: 'Se déconnecter' }).click();
    await press(page, 'Envoyer le message');
    await page.getByText('Vous n’êtes plus connecté').waitFor();
    expect(await page.inputValue('#say-text')).toBe('Mes mots');
    await other.goto(`${served.address}/connexion`);
    await play(other, people.requester);
    await press(page, 'Envoyer le message');
    await page.locator('.line.mine', { hasText: 'Mes mots' }).waitFor();

    // The store is down: the words are on the page that says so, and one click sends them once it is up.
    await page.fill('#say-text', 'D’autres mots');
    down = true;
    await press(page, 'Envoyer le message');
    await page.getByText('Rien n’a pu être enregistré').waitFor();
    expect(await page.inputValue('textarea')).toBe('D’autres mots');
    down = false;
    await press(page, 'Réessayer');
    await page.locator('.line.mine', { hasText: 'D’autres mots' }).waitFor();
    await close();
  });

  it('gives one’s data, and says what erasing them does before the yes', async () => {
    const { page, close } = await open({}, '/connexion');
    await play(page, people.requester);
    await page.getByRole('link', { name: 'Mes données' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger mes données' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('truchement-mes-donnees.json');
    await unfold(page, 'Oubliez-moi');
    // Hidden before: what it does is read first. Others of this file are played by the same person, who stays.
    await page.getByText('C’est définitif').waitFor();
    expect(await page.getByRole('button', { name: 'Effacer' }).isVisible()).toBe(true);
    await close();
  });

  it.each([
    ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 900 } }],
    ['narrow', { colorScheme: 'light', viewport: { width: 320, height: 640 } }],
  ] as const)('has nothing for axe-core to say, %s', async (name, options) => {
    const { page, close } = await open(options, '/connexion');
    const check = async (where: string) => {
      expect([where, await accessibilityFaults(page)]).toEqual([where, []]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    };
    await check('sign-in');
    await play(page, people.requester);
    await page.goto(`${served.address}/demo/${people.requester.person}/aide`);
    await check('asking');
    await page.fill('#question', QUESTION);
    await press(page, 'Voir ce qui partira');
    await page.getByRole('checkbox', { name: /2024-113/ }).check();
    await page.locator('.shown-piece').waitFor();
    await check('brief');
    await screenshot(page, `handoff-brief-${name}`);
    await press(page, 'Envoyer à un réserviste');
    await page.locator('.steps').waitFor();
    await check('case');
    const at = new URL(page.url()).pathname.replace(/^.*\/dossier/, '/dossier');
    for (const path of ['/dossiers', '/mes-donnees', '/dossier/none']) {
      await page.goto(`${served.address}/demo/${people.requester.person}${path}`);
      await check(path);
    }
    await page.goto(`${served.address}/connexion`);
    await play(page, people.reservist);
    await page.locator('.desk').waitFor();
    await check('desk');
    await page.locator(`form[action$="${at}"] button`, { hasText: 'Accepter' }).click();
    await page.fill(
      '#say-text',
      'Un message assez long pour aller à la ligne dans une fenêtre étroite, et même deux fois.',
    );
    await press(page, 'Envoyer le message');
    await page.locator('.line').first().waitFor();
    for (const summary of await page.locator('.case-acts summary').all()) await summary.click();
    await check('case of a reservist');
    await screenshot(page, `handoff-case-${name}`);
    await page.goto(`${served.address}/connexion`);
    await play(page, people.coordinator);
    await page.locator('.charts').waitFor();
    for (const summary of await page.locator('.chart summary').all()) await summary.click();
    await check('board');
    await screenshot(page, `handoff-board-${name}`);
    await close();
  });
});
