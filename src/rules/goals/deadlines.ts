import { fold } from '../../french/words.ts';
import { addDays, daysBetween, rolledForward, weekday } from '../calendar.ts';
import type { Situation } from '../facts.ts';
import type { Ask, Done, Goal } from '../goal.ts';
import type { ObjectWords } from '../rulebook.ts';
import { day, type Work } from '../work.ts';
import { asksOfPurchase, settleBuyer, settleDefence, settleNature } from './buyer.ts';

const ELECTRONIC: Ask = { fact: 'electronique', tries: [true, false] };
const PAPER = /recommande|\bcourrier\b|\bpapier\b|\bpostal|\bla poste\b|\bfax\b|\btelecopie\b|\bmain propre\b/;
const ONLINE = /electronique|\bmail\b|\bcourriel|\bprofil\b|\bplateforme\b|\ben ligne\b/;

/** What the way of sending says of being electronic; undefined where it says nothing. */
function electronicBy(mode: unknown): boolean | undefined {
  const told = typeof mode === 'string' ? fold(mode) : '';
  return PAPER.test(told) ? false : ONLINE.test(told) ? true : undefined;
}

function settleElectronic(work: Work): void {
  const told = electronicBy(work.text('mode'));
  if (told !== undefined && !work.knows('electronique')) work.set('electronique', told);
}

/** Under an agreement or a dynamic system already competed: no wait (R2182-2, 2°). */
function isUnderAgreement(form: unknown): boolean {
  return typeof form === 'string' && /subsequent|specifique/.test(fold(form));
}

const FORMAL_ASK: Ask = { fact: 'procedure', tries: ['adaptee', 'appel_offres_ouvert'] };

/** The first day on which the contract may be signed after the rejections were sent: R2182-1, R2182-2. */
export const standstillEnd: Goal = {
  asks: (given) => [
    ...(given.has('procedure') || isUnderAgreement(given.get('forme')) ? [] : [FORMAL_ASK]),
    ...(given.has('electronique') || electronicBy(given.get('mode')) !== undefined ? [] : [ELECTRONIC]),
  ],
  compute: (work) => {
    settleElectronic(work);
    if (!work.has('nombre_candidats')) work.set('nombre_candidats', 2);
    const under = isUnderAgreement(work.text('forme'));
    work.set('marché subséquent ou spécifique', under);
    if (under && !work.has('procedure')) work.set('procedure', 'formalisee');
    const wait = work.amountOf('suspension avant signature');
    if (wait === 0) {
      if (under)
        work.say(
          'Un marché subséquent d’un accord-cadre, ou spécifique d’un système d’acquisition dynamique, se signe sans attendre ce délai.',
          'R2182-2',
        );
      else if (work.number('nombre_candidats') === 1)
        work.say('Un seul opérateur a participé : aucun délai à attendre avant de signer.', 'R2182-2');
      else
        work.say(
          'Hors procédure formalisée (en procédure adaptée, par exemple), aucun délai de suspension n’est imposé avant la signature ; informez sans tarder les entreprises écartées.',
          'R2182-1',
          'R2181-1',
        );
      return { value: 'aucun_delai' };
    }
    const sent = work.text('date_envoi_rejets');
    const said = work.saidBy('suspension avant signature');
    if (sent === '') {
      work.say(
        `Le délai de ${said} se compte de l’envoi des rejets aux candidats écartés, non de la décision d’attribution : donnez la date d’envoi.`,
        'R2182-1',
      );
      return { needs: ['date_envoi_rejets'] };
    }
    const first = addDays(sent, wait);
    work.say(
      `Au moins ${said} entre l’envoi des rejets (${work.flag('electronique') ? 'par voie électronique' : 'sans voie électronique'}, le ${day(sent)}) et la signature.`,
      'R2182-1',
    );
    work.say(
      `Le jour d’envoi compte (CE, 2 août 2011, n° 347526) : première signature possible le ${weekday(first)} ${day(first)} ; le ${day(addDays(first, 1))} est plus sûr encore.`,
      'R2182-1',
    );
    return { value: first };
  },
};

