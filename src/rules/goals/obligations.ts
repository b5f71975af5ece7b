import { fold } from '../../french/words.ts';
import { addDays, addMonths } from '../calendar.ts';
import type { FactName, Situation } from '../facts.ts';
import type { Ask, Done, Goal } from '../goal.ts';
import { cents, day, euros, type Plain, type Work } from '../work.ts';
import { NATURE_ASK, settleDefence, settleNature } from './buyer.ts';
import { asksOfDuty, dutyIn, FORMAL_PROCEDURES, judgeDuty } from './duty.ts';
import { conservation, guaranteeReturn, offersValidity } from './kept-until.ts';
import { needsProfile } from './publicity.ts';

type Values = Readonly<Record<string, Plain | undefined>>;

/** What is due by amount, procedure and day: each duty that the facts suffice for, and no other. */
export const obligations: Goal = {
  day: 'date_lancement',
  asks: (given) => {
    const duty = dutyIn(given.get('objet_question'));
    if (duty !== undefined) return asksOfDuty(duty, given);
    if (asksAmount(given)) return [];
    if (/toutes/.test(String(given.get('objet_question')))) return [AMOUNT_ASK];
    return hasOwnSubject(given) ? subjectAsks(given) : [AMOUNT_ASK];
  },
  conclusion: ({ values, needs }) => [values, needs],
  compute: (work) => {
    settleDefence(work);
    work.set('organisme du secteur local', false);
    const duty = dutyIn(work.text('objet_question'));
    if (duty !== undefined) return judgeDuty(work, duty, DUTIES);
    const subjects = [
      conservation(work),
      turnover(work),
      subcontractor(work),
      asksOne(work) || isOver(work) ? undefined : awardNotice(work),
      guaranteeReturn(work),
      offersValidity(work),
    ];
    const asked = subjects.filter((one) => one !== undefined);
    const duties = work.has('montant_ht') && !asksOne(work) ? dutiesOf(work) : {};
    return {
      values: Object.assign({}, duties, ...asked.map(({ values = {} }) => values)),
      needs: asked.flatMap(({ needs = [] }) => needs),
    };
  },
};

const AMOUNT_ASK: Ask = { fact: 'montant_ht', tries: [10_000, 300_000] };

const asksAmount = (given: Situation) => given.has('montant_ht');

const SUBJECTS: readonly FactName[] = [
  'date_fin_execution',
  'montant_estime_marche_ht',
  'montant_estime_lot_ht',
  'date_reception_dossier_sous_traitant',
  'objet_question',
  'date_signature',
  'date_fin_garantie',
  'date_reception_ouvrage',
];

function hasOwnSubject(given: Situation): boolean {
  return SUBJECTS.some((fact) => given.has(fact));
}

function subjectAsks(given: Situation): readonly Ask[] {
  const told = given.get('objet_question');
  const keeps = given.has('date_fin_execution') || (typeof told === 'string' && /conservation|archiv/.test(fold(told)));
  return keeps && !given.has('nature') ? [NATURE_ASK] : [];
}

/** A question about one thing is not answered with all the others. */
function asksOne(work: Work): boolean {
  return /conservation|chiffre d'affaires|sous-traitance|restitution|validite/.test(fold(work.text('objet_question')));
}

/** Once it is carried out, and nothing told of what it was worth, what is left to ask is how long it is kept. */
const isOver = (work: Work): boolean => work.has('date_fin_execution') && !work.has('montant_ht');

function dutiesOf(work: Work): Values {
  const written = writtenOf(work);
  settleProcedure(work);
  if (work.text('procedure') === '') return written;
  return { ...written, ...dataOf(work), ...noticesOf(work), ...green(work), ...social(work), ...european(work) };
}

/** What each duty is worked out by. */
const DUTIES = { written: writtenOf, data: dataOf, notices: noticesOf, green, social, european, award } as const;

function writtenOf(work: Work): Values {
  const written = work.holds('écrit obligatoire');
  const amount = euros(work.number('montant_ht') ?? 0);
  work.say(
    `${amount} HT ${written ? 'atteint' : 'est sous'} ${work.said('seuil.ecrit')} : contrat écrit ${written ? 'obligatoire' : 'non imposé'}.`,
    'R2112-1',
  );
  return { ecrit: written };
}

