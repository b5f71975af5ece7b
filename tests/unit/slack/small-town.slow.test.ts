// One scene from start to end: a buyer alone in Teams, a reservist in Slack. One test, since each step needs the one before.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mustBe, RESERVISTS } from '../../fixtures/network.ts';
import { plain } from '../../fixtures/plain.ts';
import { silence } from '../../fixtures/silence.ts';
import { said } from '../../fixtures/slack-message.ts';
import { openTwoChats } from '../../fixtures/two-chats.ts';

silence();

const TABLE = `famille;cpv;acheteur;équipe;suppléant;marché;titulaire;couvre;fin;plafond HT;consommé HT;comment commander
espaces verts;7731;Stan Lozach;;;;;;;;;`;
const SECTION = `Article 5. La Ville de Vitré règle Verdure Bretagne SARL dans un délai de soixante jours.
Article 6. Les pénalités de retard sont de 1/100 du montant par jour, sans plafond.`;

it('a small town: a section leaves masked, is remarked on paragraph by paragraph, and gives a clause', async () => {
  const clauses = mkdtempSync(join(tmpdir(), 'truchement-clauses-'));
  const chats = await openTwoChats(TABLE, { clauses });
  const { slack, anne, teams, next, click, press, card, ask, tell, net, store } = chats;
  const paul = chats.strangers.slack;
  // Whoever has ties with the firm named in the passage is not to read it.
  for (const one of RESERVISTS.filter(({ id }) => id === 'r-carl'))
    mustBe(
      await store.reserve.saveReservist({ ...one, conflicts: { organisations: [], suppliers: ['Verdure Bretagne'] } }),
    );
  await slack.dm(paul, 'bonjour');
  await slack.nextMessage(paul);
  await ask('mes demandes');
  await press('Continuer', { words: 'entretien des espaces verts de la commune pendant un an' });
  expect(card()).toContain(plain('Vous achetez seul ici'));
  await press('Faire relire un passage', SECTION);
  expect(card()).toContain('soixante jours');
  await press('Envoyer à un réserviste');
  const [sent] = mustBe(await store.cases.byRequester('stan'));
  const left = mustBe(await net.cases.read(sent?.id ?? ''));
  expect(JSON.stringify(left.brief)).not.toMatch(/Vitré|Verdure/);
  // Who has ties with the firm is not asked.
  expect(left.offers.map(({ reservist }) => reservist)).toEqual(['r-bob']);
  await net.turn();
  const offer = await next(paul, 'On vous propose une demande');
  await click(offer, 'Accepter');
  await net.turn();
  await slack.dm(paul, '§ 1 : le délai se vérifie.\n§ 2 : plafonnez les pénalités.', { threadTs: offer.ts });
  await net.turn();
  await teams.settled();

  await ask('mes demandes');
  await press('Ouvrir : entretien des espaces verts');
  expect(card()).toContain(plain('plafonnez les pénalités'));
  await press('Répondre à la remarque § 2', 'Plafond à 10 % du montant.');
  await net.turn();
  await tell();
  // What the lint finds is mended first.
  const offered = (text: string) => ({
    'text:clause-title': 'Plafond des pénalités de retard',
    'text:clause-text': text,
    'text:clause-context': 'Entretien d’espaces verts, Ville de Vitré, un an',
    'text:clause-became': 'Appliquée deux fois, sans litige.',
  });
  expect(
    await press('Proposer une clause au réseau', offered('Le marché est réservé aux entreprises locales.')),
  ).toContain(plain('Le corpus ne peut pas le prendre ainsi'));
  await ask('mes demandes');
  await press('Ouvrir : entretien des espaces verts');
  await press('Proposer une clause au réseau', offered('Le total des pénalités de retard est plafonné à 10 %.'));
  expect(card()).toContain(plain('a proposé une clause au réseau'));

  // Its author does not approve it; once a second person has, it is found, and its town is not named.
  const [candidate] = mustBe(await store.candidates.withStatus('proposed'));
  expect((await net.helping.judgeCandidate('stan', candidate?.id ?? '', true)).ok).toBe(false);
  mustBe(await net.helping.judgeCandidate('cora', candidate?.id ?? '', true));
  await slack.dm(anne, 'une clause pour plafonner les pénalités de retard ?');
  expect(said(await next(anne, 'Appliquée deux fois, sans litige.'))).not.toContain('Vitré');
  // What was lent counts in their month.
  expect(mustBe(await net.helping.desk('bob')).availability.usedMinutes).toBe(45);

  // Whoever bids gets the law, and nothing of the draft.
  await slack.dm(anne, 'Nous sommes candidats au marché d’espaces verts de Vitré : envoyez-nous le projet de CCAP ?');
  const refused = await next(anne, 'rien de ce qu’un organisme prépare n’est donné ici');
  expect(said(refused)).not.toContain('soixante jours');
}, 300_000);