/** The earliest last day to answer: R2161-2 and following; the day of sending left out, a day off put off (regulation 1182/71). */
export const tenderDeadline: Goal = {
  asks: (given, objects) => {
    const procedure = given.get('procedure');
    if (procedure === 'adaptee' || procedure === 'dispense_seuil') return [];
    return [
      ...(procedure === undefined ? procedureAsks(given, objects) : []),
      ...(procedure === 'appel_offres_restreint' || procedure === 'procedure_avec_negociation' ? stepAsk(given) : []),
      ...(given.has('electronique') ? [] : [ELECTRONIC]),
      ...(saysUrgent(given.get('urgence')) && !given.has('urgence_justifiee')
        ? [{ fact: 'urgence_justifiee', tries: [true, false] } as const]
        : []),
    ];
  },
  compute: (work) => {
    settleProcedure(work);
    const procedure = work.text('procedure');
    if (procedure === 'adaptee' || procedure === 'dispense_seuil') {
      work.say(
        'Aucun délai n’est chiffré en procédure adaptée : le temps laissé se règle sur la complexité du marché et sur le travail que demande la réponse.',
        'R2151-1',
        'R2123-4',
      );
      return { value: 'aucun_delai_chiffre' };
    }
    settleUrgency(work);
    const step = stepOf(work);
    if (step === 'ouvert') return lastDay(work, 'date_envoi_avis', 'remise des offres en ouvert', openArticles(work));
    const offers = () =>
      lastDay(work, 'date_envoi_invitation', 'remise des offres après sélection', offerArticles(work));
    if (step === 'offres') return offers();
    const applications = lastDay(work, 'date_envoi_avis', 'remise des candidatures', applicationArticles(work));
    if (!work.has('date_envoi_avis') || !work.has('date_envoi_invitation')) return applications;
    const { value } = offers();
    return { ...applications, values: { ...applications.values, date_limite_offres: value ?? '' } };
  },
};

/** The purchase tells its procedure, where its amount is given. */
function procedureAsks(given: Situation, objects: readonly ObjectWords[]): readonly Ask[] {
  if (given.has('montant_ht')) return asksOfPurchase(given, objects);
  return [{ fact: 'procedure', tries: ['adaptee', 'appel_offres_ouvert', 'appel_offres_restreint'] }];
}

/** An open call stands for a formal procedure that was not named. */
function settleProcedure(work: Work): void {
  if (work.has('procedure') || !work.has('montant_ht')) return;
  settleBuyer(work);
  settleDefence(work);
  settleNature(work);
  const found = work.wordOf('procédure à suivre');
  work.set('procedure', found === 'formalisee' ? 'appel_offres_ouvert' : found);
  work.assume('procedure', found === 'formalisee' ? 'appel_offres_ouvert' : found);
  if (found === 'formalisee')
    work.say(
      'Ce montant appelle une procédure formalisée, comptée ici en appel d’offres ouvert.',
      'R2124-1',
      'annexe 2',
    );
}

function stepAsk(given: Situation): readonly Ask[] {
  if (given.has('etape') || given.has('date_envoi_invitation')) return [];
  return given.has('date_envoi_avis') ? [] : [{ fact: 'etape', tries: ['candidatures', 'offres'] }];
}

function stepOf(work: Work): 'ouvert' | 'candidatures' | 'offres' {
  const procedure = work.text('procedure');
  if (procedure !== 'appel_offres_restreint' && procedure !== 'procedure_avec_negociation') return 'ouvert';
  const said = work.text('etape');
  if (said === 'candidatures' || said === 'offres') return said;
  return work.has('date_envoi_invitation') ? 'offres' : 'candidatures';
}

function saysUrgent(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value !== '' && !/^(?:non|aucune|pas)\b/.test(fold(value)));
}

/** An urgency that is not proved, and an early notice that came too late or too soon, shorten nothing. */
export function settleUrgency(work: Work): void {
  // A contracting entity may give less: the term of the others is lawful for every buyer.
  if (!work.has('acheteur')) {
    work.set('acheteur', 'collectivite');
    work.assume('acheteur', 'collectivite');
  }
  work.set('urgence_justifiee', work.flag('urgence_justifiee'));
  work.set('préinformation complète', hasEarlyNotice(work));
}

