import { fold } from '../../french/words.ts';
import { addDays, daysBetween, rolledForward, weekday } from '../calendar.ts';
import type { FactName } from '../facts.ts';
import type { Done, Goal } from '../goal.ts';
import { cents, day, euros, type Plain, type Work } from '../work.ts';

const ARTICLES = new Map([
  ['FCS', 'CCAG-FCS 14'],
  ['TIC', 'CCAG-TIC 14'],
  ['PI', 'CCAG-PI 14'],
  ['MI', 'CCAG-MI 15'],
  ['MOE', 'CCAG-MOE 16'],
  ['Travaux', 'CCAG-Travaux 19'],
]);

/** The late penalty of the six standard terms: V × R over a divisor, a ceiling, an exemption. */
export const penalty: Goal = {
  asks: (given) =>
    given.has('ccag') || / par jour$/.test(String(given.get('clause_penalite')))
      ? []
      : [{ fact: 'ccag', tries: given.get('nature') === 'travaux' ? ['Travaux', null] : ['FCS', 'PI', null] }],
  compute: (work) => {
    const late = lateDays(work);
    const dates = late.values ?? {};
    const [, told, unit] = /^(\d+(?:\.\d+)?) ([€%]) par jour$/.exec(work.text('clause_penalite')) ?? [];
    if (unit === '€' && late.days !== undefined) return applyClause(work, Number(told), late.days, dates);
    if (unit === '%') return applyShare(work, Number(told), late.days, dates);
    if (!work.has('ccag')) return withoutTerms(work, dates);
    const ccag = work.text('ccag');
    const article = ARTICLES.get(ccag) ?? '';
    const base = baseOf(work, ccag);
    if (base === undefined && onlyDays(work)) return { values: dates };
    const needs: FactName[] = [
      ...(base === undefined ? [valueFact(ccag)] : []),
      ...(late.days === undefined ? (['jours_retard'] as const) : []),
    ];
    if (base === undefined || late.days === undefined) {
      sayFormula(work, base, late.days, article);
      return { needs, values: dates };
    }
    work.set('jours_retard', late.days);
    work.set('valeur de la partie en retard', base.value);
    return apply(work, base, article, dates);
  },
};

/** A sum a day that the contract sets, in the place of the formula of the terms. */
function applyClause(work: Work, daily: number, days: number, dates: Readonly<Record<string, Plain>>): Done {
  const due = cents(daily * days);
  work.say(
    `${euros(daily)} × ${days} jours = ${euros(due)} : la clause du marché l’emporte ; s’il vise un CCAG, le plafond de ${work.said('penalite.plafond')} et l’exonération de ${work.said('penalite.exoneration')} jouent sauf si elle y déroge.`,
    'R2112-2',
  );
  return { value: 'oui', values: { ...dates, jours_retard: days, penalite_due: due } };
}

/** A share a day that the contract sets, of what it says: of the late part where that is told, else of the whole. */
function applyShare(work: Work, share: number, days: number | undefined, dates: Readonly<Record<string, Plain>>): Done {
  const base = work.number('valeur_en_retard_ht') ?? work.number('montant_marche_ht');
  const needs: FactName[] = [
    ...(base === undefined ? (['valeur_en_retard_ht'] as const) : []),
    ...(days === undefined ? (['jours_retard'] as const) : []),
  ];
  if (base === undefined || days === undefined) return { needs, values: dates };
  const due = cents((base * share * days) / 100);
  const exact = Math.round((share / 100) * 1e6) / 1e6;
  work.say(
    `${euros(base)} × ${String(exact).replace('.', ',')} × ${days} jours = ${euros(due)} : la clause du marché l’emporte, sur la base qu’elle nomme ; s’il vise un CCAG, le plafond de ${work.said('penalite.plafond')} et l’exonération de ${work.said('penalite.exoneration')} jouent sauf si elle y déroge.`,
    'R2112-2',
  );
  return { value: 'oui', values: { ...dates, jours_retard: days, penalite_due: due } };
}

