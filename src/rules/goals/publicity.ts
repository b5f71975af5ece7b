import { PROCEDURES, type Situation } from '../facts.ts';
import type { Goal } from '../goal.ts';
import { euros, type Work } from '../work.ts';
import { BUYER_ASK, NATURE_ASK, settleBuyer, settleDefence, settleNature } from './buyer.ts';
import { asksOfNeed, isSupposed, sumNeed } from './need.ts';
import { sayPublicity } from './procedure.ts';

/** Where a notice must appear and whether the file must be on the buyer's profile: R2131-12 to R2131-16, R2132-2. */
export const publicity: Goal = {
  day: 'date_lancement',
  asks: (given) => [
    ...(given.has('acheteur') ? [] : [BUYER_ASK]),
    ...(given.has('nature') || given.has('procedure') ? [] : [NATURE_ASK]),
    ...(needsAmount(given) ? asksOfNeed(given) : []),
  ],
  conclusion: ({ value }) => value,
  compute: (work) => {
    settleBuyer(work);
    settleDefence(work);
    if (!work.has('nature')) work.set('nature', 'services');
    settleNature(work);
    const amount = work.has('montant_ht') || needsAmountOf(work) ? sumNeed(work) : undefined;
    work.set('montant_ht', amount ?? 0);
    if (!work.has('procedure')) work.set('procedure', work.wordOf('procédure à suivre'));
    const value = work.wordOf('publicité à faire');
    sayPublicity(work, value, work.text('procedure'));
    const direct = work.holds('passé sans concurrence');
    const named = amount === undefined || isSupposed(work) ? undefined : `${euros(amount)} HT`;
    if (direct)
      work.say(
        `${named === undefined ? 'Passé' : `${named} est sous ${work.saidBy('seuil de dispense')} : passé`} sans publicité ni mise en concurrence, ce marché n’appelle aucun avis.`,
        'R2122-8',
      );
    else if (named !== undefined && value === 'boamp_ou_jal' && (amount ?? 0) < work.amountOf('seuil formalisé'))
      work.say(`${named} reste sous ${work.saidBy('seuil formalisé')}, où l’avis européen commence.`, 'annexe 2');
    return {
      value,
      values: {
        boamp_obligatoire: value === 'boamp_et_joue',
        ...(direct ? { procedure: 'dispense_seuil' } : {}),
        ...(amount === undefined ? {} : { profil_acheteur: needsProfile(work, value) }),
      },
    };
  },
};

const FORMAL: ReadonlySet<string> = new Set(
  PROCEDURES.filter((name) => name !== 'adaptee' && name !== 'dispense_seuil'),
);

/** A formal procedure is announced whatever its amount. */
function needsAmount(given: Situation): boolean {
  const procedure = given.get('procedure');
  return !(typeof procedure === 'string' && (FORMAL.has(procedure) || procedure === 'dispense_seuil'));
}

function needsAmountOf(work: Work): boolean {
  return !FORMAL.has(work.text('procedure')) && work.text('procedure') !== 'dispense_seuil';
}

/** From the threshold and if a notice is published: one that must be is; a free one, only where it was said (R2132-2). */
export function needsProfile(work: Work, value: string): boolean | undefined {
  const published = work.has('avis_publie') ? work.flag('avis_publie') : value === 'libre' ? undefined : true;
  if (
    published === undefined &&
    !work.holds('passé sans concurrence') &&
    (work.number('montant_ht') ?? 0) >= work.figure('seuil.profil_acheteur')
  ) {
    work.say(
      `À partir de ${work.said('seuil.profil_acheteur')}, le dossier est sur le profil d’acheteur si un avis est publié.`,
      'R2132-2',
    );
    return undefined;
  }
  work.set('avis_publie', published === true);
  const needed = work.holds('profil obligatoire');
  work.say(
    needed
      ? `Un avis est publié et le montant atteint ${work.said('seuil.profil_acheteur')} : les documents de la consultation sont sur le profil d’acheteur.`
      : published === true
        ? `Sous ${work.said('seuil.profil_acheteur')}, le profil d’acheteur n’est pas imposé.`
        : 'Sans avis publié, le profil d’acheteur n’est pas imposé.',
    'R2132-2',
  );
  return needed;
}
