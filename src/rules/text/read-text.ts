import type { IsoDate } from '../../days/iso-date.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { faultOfValue } from '../fact-kinds.ts';
import { type FactName, type FactValue, kindOf } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import { recognise, settleGoal } from '../recognise.ts';
import type { ObjectWords } from '../rulebook.ts';
import type { Claim, Words } from '../words.ts';
import { claimValues } from './claim-values.ts';
import type { DemandModel } from './demand-model.ts';
import { needFacts, type SaidPeriods } from './need-facts.ts';
import { purchaseFacts } from './purchase-facts.ts';
import { monthOf, readDays } from './said-dates.ts';
import { readSums, type SaidSum } from './said-sums.ts';

/** What a sentence asks, and the facts that it gives. */
export interface SaidRequest {
  readonly goal: GoalName;
  readonly facts: ReadonlyMap<FactName, FactValue>;
  /** A sum is called neither HT nor TTC. */
  readonly taxUnsaid: boolean;
  /**
   * The facts again, were a sum that may be understood otherwise: one called neither HT nor TTC, the foot of a range, one
   * period of a contract that is renewed.
   */
  readonly otherwise: readonly ReadonlyMap<FactName, FactValue>[];
}

/** The people who ask, and no service bought. */
const OWN_SERVICE =
  /\b(notre|mon|votre|nos|leurs?|son|le|du|au|un) services?(?: (?:achats?|juridiques?|techniques?|informatiques?|financiers?|marchés)\b|(?<=(?:notre|mon|votre|nos|leurs?|son) services?))/giu;
/** «58 000 H.T.»: no hours. */
const DOTTED = /\b(?:H\.T|T\.T\.C)\b\.?/gi;
/** A question is shorter; beyond, nothing is read. */
const LONGEST = 4_000;
const NEED_GOALS: ReadonlySet<GoalName> = new Set([
  'procedure',
  'publicity',
  'need_total',
  'obligations',
  'legal_control',
  'innovation',
  'advance',
  'tender_deadline',
  'backplanning',
]);

/** Goals where HT or TTC changes nothing but the name of the sum, or where the sum itself is the answer. */
const TAX_ASIDE: ReadonlySet<GoalName> = new Set(['need_total', 'advance', 'tender_deadline', 'backplanning']);
const USUAL_VAT = 1.2;

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
  /** Without it the words of the house alone tell a goal. */
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
  const learnt = sentence.goal === undefined && model !== undefined ? recognise(text, values, model) : undefined;
  const goal = sentence.goal ?? settleGoal(learnt, said).goal;
  if (goal === undefined) return undefined;
  const sums = readSums(text, values).map((sum) => ({ ...sum, tax: sum.tax ?? sentence.tax }));
  const given = claimValues(text, sums, ofSort(said.claims, 'somme'), goal);
  const common = new Map<FactName, FactValue>([
    ...dayFacts(text, values, said.claims, goal, at, words),
    ...countFacts(text, values, said.claims, goal, words),
    ...said.facts,
    ...purchaseFacts(text, said, objects),
    ...rateFacts(text),
  ]);
  const around = { text, goal, words, periods: periodsOf(text, values), rate: numberOf(common.get('taux_tva')) };
  const facts = besideThresholds(
    text,
    sums,
    sums.map((sum) => given.get(sum)),
  );
  const factsWith = (read: (sum: SaidSum) => SaidSum) =>
    checked(new Map([...common, ...moneyFacts(sums.map(read), facts, around)]));
  const ways = needWays(goal, text, sums, facts, around.periods);
  return {
    goal,
    facts: factsWith((sum) => sum),
    taxUnsaid: !TAX_ASIDE.has(goal) && sums.some(({ tax }) => tax === undefined),
    otherwise: ways.map(factsWith),
  };
}

/** «TVA 20», with or without its sign. */
function rateFacts(text: string): Map<FactName, FactValue> {
  const said = /\btva\b(?: (?:a|de|est|au taux de))? ?:? ?(\d{1,2}(?:[.,]\d)?)(?![\d\s]*\d{3})/.exec(fold(text))?.[1];
  const rate = Number(said?.replace(',', '.'));
  return new Map(VAT_RATES.has(rate) ? [['taux_tva', rate]] : []);
}

const VAT_RATES: ReadonlySet<number> = new Set([2.1, 5.5, 10, 20]);

/** «sous 100 000», «ça passe les 216 000», «le seuil de 60 000»: what a sum is set against, and no part of it. */
const SET_AGAINST =
  /(?:\bsous|\bdessous|\bdessus|\bdepasse\w{0,3}|\bpass(?:e|ent|er|aient|ait)|\bseuils?|\blimites?|\batteint|\bdonc|\bmoins|\bplus|\bjusqu'|\bmaxi?|\bplafond)(?: (?:de|a|les|la|le|des|du|d'|sous|pas))*(?: ?a)? ?$/;

