import type { IsoDate } from '../../days/iso-date.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { daysBetween } from '../calendar.ts';
import { faultOfValue } from '../fact-kinds.ts';
import { type FactName, type FactValue, isFactName, kindOf } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import { recognise } from '../recognise.ts';
import type { ObjectWords } from '../rulebook.ts';
import type { Claim, Claimed, Words, YesNoQuestion } from '../words.ts';
import { claimValues } from './claim-values.ts';
import type { DemandModel } from './demand-model.ts';
import { besideThresholds, moneyFacts } from './money-facts.ts';
import type { SaidPeriods } from './need-facts.ts';
import { purchaseFacts } from './purchase-facts.ts';
import { isElapsed, monthOf, readDays } from './said-dates.ts';
import { readSums, type SaidSum } from './said-sums.ts';
import { lateWays, needWays, type Otherwise, offsetWays, TAX_ASIDE, taxWays } from './sum-ways.ts';

/** What a sentence asks, and the facts that it gives. */
export interface SaidRequest {
  readonly goal: GoalName;
  readonly facts: ReadonlyMap<FactName, FactValue>;
  /** A sum is called neither HT nor TTC. */
  readonly taxUnsaid: boolean;
  readonly otherwise: readonly Otherwise[];
  /** What a yes or a no would be said of. */
  readonly question: YesNoQuestion | undefined;
}

/** The people who ask, and no service bought. */
const OWN_SERVICE =
  /\b(notre|mon|votre|nos|leurs?|son|le|du|au|un) services?(?: (?:achats?|juridiques?|techniques?|informatiques?|financiers?|marchés)\b|(?<=(?:notre|mon|votre|nos|leurs?|son) services?))/giu;
/** «58 000 H.T.»: no hours. */
const DOTTED = /\b(?:H\.T|T\.T\.C)\b\.?/gi;
/** A question is shorter; beyond, nothing is read. */
const LONGEST = 4_000;

export interface Sentence {
  readonly text: string;
  /** The day asked: days said without a year are the closest to it. */
  readonly at: IsoDate;
  readonly goal?: GoalName | undefined;
  /** What was said later of a sum called neither HT nor TTC. */
  readonly tax?: 'HT' | 'TTC' | undefined;
}

/** What sentences are read by. */
export interface Reading {
  readonly words: Words;
  readonly objects: readonly ObjectWords[];
  /** Without it a goal has to be given. */
  readonly model?: DemandModel;
}

/** Reads a sentence as typed. Undefined where nothing in it asks for what can be worked out; never throws. */
export function readSentence(sentence: Sentence, { words, objects, model }: Reading): SaidRequest | undefined {
  const { at } = sentence;
  const text = sentence.text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(OWN_SERVICE, '$1 equipe')
    .replace(DOTTED, (tax) => tax.replaceAll('.', ''));
  const said = words.read(text);
  const values = readValues(text);
  const learnt = model === undefined ? undefined : recognise(text, values, model);
  const isRead = learnt !== undefined && learnt.sureness !== 'none' && !said.outOf.includes(learnt.goal);
  const goal = sentence.goal ?? (isRead ? learnt.goal : undefined);
  if (goal === undefined) return undefined;
  const sums = readSums(text, values).map((sum) => ({
    ...(SIGNED.has(goal) && isTakenAway(text, sum) ? { ...sum, low: -sum.low, high: -sum.high } : sum),
    tax: sum.tax ?? sentence.tax,
  }));
  const given = claimValues(text, sums, ofSort(said.claims, 'somme'), goal);
  const common = new Map<FactName, FactValue>([
    ...dayFacts(text, values, said.claims, goal, at, words),
    ...countFacts(text, values, said.claims, goal, words),
    ...said.facts,
    ...(goal === 'obligations' && learnt?.duty !== undefined ? ([['objet_question', learnt.duty]] as const) : []),
    ...purchaseFacts(text, said, objects),
    ...rateFacts(text),
  ]);
  // The share of an advance says when it is taken back; whether one is due does not lean on it.
  if (!TAKEN_BACK.test(fold(text))) common.delete('taux_avance_pct');
  const around = {
    text,
    values,
    goal,
    words,
    periods: periodsOf(text, values),
    rate: numberOf(common.get('taux_tva')),
  };
  const facts = wholesAlone(
    text,
    sums,
    besideThresholds(
      text,
      sums,
      sums.map((sum) => (SIGNED.has(goal) && isChange(text, sum) ? 'modifications_ht' : given.get(sum))),
    ),
  );
  // Whoever asks what sums come to counts them together.
  const added: readonly (readonly [FactName, FactValue])[] = goal === 'need_total' ? [['homogene', true]] : [];
  const factsWith = (read: (sum: SaidSum) => SaidSum) =>
    checked(new Map([...added, ...common, ...moneyFacts(sums.map(read), facts, around)]));
  const told = factsWith((sum) => sum);
  return {
    goal,
    facts: told,
    taxUnsaid: !TAX_ASIDE.has(goal) && sums.some(({ tax }) => tax === undefined),
    otherwise: [
      ...[...needWays(goal, text, sums, facts, around.periods, said.hasRest), ...taxWays(goal, sums)].map(
        ({ why, read }) => ({ why, facts: factsWith(read) }),
      ),
      ...lateWays(text, told),
      ...offsetWays(told),
    ],
    question: said.question,
  };
}