/** What is known of it while V or the days lack: the formula, or what a day costs. */
function sayFormula(work: Work, base: Base | undefined, days: number | undefined, article: string): void {
  const divisor = work.saidBy('diviseur de la pénalité');
  const exempt = `rien n’est dû jusqu’à ${work.said('penalite.exoneration')} en tout`;
  const daily = base === undefined ? 0 : cents(base.value / work.amountOf('diviseur de la pénalité'));
  const lacks = days === undefined ? 'le nombre de jours de retard' : 'cette valeur';
  work.say(
    base === undefined
      ? `Pénalité : V × jours de retard / ${divisor} ; ${exempt}. V est ${whatOf(work.text('ccag'))} : il faut ${days === undefined ? `cette valeur et ${lacks}` : lacks}.`
      : `${euros(base.value)} / ${divisor} = ${euros(daily)} par jour de retard ; ${exempt} : il faut ${lacks}.`,
    article,
  );
}

interface Base {
  readonly value: number;
  /** What the ceiling is a share of; undefined while it is not known. */
  readonly ceiling: number | undefined;
  readonly what: string;
}

/** What V is, by the terms: the late part, the whole that cannot be used without it, the element of the mission, the works. */
function baseOf(work: Work, ccag: string): Base | undefined {
  const whole = work.number('montant_marche_ht') ?? work.number('forfait_ht');
  if (ccag === 'Travaux') {
    const part = work.number('montant_tranche_en_retard_ht') ?? work.number('bon_ht');
    const value = part ?? whole;
    return value === undefined
      ? undefined
      : { value, ceiling: value, what: part === undefined ? 'l’ensemble du marché' : 'la tranche ou le bon en retard' };
  }
  if (ccag === 'MOE') {
    const late = work.number('valeur_en_retard_ht');
    const element = work.number('valeur_element_ht') ?? (late === whole ? undefined : late);
    const named = work.text('element_en_retard');
    return element === undefined
      ? undefined
      : {
          value: element,
          ceiling: work.number('forfait_ht') ?? whole,
          what: `l’élément de mission en retard${named === '' ? '' : ` (${named})`}`,
        };
  }
  if (work.flag('ensemble_inutilisable') && whole !== undefined)
    return {
      value: whole,
      ceiling: work.number('bon_ht') ?? whole,
      what: 'l’ensemble, inutilisable sans la partie en retard',
    };
  const late = work.number('valeur_en_retard_ht');
  return late === undefined
    ? undefined
    : {
        value: late,
        ceiling: work.number('bon_ht') ?? whole,
        what: late === (work.number('bon_ht') ?? whole) ? 'tout étant en retard' : 'la seule partie en retard',
      };
}

function whatOf(ccag: string): string {
  if (ccag === 'MOE') return 'la valeur hors taxes de l’élément de mission en retard, non le forfait entier';
  if (ccag === 'Travaux') return 'le montant hors taxes du marché, de la tranche ou du bon en retard';
  return 'la valeur hors taxes de la partie en retard (de l’ensemble seulement si le reste est inutilisable)';
}

function valueFact(ccag: string): FactName {
  if (ccag === 'MOE') return 'valeur_element_ht';
  return ccag === 'Travaux' ? 'montant_marche_ht' : 'valeur_en_retard_ht';
}

function apply(work: Work, base: Base, article: string, dates: Readonly<Record<string, Plain>>): Done {
  const days = work.number('jours_retard') ?? 0;
  const computed = cents(work.amountOf('pénalité calculée'));
  const divisor = work.saidBy('diviseur de la pénalité');
  work.say(
    `V = ${euros(base.value)} HT, ${base.what} ; ${euros(base.value)} × ${days} / ${divisor} = ${euros(computed)}.`,
    article,
  );
  const share = work.figure('penalite.plafond');
  // The whole is worth at least its late part: under that part's ceiling, the ceiling of the whole is not reached.
  if (base.ceiling === undefined && computed > (base.value * share) / 100) {
    work.say(`Le plafond est de ${work.said('penalite.plafond')} du montant du marché : il faut ce montant.`, article);
    return { needs: ['montant_marche_ht'], values: { ...dates, penalite_calculee: computed } };
  }
  const ceiling = base.ceiling ?? base.value;
  work.set('montant qui plafonne', ceiling);
  const due = cents(work.amountOf('pénalité due'));
  sayLimits(work, { computed, due, ceiling, known: base.ceiling !== undefined }, article);
  return {
    value: due > 0 ? 'oui' : 'non',
    values: { ...dates, jours_retard: days, penalite_calculee: computed, penalite_due: due },
  };
}