function settleProcedure(work: Work): void {
  if (work.has('nature')) settleNature(work);
  if (!work.has('procedure') && work.knows('nature') && work.knows('acheteur'))
    work.set('procedure', work.wordOf('procédure à suivre'));
}

function dataOf(work: Work): Values {
  const due = work.holds('données à publier');
  const exempt = work.holds('passé sans concurrence');
  work.say(
    exempt
      ? `Marché conclu sous la dispense : ${due ? `à partir de ${work.said('seuil.donnees_essentielles.dispense')}, données essentielles publiées, ou liste annuelle au premier trimestre` : `sous ${work.said('seuil.donnees_essentielles.dispense')}, ni données essentielles ni liste annuelle`}.`
      : `Données essentielles ${due ? `à publier dans les ${work.said('delai.donnees_essentielles')}, à partir de` : 'non dues sous'} ${work.said('seuil.donnees_essentielles')}.`,
    'R2196-1',
    ...(exempt ? ['R2122-8'] : []),
  );
  const notified = work.text('date_notification_marche_initial');
  if (notified === '' || !due) return { donnees_essentielles_ou_liste_annuelle: due };
  const last = addMonths(notified, work.figure('delai.donnees_essentielles'));
  work.say(
    `Notifié le ${day(notified)} : publication au plus tard le ${day(last)}, sur le portail national de données ouvertes.`,
    'R2196-1',
  );
  return { donnees_essentielles_ou_liste_annuelle: due, donnees_au_plus_tard: last };
}

function noticesOf(work: Work): Values {
  if (work.holds('passé sans concurrence')) {
    work.say(
      'Sans publicité ni mise en concurrence : pas d’avis, donc pas de profil d’acheteur imposé.',
      'R2122-8',
      'R2132-2',
    );
    return { avis: false, profil_acheteur: false };
  }
  if (!knowsPurchase(work)) return {};
  const due = work.holds('avis imposé');
  work.say(
    due
      ? 'Un avis d’appel à la concurrence est imposé.'
      : 'Aucun support de publicité n’est imposé : elle est librement adaptée.',
    'R2131-12',
    ...(work.holds('passé en formalisée') ? ['R2131-16'] : []),
  );
  return { avis: due, profil_acheteur: needsProfile(work, work.wordOf('publicité à faire')) };
}

/** A duty asked alone tries who buys and what, where nobody said. */
function knowsPurchase(work: Work): boolean {
  const alone = dutyIn(work.text('objet_question')) !== undefined;
  return (alone ? work.has('acheteur') : work.knows('acheteur')) && work.has('nature');
}

/** The environment in the award of every competed contract (R2152-7). */
function green(work: Work): Values {
  if (work.holds('passé sans concurrence')) return {};
  const due = work.holds('critère environnemental dû');
  work.say(
    due
      ? 'Au moins un critère d’attribution prend en compte l’environnement (consultation lancée depuis le 21 août 2026).'
      : 'Le critère environnemental obligatoire ne vaut que pour les consultations lancées depuis le 21 août 2026.',
    'R2152-7',
    'L2152-7',
  );
  return { critere_environnemental: due };
}

/** The social clause from the European thresholds (L2112-2-1). */
function social(work: Work): Values {
  if (!knowsPurchase(work)) return {};
  const due = work.holds('condition sociale due');
  const months = work.number('duree_mois');
  if (
    due &&
    work.text('nature') === 'travaux' &&
    months !== undefined &&
    months < work.figure('duree.travaux.dispense_clause_sociale')
  ) {
    work.say(
      `Travaux de moins de ${work.said('duree.travaux.dispense_clause_sociale')} : c’est l’un des motifs de dispense de la condition d’exécution sociale, due sinon à partir de ${work.saidBy('seuil européen du marché')}. Le motif se conserve.`,
      'L2112-2-1',
    );
    return { condition_sociale: false };
  }
  work.say(
    due
      ? `À partir de ${work.saidBy('seuil européen du marché')} : condition d’exécution sociale ou relative à l’emploi, sauf l’un des quatre motifs, à conserver.`
      : `La condition d’exécution sociale n’est due qu’à partir de ${work.saidBy('seuil européen du marché')}, pour les consultations lancées depuis le 22 août 2026.`,
    'L2112-2-1',
  );
  return { condition_sociale: due };
}

