import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

/** Classes of messages that were misread, each by sentences of its own. */
const CLASSES: Readonly<Record<string, readonly (readonly [text: string, said: RegExp])[]>> = {
  'the people of a place are not bought': [
    ['ville de 12 000 hab, mobilier scolaire 75 000 ht, on fait quoi', /: 75 000 € HT/],
    ['commune de 3 200 hab. : des jeux à 18 000 HT, quelle procédure ?', /: 18 000 € HT/],
    ['mairie (4 500 hbts), logiciel à 21 000 € HT, faut-il consulter ?', /: 21 000 € HT/],
    ["agglo de 2 millions d'habitants, achat de bus 190 000 ht, procédure ?", /: 190 000 € HT/],
  ],
  'what a body lives on is no part of what it buys': [
    [
      'Région, 1,1 milliard de fonctionnement, PME, marché de 90 000 HT tva 20 sur 8 mois, sans ccag : avance minimale ?',
      /10 800 €/,
    ],
    [
      "L'agglo a 95 millions de dépenses de fonctionnement, marché à 240 000 TTC avec une PME, retenue maxi ?",
      /3 %.*7 200 €/,
    ],
    [
      'lycée (budget 1,8 million par an), marché de 84 000 HT, tva 20, 10 mois, grand groupe, sans ccag, avance minimum ?',
      /5 040 €/,
    ],
    ['hôpital de 45 millions de budget, un échographe à 320 000 HT, quelle procédure ?', /formalisée : 320 000 € HT/],
  ],
  'works are told by what is done': [
    ["repeindre les couloirs de l'école, 72 000 HT, commune, quelle procédure ?", /^Achat direct.*72 000/],
    ['peindre la façade de la mairie, 83 000 HT, faut-il consulter ?', /achat direct/],
    ['goudronner la cour du collège 240 000 HT, le département, mapa ?', /adaptée : 240 000/],
    ["l'agglo fait isoler ses combles pour 225 000 HT, quelle procédure ?", /Procédure adaptée : 225 000/],
    ["Office public de l'habitat, 18 ascenseurs à moderniser, 1,2 M HT, BOAMP obligatoire ?", /^Non/],
  ],
  'energy is goods, and its trade works': [
    ['mairie, 95 000 HT d’ordis pour les écoles, quelle procédure ?', /^Procédure adaptée : 95 000/],
    ['commune, contrat d’électricité des bâtiments à 230 000 HT, quelle procédure ?', /formalisée : 230 000/],
    ['commune, lot électricité du gymnase à 45 000 HT, achat direct possible ?', /achat direct.*45 000/],
    ['bibliothèque municipale, 72 000 HT de livres par an, quelle procédure ?', /^Achat direct.*72 000/],
    ['crèche municipale, 70 000 HT de jeux, quelle procédure ?', /^Procédure adaptée : 70 000/],
    ['commune, prestation de travaux à 85 000 HT, peut-on se passer de mise en concurrence ?', /^Oui.*85 000/],
  ],
  'what measures the weather or the past counts nothing': [
    ['commune, il fait 9 degrés dans la classe, réparation de la chaudière à 12 000 HT, procédure ?', /: 12 000 € HT/],
  ],
  'lots asked about without publicity nor competition': [
    [
      'Collectivité, fournitures alloties pour 500 000 € HT en tout. Deux lots à 55 000 et 40 000 € HT : sans publicité ni mise en concurrence ?',
      /^Oui.*sans publicité ni mise en concurrence/i,
    ],
  ],
  'an order that came late is the base': [
    ['bon de commande de 115000 livré 12 jours trop tard, ccag fcs, combien de pénalités ?', /1 380 €/],
    ['commande de 52 000 HT reçue avec 30 jours de retard, CCAG-FCS, quelle pénalité ?', /1 560 €/],
    ['CCAG-Travaux, marché de 600 000 HT, 18 jours de dépassement du délai, combien ?', /3 600 €/],
  ],
  'parts of a list are added, one lot is no whole': [
    [
      'on refait la cuisine du collège : maçonnerie 140 000, plomberie 65 000, électricité 48 000 et carrelage 32k, hors taxe, quelle procédure ?',
      /285 000 € HT/,
    ],
    ['halle communale, travaux : gros œuvre 61 000 HT, charpente 44 000, peinture 18 500, procédure ?', /123 500 € HT/],
    [
      'construction du dojo : lot toiture 90 000 HT, lot sols 30 000, lot peinture 12 000, commune, quelle procédure ?',
      /132 000 € HT/,
    ],
  ],
  'what goes by the platform is electronic, whatever the day': [
    ["appel d'offres, les rejets partent demain par la plateforme, on signe quand ?", /10 décembre 2026/],
    ['AOO, refus envoyés hier via le profil acheteur, première signature ?', /8 décembre 2026/],
    [
      "appel d'offres ouvert d'une commune, l'avis part lundi 30 novembre par la plateforme, date limite ?",
      /30 décembre 2026/,
    ],
  ],
  'a sum after a place is a sum': [
    ['mairie annexe 640 000 HT de travaux, quelle procédure ?', /adaptée : 640 000 € HT/],
    ['travaux de la salle annexe 150 000 ht, commune, quelle procédure ?', /adaptée : 150 000 € HT/],
    ['bâtiment annexe 95 000 HT à refaire, ville, faut-il publier ?', /95 000 € HT|achat direct/],
  ],
  'the prize of a competition': [
    [
      "concours d'architectes, esquisse estimée à 65 000 HT par équipe, quelle prime minimale ?",
      /52 000 € HT au moins/,
    ],
    [
      'le département organise un concours, études demandées à 50 000 HT, la prime doit être de combien ?',
      /40 000 € HT au moins/,
    ],
    [
      "ville, primes de 27 500 pour l'esquisse, honoraires de 320 000 HT, bâtiment neuf, concours obligatoire ?",
      /^Oui, concours obligatoire/,
    ],
  ],
  'a count and its price': [
    ['1305 unités à 12 € HT, mairie, quelle procédure ?', /15 660 € HT/],
    ['on achète 1 200 kits à 55 euros ht pour le département, procédure ?', /adaptée : 66 000 € HT/],
    ['commune, 2 500 pavés à 18 € HT, quelle procédure ?', /45 000 € HT/],
    ['3 factures de 12 000 TTC et une de 4 800 TTC, tva 20 %, notre besoin hors taxe fait combien ?', /34 000 € HT/],
  ],
  'all that an amount obliges to': [
    [
      'marché de 65 000 HT de services pour une mairie, quelles sont mes obligations ?',
      /^Obligations.*contrat écrit : oui/,
    ],
    [
      'pour 120 000 HT de fournitures en commune, quelles formalités je dois respecter ?',
      /^Obligations.*avis de publicité : oui/,
    ],
    ['quelles démarches sont obligatoires pour 230 000 HT de fournitures, commune ?', /^Obligations/],
  ],
  'what is not renewed is bought once': [
    ["rectorat, nettoyage 11 800 € HT par mois, marché d'un an, pas de reconduction, mapa ?", /141 600 € HT/],
    ['mairie, 20 000 HT par an pendant deux ans, sans tacite reconduction, procédure ?', /40 000 € HT/],
    ['ville, gardiennage non renouvelable, un an à 4 000 HT par mois, procédure ?', /48 000 € HT/],
  ],
  'a price is told for what is counted somewhere else': [
    ["village, 45 tonnes de gravier pour l'hiver, 32 euros la tonne HT, je commande direct ?", /: 1 440 € HT/],
    ['mairie : 200 ramettes pour la rentrée, à 4,20 euros HT la ramette, achat direct ?', /: 840 € HT/],
    [
      'office de tourisme municipal, des vitrines à changer, y en a 6, 9 000 HT la vitrine, procédure ?',
      /: 54 000 € HT/,
    ],
    ['préfecture, traduction, deux ans pour 30 000 HT puis deux fois un an à 15 000 HT, procédure ?', /60 000 € HT/],
  ],
  'what is done to a road is works': [
    ['département, on refait le giratoire de la RD 12, 640 000 HT, procédure ?', /adaptée : 640 000 € HT/],
    [
      'ville, remplacement des menuiseries du groupe scolaire, 320 000 HT, quelle procédure ?',
      /adaptée : 320 000 € HT/,
    ],
  ],
  'a letter is of paper': [
    [
      "AOO d'une ville, rejets par lettre recommandée le 3 décembre 2026, signature à partir de quand ?",
      /19 décembre 2026/,
    ],
    ["appel d'offres, les lettres papier sont parties le 7 décembre 2026, on signe quand ?", /23 décembre 2026/],
  ],
  'all the days told before the rejections are counted back': [
    [
      "commune, AO ouvert dématérialisé, signature visée le 1er juin 2027, analyse 15 jours puis commission 5 jours après : l'avis part quand au plus tard ?",
      /limite des offres : vendredi 30 avril 2027/,
    ],
    [
      "AO ouvert électronique, notification le 15 juin 2027, 4 jours entre la signature et la notification, 20 jours d'analyse : envoi de l'avis ?",
      /envoi des rejets : lundi 31 mai 2027/,
    ],
  ],
  'a rate of retention is answered by yes or no': [
    ['on peut mettre 8 % de retenue de garantie ?', /^Non/],
    ['je peux prendre 2 % de retenue de garantie ?', /^Oui/],
  ],
  'what is asked by neither yes nor no opens with neither': [
    ['accord-cadre de 6 ans pour une commune, quelle durée maximale ?', /^Durée trop longue/],
    ['commune, 240 000 HT de services, quelles sont les règles pour le contrôle de légalité ?', /^Transmission/],
  ],
  'sums of a list that share a tax, a term that is no delay': [
    [
      'ville : factures de papeterie de 6 000, 4 800 et 3 600, TTC, tva 20. ça fait combien HT pour le seuil ?',
      /^12 000 € HT/,
    ],
    [
      'CCAG-FCS, bon notifié le 2 novembre 2026, il avait 10 jours, matériel arrivé en entier le 30 novembre, 100 000 HT : pénalité ?',
      /1 800 €/,
    ],
    [
      'ccag-fcs, 30 fauteuils à 800 HT pièce, 10 sont arrivés 50 jours trop tard, pénalité ?',
      /(?:pas de|aucune) pénalité|400 €/i,
    ],
  ],
  'what is asked is no fact': [
    ["60 000 HT de mobilier, c'est sans publicité pour une commune ?", /^Non/],
    ['commune, 100 000 HT pile de travaux, on peut passer sans mise en concurrence ?', /^Non/],
    ['ville, AO de services 300 000 HT attribué par la CAO, avenant de 4 %, la CAO doit le voir ?', /non requis/],
  ],
  'what comes back every year, and what is counted twice': [
    [
      'département, 900 tonnes de sel à 100 € HT la tonne par an, accord-cadre 4 ans, procédure ?',
      /formalisée : 360 000 € HT/,
    ],
    ['3 jardiniers pendant 20 jours à 250 € HT par jour et par jardinier, mairie, procédure ?', /: 15 000 € HT/],
    [
      'bons de commande, maximum 50 000 HT sur un an reconductible 3 fois, montant à comparer aux seuils ?',
      /^200 000 € HT/,
    ],
    [
      'on passe de 200 000 à 218 000 HT, services, commune, premier avenant, faible montant ?',
      /18 000 € en cumul ; 9 %/,
    ],
    ['CCAG travaux, tranche de 300 000 HT en retard de 30 jours sur un marché de 800 000, pénalité ?', /: 3 000 €/],
  ],
  'a place or who asks is no furniture, and who builds sells works': [
    [
      'préfecture, bureau du patrimoine : toiture à refaire, le couvreur annonce 80 000 HT, un seul chantier, mise en concurrence obligatoire ?',
      /^Non, achat direct/,
    ],
    [
      'ministère : réaménagement d’un plateau de bureaux, démolition 210 000 et peinture 150 000 HT, un seul chantier, quelle procédure ?',
      /^Procédure adaptée : 360 000/,
    ],
  ],
  'the hospital that pays, though another body is named': [
    [
      "notre EHPAD est un service du centre hospitalier, c'est l'hôpital qui paie, facture reçue le 26 octobre 2026, linge livré avant : payer quand ?",
      /15 décembre 2026/,
    ],
  ],
  'places served multiply nothing': [
    [
      'commune, repas pour les 2 écoles à 130 000 HT sur la durée totale, à transmettre au contrôle de légalité ?',
      /^Non, pas de transmission/,
    ],
    ['mairie, 3 écoles à équiper de mobilier, 12 000 HT chacune, procédure ?', /36 000 € HT/],
  ],
  'today, paid': [
    [
      "commune, facture de 18 600 € TTC à payer le 15 octobre 2026, le trésorier la paie aujourd'hui 28 novembre, intérêts dus ?",
      /273,19/,
    ],
  ],
  'how far the cost may go is told before the mission': [
    [
      'réhabilitation de l’école, coût prévisionnel des travaux 640 000 HT, CCAG MOE sans autre tolérance, jusqu’où peut monter le coût ?',
      /: 704 000 € HT/,
    ],
  ],
  'whether what was named is enough': [
    ['ministère, appel d’offres, licences 310 000 HT : où publier, le BOAMP suffit ?', /^Non, BOAMP et JOUE/],
    [
      'commune, mapa de travaux à 178 000 HT, le site de la mairie et le panneau d’affichage ça suffit comme publicité ?',
      /^Non, /,
    ],
  ],
};

