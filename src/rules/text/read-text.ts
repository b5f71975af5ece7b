import type { IsoDate } from '../../days/iso-date.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { faultOfValue } from '../fact-kinds.ts';
import { type FactName, type FactValue, isFactName, kindOf } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import { recognise } from '../recognise.ts';
import type { Role } from '../roles/role-names.ts';
import type { Claim, Claimed, Counted, YesNoQuestion } from '../words.ts';
import { claimValues } from './claim-values.ts';
import { countByWords, ofSort, operationOf } from './count-by-words.ts';
import { countFacts, rateFacts } from './count-facts.ts';
import { countingIn } from './count-values.ts';
import { APART, eachApart } from './each-apart.ts';
import { moneyFacts, NEED_GOALS } from './money-facts.ts';
import type { SaidPeriods } from './need-facts.ts';
import { unitOf } from './one-unit.ts';
import { purchaseFacts } from './purchase-facts.ts';
import type { Reading } from './reading.ts';
import { monthOf, readDays, type SaidDay } from './said-dates.ts';
import { periodsOf } from './said-periods.ts';
import type { SaidSum } from './said-sums.ts';
import { type Doubt, lateWays, needWays, type Otherwise, offsetWays, TAX_ASIDE, taxWays } from './sum-ways.ts';
import { sumsTold } from './sums-told.ts';

/** What a sentence asks, and the facts that it gives. */
export interface SaidRequest {
  readonly goal: GoalName;
  readonly facts: ReadonlyMap<FactName, FactValue>;
  /** A sum is called neither HT nor TTC. */
  readonly taxUnsaid: boolean;
  readonly otherwise: readonly Otherwise[];
  /** Values that the two readers take differently, and the facts were each the other thing. */
  readonly doubts: readonly (Doubt & Pick<Otherwise, 'facts'>)[];
  /** Of orders or contracts that each have an answer of their own, in which words and by which facts; none where one is told. */
  readonly each: readonly { readonly words: string; readonly facts: ReadonlyMap<FactName, FactValue> }[];
  /** What the reading takes for granted, in words. */
  readonly supposes: readonly string[];
  /** Whose need it tells, where it is that of one unit of a body. */
  readonly unit: ReturnType<typeof unitOf>;
  /** What a yes or a no would be said of. */
  readonly question: YesNoQuestion | undefined;
}

/** The people who ask, and no service bought. */
const OWN_SERVICE =
  /\b(notre|mon|votre|nos|leurs?|son|le|du|au|un) services?(?: (?:achats?|juridiques?|techniques?|informatiques?|financiers?|marchés)\b|(?<=(?:notre|mon|votre|nos|leurs?|son) services?))/giu;
