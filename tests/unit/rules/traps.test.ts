import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

describe('what a message tells, and what it only seems to', () => {
  it.each([
    [
      'the day the case began',
      'consultation engagée le 10 mars 2026, la commune a acheté des tablettes pour 52 000 € HT sans publicité ni concurrence, marché signé le 24 avril, était-ce permis ?',
      /adaptée/,
    ],
    [
      'papers that are not online',
      "Commune, appel d'offres ouvert, offres électroniques, avis envoyé le 14 décembre 2026, des plans ne peuvent pas être mis en ligne. Limite minimale ?",
      /18 janvier 2027/,
    ],
    [
      'a due day beside a day of payment',
      'facture 12000 ttc échue le 5 oct 2026 payée le 26 oct, on doit combien ?',
      /111,80/,
    ],
    [
      'the day an invoice came',
      'commune, facture de 12 000 € TTC reçue le 3 septembre 2026, payée le 20 novembre, on doit combien ?',
      /1?\d{2,3},\d\d €/,
    ],
    [
      'lots without competition',
      'Commune, travaux allotis en procédure adaptée, total 600 000 € HT. Puis-je traiter sans mise en concurrence deux lots, de 95 000 € et 30 000 € HT ?',
      /^Pas tous les lots .* : ceux-ci seulement : 30 000 €/,
    ],
    [
      'a sum told with and without its tax',
      'Commune, travaux de 90 000 € HT (108 000 € TTC), six mois, entreprise PME, CCAG-Travaux, option A. Avance minimale ?',
      /32 400 € au moins/,
    ],
    [
      'the rate that the contract promises',
      "Ville de 8 000 habitants, services, 200 000 € HT (240 000 € TTC) sur 24 mois, PME, le CCAP retient l'option B et fixe l'avance à 20 %. Quel montant ?",
      /24 000 € au taux du marché/,
    ],
    [
      'orders that each have an answer',
      'Métropole, accord-cadre à bons de commande sans minimum, avance sur deux bons : 70 000 € HT sur 3 semaines ; 61 000 € HT sur 5 mois. Lesquels ?',
      /^Avance obligatoire : « 61 000 € HT sur 5 mois » ; pas d'avance obligatoire : « 70 000 € HT sur 3 semaines »\.$/,
    ],
    [
      'contracts that each have an answer',
      'Commune. Deux marchés signés : travaux 231 000 HT passés en MAPA, et un accord-cadre de services à maximum 190 000 HT. Lequel part en préfecture ?',
      /^Transmission au contrôle de légalité obligatoire : « travaux 231 000 HT passés en MAPA » ; pas de transmission/,
    ],
    [
      'lots told by their number right before their sum',
      'ville, fournitures alloties 240 000 ht = lot 1 130 000, lot 2 62 000, lot 3 30 000, lot 4 18 000. je peux prendre lesquels sans mise en concurrence ?',
      /: ceux-ci seulement : 18 000 €, 30 000 € ; 20 % du total\.$/,
    ],
    [
      'the two days of a delay',
      'CCAG Travaux, marché de 486 000 HT, délai fini le 16 octobre, réception le 19 novembre. Pénalités combien ?',
      /5 508 €/,
    ],
    [
      'an order wholly late, up to its own ceiling',
      "bon de commande fcs 30 000 ht livré d'un bloc avec 130 jours de retard, ccag-fcs sans dérogation. Pénalités ?",
      /3 000 €/,
    ],
    [
      'days told by their number alone, and by their name',
      "commune, demande de paiement reçue le 2 novembre, suspendue par courrier du 16 car pas de RIB, j'ai tout reçu vendredi. Nouvelle date limite ?",
      /27 décembre 2026/,
    ],
    [
      'an invoice older than what came before it',
      'commune, facture de 4 200 € TTC datée du 28 octobre, travail fini le 20 octobre. À payer avant quand ?',
      /^Délai de paiement : 30 jours/,
    ],
    [
      'a public care home, which is no hospital',
      'ehpad public autonome, facture déposée sur chorus le 3 novembre, prestation finie. Date limite de paiement ?',
      /3 décembre 2026/,
    ],
    [
      'what a firm counts',
      'Commune, travaux de 180 000 € HT, TVA 20, 8 mois, CCAG-Travaux, entreprise de 11 salariés. Quelle avance ?',
      /64 800 €/,
    ],
    [
      'the shares of bodies that buy together',
      'Trois communes se groupent pour le sel de déneigement. Part de chacune : 34 000, 19 000 et 12 000 HT. On prend direct ?',
      /adaptée : 65 000 €/,
    ],
    [
      'a registered letter, whatever has broken down',
      'rejets envoyés en recommandé papier lundi 7 déc (plateforme en panne), procédure formalisée, signature possible à partir de quand ?',
      /Mercredi 23 décembre 2026/,
    ],
    [
      'what a place is used for is not what is bought for it',
      'communauté de communes, ménage de la maison France Services et des deux crèches, 24 000 € HT l’année, un an ferme puis trois reconductions d’un an, je publie où ?',
      /BOAMP/,
    ],
    [
      'a rumour is no part of the need',
      'J’ai lu que depuis 2026 on peut acheter innovant de gré à gré jusqu’à 140 000. Une solution innovante à 62 000 € HT, on y va sans consultation ?',
      /^Oui, achat innovant permis/,
    ],
    ['a year is no sum', 'musée municipal, une huile de 1912, 180 000 euros HT, quelle procédure ?', /180 000/],
    [
      'the operation that lots are of',
      'Construction d’un lycée, 6,2 millions HT de travaux, procédure formalisée. Quatre lots en adapté : peintures 410 k, sols 350 k, espaces verts 290 k, serrurerie 240 k, possible ?',
      /^Non/,
    ],
    [
      'works that are too short for the social clause',
      'Travaux à 6,1 M€ HT pour cinq mois, lancés en novembre 2026, commune. La condition d’exécution sociale est-elle obligatoire ?',
      /non due|pas due|Non/,
    ],
    [
      'a need that is told by what it lies past is that sum',
      'commune, plus de 6 000 000 € HT de travaux, quelle procédure ?',
      /^Procédure formalisée : 6 000 000 € HT/,
    ],
    ['a need said without a verb', 'travaux de toiture 82 000 € HT commune', /^Achat direct.*: 82 000 € HT/],
    ['its years too', 'marché de nettoyage 45 000 € HT par an, 2 ans', /^Procédure adaptée : 90 000 € HT/],
    [
      'a water board run by a town publishes as the town does',
      'Régie municipale de l’eau potable, on remplace les compteurs, fournitures à 310 000 HT. AO européen ou pas ?',
      /^Procédure adaptée : 310 000 € HT ; publicité : BOAMP ou journal/,
    ],
    [
      'papers asked for when the invoice was sent back',
      'commune, facture reçue le 10/11, on l’a renvoyée, pièces complètes le 24/11. nouvelle échéance ?',
      /Jeudi 24 décembre 2026/,
    ],
    [
      'papers that are fetched, not read on the platform',
      'Appel d’offres ouvert électronique, avis le 2 décembre 2026, mais les plans se retirent au service. Date limite des offres au plus tôt ?',
      /Mercredi 6 janvier 2027/,
    ],
    [
      'both days until which papers are kept',
      'marché de travaux signé le 12 mai 2021, fini le 30/09/2022. les offres des perdants et le marché, je peux benner ?',
      /^À conserver jusqu.au mardi 12 mai 2026 ; pièces du marché jusqu.au jeudi 30 septembre 2032\.$/,
    ],
    [
      'an innovation with its maintenance',
      'dispositif vraiment innovant, 95 000 € HT à l’achat et 8 000 € HT de maintenance, on passe en innovation ?',
      /^Non, pas de dispense pour l.innovation/,
    ],
    [
      'a lot that is new, under a ceiling of its own',
      'Marché de services alloti : un lot innovant de 92 000 € HT, je peux l’attribuer directement au titre de l’innovation ?',
      /^Non, pas de dispense pour l.innovation/,
    ],
    [
      'the price alone, which is no yes to the duty',
      'MAPA de fournitures de 75 000 € HT lancé en novembre 2026, critère unique du prix le plus bas : toujours possible ?',
      /^Critère environnemental obligatoire/,
    ],
    [
      'a notice that is free, asked the other way round',
      'Office public de l’habitat, marché de services de 120 000 € HT en procédure adaptée : peut-on se contenter de notre profil d’acheteur, sans BOAMP ?',
      /^Publicité libre/,
    ],
    [
      'what is spent lies past the sum that is told',
      'Région, dépenses de fonctionnement de plus de 60 M€, PME, 480 000 € TTC, retenue de garantie maximale ?',
      /3 % au plus/,
    ],
    [
      'the sum is that of what is late',
      'livraison de 12 000 ht de rayonnages en retard de 40 jours (le reste est là, utilisable), ccag fcs, pénalité ?',
      /^Pas de pénalité due/,
    ],
    [
      'a day of the week and its number',
      "appel d'offres ouvert, les lettres aux perdants sont parties jeudi 26 par la plateforme, on signe quand ?",
      /Lundi 7 décembre 2026/,
    ],
    [
      'a day of the week gone',
      "rejets envoyés mardi dernier par la plateforme en appel d'offres, signature quand ?",
      /Samedi 5 décembre 2026/,
    ],
    [
      'a guarantee counted from the acceptance',
      "Notre salle a été réceptionnée le 10 janvier 2026, garantie d'un an. Pour quand rendre la retenue de garantie ?",
      /9 février 2027/,
    ],
    [
      'the day after the commission',
      "Ville, appel d'offres ouvert électronique, signature le 15 mars 2027, 21 jours d'analyse jusqu'à la CAO, les rejets partent le lendemain de la CAO. Quand envoyer l'avis ?",
      /11 janvier 2027/,
    ],
    [
      'what was bought beside a maximum',
      'commune, accord-cadre de fioul, maximum 70 000 € HT par an, 3 ans, on en consomme 45 000. Quelle procédure ?',
      /adaptée : 210 000 €/,
    ],
    [
      'renewals told within the length',
      "Régie d'eau potable agissant comme entité adjudicatrice : accord-cadre de 6 ans reconductions comprises. Durée admise ?",
      /^Oui/,
    ],
  ])('%s', async (_, text, result) => {
    const { said } = await told(text);
    expect(said).toMatch(result);
  });

  it.each([
    [
      'a firm’s status',
      'Nous voulons prendre une jeune entreprise innovante pour un service à 85 000 € HT : mon chef dit que ça suffit pour acheter de gré à gré',
      'innovant',
    ],
    [
      'a maximum of an unsaid time',
      'Commune, accord-cadre de fournitures de bureau sur quatre ans. Le brouillon dit « maximum 60 000 € HT ». Quelle procédure ?',
      'montant_ht',
    ],
    [
      'renewals whose number is not said',
      'Location de photocopieurs pour la mairie, 19 000 € HT par an, reconductible tacitement. Quelle procédure ?',
      'montant_ht',
    ],
    ['a need without a sum', '30 chaises pour la salle des fêtes, quelle procédure ?', 'montant_ht'],
  ])('%s is asked about', async (_, text, fact) => {
    expect((await told(text)).asks).toBe(fact);
  });

  it('a lot that nobody answered is no question of small lots', async () => {
    const { said } = await told("MAPA travaux de 320 000 € en 4 lots, le lot 3 (38 000 €) n'a reçu aucune offre");
    expect(said).not.toMatch(/petits lots/);
  });
});
