import { fold } from '../../french/words.ts';
import type { Situation } from '../facts.ts';
import type { Done, Goal } from '../goal.ts';
import type { ObjectWords } from '../rulebook.ts';
import { day, euros, type Plain, type Work } from '../work.ts';
import { asksOfPurchase, scopeOf, settleBuyer, settleDefence, settleNature } from './buyer.ts';
import { asksOfNeed, isSupposed, nameOf, sumNeed } from './need.ts';

/** Which procedure, and where to publish: R2122-8 and following, R2123-1, R2124-1, annexe 2; the need of R2121-1 and following. */
export const procedure: Goal = {
  day: 'date_lancement',
  asks: (given, objects) =>
    hasTwoContracts(given) ? asksOfTwo(given, objects) : [...asksOfNeed(given), ...asksOfPurchase(given, objects)],
  conclusion: ({ value, values }) => value ?? [values?.['travaux'], values?.['maitrise_oeuvre']],
  compute: (work) => {
    sayWhichDay(work);
    settleBuyer(work);
    settleDefence(work);
    return work.has('maitrise_oeuvre_ht') && (work.has('travaux_ht') || work.text('nature') === 'travaux')
      ? computeTwo(work)
      : computeOne(work);
  },
};

const hasTwoContracts = (given: Situation) =>
  given.has('maitrise_oeuvre_ht') && (given.has('travaux_ht') || given.get('nature') === 'travaux');

function asksOfTwo(given: Situation, objects: readonly ObjectWords[]) {
  return asksOfPurchase(given, objects).filter(({ fact }) => fact !== 'nature');
}

/** The day the consultation starts decides, not that of the signature (R2121-3). */
function sayWhichDay(work: Work): void {
  if (!work.has('date_lancement')) return;
  work.say(
    `Les seuils se lisent au jour où la consultation est lancée, le ${day(work.text('date_lancement'))}${work.has('date_signature_prevue') ? ', non à celui de la signature' : ''}.`,
    'R2121-3',
  );
}

function computeOne(work: Work): Done {
  settleNature(work);
  const total = sumNeed(work);
  work.set('montant_ht', total);
  const found = findProcedure(work, total);
  return {
    value: found.value,
    values: {
      procedure: found.value,
      ...(isSupposed(work) ? {} : { montant_ht: total, montant_total: total }),
      ...(found.value === 'a_confirmer' ? {} : { publicite: findPublicity(work, found.value) }),
    },
    ...(found.branches === undefined ? {} : { branches: found.branches }),
  };
}

/** Design is not part of a works operation: each contract has its own amount (R2121-5, R2121-6). */
function computeTwo(work: Work): Done {
  const works = work.number('travaux_ht') ?? work.number('montant_ht') ?? 0;
  const design = work.number('maitrise_oeuvre_ht') ?? 0;
  work.say(
    'La maîtrise d’œuvre est un marché de services : elle ne s’ajoute pas aux travaux, chaque marché se compare à son seuil.',
    'R2121-5',
    'R2121-6',
    'R2172-1',
  );
  work.set('livres_non_scolaires', false);
  const under = (nature: string, amount: number) => {
    work.set('nature', nature);
    work.set('montant_ht', amount);
    return findProcedure(work, amount).value;
  };
  return { values: { travaux: under('travaux', works), maitrise_oeuvre: under('services', design) } };
}

interface Found {
  readonly value: string;
  readonly branches?: Readonly<Record<string, Plain>>;
}

function findProcedure(work: Work, total: number): Found {
  const value = work.wordOf('procédure à suivre');
  const pending = work.announced('seuil.dispense.travaux');
  const isWorks = work.text('nature') === 'travaux' || work.has('travaux_ht');
  if (isWorks && value === 'adaptee' && pending !== undefined && total < pending && !work.flag('defense_securite')) {
    work.say(
      `${euros(total)} HT de travaux : ${work.said('seuil.dispense.travaux')}. Tant que ce relèvement n’est pas confirmé, ne dispensez pas : à ${euros(pending)} HT confirmés le marché se passerait sans mise en concurrence, sinon en procédure adaptée.`,
      'R2122-8',
      'R2123-1',
    );
    return { value: 'a_confirmer', branches: { confirme: 'dispense_seuil', non_confirme: 'adaptee' } };
  }
  sayProcedure(work, total, value);
  const coming = work.coming('seuil.dispense.travaux');
  if (isWorks && value === 'adaptee' && coming !== undefined && total < coming.value && !work.flag('defense_securite'))
    work.say(
      `Un relèvement à ${euros(coming.value)} HT est annoncé au ${day(coming.from)}, à confirmer : d’ici là, ne dispensez pas.`,
      'R2122-8',
    );
  return { value };
}