/** … by its name alone: «Services techniques, petite ville», «un service de l'État». */
const NAMED_SERVICE = /\bservices?(?= (?:techniques?|achats?|marchés|juridiques?|de l['’][ée]tat)\b)/giu;
/** «Bureau du patrimoine», «bureau budget», «un plateau de bureaux»: who asks or a place, and no furniture. */
const OWN_OFFICE =
  /\bbureaux?(?= (?:du|des|de (?:la|l['’])|de l['’]|achats?|budget|marchés|courrier|technique|travaux|patrimoine|finances?)\b)|(?<=\b(?:plateau|étage|immeuble|bâtiment|local|locaux|m²|m2|espaces?) (?:de |d['’]|à usage de ))bureaux?\b/giu;
/** «58 000 H.T.»: no hours. */
const DOTTED = /\b(?:H\.T|T\.T\.C)\b\.?/gi;
/** «lot 1 130 000»: the first lot, «à 130 000», and no million. */
const NUMBERED = /\b((?:lot|tranche|phase|bon) )\d (?=\d{1,3}[ \u00a0\u202f]\d{3}(?!\d))/gi;
/** A question is shorter; beyond, nothing is read. */
const LONGEST = 4_000;

export interface Sentence {
  readonly text: string;
  /** The day asked: days said without a year are the closest to it. */
  readonly at: IsoDate;
  readonly goal?: GoalName | undefined;
  /** What was said later of a sum called neither HT nor TTC. */
  readonly tax?: 'HT' | 'TTC' | undefined;
  /** Values that the person said the role of, by their words. */
  readonly settled?: ReadonlyMap<string, Role> | undefined;
}

/** As it is read; its words stay where they are in a text composed so (NFC). */
export function readable(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(OWN_SERVICE, (said, whose: string) => `${whose} equipe`.padEnd(said.length))
    .replace(NAMED_SERVICE, (said) => 'equipe'.padEnd(said.length).slice(0, said.length))
    .replace(OWN_OFFICE, (said) => 'equipe'.padEnd(said.length).slice(0, said.length))
    .replace(NUMBERED, '$1à ')
    .replace(DOTTED, (tax) => tax.replaceAll('.', '').padEnd(tax.length));
}

/** Reads a sentence as typed. Undefined where nothing in it asks for what can be worked out; never throws. */
export function readSentence(sentence: Sentence, reading: Reading): SaidRequest | undefined {
  const { words, objects, model, spellOut } = reading;
  const { at } = sentence;
  const text = readable(spellOut(sentence.text));
  const said = words.read(text);
  const values = readValues(text);
  const learnt = model === undefined ? undefined : recognise(text, values, model);
  const isRead = learnt !== undefined && learnt.sureness !== 'none' && !said.outOf.includes(learnt.goal);
  const goal = sentence.goal ?? (isRead ? learnt.goal : undefined);
  if (goal === undefined) return undefined;
  const { settled } = sentence;
  const { sums, wholes, spent, paired } = sumsTold({ text, values, goal }, sentence, words.unitPrices);
  const sought = goal === 'backplanning' ? 'ahead' : PAST.has(goal) ? 'behind' : 'near';
  const days = readDays(text, values, at, sought, goal === 'duration_limit');
  const byWords = countByWords({ text, goal, sums, days, claims: said.claims }, words);
  const counting = countingIn({ text, goal, values, sums, days, said, byWords, settled }, reading);
  const common = new Map<FactName, FactValue>([
    ...countFacts(text, values, said.claims, goal, words),
    ...counting.told,
    ...(goal === 'obligations' && learnt?.duty !== undefined ? ([['objet_question', learnt.duty]] as const) : []),
    ...purchaseFacts(text, said, objects, counting.buyer),
    ...(paired === undefined ? [] : ([['taux_tva', paired]] as const)),
    ...(spent === undefined ? [] : ([['depenses_fonctionnement', spent]] as const)),
    ...rateFacts(text),
    ...(goal === 'small_lot' && said.question === 'sans_concurrence' ? ([['sans_concurrence', true]] as const) : []),
  ]);
  if (goal === 'backplanning') addDayAfter(common, text);
  if (isOnlyAsked(goal, said.question, common.get('procedure'))) common.delete('procedure');
  const periods = periodsOf(text, values.filter(counting.isLength));
  const isContract = common.has('acheteur') && periods.months !== undefined;
  // The share of an advance says when it is taken back; whether one is due does not lean on it.
  if (!isContract && !TAKEN_BACK.test(fold(text))) common.delete('taux_avance_pct');
  const around = { text, values, goal, words, periods, rate: numberOf(common.get('taux_tva')) };
  const { sums: counted, days: dated } = counting;
  // Whoever asks what sums come to counts them together.
  const added: readonly (readonly [FactName, FactValue])[] = goal === 'need_total' ? [['homogene', true]] : [];
  const factsWith = (
    change: (sum: SaidSum) => SaidSum,
    of: readonly Counted[] = counted.counted,
    on: readonly Counted[] = dated.counted,
    within: SaidPeriods = periods,
  ) => {
    const [kept, facts] = toCount(text, sums.map(change), of, goal);
    const others = [...dayFacts({ text, values, at, goal }, days, on, said.claims), ...common];
    const read = new Map([...added, ...others, ...moneyFacts(kept, facts, { ...around, periods: within })]);
    return checked(goal === 'penalty' ? withTerm(read, text) : read);
  };
  const told = factsWith(asTold);
  const unit = WITH_PROCEDURE.has(goal) ? unitOf(sentence.text) : undefined;
  const operation = operationOf(text, sums, goal)?.span;
  const isOpen = ({ words: of }: Doubt) => operation === undefined || !of.includes(text.slice(...operation).trim());
  const [kept, facts] = toCount(text, sums, counted.counted, goal);
  return {
    goal,
    facts: told,
    taxUnsaid: !TAX_ASIDE.has(goal) && kept.some(({ tax }) => tax === undefined),
    otherwise: [
      ...[
        ...needWays(goal, text, kept, facts, around.periods, said.hasRest || unit === 'among others'),
        ...taxWays(goal, kept),
      ].map(({ read: change, ...way }) => ({ ...way, facts: factsWith(change) })),
      ...lateWays(text, told),
      ...offsetWays(told),
    ],
    doubts: [
      ...counted.doubts.filter(isOpen).map(({ counted: of, ...doubt }) => ({ ...doubt, facts: factsWith(asTold, of) })),
      ...dated.doubts.map(({ counted: on, ...doubt }) => ({ ...doubt, facts: factsWith(asTold, counted.counted, on) })),
    ],
    each: eachApart(text, goal, sums, counted.counted).map(({ span, counted: of }) => {
      const own = values.filter((value) => value.span[0] >= span[0] && value.span[1] <= span[1]);
      return { words: text.slice(...span), facts: factsWith(asTold, of, dated.counted, periodsOf(text, own)) };
    }),
    supposes: [...wholes.map(verdictTexts.wholePrice), ...firstDays(text, days, dated.counted)],
    unit,
    question: said.question,
  };
}

/** Days that count, and of which only the month or the year was told. */
const firstDays = (text: string, days: readonly SaidDay[], counted: readonly Counted[]): readonly string[] =>
  days
    .filter(({ first }, index) => first === true && counted[index] !== 'rien')
    .map(({ span }) => verdictTexts.fromFirst(text.slice(...span).trim()));

const WITH_PROCEDURE: ReadonlySet<GoalName> = new Set(['procedure', 'publicity']);

const asTold = (sum: SaidSum) => sum;

/** Of offers that compete, the dearest is counted; what is left out is no sum of the case. */
function toCount(
  text: string,
  sums: readonly SaidSum[],
  counted: readonly Counted[],
  goal: GoalName,
): readonly [readonly SaidSum[], readonly (Claimed | undefined)[]] {
  // What an agreement may come to is its need; what was bought of it before adds nothing (R2121-8).
  const capped = NEED_GOALS.has(goal) && !APART.has(goal) && counted.includes('maximum_ht');
  const offers = sums.filter((_, index) => counted[index] === 'offre');
  const dearest = offers.toSorted((one, other) => other.high - one.high)[0];
  const operation = operationOf(text, sums, goal);
  const kept = sums.flatMap((sum, index): readonly (readonly [SaidSum, Claimed | undefined])[] => {
    const as = counted[index] ?? 'besoin';
    if (sum === operation) return [[sum, 'total_lots_ht']];
    if (as === 'rien' || (as === 'offre' && sum !== dearest) || (capped && as === 'besoin')) return [];
    return [[{ ...sum, part: false }, as === 'besoin' || as === 'offre' ? undefined : as]];
  });
  return [kept.map(([sum]) => sum), kept.map(([, as]) => as)];
}

/** «Notifié le 2, il avait 15 jours, arrivé le 27»: between two days, and nothing called late, what is told in days is the term. */
function withTerm(facts: ReadonlyMap<FactName, FactValue>, text: string): ReadonlyMap<FactName, FactValue> {
  const days = facts.get('jours_retard');
  const isTerm =
    facts.has('date_notification_bon') && facts.has('date_livraison') && !facts.has('delai_livraison_jours');
  if (days === undefined || !isTerm || LATE.test(fold(text))) return facts;
  const others = [...facts].filter(([fact]) => fact !== 'jours_retard');
  return new Map<FactName, FactValue>([...others, ['delai_livraison_jours', days]]);
}

const LATE = /\bretards?\b|\btrop tard\b|\bdepasse/;

/** «60 000 de fournitures, c'est sans publicité ?»: what is asked is no procedure that was followed. */
function isOnlyAsked(goal: GoalName, question: YesNoQuestion | undefined, procedure: FactValue | undefined): boolean {
  const asks = question === 'sans_publicite' || question === 'sans_concurrence';
  return (goal === 'procedure' || goal === 'publicity') && asks && procedure === 'dispense_seuil';
}

/** «Les rejets partent le lendemain de la commission»: a day more between the offers and them. */
const DAY_AFTER =
  /\b(?:rejets?|refus|lettres|courriers?|notifications?)\b[^.;?!\n]{0,40}\blendemain\b|\blendemain\b[^.;?!\n]{0,40}\b(?:rejets?|refus|lettres|courriers?)\b/;

function addDayAfter(facts: Map<FactName, FactValue>, text: string): void {
  const isTold = facts.has('analyse_et_commission_jours') || facts.has('cao_jours');
  if (isTold && DAY_AFTER.test(fold(text))) facts.set('cao_jours', (numberOf(facts.get('cao_jours')) ?? 0) + 1);
}

const TAKEN_BACK = /\b(?:rembours|recup|repren|repri|retien|reten|resorb)/;

const numberOf = (value: FactValue | undefined) => (typeof value === 'number' ? value : undefined);

/** Only what a fact may hold: a word read wrong gives nothing rather than a fault of what nobody wrote. */
function checked(facts: ReadonlyMap<FactName, FactValue>): ReadonlyMap<FactName, FactValue> {
  return new Map([...facts].filter(([fact, value]) => faultOfValue(kindOf(fact), value) === undefined));
}

function dayFacts(
  { text, values, at, goal }: { text: string; values: readonly SaidValue[]; at: IsoDate; goal: GoalName },
  days: readonly SaidDay[],
  counted: readonly Counted[],
  claims: readonly Claim[],
): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  for (const [index, { day }] of days.entries()) {
    const fact = counted[index] ?? 'rien';
    if (isFactName(fact) && !facts.has(fact)) facts.set(fact, day);
  }
  settleAccount(facts, text);
  const [dated, received] = [facts.get('date_facture'), facts.get('date_reception_facture')];
  // No invoice comes before the day that it bears: what was done then is what it is for.
  if (typeof dated === 'string' && typeof received === 'string' && received < dated) {
    facts.delete('date_reception_facture');
    if (!facts.has('date_service_fait')) facts.set('date_service_fait', received);
  }
  if (goal !== 'backplanning' || facts.has('signature_visee') || facts.has('notification_visee')) return facts;
  const months = values.filter((value) => value.kind === 'date');
  for (const [value, fact] of claimValues(text, months, ofSort(claims, 'mois'), goal)) {
    const month = monthOf(value, at);
    if (isFactName(fact) && month !== undefined) facts.set(fact, month);
  }
  return facts;
}

/** Of a balance, what came is the account: «le décompte général est définitif, nous l'avons reçu le 17». */
function settleAccount(facts: Map<FactName, FactValue>, text: string): void {
  const received = facts.get('date_reception_facture');
  const flat = fold(text);
  if (received === undefined || facts.has('date_reception_dgd') || !ACCOUNT.test(flat) || INVOICE.test(flat)) return;
  facts.delete('date_reception_facture');
  facts.set('date_reception_dgd', received);
}

const ACCOUNT = /\bdgd\b|\bdecompte general\b/;
const INVOICE = /\bfactures?\b|\bdemandes? de paiement\b/;

/** What is asked of these has happened. */
const PAST: ReadonlySet<GoalName> = new Set(['payment_due', 'late_interest', 'penalty']);
