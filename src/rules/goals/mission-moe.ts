import { fold } from '../../french/words.ts';
import type { Situation } from '../facts.ts';
import type { Done, Goal } from '../goal.ts';
import { cents, euros, type Plain, percent, type Work } from '../work.ts';
import { BUYER_ASK, settleDefence } from './buyer.ts';

const OPERATION = { fact: 'operation', tries: ['neuf', 'rehabilitation'] } as const;
const WORK = { fact: 'ouvrage', tries: ['batiment', 'infrastructure'] } as const;

/** The basic mission, the competition and the tolerance on costs: L2431-3, R2431-4, R2431-5, R2172-2, CCAG-MOE 13. */
export const missionMoe: Goal = {
  asks: (given) => {
    const contest = given.has('maitrise_oeuvre_ht');
    if (isPrize(given)) return [];
    if (!contest && given.get('objet_question') === 'concours') return [];
    return [
      ...(contest && !given.has('acheteur') ? [BUYER_ASK] : []),
      ...(contest && !given.has('operation') ? [OPERATION] : []),
      ...(contest && !given.has('ouvrage') ? [WORK] : []),
      ...(!contest &&
      given.has('cout_previsionnel_travaux_ht') &&
      !given.has('operation') &&
      ownTolerance(given) === undefined
        ? [OPERATION]
        : []),
      ...(!contest && !given.has('cout_previsionnel_travaux_ht') && !given.has('ouvrage') ? [WORK] : []),
    ];
  },
  conclusion: ({ value, values, needs }) => [
    value,
    values?.['concours_obligatoire'],
    values?.['procedure'],
    values?.['plafond_tolerance'],
    values?.['prime_min_ht'],
    values?.['mission_de_base_obligatoire'],
    needs,
  ],
  compute: (work) => {
    settleDefence(work);
    if (work.has('etudes_concours_ht') && !work.has('maitrise_oeuvre_ht')) return { values: prizeOf(work) };
    if (asksContest(work)) return { needs: ['maitrise_oeuvre_ht'] };
    const tolerance = work.has('cout_previsionnel_travaux_ht') ? judgeTolerance(work) : {};
    // Whoever asks about the competition asks nothing of the mission.
    const isContest = work.text('objet_question') === 'concours';
    const mission =
      (work.knows('ouvrage') && !isContest) ||
      (work.has('ouvrage') && !work.has('maitrise_oeuvre_ht') && !work.has('cout_previsionnel_travaux_ht'))
        ? judgeMission(work)
        : {};
    const contest = work.has('maitrise_oeuvre_ht') ? judgeContest(work) : {};
    const due = contest.values?.['concours_obligatoire'];
    return {
      ...(typeof due === 'boolean' ? { value: due ? 'oui' : 'non' } : {}),
      // What was asked first is told first: whoever gives the cost asks how far it may go.
      values: { ...tolerance.values, ...mission, ...contest.values },
      ...(tolerance.needs === undefined ? {} : { needs: tolerance.needs }),
    };
  },
};

/** What the studies asked of each competitor are worth says what each is paid at least, and nothing of whether a competition is due. */
const isPrize = (given: Situation): boolean => given.has('etudes_concours_ht') && !given.has('maitrise_oeuvre_ht');

function prizeOf(work: Work): Readonly<Record<string, Plain>> {
  const studies = work.number('etudes_concours_ht') ?? 0;
  const prize = cents(work.amountOf('prime minimale de concours'));
  work.say(
    `${euros(studies)} HT d’études − ${work.said('taux.abattement_prime.concours')} au plus = ${euros(prize)} HT au moins par concurrent ; le dossier dit la prime et quand elle peut être réduite.`,
    'R2172-4',
  );
  return { prime_min_ht: prize };
}

/** A competition is due by what the design costs, not by what is built. */
function asksContest(work: Work): boolean {
  return work.text('objet_question') === 'concours' && !work.has('maitrise_oeuvre_ht');
}

function ownTolerance(given: Situation): number | undefined {
  const told = given.get('seuil_de_tolerance_au_marche');
  return typeof told === 'number' ? told : undefined;
}

const isBuilding = (work: Work) => !/infrastructure|voirie|\bpont\b|reseau/.test(fold(work.text('ouvrage')));
const isRenewal = (work: Work) =>
  /rehabilitation|renovation|reutilisation|restructuration|extension/.test(fold(work.text('operation')));