function hasEarlyNotice(work: Work): boolean {
  if (work.flag('avis_preinformation_envoye')) return true;
  const sent = work.text('avis_preinformation_envoye');
  const notice = work.text('date_envoi_avis') || work.text('date_envoi_invitation');
  if (sent === '' || notice === '') return false;
  const before = daysBetween(sent, notice);
  const inTime = before >= work.figure('delai.preinformation.minimum') && before <= 366;
  if (!inTime)
    work.say(
      `L’avis de préinformation a été envoyé ${before} jours avant : il ne réduit le délai qu’entre ${work.said('delai.preinformation.minimum')} et ${work.said('periode.preinformation.maximum')} avant.`,
      'R2161-3',
    );
  return inTime;
}

type From = 'date_envoi_avis' | 'date_envoi_invitation';

function lastDay(work: Work, from: From, rule: string, articles: readonly string[]): Done {
  const days = work.amountOf(rule);
  const what = from === 'date_envoi_avis' ? 'l’avis de marché' : 'l’invitation';
  work.say(
    `Délai minimal${rule === 'remise des candidatures' ? ' pour les candidatures' : ''} : ${work.saidBy(rule)} à compter de l’envoi de ${what}${reason(work)}.`,
    ...articles,
  );
  if (work.knows('urgence') && !work.flag('urgence_justifiee'))
    work.say(
      'L’urgence ne réduit le délai que si elle est dûment justifiée et rend le délai normal impossible à respecter.',
      ...articles,
    );
  const more = offlineDays(work);
  const sent = work.text(from);
  if (sent === '') return { needs: [from] };
  const counted = addDays(sent, days + more);
  const last = rolledForward(counted);
  work.say(
    `Jour d’envoi exclu : ${day(sent)} + ${days + more} jours = ${weekday(counted)} ${day(counted)}${
      last === counted ? '' : `, qui n’est pas un jour ouvrable : la limite passe au ${weekday(last)} ${day(last)}`
    } (règlement 1182/71, article 3).`,
    ...articles,
  );
  return { value: last, ...lateAnswer(work, last) };
}

/** Papers that cannot be had online lengthen the term, but under a proved urgency (R2151-2). */
function offlineDays(work: Work): number {
  if (!work.flag('pieces_hors_ligne') || work.flag('urgence_justifiee')) return 0;
  work.say(`Des pièces du dossier ne sont pas en ligne : ${work.said('delai.pieces_hors_ligne')} de plus.`, 'R2151-2');
  return work.figure('delai.pieces_hors_ligne');
}

/** A limit that the person gave is judged. */
function lateAnswer(work: Work, last: string): Pick<Done, 'values'> {
  const limit = work.text('date_limite_offres');
  if (limit === '') return {};
  const fits = limit >= last;
  work.say(
    fits
      ? `La limite du ${day(limit)} laisse au moins ce délai.`
      : `La limite du ${day(limit)} est trop proche : pas avant le ${day(last)}.`,
    'R2151-2',
  );
  return { values: { delai_suffisant: fits } };
}

function reason(work: Work): string {
  if (work.flag('urgence_justifiee')) return ' (urgence dûment justifiée)';
  return work.flag('electronique') ? ' (transmission électronique)' : '';
}

function openArticles(work: Work): readonly string[] {
  return work.flag('electronique') || work.flag('urgence_justifiee') || work.has('avis_preinformation_envoye')
    ? ['R2161-3', 'R2161-2']
    : ['R2161-2', 'R2161-3'];
}

export function applicationArticles(work: Work): readonly string[] {
  if (work.text('procedure') === 'appel_offres_restreint') return ['R2161-6'];
  return work.text('acheteur') === 'entite_adjudicatrice' ? ['R2161-21'] : ['R2161-12'];
}

export function offerArticles(work: Work): readonly string[] {
  const entity = work.text('acheteur') === 'entite_adjudicatrice';
  if (work.text('procedure') === 'appel_offres_restreint') return entity ? ['R2161-10'] : ['R2161-8', 'R2161-7'];
  return entity ? ['R2161-22'] : ['R2161-15', 'R2161-14'];
}