function european(work: Work): Values {
  if (!knowsPurchase(work)) return {};
  const [notice, report] = [work.holds('avis d attribution dû'), work.holds('rapport de présentation dû')];
  const from = work.saidBy('seuil européen du marché');
  work.say(
    notice
      ? `À partir de ${from} : avis d’attribution dans les ${work.said('delai.avis_attribution')} de la signature${report ? ', et rapport de présentation' : ''}.`
      : `Sous ${from}, ni avis d’attribution ni rapport de présentation ne sont imposés.`,
    'R2183-1',
    'R2184-1',
  );
  return { avis_attribution: notice, rapport_presentation: report };
}

const FORMAL: ReadonlySet<string> = new Set(FORMAL_PROCEDURES);

function award(work: Work): Values {
  if (work.told('montant_ht') === undefined && FORMAL.has(work.text('procedure'))) {
    work.say(
      `À partir des seuils européens, ceux de la procédure formalisée : avis d’attribution dans les ${work.said('delai.avis_attribution')} de la signature.`,
      'R2183-1',
    );
    return { avis_attribution: true, ...awardNotice(work)?.values };
  }
  const duties = european(work);
  return duties['avis_attribution'] === true ? { ...duties, ...awardNotice(work)?.values } : duties;
}

/** The last day for the award notice: within thirty days of the signature (R2183-1). */
function awardNotice(work: Work): Done | undefined {
  const signed = work.text('date_signature');
  if (signed === '') return undefined;
  const last = addDays(signed, work.figure('delai.avis_attribution'));
  work.say(
    `Avis d’attribution, quand il est dû : ${work.said('delai.avis_attribution')} au plus après la signature du ${day(signed)}, soit le ${day(last)}.`,
    'R2183-1',
  );
  return { values: { avis_attribution_au_plus_tard: last } };
}

/** The most yearly turnover that may be required, of the lot where there is one (R2142-7). */
function turnover(work: Work): Done | undefined {
  const asked = /chiffre d'affaires/.test(fold(work.text('objet_question')));
  const estimate =
    work.number('montant_estime_lot_ht') ??
    work.number('montant_estime_marche_ht') ??
    (asked ? work.number('montant_ht') : undefined);
  if (estimate === undefined) return asked ? { needs: ['montant_estime_marche_ht'] } : undefined;
  work.set('montant estime', estimate);
  const most = cents(work.amountOf('chiffre d affaires exigible'));
  work.say(
    `Chiffre d’affaires annuel minimal : ${work.said('ratio.chiffre_affaires')} le montant estimé du ${work.has('montant_estime_lot_ht') ? 'lot' : 'marché'}, soit ${euros(estimate)} × ${String(work.figure('ratio.chiffre_affaires')).replace('.', ',')} = ${euros(most)} au plus, sauf justification écrite.`,
    'R2142-7',
  );
  return { values: { plafond_ca: most } };
}

/** Twenty-one days of silence accept a subcontractor (R2193-4). */
function subcontractor(work: Work): Done | undefined {
  const received = work.text('date_reception_dossier_sous_traitant');
  if (received === '')
    return /sous-traitance/.test(work.text('objet_question'))
      ? { needs: ['date_reception_dossier_sous_traitant'] }
      : undefined;
  const answered =
    work.flag('reponse') || (work.text('reponse') !== '' && !/aucune|silence|non|pas/.test(fold(work.text('reponse'))));
  if (answered) {
    work.say('L’acheteur a répondu : il n’y a pas d’acceptation par silence.', 'R2193-4');
    return { values: {} };
  }
  const accepted = addDays(received, work.figure('delai.silence_sous_traitant'));
  work.say(
    `Dossier reçu le ${day(received)} : le silence gardé ${work.said('delai.silence_sous_traitant')} vaut acceptation du sous-traitant et agrément de ses conditions de paiement, le ${day(accepted)}.`,
    'R2193-4',
  );
  return { values: { acceptation_tacite: accepted } };
}