const ASKED: readonly (readonly [string, string])[] = [
  [
    'préfecture : facture du traiteur arrivée le 12 novembre 2026 alors que la prestation n’était pas terminée, payer quand ?',
    'date_service_fait',
  ],
  ['mairie, portes pour 74 000 HT, menuisier PME, pas de sous-traitant, tva 20, avance due ?', 'duree_mois'],
  [
    'mairie, facture de 9 400 € TTC, elle devait être réglée le 10 septembre 2026, payée en retard, intérêts dus ?',
    'date_paiement',
  ],
  [
    'gendarmerie, 24 000 € TTC, date limite de paiement le 1er octobre 2026, payée en retard, combien d’intérêts ?',
    'date_paiement',
  ],
  [
    'université, procédure formalisée, cinq candidats, les courriers aux perdants partis le 26 novembre 2026, signer quand ?',
    'electronique',
  ],
  [
    'SDIS, réfection de la cour, avenant de 14 000 € HT, c’est le premier, faible montant ou pas ?',
    'montant_initial_ht',
  ],
  ['université, photocopieurs en location, 2 900 € HT par mois, quelle procédure ?', 'duree_mois'],
];

describe('what decides and was not told', () => {
  it.each(ASKED)('«%s» asks for %s', async (text, fact) => {
    expect((await told(text)).asks).toBe(fact);
  });
});

describe.each(Object.entries(CLASSES))('%s', (_, cases) => {
  it.each(cases)('«%s»', async (text, said) => {
    const reckoned = await told(text);
    expect([reckoned.said, reckoned.asks]).toEqual([expect.stringMatching(said), undefined]);
  });
});
