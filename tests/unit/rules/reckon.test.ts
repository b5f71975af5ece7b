import { describe, expect, it } from 'vitest';
import { createReadTurn } from '../../../src/dialogue/turn.ts';
import { createReckon, type Reckoned, type Retained } from '../../../src/rules/reckon.ts';
import { figures } from './fixtures.ts';

const reckon = createReckon('knowledge', figures);
const readTurn = createReadTurn('knowledge');
/** Below this a line is about what was being said. */
const WHOLE = 0.6;
const AT = '2026-11-20';

/** One line after another of one dialogue. */
async function say(...lines: readonly string[]): Promise<Reckoned | undefined> {
  let before: Retained | undefined;
  let last: Reckoned | undefined;
  for (const text of lines) {
    const { turn, shares } = readTurn(text, undefined);
    const leans = before !== undefined && (shares.get('whole') ?? 0) < WHOLE;
    const after = leans ? { question: before?.text ?? '', states: turn === 'facts' } : undefined;
    last = await reckon({ text, at: AT, reader: 'service', before, after });
    before = last?.retained ?? before;
  }
  return last;
}
const plain = (text = '') => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
const said = async (...lines: readonly string[]) => plain((await say(...lines))?.told.said);
const CHAIRS = 'on a un besoin de 30 chaises pour la salle des fêtes, 45 € pièce, on fait comment ?';

