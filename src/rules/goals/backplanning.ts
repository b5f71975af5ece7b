import { addDays, rolledBack, rolledForward, weekday } from '../calendar.ts';
import type { FactName } from '../facts.ts';
import type { Ask, Done, Goal } from '../goal.ts';
import { day, type Plain, type Work } from '../work.ts';
import { asksOfPurchase, settleBuyer, settleDefence, settleNature } from './buyer.ts';
import { applicationArticles, offerArticles, settleUrgency } from './deadlines.ts';
import { asksOfNeed, sumNeed } from './need.ts';

/** From the day wanted back to the day the notice leaves, with the person's own durations where the law gives none. */
export const backplanning: Goal = {
  asks: (given, objects) => {
    const procedure = given.get('procedure');
    const formal = procedure !== 'adaptee' && procedure !== 'dispense_seuil';
    return [
      ...(procedure === undefined ? [...asksOfPurchase(given, objects), ...asksOfNeed(given)] : []),
      ...(formal && procedure !== undefined && !given.has('electronique')
        ? [{ fact: 'electronique', tries: [true, false] } as Ask]
        : []),
    ];
  },
  compute: (work) => {
    settleProcedure(work);
    settleUrgency(work);
    const goalDay = targetOf(work);
    if (goalDay === undefined) return work.has('date_envoi_avis') ? forward(work) : { needs: ['signature_visee'] };
    const steps = new Map<string, Plain>();
    const rejections = rejectionsOf(work, goalDay, steps);
    const procedure = work.text('procedure');
    if (procedure === 'dispense_seuil') return direct(work, steps);
    const analysis = analysisOf(work);
    if (analysis === undefined && procedure === 'adaptee') return adapted(work, steps);
    if (analysis === undefined) return { needs: [ANALYSIS], values: Object.fromEntries(steps) };
    const limit = rolledBack(addDays(rejections, -analysis));
    steps.set('date_limite_offres', limit);
    steps.set('limite_offres', limit);
    work.say(
      `− ${analysis} jours d’analyse et de commission (votre durée) : limite des offres le ${weekday(limit)} ${day(limit)}.`,
      'R2151-1',
    );
    if (procedure === 'adaptee') return adapted(work, steps);
    return procedure === 'appel_offres_restreint' || procedure === 'procedure_avec_negociation'
      ? twoSteps(work, limit, steps)
      : oneStep(work, limit, steps);
  },
};

const ANALYSIS: FactName = 'analyse_et_commission_jours';

/** The procedure that was said, or the one that the purchase asks for; an open call where it is formal. */
function settleProcedure(work: Work): void {
  if (!work.has('electronique')) {
    work.set('electronique', true);
    work.assume('electronique', true);
  }
  work.set('nombre_candidats', 2);
  work.set('marché subséquent ou spécifique', false);
  if (work.has('procedure')) return;
  settleBuyer(work);
  settleDefence(work);
  settleNature(work);
  work.set('montant_ht', sumNeed(work));
  const found = work.wordOf('procédure à suivre');
  work.set('procedure', found === 'formalisee' ? 'appel_offres_ouvert' : found);
  if (found !== 'formalisee') return;
  work.assume('procedure', 'appel_offres_ouvert');
  work.say(
    `Au-delà de ${work.saidBy('seuil formalisé')} : procédure formalisée, comptée ici en appel d’offres ouvert.`,
    'R2124-1',
    'annexe 2',
  );
}

/** The day of signature: the one wanted, or counted back from the notification or the start. */
function targetOf(work: Work): string | undefined {
  const signature = work.text('signature_visee');
  if (signature !== '') return signature;
  const month = work.text('demarrage_vise');
  const notified = work.text('notification_visee') || (month === '' ? '' : `${month}-01`);
  if (notified === '') return undefined;
  const between = work.number('signature_a_notification_jours') ?? 0;
  const signed = addDays(notified, -between);
  work.say(
    `${work.has('notification_visee') ? 'Notification visée' : 'Démarrage visé'} le ${day(notified)}${between === 0 ? '' : ` − ${between} jours (votre durée)`} : signature le ${day(signed)}.`,
    'R2182-4',
  );
  return signed;
}

function rejectionsOf(work: Work, signature: string, steps: Map<string, Plain>): string {
  const wait = work.amountOf('suspension avant signature');
  const sent = wait === 0 ? signature : rolledBack(addDays(signature, -wait));
  steps.set('envoi_rejets', sent);
  work.say(
    wait === 0
      ? `Aucun délai de suspension n’est imposé hors procédure formalisée : rejets au plus tard avec la signature, le ${day(signature)}.`
      : `Signature le ${day(signature)} − ${work.saidBy('suspension avant signature')} : envoi des rejets le ${weekday(sent)} ${day(sent)} au plus tard.`,
    'R2182-1',
  );
  return sent;
}

function analysisOf(work: Work): number | undefined {
  const parts = [
    work.number('analyse_et_commission_jours'),
    work.number('analyse_jours'),
    work.number('cao_jours'),
  ].filter((one) => one !== undefined);
  return parts.length === 0 ? undefined : parts.reduce((sum, one) => sum + one, 0);
}