/** Goals where a sum may be taken away from the contract. */
const SIGNED: ReadonlySet<GoalName> = new Set(['modification', 'retention']);

/** «(-18 000)», «de − 5 000», «moins-value de 12 000», «un avenant de moins 12 000», «une baisse de 3 000». */
function isTakenAway(text: string, { span: [start] }: SaidSum): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return /(?:(?:[(,;:+]|\bde|\bet) ?[-−–] ?|\s[-−–])$/.test(before) || LESS.test(fold(before));
}

const LESS = /(?:\bmoins[- ]values? (?:de )?|(?<!\b(?:au|du|pas) )\bmoins |\b(?:baisse|diminution|reduction) de )$/;

/** «+ 41 000», «39 000 HT de plus», «-18 000»: what is added to a contract, or taken away. */
function isChange(text: string, sum: SaidSum): boolean {
  const [start, end] = sum.span;
  return (
    sum.high < 0 ||
    /[+]\s?$/.test(text.slice(Math.max(0, start - 3), start)) ||
    /^[^.;?!\n\d]{0,12}\b(?:de|en) plus\b/.test(fold(text.slice(end, end + 24)))
  );
}

const OF_WHOLE =
  /\b(?:sur|total|en tout|tout|ensemble|global\w*|operation|marche)(?: (?:de|a|est|un|une|d'un|du|total|marche|ensemble|operation)){0,3} ?$/;

/** «Le lot 2 à 30 000 sur un total de 300 000»: where the whole is told beside it, a part counts for nothing. */
function wholesAlone(
  text: string,
  sums: readonly SaidSum[],
  given: readonly (Claimed | undefined)[],
): readonly (Claimed | undefined)[] {
  const worth = ({ high, times = 1 }: SaidSum) => high * times;
  const isWhole = ({ span: [start] }: SaidSum) => OF_WHOLE.test(fold(text.slice(Math.max(0, start - 40), start)));
  const most = Math.max(
    0,
    ...sums.flatMap((sum, index) => (given[index] === undefined && isWhole(sum) ? [worth(sum)] : [])),
  );
  return given.map((fact, index) => {
    const sum = sums[index];
    return fact === 'partie' && sum !== undefined && worth(sum) < most ? 'rien' : fact;
  });
}

const TAKEN_BACK = /\b(?:rembours|recup|repren|repri|retien|reten|resorb)/;

/** «TVA 20», with or without its sign. */
function rateFacts(text: string): Map<FactName, FactValue> {
  const said = /\btva\b(?: (?:a|de|est|au taux de))? ?:? ?(\d{1,2}(?:[.,]\d)?)(?![\d\s]*\d{3})/.exec(fold(text))?.[1];
  const rate = Number(said?.replace(',', '.'));
  return new Map(VAT_RATES.has(rate) ? [['taux_tva', rate]] : []);
}

const VAT_RATES: ReadonlySet<number> = new Set([2.1, 5.5, 10, 20]);

const ofSort = (claims: readonly Claim[], wanted: string) => claims.filter(({ sort }) => sort === wanted);
const numberOf = (value: FactValue | undefined) => (typeof value === 'number' ? value : undefined);

/** Only what a fact may hold: a word read wrong gives nothing rather than a fault of what nobody wrote. */
function checked(facts: ReadonlyMap<FactName, FactValue>): ReadonlyMap<FactName, FactValue> {
  return new Map([...facts].filter(([fact, value]) => faultOfValue(kindOf(fact), value) === undefined));
}

function dayFacts(
  text: string,
  values: readonly SaidValue[],
  claims: readonly Claim[],
  goal: GoalName,
  at: IsoDate,
  words: Words,
): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  const days = readDays(text, values, at, goal === 'backplanning' ? 'ahead' : PAST.has(goal) ? 'behind' : 'near');
  const [due, done] = days;
  if (
    goal === 'penalty' &&
    days.length === 2 &&
    due !== undefined &&
    done !== undefined &&
    DUE.test(fold(text)) &&
    done.day > due.day
  )
    return new Map([['jours_retard', daysBetween(due.day, done.day)]]);
  const given = claimValues(text, days, ofSort(claims, 'date'), goal);
  for (const [day, fact] of given) if (isFactName(fact)) facts.set(fact, day.day);
  const usual = words.defaultOf(goal, 'date');
  const left = days.filter((day) => !given.has(day));
  const [first] = left;
  if (usual !== undefined && !facts.has(usual) && left.length === 1 && first !== undefined) facts.set(usual, first.day);
  if (goal !== 'backplanning' || facts.has('signature_visee') || facts.has('notification_visee')) return facts;
  const months = values.filter((value) => value.kind === 'date');
  for (const [value, fact] of claimValues(text, months, ofSort(claims, 'mois'), goal)) {
    const month = monthOf(value, at);
    if (isFactName(fact) && month !== undefined) facts.set(fact, month);
  }
  return facts;
}

/** What is asked of these has happened. */
const PAST: ReadonlySet<GoalName> = new Set(['payment_due', 'late_interest', 'penalty']);
/** «Prévue le 1er, faite le 20»: the term, then the day it was kept. */
const DUE = /\b(?:prevue?s?|attendue?s?|devai(?:t|ent)|promise?s?|echeance|a livrer|a rendre)\b/;

const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
]);