describe('a line that asks for what can be worked out', () => {
  it('is told its result first, how it comes, the article, and what was taken for granted', async () => {
    const told = (await say(CHAIRS))?.told;
    expect(plain(told?.said)).toBe('Achat direct, sans publicité ni mise en concurrence : 1 350 € HT.');
    expect(plain(told?.formula)).toMatch(/^30 × 45 € = 1 350 € HT\./);
    expect(told?.articles).toContain('R2122-8');
    expect(plain(told?.assumed.join())).toContain('le prix est hors taxes');
    expect(told?.facts.map(plain)).toEqual(['30 × 45 €', 'fournitures']);
  });

  it('is asked for the one fact that lacks, with its choices', async () => {
    const told = (await say('facture reçue le 5 octobre, on paie avant quand ?'))?.told;
    expect(told?.missing?.fact).toBe('acheteur');
    expect(told?.missing?.choices.length).toBe(2);
    expect(plain(told?.said)).toMatch(
      /^Établissement de santé : .*24 novembre 2026.* ; tout autre acheteur : .*4 novembre/,
    );
    expect(plain(told?.formula)).toMatch(/^Pour quel organisme achetez-vous/);
  });

  it('says first what holds whatever the fact is, then asks', async () => {
    const told = (await say('combien de temps pour payer une facture à l’hôpital ?'))?.told;
    expect(plain(told?.said)).toContain('50 jours');
    expect(plain(told?.formula)).toMatch(/Quand la facture est-elle arrivée.*\?$/);
  });

  it('tells the cases of what is not known in as few words as they part, or what to find out', async () => {
    const sent = 'j’ai envoyé les lettres de rejet hier, quand je signe ?';
    expect(plain((await say(sent, 'je ne sais pas'))?.told.formula).split('\n')).toEqual([
      '- Une procédure adaptée : pas de délai à attendre avant de signer.',
      "- Un appel d'offres ouvert, avec envoi par voie électronique : lundi 30 novembre 2026, premier jour où signer.",
      "- Un appel d'offres ouvert, sans envoi par voie électronique : samedi 5 décembre 2026, premier jour où signer.",
    ]);
    const advance = 'combien d’avance pour un marché de 100 000 € HT sur 12 mois ?';
    expect(plain((await say(advance, 'je ne sais pas'))?.told.formula)).toMatch(/^- Pour quel organisme/);
  });

  it('says in the first line which buyers are told otherwise, and asks', async () => {
    const told = (await say('120 000 € HT de travaux, faut-il publier au BOAMP ?'))?.told;
    expect(plain(told?.said)).toMatch(/^Office de l'habitat ou entité adjudicatrice : non, .* : oui, BOAMP ou journal/);
    expect(told?.missing?.fact).toBe('acheteur');
  });

  it('parts an amount that nobody gave by where the conclusion turns', async () => {
    expect(
      await said(
        'on a trouvé un robot innovant pour tondre le stade, mairie. on peut l’acheter sans mise en concurrence ?',
      ),
    ).toMatch(/^Moins de 100 000 € HT : oui, .* ; à partir de 100 000 € HT : non/);
    expect(await said('prestation d’archivage à 40 000 € HT par an pour la commune, faut-il publier ?')).toMatch(
      /^Jusqu'à 1 an : non, .* ; plus de 1 an et jusqu'à 2 ans : .*libre.* ; plus de 2 ans : oui, BOAMP/,
    );
  });

  it.each([
    ['CCAG FCS, marché 90 000 HT, 40 jours de retard, pénalité ?', /\(si c'est tout le marché qui est en retard\)/],
    ['CCAG FCS, toute la livraison de 90 000 HT a 40 jours de retard, pénalité ?', /^Pénalités dues : 3 600 €\.$/],
    ['ccag travaux, marché 480 000, 12 jours de retard, pénalité ?', /1 920 € \(si les montants sont hors taxes\)\.$/],
    ['facture de 5 000, échue le 1er septembre, payée le 20 octobre, intérêts ?', /\(si les montants sont TTC\)\.$/],
    [
      'travaux 150 000 HT, avenants de -18 000 puis +31 000, possible ?',
      /8,67 % du montant initial \(si les moins-values se déduisent/,
    ],
    [
      'appel d’offres restreint, avis parti le 8 décembre, limite des candidatures ?',
      /\(sauf entité adjudicatrice\)\.$/,
    ],
  ])('«%s»: what was taken for granted and would change the value is in the first line', async (text, wanted) => {
    expect(await said(text)).toMatch(wanted);
  });

  it.each([
    ['30 chairs at 45 € each, do we need a tender?', /^Non, achat direct.* : 1 350 € HT|^Achat direct.* : 1 350 € HT/],
    ['We have 3 quotes, 62,000 euros of works, which procedure?', /^Achat direct.* : 62 000 € HT/],
    ['Town hall, services worth 95,000 euros excluding VAT, do we have to publish?', /^Oui, BOAMP ou journal/],
    [
      'Open tender, rejection letters sent electronically on 20 November 2026, when can we sign?',
      /^Mardi 1er décembre 2026/,
    ],
    [
      'Open procedure, notice sent electronically on 1 December 2026, minimum deadline for tenders?',
      /^Jeudi 31 décembre 2026/,
    ],
    ['They submitted the invoice on 3 March 2026, town, when do we have to pay at the latest?', /^Jeudi 2 avril 2026/],
    [
      'Invoice of 12,000 euros incl. VAT due on 15 September 2026, paid on 30 October 2026, how much late interest?',
      /193,86 €/,
    ],
    [
      'Contract of 80,000 euros excl. VAT for 6 months, town, SME, is an advance payment mandatory?',
      /^Avance obligatoire/,
    ],
    [
      'Retention money on a 200,000 euro contract incl. VAT, large company, town: maximum?',
      /5 % au plus ; 10 000 € au plus\.$/,
    ],
    ['CCAG FCS, the whole delivery of 50,000 euros excl. VAT is 30 days late, what penalty?', /1 500 €\.$/],
    [
      'Works contract of 200,000 euros, we want to add 25,000, first amendment, is it allowed?',
      /^Oui, modification possible.*12,50 %/,
    ],
    ['Cleaning at 2,500 euros excl. VAT per month for 4 years, what is the total?', /^120 000 €/],
    ['We want to sign on 1 June 2027, open tender, electronic, town, supplies: when should I publish?', /21 mai 2027/],
    ['Contract of 45,000 euros excl. VAT, do we need to publish the essential data?', /^Oui, données essentielles/],
    ['Department, services 230,000 euros excl. VAT, must we send it to the prefect?', /^Oui, transmission/],
    ['Framework agreement for 6 years for a town, is that allowed?', /^Non, durée trop longue/],
    ['Innovative purchase of 95,000 euros excl. VAT, services, town, direct award possible?', /^Oui, achat innovant/],
    ['Works total 8,000,000 euros, lot 3 is 900,000 euros, can it be a small lot?', /^Oui, en procédure adaptée/],
    ['Architect fees 350,000 euros, town, new school: is a design contest mandatory?', /^Oui, concours obligatoire/],
  ])('«%s» is worked out as its French twin', async (text, wanted) => {
    const told = await reckon({ text, isEnglish: true, at: AT, reader: 'achat', before: undefined });
    expect(plain(told?.told.said)).toMatch(wanted);
  });

  it('tells the branches before it asks which', async () => {
    const told = (await say('150 000 € HT de conseil, quelle procédure ?'))?.told;
    expect(plain(told?.said)).toBe(
      "État ou établissement de l'État : procédure formalisée ; dans les autres cas : procédure adaptée.",
    );
    expect(told?.missing?.fact).toBe('acheteur');
  });

  it.each([
    ['nettoyage du gymnase, 95 000 € HT, on peut se passer de publicité ?', / : non, BOAMP ou journal/],
    ['nettoyage du gymnase, 95 000 € HT, faut-il une mise en concurrence ?', /^Oui, procédure adaptée/],
    ['12 000 € HT de chaises, on peut commander direct ?', /^Oui, achat direct/],
    [
      'commune, maîtrise d’œuvre d’une crèche neuve à 250 000 € HT, peut-on se passer du concours ?',
      /^Pas de concours/,
    ],
    ['il faut obligatoirement 3 devis pour 4 800 € HT de tables ?', /^Non, achat direct/],
    ['12 000 € HT de chaises pour la mairie, faut un appel d’offres ?', /^Non, achat direct/],
  ])('«%s» opens with the yes or the no that was asked', async (text, wanted) => {
    expect(await said(text)).toMatch(wanted);
  });

  it.each([
    'lot 2 de notre opération de mobilier, 30 000 € HT, achat direct possible ? commune',
    'mairie : 20 000 € HT de fournitures cette année, on peut commander direct ?',
    '60 000 € HT pour la première tranche de voirie, quelle procédure ? mairie',
    'commune, un des lots est à 30 000 € HT de mobilier, quelle procédure ?',
  ])('«%s»: a part does not conclude for the whole', async (text) => {
    const told = (await say(text))?.told;
    expect(told?.missing?.fact).toBe('montant_ht');
    expect(plain(told?.said)).toMatch(/^Si ce montant est tout le besoin : /);
  });

  it('concludes of a part that its whole cannot change, or whose whole is told', async () => {
    expect(await said('mairie, première tranche de services à 300 000 € HT, quelle procédure ?')).toMatch(
      /^Procédure formalisée/,
    );
    const told = (await say('quelle procédure pour le lot 2 de 30 000 € HT sur un total de 50 000 de mobilier ?'))
      ?.told;
    expect(told?.missing).toBeUndefined();
  });

  it('says a modification possible under the condition that it is the first, and asks where it is not', async () => {
    const market = 'sur un marché de services de 120 000 € HT de la commune, possible ?';
    expect(await said(`avenant de 9 000 € HT ${market}`)).toMatch(/si c'est la première modification/);
    expect(await said(`premier avenant de 9 000 € HT ${market}`)).not.toContain('si c');
    expect(await said(`avenant de 19 000 € HT ${market}`)).toMatch(/^Non/);
    const later = `deuxième avenant de 9 000 € HT ${market}`;
    expect((await say(later))?.told.missing?.fact).toBe('modifications_ht');
    expect(await said(later, '8 000')).toMatch(/^Non, .*17 000/);
    expect(await said(later, '1 000')).toMatch(/^Oui, .*10 000/);
  });

  it('takes no sum for another: a limit quoted, a lot alone, a net sum where the gross one counts', async () => {
    const quoted =
      '47 500 € HT de blanchisserie pour le CHU, on me dit que 216 000 c’est la limite, quelle procédure ?';
    expect(await said(quoted)).toMatch(/^Achat direct.*47 500 €/);
    const lot =
      'petit lot de gravure à 19 000 € HT d’un marché de fournitures de la mairie, en adaptée au titre des 20 % ?';
    expect((await say(lot))?.told.missing?.fact).toBe('total_lots_ht');
    const interest = 'intérêts moratoires sur 8 750 € HT, échéance le 1er septembre, payé le 29 septembre ?';
    expect((await say(interest))?.told.missing?.fact).toBe('montant_ttc');
    const slashed =
      'mairie, appel d’offres de services de 500 000 € HT, petits lots : 330 / 72 / 58 / 40 k HT, lesquels en adaptée ?';
    expect(plain((await say(slashed))?.told.formula)).toMatch(/20 % du total, soit 100 000 €/);
  });

  it('reads a day by what has gone since', async () => {
    expect(await said('mairie, facture reçue il y a 35 jours, on paie avant quand ?')).toMatch(/^Dimanche 15 novembre/);
    expect(await said('mairie, facture reçue il y a deux semaines, on paie avant quand ?')).toMatch(/6 décembre 2026/);
  });

  it.each([
    ['31 000 € HT sans publicité pour la mairie, faut-il un contrat écrit ?', 'Oui, contrat écrit obligatoire.'],
    [
      'MAPA de services de 100 000 € HT, critère environnemental obligatoire ?',
      'Oui, critère environnemental obligatoire.',
    ],
    [
      'appel d’offres de services de 300 000 € HT pour la ville, rapport de présentation à faire ?',
      'Oui, rapport de présentation dû.',
    ],
  ])('«%s» is told the one duty that it asks about', async (text, wanted) => {
    expect(await said(text)).toBe(wanted);
  });

  it.each([
    'c’est quoi une avance ?',
    'qui signe un marché de 300 000 € à la mairie ?',
    'comment rédiger un avenant ?',
    'quel est le seuil de la procédure adaptée ?',
    'merci pour la réponse',
    'à quoi sert la retenue de garantie ?',
  ])('«%s» is none', async (text) => {
    expect(await say(text)).toBeUndefined();
  });

  it('asks which tax, where it decides', async () => {
    const line = '70 000 euros de logiciel, quelle procédure pour la ville ?';
    expect((await say(line))?.told.missing?.choices[0]).toMatch(/^Hors taxes/);
    expect(await said(line, 'Hors taxes, pour tout')).toMatch(/^Procédure adaptée/);
    expect(await said(line, 'TTC, à 20 % de TVA')).toMatch(/^Achat direct/);
  });
});

describe('the next line', () => {
  it('that tells nothing the case looks at gives no fact of it', async () => {
    const late = 'CCAG-FCS 45 jours de retard, combien de pénalités ?';
    expect((await say(late, '80 000'))?.told.missing).toBeUndefined();
    expect(await say(late, 'le titulaire a 3 sous-traitants, je dois les déclarer ?')).toBeUndefined();
    expect(await say('retenue de garantie, commune, PME, combien ?', '1 seule offre a mon mapa')).toBeUndefined();
  });

  it('changes the sum that it is nearest to', async () => {
    const twelve = await said('avenant de 8 000 HT sur un marché de travaux, possible ?', '100 000', 'et à 12 000 ?');
    expect(twelve).toMatch(/12 000 € en cumul ; 12 % du montant initial/);
  });

  it('takes away what it denies', async () => {
    const asked =
      'commune, accord-cadre de fournitures minimum 12 000 et maximum 45 000 HT par an, 4 ans, quel montant pour les seuils ?';
    const told = (await say(asked, 'sans minimum'))?.told;
    expect(plain(told?.formula)).not.toContain('12 000');
    expect(plain(told?.said)).toBe('180 000 € HT pour tout le besoin.');
  });

  it.each([
    [['et si c’était 75 000 ?'], /^Procédure adaptée : 75 000 € HT/],
    [['et si c’était 75 000 ?', 'et si c’est des travaux ?'], /^Achat direct.* : 75 000 € HT/],
    [['75 000', 'on est une commune'], /^Procédure adaptée : 75 000 € HT ; publicité/],
    [['et si c’était 230 000 ?', 'on est une commune', 'et la publicité ?'], /^BOAMP et JOUE/],
  ] as const)('%s changes what was given', async (lines, wanted) => {
    expect(await said(CHAIRS, ...lines)).toMatch(wanted);
  });

  it('says afterwards that a sum was gross: it is no longer taken as net', async () => {
    const told = (await say(CHAIRS, 'et si c’était 62 000 ?', 'en fait c’est TTC'))?.told;
    expect(told?.missing?.fact).toBe('taux_tva');
  });

  it('answers the fact that was asked for, in that fact’s own unit', async () => {
    const start = ['on est mairie, marché à 90 000 HT avec une grande entreprise sans ccag, avance obligatoire ?'];
    expect((await say(...start))?.told.missing?.fact).toBe('duree_mois');
    expect(await said(...start, '12 mois')).toMatch(/^Avance obligatoire/);
    expect(await said(...start, 'un mois')).toMatch(/^Pas d'avance obligatoire/);
  });

  it('«je ne sais pas» is told what each case gives', async () => {
    const told = (await say('facture reçue le 5 octobre, on paie avant quand ?', 'je ne sais pas'))?.told;
    expect(plain(told?.said)).toMatch(/^Cela dépend/);
    expect(plain(told?.formula)).toMatch(/4 novembre 2026[\s\S]*24 novembre 2026/);
  });

  it('about something else leaves the case alone', async () => {
    expect(await say(CHAIRS, 'quel est le délai de paiement d’un hôpital ?')).toBeUndefined();
    expect(await say(CHAIRS, 'qui signe le bon de commande ?')).toBeUndefined();
  });
});