/** From the day the notice leaves to the first day to sign, with the least times of the law and the person's own. */
function forward(work: Work): Done {
  const procedure = work.text('procedure');
  if (procedure === 'dispense_seuil') return direct(work, new Map());
  if (procedure === 'adaptee') return adapted(work, new Map());
  const inTwo = procedure === 'appel_offres_restreint' || procedure === 'procedure_avec_negociation';
  const analysis = analysisOf(work);
  const selection = work.number('selection_candidatures_jours');
  if (inTwo && selection === undefined) return { needs: ['selection_candidatures_jours'] };
  if (analysis === undefined) return { needs: [ANALYSIS] };
  const sent = work.text('date_envoi_avis');
  const steps = new Map<string, Plain>();
  const told: string[] = [`avis le ${day(sent)}`];
  const step = (name: string, from: string, days: number, label: string) => {
    const on = rolledForward(addDays(from, days));
    steps.set(name, on);
    told.push(`+ ${days} jours = ${label} le ${weekday(on)} ${day(on)}`);
    return on;
  };
  const applied = inTwo
    ? step('limite_candidatures', sent, work.amountOf('remise des candidatures'), 'limite des candidatures')
    : sent;
  const invited = inTwo ? step('envoi_invitations', applied, selection ?? 0, 'invitations') : sent;
  const answered = inTwo ? 'remise des offres après sélection' : 'remise des offres en ouvert';
  const limit = step('date_limite_offres', invited, work.amountOf(answered), 'limite des offres');
  const rejected = step('envoi_rejets', limit, analysis, 'rejets');
  const wait = work.amountOf('suspension avant signature');
  const first = addDays(rejected, wait);
  work.say(
    `${told.join(' ; ')} ; + ${wait} jours = signature possible le ${weekday(first)} ${day(first)}.`,
    'R2182-1',
    ...(inTwo ? applicationArticles(work) : ['R2161-3', 'R2161-2']),
  );
  return { values: { signature_au_plus_tot: first, ...Object.fromEntries(steps) } };
}

function direct(work: Work, steps: Map<string, Plain>): Done {
  work.say(
    'Achat sans publicité ni mise en concurrence : aucun délai légal avant la signature ; comptez le temps de comparer les offres.',
    'R2122-8',
  );
  return { value: 'aucun_delai', values: Object.fromEntries(steps) };
}

function adapted(work: Work, steps: Map<string, Plain>): Done {
  work.say(
    'En procédure adaptée, aucun délai de remise n’est chiffré : choisissez-le selon la complexité du marché et le travail de réponse ; vos durées d’analyse et de décision s’y ajoutent.',
    'R2151-1',
    'R2123-4',
  );
  return { value: 'aucun_delai_chiffre', values: Object.fromEntries(steps) };
}

function oneStep(work: Work, limit: string, steps: Map<string, Plain>): Done {
  const days = work.amountOf('remise des offres en ouvert');
  const sent = rolledBack(addDays(limit, -days));
  steps.set('envoi_avis_au_plus_tard', sent);
  work.say(
    `− ${work.saidBy('remise des offres en ouvert')}, délai minimal de l’appel d’offres ouvert : envoi de l’avis au plus tard le ${weekday(sent)} ${day(sent)}.`,
    'R2161-3',
    'R2161-2',
  );
  sayPast(work, sent);
  return { value: sent, values: Object.fromEntries(steps) };
}

/** Restricted or negotiated: offers, invitations, selection (the person's own time), applications. */
function twoSteps(work: Work, limit: string, steps: Map<string, Plain>): Done {
  const offers = work.amountOf('remise des offres après sélection');
  const invited = rolledBack(addDays(limit, -offers));
  steps.set('envoi_invitations', invited);
  work.say(
    `− ${work.saidBy('remise des offres après sélection')} pour les offres : envoi des invitations le ${weekday(invited)} ${day(invited)}.`,
    ...offerArticles(work),
  );
  const selection = work.number('selection_candidatures_jours');
  if (selection === undefined) return { needs: ['selection_candidatures_jours'], values: Object.fromEntries(steps) };
  const applied = rolledBack(addDays(invited, -selection));
  steps.set('limite_candidatures', applied);
  const days = work.amountOf('remise des candidatures');
  const sent = rolledBack(addDays(applied, -days));
  steps.set('envoi_avis_au_plus_tard', sent);
  work.say(
    `− ${selection} jours de sélection (votre durée) : limite des candidatures le ${weekday(applied)} ${day(applied)} ; − ${work.saidBy('remise des candidatures')} : envoi de l’avis au plus tard le ${weekday(sent)} ${day(sent)}.`,
    ...applicationArticles(work),
  );
  sayPast(work, sent);
  return { value: sent, values: Object.fromEntries(steps) };
}

function sayPast(work: Work, sent: string): void {
  if (sent < work.at)
    work.say(
      `Cette date est passée au ${day(work.at)} : il faut repousser la signature ou réduire vos propres durées.`,
      'R2151-2',
    );
}
