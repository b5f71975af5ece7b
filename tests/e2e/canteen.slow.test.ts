// One scene from start to end: a letter, and what is left of it a year later. One test, since each step needs the one before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeClause } from '../../src/corpus/clauses.ts';
import { ok } from '../../src/result.ts';
import { bossTexts } from '../../src/text/boss-texts.ts';
import { chromePath } from './chromium.ts';
import { type Scene, say, sound, startScene } from './scene.ts';

if (chromePath === undefined)
  console.warn('tests/e2e/canteen.test.ts is skipped: no Chromium at CHROME_PATH nor /usr/bin/chromium');

const LETTER = `Cher collègue, à l'école nous jetons la moitié des assiettes.
Il nous faut des repas livrés pour la cantine de la commune, 120 repas par jour, à la rentrée de septembre 2027.
Le budget est de 35 000 € HT. Je voudrais que les enfants mangent, et que l'on pèse ce qui reste.`;
const attempt = async <T>(_kind: unknown, _id: unknown, work: () => Promise<{ value: T }>) =>
  ok({ kind: 'worked' as const, value: (await work()).value });

describe.skipIf(chromePath === undefined)('a canteen, from a letter to what it left', () => {
  let scene: Scene;
  let later = 0;
  beforeAll(async () => {
    scene = await startScene('canteen', { now: () => new Date(Date.now() + later) });
    writeClause(scene.clauses, 'voisine', {
      title: 'Pesée des restes à la cantine',
      text: 'Le titulaire pèse les restes une semaine par trimestre et remet le relevé à l’acheteur.',
      context: 'Restauration scolaire, 300 repas par jour',
      origin: 'commune, 5 000–10 000 hab.',
      became: 'Appliquée deux ans ; les restes ont baissé d’un tiers.',
      readOn: '2026-06-01',
    });
  });
  afterAll(() => scene.stop());

  it('is opened by a letter, agreed on, filed, and asked a year later whether it was so', async () => {
    const her = await scene.signedIn('Anne Kerbrat', 390);
    const him = await scene.signedIn('Stan Lozach', 320);
    await her.page.getByRole('link', { name: 'Mes demandes' }).click();
    await say(her.page, 'Écrire une lettre à votre acheteur', LETTER, 'Continuer');
    await her.page.getByText('Ce que lira Stan Lozach').waitFor();
    await sound(her.page, 'canteen-letter-390');
    await her.page.getByRole('button', { name: 'Envoyer à Stan Lozach' }).click();
    await her.page.getByText('Stan Lozach l’a reçue.').waitFor();

    // What it is for, with two effects that can be measured.
    await her.page.getByText('Dire à quoi cela sert', { exact: true }).click();
    await her.page.getByLabel('À quoi cet achat sert-il ?').fill('Que les enfants mangent ce qu’on leur sert.');
    await her.page.getByLabel(/produits biologiques/).check();
    await her.page.getByLabel(/moins de restes/).check();
    await sound(her.page, 'canteen-purpose-390');
    await her.page.getByRole('button', { name: 'Garder' }).click();
    await her.page.getByRole('heading', { name: 'À quoi servira-t-il ?' }).waitFor();

    await him.page.getByRole('link', { name: 'Mes demandes' }).click();
    await him.page
      .locator('.rows a, .demand a')
      .filter({ hasText: /assiettes/ })
      .first()
      .click();
    await him.page.getByRole('button', { name: 'Je m’en charge' }).click();
    await him.page.getByText('Prise en charge').first().waitFor();
    await him.page.locator('summary', { hasText: 'La lettre' }).click();
    await him.page.getByText('nous jetons la moitié des assiettes').first().waitFor();

    // The law and the body's own rules: the letter says all that they need.
    const demand = him.page.url().split('?')[0] ?? '';
    await him.page.getByRole('button', { name: bossTexts.rules }).click();
    await him.page.getByText('Chez vous').first().waitFor();
    await him.page
      .getByText(/trois devis écrits dès 3/)
      .first()
      .waitFor();
    await sound(him.page, 'canteen-sheet-320');

    // A neighbour's clause, adapted.
    await him.page.goto(`${scene.address}/demo/stan/`);
    await him.page.locator('#question').fill('une clause pour la pesée des restes ?');
    await him.page.keyboard.press('Enter');
    await him.page.getByText('les restes ont baissé d’un tiers').first().waitFor();
    await him.page.goto(demand);
    await say(him.page, 'Écrire', 'Le titulaire pèse les restes une semaine par mois, en septembre et en mars.');
    await him.page.getByText('une semaine par mois').first().waitFor();

    // Signed by both, ordered, filed.
    await him.page.getByRole('button', { name: /d’accord avec cette fiche/ }).click();
    await him.page.getByText('Vous êtes d’accord avec la fiche.').first().waitFor();
    await her.page.reload();
    await her.page.getByRole('button', { name: /d’accord avec cette fiche/ }).click();
    await her.page.getByText('Vous êtes d’accord tous les deux sur la fiche.').waitFor();
    await him.page.reload();
    await him.page.locator('summary', { hasText: 'Dire où elle en est' }).click();
    await him.page.getByLabel('commandée').check();
    await him.page.getByRole('button', { name: 'Dire où elle en est' }).click();
    await him.page.getByText(/^Commandée/).waitFor();
    await him.page.locator('summary', { hasText: 'Verser au dossier' }).click();
    const download = him.page.waitForEvent('download');
    await him.page.getByRole('button', { name: 'Télécharger' }).click();
    expect((await download).suggestedFilename()).toBe('demande.docx');

    // A year later both are asked, and the effect is written down.
    later = 366 * 86_400_000;
    await scene.purchasing.ring(attempt);
    await her.page.reload();
    await her.page.locator('summary', { hasText: 'Dire si c’était le cas' }).click();
    await her.page.getByLabel('oui', { exact: true }).check();
    await her.page.getByLabel(/La mesure relevée/).fill('92 g par repas contre 180 g');
    await her.page.getByRole('button', { name: 'Dire si c’était le cas' }).click();
    await her.page
      .getByText(/92 g par repas contre 180 g/)
      .first()
      .waitFor();
    await sound(her.page, 'canteen-outcome-390');
    expect([...her.faults, ...him.faults]).toEqual([]);
    await Promise.all([her.close(), him.close()]);
  });
});