/** Of several sums, those that words only set the others against are nobody's. */
function besideThresholds(
  text: string,
  sums: readonly SaidSum[],
  given: readonly (FactName | 'rien' | undefined)[],
): readonly (FactName | 'rien' | undefined)[] {
  const against = sums.map(
    ({ span, tax, joined }, index) =>
      given[index] === undefined &&
      !joined &&
      tax !== 'TTC' &&
      SET_AGAINST.test(fold(text.slice(Math.max(0, span[0] - 28), span[0]))),
  );
  return against.every(Boolean) ? given : given.map((fact, index) => (against[index] === true ? 'rien' : fact));
}

/** Late in whole: V is then the whole contract. */
const WHOLE_LATE =
  /\b(?:(?:machine|commande|livraison|fourniture|prestation) (?:complete|entiere)|d'un (?:seul )?coup|tout le marche|totalite|tout (?:etait|est) en retard|toute la (?:commande|livraison)|ensemble du marche|marche entier)\b/;
const WHOLE = /\b(?:en tout|au total|total|compris(?:es)?|inclus(?:es)?|sur \d+ ans|pour \d+ ans)\b/;

/** How else the sums of a need may be understood, where words do not settle it. */
function needWays(
  goal: GoalName,
  text: string,
  sums: readonly SaidSum[],
  given: readonly (FactName | 'rien' | undefined)[],
  { renewals }: SaidPeriods,
): readonly ((sum: SaidSum) => SaidSum)[] {
  if (!NEED_GOALS.has(goal)) return [];
  const unclear = !TAX_ASIDE.has(goal) && sums.some(({ tax }) => tax === undefined);
  const ranged = sums.some(({ low, high }) => low < high);
  const once =
    renewals !== undefined &&
    sums.length === 1 &&
    sums[0]?.per === undefined &&
    given[0] === undefined &&
    !WHOLE.test(fold(text));
  return [
    ...(unclear || ranged ? [(sum: SaidSum) => lowest(sum, unclear ? USUAL_VAT : 1)] : []),
    ...(once ? [(sum: SaidSum) => ({ ...sum, high: sum.high * (1 + renewals) })] : []),
  ];
}

const ofSort = (claims: readonly Claim[], ...sorts: readonly string[]) =>
  claims.filter(({ sort }) => sorts.includes(sort));
const numberOf = (value: FactValue | undefined) => (typeof value === 'number' ? value : undefined);

function lowest(sum: SaidSum, factor: number): SaidSum {
  return { ...sum, high: sum.tax === undefined ? Math.round((sum.low / factor) * 100) / 100 : sum.low };
}

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
  const days = readDays(text, values, at, goal === 'backplanning');
  const given = claimValues(text, days, ofSort(claims, 'date'), goal);
  for (const [day, fact] of given) if (fact !== 'rien') facts.set(fact, day.day);
  const usual = words.defaultOf(goal, 'date');
  const left = days.filter((day) => !given.has(day));
  const [first] = left;
  if (usual !== undefined && !facts.has(usual) && left.length === 1 && first !== undefined) facts.set(usual, first.day);
  if (goal !== 'backplanning' || facts.has('signature_visee') || facts.has('notification_visee')) return facts;
  const months = values.filter((value) => value.kind === 'date');
  for (const [value, fact] of claimValues(text, months, ofSort(claims, 'mois'), goal)) {
    const month = monthOf(value, at);
    if (fact !== 'rien' && month !== undefined) facts.set(fact, month);
  }
  return facts;
}

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
    for (const [value, fact] of given) if (fact !== 'rien') facts.set(fact, count(value));
    if (usual !== undefined && !facts.has(usual) && left.length === 1 && left[0] !== undefined)
      facts.set(usual, count(left[0]));
  };
  give(
    values
      .filter((value) => value.kind === 'duration' && DAYS.has(value.unit))
      .filter((value) => value.kind === 'duration'),
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
  // «4 % puis 7 %»: one of them would be a part of the whole.
  if (values.filter(({ kind }) => kind === 'percentage').length > (facts.has('taux_tva') ? 2 : 1))
    facts.delete('augmentation_pct');
  return facts;
}

const TIMES = /^(?:fois|reconduction|renouvellement)$/;
const RENEWED = /recondu|renouvel|tacite|prolong/;

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
  const once = renewed !== undefined && times === undefined ? 1 : undefined;
  return { months, renewals: times ?? once, renewalMonths };
}

