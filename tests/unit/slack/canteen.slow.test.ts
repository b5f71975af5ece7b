// One scene from start to end: a canteen, a department in Slack, its buyer in Teams. One test, since each step needs the one before.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeClause } from '../../../src/corpus/clauses.ts';
import { actionsOf } from '../../fakes/teams-connector/client.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { effectsIn, said } from '../../fixtures/slack-message.ts';
import { openTwoChats } from '../../fixtures/two-chats.ts';

silence();

const TABLE = `famille;cpv;acheteur;équipe;suppléant;marché;titulaire;couvre;fin;plafond HT;consommé HT;comment commander
restauration;5552;Stan Lozach;;;;;;;;;`;
const LETTER = `Cher collègue, à l'école nous jetons la moitié des assiettes.
Il nous faut des repas livrés pour la cantine de la commune, 120 repas par jour, à la rentrée de septembre 2027.
Le budget est de 35 000 € HT. Je voudrais que les enfants mangent, et que l'on pèse ce qui reste.`;

it('a canteen: a letter opens it, two effects are kept, and a year later what became of them', async () => {
  const clauses = mkdtempSync(join(tmpdir(), 'truchement-clauses-'));
  const chats = await openTwoChats(TABLE, { clauses });
  const { slack, anne, next, click, press, card, ask, tell } = chats;
  writeClause(clauses, 'voisine', {
    title: 'Pesée des restes à la cantine',
    text: 'Le titulaire pèse les restes une semaine par trimestre et remet le relevé à l’acheteur.',
    context: 'Restauration scolaire, 300 repas par jour',
    origin: 'commune, 5 000–10 000 hab.',
    became: 'Appliquée deux ans ; les restes ont baissé d’un tiers.',
    readOn: '2026-06-01',
  });
  await slack.dm(anne, 'mes demandes');
  await click(await next(anne, 'Nouvelle demande'), 'Écrire une lettre');
  const letter = await slack.nextView(anne);
  await slack.submitView(letter, { words: LETTER });
  const draft = await slack.nextUpdate(anne);
  expect(said(draft)).toContain(plain('Ce que lira Stan Lozach'));
  await click(draft, 'Envoyer à Stan');
  const sent = await slack.nextUpdate(anne);
  expect(plain(sent.text)).toContain(plain('Stan Lozach l’a reçue.'));
  await click(sent, 'Dire à quoi cela sert');
  const purpose = await slack.nextView(anne);
  const effects = effectsIn(purpose).slice(0, 2);
  expect(effects).toHaveLength(2);
  await slack.submitView(purpose, { serves: 'Que les enfants mangent.', effects, recall: '12' });
  await slack.nextUpdate(anne);

  await tell();
  await press('Je m’en charge');
  expect(card()).toContain(plain('nous jetons la moitié des assiettes'));
  // What the law says of it, and the body's own rules beside.
  await press('Préciser la procédure et le calendrier');
  expect(card()).toContain('Chez vous');
  expect(card()).toMatch(/trois devis écrits dès 3/);
  // A neighbour's clause, adapted in their own words.
  await ask('une clause pour la pesée des restes ?');
  expect(card()).toContain(plain('les restes ont baissé d’un tiers'));
  await ask('mes demandes');
  await press('Ouvrir : à l’école nous jetons la moitié des assiettes');
  await press('Écrire', { 'text:say': 'Le titulaire pèse les restes une semaine par mois.' });
  await tell();
  const clause = await next(anne, 'une semaine par mois');

  // Signed by both, ordered, filed by whoever buys: the document stands behind a link.
  await press('Je suis d’accord avec cette fiche');
  await tell();
  await click(clause, 'd’accord');
  await slack.nextUpdate(anne);
  await tell();
  await ask('mes demandes');
  await press('Ouvrir : à l’école nous jetons la moitié des assiettes');
  expect(card()).toContain(plain('Vous êtes d’accord tous les deux sur la fiche.'));
  await press('Dire où elle en est', { to: 'ordered', why: '' });
  await press('Verser au dossier', { parts: 'form,talk' });
  const [link] = actionsOf(chats.shown().activity).filter(({ type }) => type === 'Action.OpenUrl');
  const file = await fetch(String(link?.['url']));
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await tell();
  const ordered = await next(anne, 'commandée');
  await click(ordered, 'C’est reçu');
  await slack.submitView(await slack.nextView(anne), { to: 'delivered' });
  await slack.nextUpdate(anne);
  expect(await chats.wait(370)).toBe(1);
  const recalled = await next(anne, 'Était-ce le cas ?');
  await click(recalled, 'Dire si c’était le cas');
  await slack.submitView(await slack.nextView(anne), { was: 'yes', 'text:outcome': '92 g par repas contre 180 g' });
  await slack.nextUpdate(anne);
  await tell();
  await ask('mes demandes');
  expect(card()).toContain(plain('évaluée'));
}, 300_000);