function judgeMission(work: Work): Readonly<Record<string, Plain>> {
  if (!isBuilding(work)) {
    work.say(
      'Infrastructure : aucune mission de base n’est imposée ; les éléments se choisissent.',
      'R2431-2',
      'L2431-3',
    );
    return { mission_de_base_obligatoire: false, opc_inclus: false };
  }
  if (
    /logement/.test(fold(`${work.text('ouvrage')} ${work.text('operation')}`)) &&
    work.text('acheteur') === 'office_habitat'
  ) {
    work.say(
      'Logements locatifs aidés par l’État d’un bailleur social : le titre sur la maîtrise d’œuvre privée, et sa mission de base, ne s’imposent pas.',
      'L2430-2',
    );
    return { mission_de_base_obligatoire: false, opc_inclus: false };
  }
  const renewed = isRenewal(work);
  work.say(
    renewed
      ? 'Réhabilitation d’un bâtiment : mission de base obligatoire, avec études d’avant-projet, études de projet, assistance à la passation des marchés de travaux, direction de l’exécution, assistance à la réception, et visa ou études d’exécution. Ni esquisse ni diagnostic n’en sont.'
      : 'Bâtiment neuf : mission de base obligatoire, avec esquisse, études d’avant-projet, études de projet, assistance à la passation des marchés de travaux, direction de l’exécution, assistance à la réception, et visa ou études d’exécution.',
    'L2431-3',
    renewed ? 'R2431-5' : 'R2431-4',
  );
  work.say(
    'L’ordonnancement, le pilotage et la coordination (OPC) n’en font pas partie : on les ajoute si on les veut.',
    renewed ? 'R2431-5' : 'R2431-4',
    'R2431-17',
  );
  return { mission_de_base_obligatoire: true, opc_inclus: false };
}

/** A competition from the formal threshold, save six exemptions (R2172-2). */
function judgeContest(work: Work): Done {
  const amount = work.number('maitrise_oeuvre_ht') ?? 0;
  work.set('nature', 'services');
  work.set('montant_ht', amount);
  work.set('livres non scolaires', false);
  work.set('ouvrage neuf de bâtiment', isBuilding(work) && !isRenewal(work));
  const procedure = work.wordOf('procédure à suivre');
  const due = work.holds('concours obligatoire');
  const formal = work.saidBy('seuil formalisé');
  if (amount < work.amountOf('seuil formalisé'))
    work.say(
      `${euros(amount)} HT de maîtrise d’œuvre est sous ${formal}, seuil de procédure formalisée : pas de concours obligatoire.`,
      'R2172-2',
      'annexe 2',
      procedure === 'dispense_seuil' ? 'R2122-8' : 'R2123-1',
    );
  else if (due)
    work.say(
      `${euros(amount)} HT atteint ${formal} : concours restreint obligatoire, puis négociation avec le lauréat${work.text('acheteur') === 'collectivite' ? ` (une collectivité n’en est dispensée que sous ${work.said('seuil.concours.dispense_collectivites')})` : ''}.`,
      'R2172-2',
      'L2172-1',
      'R2122-6',
    );
  else sayExemption(work, amount, formal);
  return { values: { concours_obligatoire: due, procedure } };
}

function sayExemption(work: Work, amount: number, formal: string): void {
  const why = !isBuilding(work)
    ? 'un ouvrage d’infrastructure (3°)'
    : isRenewal(work)
      ? 'une réhabilitation (1°)'
      : work.text('acheteur') === 'office_habitat'
        ? 'un bâtiment d’un organisme d’habitations à loyer modéré (5°)'
        : `une collectivité dont le besoin est sous ${work.said('seuil.concours.dispense_collectivites')} (6°)`;
  work.say(
    `${euros(amount)} HT atteint ${formal} : procédure formalisée ; mais pas de concours obligatoire pour ${why}.`,
    'R2172-2',
    'annexe 2',
    'R2124-1',
  );
}

/** The cost beyond which the architect did not keep to it: the contract's tolerance, else that of the CCAG-MOE. */
function judgeTolerance(work: Work): Done {
  const own = work.number('seuil_de_tolerance_au_marche');
  const byTerms = work.text('ccag') === 'MOE';
  if (own === undefined && !byTerms) {
    work.say(
      'Le seuil de tolérance est celui du marché ; sans lui, celui du CCAG-MOE quand le marché le vise.',
      'R2432-2',
      'CCAG-MOE 13',
    );
    return { needs: ['seuil_de_tolerance_au_marche'] };
  }
  work.set('operation', isRenewal(work) ? 'rehabilitation' : 'neuf');
  const rate = own ?? work.amountOf('tolérance par défaut');
  work.set('taux de tolérance', rate);
  const most = cents(work.amountOf('plafond de tolérance'));
  const cost = work.number('cout_previsionnel_travaux_ht') ?? 0;
  work.say(
    `${own === undefined ? `Le marché se tait : tolérance du CCAG-MOE, ${percent(rate)} en ${isRenewal(work) ? 'réhabilitation' : 'construction neuve'}` : `Tolérance du marché : ${percent(rate)}`} ; ${euros(cost)} × ${String(
      1 + rate / 100,
    )
      .slice(0, 6)
      .replace('.', ',')} = ${euros(most)} HT.`,
    own === undefined ? 'CCAG-MOE 13' : 'R2432-2',
    'R2432-3',
  );
  return { values: { plafond_tolerance: most } };
}