function countFacts(
  text: string,
  values: readonly SaidValue[],
  claims: readonly Claim[],
  goal: GoalName,
  words: Words,
): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  const give = <V extends SaidValue & { high: number }>(found: readonly V[], sort: 'jours' | 'pourcent' | 'nombre') => {
    const given = claimValues(text, found, ofSort(claims, sort), goal);
    const usual = words.defaultOf(goal, sort);
    const left = found.filter((value) => !given.has(value));
    const count = (value: V) => value.high * (value.kind === 'duration' ? (DAYS.get(value.unit) ?? 0) : 1);
    for (const [value, fact] of given) if (isFactName(fact)) facts.set(fact, count(value));
    if (usual !== undefined && !facts.has(usual) && left.length === 1 && left[0] !== undefined)
      facts.set(usual, count(left[0]));
  };
  give(
    values
      .filter((value) => value.kind === 'duration')
      .filter(({ unit, span }) => DAYS.has(unit) && !isElapsed(text, span)),
    'jours',
  );
  give(
    values.filter((value) => value.kind === 'percentage'),
    'pourcent',
  );
  give(
    values.filter((value) => value.kind === 'quantity').filter(({ unit, high }) => unit !== undefined && high < 1_000),
    'nombre',
  );
  if (goal === 'modification') settleShares(facts, text, values, claims);
  return facts;
}

const ONE_AFTER_ANOTHER = /\b(?:puis|deja|avant|ensuite|maintenant|encore|second|deuxieme|nouve\w{1,4}|plus)\b|[+]/;

/** «3 % puis 4 %» come to 7 %; of two shares that do not follow each other, one would be a part of the whole. */
function settleShares(
  facts: Map<FactName, FactValue>,
  text: string,
  values: readonly SaidValue[],
  claims: readonly Claim[],
): void {
  const shares = values.filter((value) => value.kind === 'percentage');
  const given = claimValues(text, shares, ofSort(claims, 'pourcent'), 'modification');
  const raised = shares.filter((value) => given.get(value) !== 'rien' && given.get(value) !== 'taux_tva');
  if (raised.length < 2) return;
  const total = raised.reduce((sum, { high }) => sum + high, 0);
  if (ONE_AFTER_ANOTHER.test(fold(text)) && total <= 100) facts.set('augmentation_pct', total);
  else facts.delete('augmentation_pct');
}

const DAYS_A_MONTH = 30;

/** «six semaines», where no month nor year is said. */
function shortMonths(values: readonly SaidValue[]): number | undefined {
  const weeks = values.flatMap((one) => (one.kind === 'duration' && one.unit === 'week' ? [one.high] : []));
  const [only] = weeks;
  return weeks.length === 1 && only !== undefined ? Math.round((70 * only) / DAYS_A_MONTH) / 10 : undefined;
}

const TIMES = /^(?:fois|reconduction|renouvellement)$/;
const RENEWED = /recondu|renouvelable|renouvellement|renouvelee? |tacite|prolong/;

/** «un an reconductible trois fois», «2 ans, 3 fois 1 an», «48 mois». */
function periodsOf(text: string, values: readonly SaidValue[]): SaidPeriods {
  const renewed = RENEWED.exec(fold(text))?.index;
  let times: number | undefined;
  let months: number | undefined;
  let renewalMonths: number | undefined;
  for (const value of values) {
    if (value.kind === 'quantity' && renewed !== undefined && TIMES.test(value.unit ?? '')) times = value.high;
    if (value.kind !== 'duration' || (value.unit !== 'month' && value.unit !== 'year')) continue;
    const length = value.high * (value.unit === 'year' ? 12 : 1);
    if (times !== undefined || (renewed !== undefined && value.span[0] > renewed && months !== undefined))
      renewalMonths = length;
    else months ??= length;
  }
  months ??= shortMonths(values);
  const once = renewed !== undefined && times === undefined ? 1 : undefined;
  return { months, renewals: times ?? once, renewalMonths };
}