function sayProcedure(work: Work, total: number, value: string): void {
  const below = work.saidBy('seuil de dispense');
  const article = dispenseArticle(work);
  const named = `${nameOf(work, total)}${isSupposed(work) ? '' : ' HT'}`;
  if (value === 'dispense_seuil') {
    work.say(
      `${named} est sous ${below} : le marché peut se passer sans publicité ni mise en concurrence, en choisissant une offre pertinente, au bon prix, sans reprendre toujours la même entreprise.`,
      article,
    );
    return;
  }
  if (isSpecific(work)) {
    work.say(
      `${named} atteint ${below} ; un service social ou spécifique se passe en procédure adaptée quel que soit son montant.`,
      work.flag('defense_securite') ? 'R2323-2' : 'R2123-1',
      article,
    );
    return;
  }
  const formal = work.saidBy('seuil formalisé');
  const lowest = work.knows('acheteur') || work.text('nature') === 'travaux' ? '' : 'le plus bas ';
  if (value === 'adaptee')
    work.say(
      `${named} atteint ${below} et reste sous ${formal}, ${lowest}seuil de procédure formalisée : procédure adaptée.`,
      work.flag('defense_securite') ? 'R2323-1' : 'R2123-1',
      article,
      'annexe 2',
    );
  else
    work.say(
      `${named} atteint ${formal}, seuil de procédure formalisée${scopeOf(work)} : procédure formalisée.`,
      work.flag('defense_securite') ? 'L2324-1' : 'R2124-1',
      'annexe 2',
    );
}

function dispenseArticle(work: Work): string {
  if (work.flag('defense_securite')) return 'R2322-14';
  return /\blivres?\b/.test(fold(work.text('objet'))) && work.saidBy('seuil de dispense') === work.said('seuil.livres')
    ? 'R2122-9'
    : 'R2122-8';
}

function isSpecific(work: Work): boolean {
  return work.text('nature') === 'services_specifiques';
}

/** Where to publish under that procedure, when the buyer is known; undefined else, what binds nearly all being said. */
function findPublicity(work: Work, value: string): string | undefined {
  if (!work.knows('acheteur')) {
    if (value === 'adaptee' && !isSupposed(work) && !isSpecific(work)) sayUsualPublicity(work);
    return undefined;
  }
  work.set('procedure', value);
  const publicity = work.wordOf('publicité à faire');
  sayPublicity(work, publicity, value);
  return publicity;
}

function sayUsualPublicity(work: Work): void {
  const limit = work.said('seuil.publicite.mapa');
  const due = (work.number('montant_ht') ?? 0) >= work.figure('seuil.publicite.mapa');
  work.say(
    due
      ? `À partir de ${limit}, l’État, les collectivités et leurs établissements publient un avis au BOAMP ou dans un journal d’annonces légales.`
      : `Sous ${limit}, la publicité est librement adaptée : le BOAMP n’est pas imposé.`,
    'R2131-12',
  );
}

export function sayPublicity(work: Work, publicity: string, value: string): void {
  const limit = work.said('seuil.publicite.mapa');
  if (value === 'dispense_seuil') return;
  switch (publicity) {
    case 'libre':
      if (isSpecific(work))
        work.say(
          `Publicité librement adaptée au montant et à la nature des services, sous ${work.saidBy('seuil européen des services spécifiques')} : pas d’avis européen.`,
          'R2131-14',
        );
      else if (work.holds('publie au BOAMP'))
        work.say(`Sous ${limit}, la publicité est librement adaptée : le BOAMP n’est pas imposé.`, 'R2131-12');
      else if (work.text('acheteur') === 'entite_adjudicatrice')
        work.say(
          `Une entité adjudicatrice choisit librement ses supports en procédure adaptée ; une collectivité, son établissement ou son groupement publie, même alors, au BOAMP ou dans un journal d’annonces légales dès ${limit}.`,
          'R2131-13',
          'R2131-12',
        );
      else work.say('Cet acheteur choisit librement ses supports en procédure adaptée.', 'R2131-13', 'R2100-1');
      return;
    case 'boamp_ou_jal':
      work.say(
        `À partir de ${limit} : avis au BOAMP ou dans un journal habilité à recevoir des annonces légales.`,
        'R2131-12',
      );
      return;
    case 'boamp_et_joue':
      work.say('Avis de marché au BOAMP et au Journal officiel de l’Union européenne.', 'R2131-16');
      return;
    default:
      if (isSpecific(work))
        work.say(
          `À partir de ${work.saidBy('seuil européen des services spécifiques')} : avis au Journal officiel de l’Union européenne.`,
          'R2131-15',
        );
      else
        work.say(
          'Avis de marché au Journal officiel de l’Union européenne ; le BOAMP n’est pas imposé à cet acheteur.',
          'R2131-16',
          'R2100-1',
        );
  }
}