interface Limits {
  readonly computed: number;
  readonly due: number;
  readonly ceiling: number;
  readonly known: boolean;
}

function sayLimits(work: Work, { computed, due, ceiling, known }: Limits, article: string): void {
  const exempt = work.said('penalite.exoneration');
  const share = work.said('penalite.plafond');
  if (due === 0) {
    work.say(
      `Rien n’est dû : le titulaire est exonéré tant que le total des pénalités ne dépasse pas ${exempt} pour l’ensemble du marché.`,
      article,
    );
    return;
  }
  work.say(
    due < computed
      ? `Plafond de ${share} de ${euros(ceiling)} : ${euros(due)} dus, et non ${euros(computed)}.`
      : `Au-dessus de ${exempt}${known ? `, sous le plafond de ${share} (${euros((ceiling * work.figure('penalite.plafond')) / 100)})` : ''} : ${euros(due)} dus.`,
    article,
  );
  work.say(
    `Avant de l’appliquer, invitez par écrit le titulaire à présenter ses observations sous ${work.said('penalite.delai_observations')}, en chiffrant. Samedis, dimanches et jours fériés comptent.`,
    article,
  );
}

function onlyDays(work: Work): boolean {
  return work.has('date_livraison') && !work.has('montant_marche_ht');
}

/** The end of the term, put off when it falls on a day off (CCAG 3.2), and the days late from the day after. */
function lateDays(work: Work): { readonly days?: number; readonly values?: Readonly<Record<string, Plain>> } {
  const given = work.number('jours_retard');
  const [ordered, delivered] = [work.text('date_notification_bon'), work.text('date_livraison')];
  const term = work.number('delai_livraison_jours');
  const due = work.text('date_livraison_prevue');
  if (given === undefined && due !== '' && delivered !== '' && (ordered === '' || term === undefined)) {
    const days = Math.max(0, daysBetween(due, delivered));
    work.say(
      `Prévu le ${day(due)}, livré ou reçu le ${day(delivered)} : ${days} jours de retard, comptés du lendemain.`,
    );
    return { days, values: { fin_delai: due, jours_retard: days } };
  }
  if (ordered === '' || term === undefined) return given === undefined ? {} : { days: given };
  const counted = addDays(ordered, term);
  const end = rolledForward(counted);
  // The rollover is in all six alike; which one is named only where it was said.
  const articles = (of: string) => (work.has('ccag') ? [of] : []);
  const ccag = work.text('ccag');
  work.say(
    `Délai : ${day(ordered)} + ${term} jours = ${weekday(counted)} ${day(counted)}${
      end === counted ? '' : `, jour chômé ou non ouvrable : fin du délai le ${weekday(end)} ${day(end)}`
    }.`,
    ...articles(`CCAG-${ccag} 3`),
  );
  if (delivered === '') return { ...(given === undefined ? {} : { days: given }), values: { fin_delai: end } };
  const days = Math.max(0, daysBetween(end, delivered));
  work.say(
    `Livraison le ${day(delivered)} : ${days} jours de retard, comptés du lendemain.`,
    ...articles(ARTICLES.get(ccag) ?? ''),
  );
  return { days, values: { fin_delai: end, jours_retard: days } };
}

/** No standard terms: only what the contract itself says. */
function withoutTerms(work: Work, dates: Readonly<Record<string, Plain>>): Done {
  const clause = fold(work.text('clause_penalite'));
  const none = !work.flag('clause_penalite') && (clause === '' || /^(?:aucune|non|neant|sans)\b/.test(clause));
  if (none && work.told('clause_penalite') === undefined) return { needs: ['clause_penalite'], values: dates };
  if (none) {
    work.say(
      'Aucune pénalité : sans CCAG visé ni clause au marché, aucun texte n’en prévoit ; un préjudice se démontre.',
      'L2112-2',
      'R2112-2',
    );
    return { value: 'non', values: { ...dates, penalite_due: 0 } };
  }
  work.say(
    'Sans CCAG, la pénalité est celle que le marché écrit : formule, plafond et exonération sont les siens.',
    'R2112-2',
  );
  return { value: 'oui', values: dates };
}