interface Around {
  readonly text: string;
  readonly goal: GoalName;
  readonly words: Words;
  readonly periods: SaidPeriods;
  readonly rate: number | undefined;
}

function moneyFacts(
  sums: readonly SaidSum[],
  given: readonly (FactName | 'rien' | undefined)[],
  { text, goal, words, periods, rate }: Around,
): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>(lengthFacts(goal, periods));
  const left: SaidSum[] = [];
  let option: SaidSum | undefined;
  for (const [index, sum] of sums.entries()) {
    const fact = given[index];
    if (fact === 'rien') continue;
    if (fact === undefined) left.push(sum);
    else if (fact === 'option_ht') option = sum;
    else if (fact === 'montant_annuel_ht') left.push({ ...sum, per: 'an' });
    else if (fact === 'montant_mensuel_ht') left.push({ ...sum, per: 'mois' });
    else if (fact === 'maximum_ht' && goal !== 'need_total') left.push(sum);
    else if (fact === 'maximum_ht') facts.set(fact, valueIn(overYears(sum, periods), goal, rate));
    else if (fact === 'modifications_ht' || fact === 'lots_ht') {
      const name = fact === 'modifications_ht' && goal === 'retention' ? 'modifications_ttc' : fact;
      const known = facts.get(name);
      facts.set(name, [...(Array.isArray(known) ? known : []), valueIn(sum, goal, rate)]);
    } else
      facts.set(
        fact === 'montant_initial_ht' && goal === 'retention' ? 'montant_initial_ttc' : fact,
        valueIn(sum, goal, rate),
      );
  }
  const market = facts.get('montant_marche_ht');
  if (typeof market === 'number' && !facts.has('valeur_en_retard_ht') && WHOLE_LATE.test(fold(text)))
    facts.set('valeur_en_retard_ht', market);
  const lots = facts.get('lots_ht');
  if (facts.has('total_lots_ht') && Array.isArray(lots) && lots.length === 1 && typeof lots[0] === 'number') {
    facts.delete('lots_ht');
    facts.set(goal === 'innovation' ? 'lot_innovant_ht' : 'lot_ht', lots[0]);
  }
  if (NEED_GOALS.has(goal)) {
    const kept = needFacts(left, option, periods, rate, /\blots?\b/.test(fold(text)));
    return new Map([...facts, ...(SUMMED.has(goal) ? kept : netOnly(kept))]);
  }
  const usual = words.defaultOf(goal, 'somme');
  if (usual === undefined || facts.has(usual) || left.length === 0) return facts;
  if (usual === 'lots_ht')
    facts.set(
      usual,
      left.map((sum) => valueIn(sum, goal, rate)),
    );
  else if (left.length === 1 && left[0] !== undefined) facts.set(usual, valueIn(left[0], goal, rate));
  return facts;
}

/** Goals that say how their sum is made; the others take it net. */
const SUMMED: ReadonlySet<GoalName> = new Set(['procedure', 'publicity', 'need_total']);

function netOnly(facts: ReadonlyMap<FactName, FactValue>): ReadonlyMap<FactName, FactValue> {
  const [gross, rate] = [facts.get('montant_ttc'), facts.get('taux_tva')];
  if (typeof gross !== 'number' || typeof rate !== 'number' || facts.has('montant_ht')) return facts;
  return new Map([...facts, ['montant_ht', Math.round((gross / (1 + rate / 100)) * 100) / 100]]);
}

/** «90 000 par an» of an agreement of four years. */
function overYears(sum: SaidSum, { months }: SaidPeriods): SaidSum {
  return sum.per === 'an' && months !== undefined ? { ...sum, high: (sum.high * months) / 12, per: undefined } : sum;
}

/** Interest and retention are counted on sums with tax; the rest without. A missing rate leaves the sum as it was said. */
function valueIn(sum: SaidSum, goal: GoalName, rate: number | undefined): number {
  const whole = sum.high * (sum.times ?? 1);
  const gross = goal === 'late_interest' || goal === 'retention';
  if (rate === undefined || sum.tax === undefined || (sum.tax === 'TTC') === gross) return whole;
  return Math.round(whole * (gross ? 1 + rate / 100 : 1 / (1 + rate / 100)) * 100) / 100;
}

function lengthFacts(goal: GoalName, { months, renewals, renewalMonths }: SaidPeriods): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  if (goal === 'advance' && months !== undefined) facts.set('duree_mois', months);
  if (goal !== 'duration_limit') return facts;
  if (months !== undefined) facts.set('duree_ans', months / 12);
  if (renewals !== undefined) facts.set('reconductions_ans', (renewals * (renewalMonths ?? months ?? 12)) / 12);
  return facts;
}
