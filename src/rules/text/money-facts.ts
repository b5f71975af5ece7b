import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { FactName, FactValue } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import type { Claimed, Words } from '../words.ts';
import { penaltyFacts } from './late-facts.ts';
import { needFacts, type SaidPeriods } from './need-facts.ts';
import type { SaidSum } from './said-sums.ts';
import { eachIn, valueIn } from './sum-value.ts';

/** Which facts the sums of a text are, by what is asked. */

export const NEED_GOALS: ReadonlySet<GoalName> = new Set([
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

/** «sous 100 000», «ça passe les 216 000», «le seuil de 60 000»: what a sum is set against, and no part of it. */
const SET_AGAINST =
  /(?:[«"“] ?|\bloin|\bsous|\bdessous|\bdessus|\bdepasse\w{0,3}|\bpass(?:e|ent|er|aient|ait)|\bseuils?|\blimites?|\batteint|\bdonc|\bmoins|\bplus|\bjusqu'a?|\bmaxi?|\bplafond)(?: (?:de|a|les|la|le|des|du|d'|sous|pas)){0,4} ?$/;

/** «216 000 c'est la limite». */
const IS_LIMIT =
  /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?,? ?(?:c'est|est|etant|serait) (?:la |le )?(?:limite|seuil|plafond|max)/;

/** «ça fait 3 000 ?»: a result that is only put forward. */
const PUT_FORWARD = /\b(?:fait|font|donne|soit|serait|doit|retiens) (?:bien |donc )?$/;

/** «Mon chef calcule sur tout, il trouve 3 750», «je trouve 1 620»: what somebody has come to. */
const FOUND =
  /\b(?:il|elle|ils|elles|chef|cheffe|collegue|titulaire|je|on|nous|logiciel|comptable) (?:trouve|trouvent|trouvait|trouvons|obtient|obtiens|arrive a|arrivent a|compte|calcule) ?$/;

/** «un lot de services innovants de 90 000 €», «l'un des lots est une solution innovante». */
const NEW_LOT =
  /\b(?:un|l'un des|le|ce|du) lots?\b[^.?!;]{0,60}\b(?:innovants?|innovantes?|innovation)\b|\binnovante?s?\b[^.?!;]{0,30}\b(?:un|ce|du|le) lot\b/;

/** Of several sums, those that words only set the others against are nobody's. */
export function besideThresholds(
  text: string,
  sums: readonly SaidSum[],
  given: readonly (Claimed | undefined)[],
): readonly (Claimed | undefined)[] {
  const against = sums.map(
    ({ span, tax, joined }, index) =>
      FOUND.test(fold(text.slice(Math.max(0, span[0] - 28), span[0]))) ||
      (given[index] === undefined &&
        !joined &&
        !(tax === 'TTC' && /^ ?ttc\b/.test(fold(text.slice(span[1], span[1] + 5)))) &&
        (SET_AGAINST.test(fold(text.slice(Math.max(0, span[0] - 28), span[0]))) ||
          IS_LIMIT.test(fold(text.slice(span[1], span[1] + 28))) ||
          (PUT_FORWARD.test(fold(text.slice(Math.max(0, span[0] - 20), span[0]))) &&
            /^ ?(?:€|euros?)? ?\?/.test(text.slice(span[1], span[1] + 9))))),
  );
  return against.every(Boolean) ? given : given.map((fact, index) => (against[index] === true ? 'rien' : fact));
}

export interface Around {
  readonly text: string;
  readonly values: readonly SaidValue[];
  readonly goal: GoalName;
  readonly words: Words;
  readonly periods: SaidPeriods;
  readonly rate: number | undefined;
}

export function moneyFacts(
  sums: readonly SaidSum[],
  given: readonly (Claimed | undefined)[],
  { text, values, goal, words, periods, rate }: Around,
): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>(lengthFacts(goal, periods));
  const { left, option } = claimedOf(sums, given, facts, { text, goal, periods, rate });
  const design = facts.get('maitrise_oeuvre_ht');
  // «480 000 et 52 000, soit 532 000»: the sum of both is no third one.
  const own = left.filter(
    (sum) => typeof design !== 'number' || !left.some((one) => one !== sum && one.high + design === sum.high),
  );
  const lots = facts.get('lots_ht');
  if (facts.has('total_lots_ht') && Array.isArray(lots) && lots.length === 1 && typeof lots[0] === 'number') {
    facts.delete('lots_ht');
    facts.set(goal === 'innovation' ? 'lot_innovant_ht' : 'lot_ht', lots[0]);
  }
  // A lot has a ceiling of its own, whatever the whole is worth.
  const [lot, ...further] = facts.has('total_lots_ht') ? [] : Array.isArray(lots) ? lots : own.map(({ high }) => high);
  if (goal === 'innovation' && typeof lot === 'number' && further.length === 0 && NEW_LOT.test(fold(text))) {
    facts.delete('lots_ht');
    return new Map([...facts, ['lot_innovant_ht', lot]]);
  }
  if (NEED_GOALS.has(goal)) {
    const kept = needFacts(own, option, periods, rate, /\blots?\b/.test(fold(text)));
    return new Map([...facts, ...(SUMMED.has(goal) ? kept : netOnly(kept))]);
  }
  const raised = goal === 'modification' ? raisedTo(text, left) : undefined;
  if (raised !== undefined) return new Map([...facts, ...raised]);
  if (goal === 'mission_moe' && TOLERANCE.test(fold(text))) return engagedCost(facts, values);
  const usual = words.defaultOf(goal, 'somme');
  if (usual === 'lots_ht') {
    const told = facts.get('lots_ht');
    const all = [...(Array.isArray(told) ? told : []), ...left.flatMap((sum) => eachIn(sum, goal, rate))];
    const [alone] = all;
    facts.delete('lots_ht');
    // One lot alone says nothing of the others: their total is asked for.
    if (all.length === 1 && alone !== undefined) facts.set('lot_ht', alone);
    else if (all.length > 1)
      for (const [fact, value] of facts.has('total_lots_ht') || isListed(sums)
        ? ([['lots_ht', all]] as const)
        : lotsOf(all))
        facts.set(fact, value);
    return facts;
  }
  const due = goal === 'late_interest' ? sumsDue(left) : left;
  const [only] = due.length > 1 && goal === 'late_interest' ? sumOfAll(due, values) : due;
  // What is counted with tax is asked for where only the net sum is told, and no rate.
  if (
    usual !== undefined &&
    !facts.has(usual) &&
    only !== undefined &&
    (due.length === 1 || goal === 'late_interest') &&
    !(lacksRate(only, goal) && rate === undefined)
  )
    facts.set(usual, valueIn(only, goal, rate));
  // Where the contract's sum is told, the one that is left is what changes it.
  if (
    goal === 'modification' &&
    left.length === 1 &&
    only !== undefined &&
    facts.has('montant_initial_ht') &&
    !facts.has('modifications_ht') &&
    facts.get('montant_initial_ht') !== only.high
  )
    facts.set('modifications_ht', [valueIn(only, goal, rate)]);
  return goal === 'penalty' ? penaltyFacts(facts, left, { text, values, rate }) : facts;
}

/** Puts each sum where its words say it stands; what is left has no words of its own. */
function claimedOf(
  sums: readonly SaidSum[],
  given: readonly (Claimed | undefined)[],
  facts: Map<FactName, FactValue>,
  { text, goal, periods, rate }: Pick<Around, 'text' | 'goal' | 'periods' | 'rate'>,
): { readonly left: readonly SaidSum[]; readonly option: SaidSum | undefined } {
  const left: SaidSum[] = [];
  let option: SaidSum | undefined;
  for (const [index, sum] of sums.entries()) {
    const fact = given[index];
    if (fact === 'rien') continue;
    // Studies that nobody is paid a prize for are those of the one who designs.
    if (fact === 'etudes_concours_ht' && !PRIZE.test(fold(text))) facts.set('maitrise_oeuvre_ht', sum.high);
    else if (fact === undefined || fact === 'partie') left.push(sum);
    else if (fact === 'option_ht') option = sum;
    else if (fact === 'montant_annuel_ht') left.push({ ...sum, per: 'an' });
    else if (fact === 'montant_mensuel_ht') left.push({ ...sum, per: 'mois' });
    else if (fact === 'maximum_ht' && goal !== 'need_total') left.push(ofYear(text, sum, periods));
    else if (fact === 'maximum_ht')
      facts.set(fact, valueIn(overYears(ofYear(text, sum, periods), periods), goal, rate));
    else if (fact === 'modifications_ht' || fact === 'lots_ht') {
      const name = fact === 'modifications_ht' && goal === 'retention' ? 'modifications_ttc' : fact;
      const known = facts.get(name);
      facts.set(name, [...(Array.isArray(known) ? known : []), ...eachIn(sum, goal, rate)]);
    } else
      facts.set(
        fact === 'montant_initial_ht' && goal === 'retention' ? 'montant_initial_ttc' : fact,
        valueIn(sum, goal, rate),
      );
  }
  return { left, option };
}

/** What the architect kept to is asked about, and not what the design costs. */
const TOLERANCE = /\btoleranc\w*|\breprendre (?:ses|les) etudes\b/;

/** The cost that was engaged comes first, of two sums the less; what the firms bid is set against it. */
function engagedCost(facts: ReadonlyMap<FactName, FactValue>, values: readonly SaidValue[]): Map<FactName, FactValue> {
  const told = values.flatMap((one) => (one.kind === 'amount' && one.high >= A_COST ? [one.high] : []));
  const others = [...facts].filter(([fact]) => fact !== 'maitrise_oeuvre_ht');
  return new Map(told.length === 0 ? others : [...others, ['cout_previsionnel_travaux_ht', Math.min(...told)]]);
}

const A_COST = 10_000;

/** «On passe de 100 000 à 112 000»: the contract and what is added to it. */
function raisedTo(
  text: string,
  [sum, another]: readonly SaidSum[],
): readonly (readonly [FactName, FactValue])[] | undefined {
  if (sum === undefined || another !== undefined || sum.low >= sum.high) return undefined;
  if (!RAISED.test(fold(text.slice(Math.max(0, sum.span[0] - 40), sum.span[0])))) return undefined;
  return [
    ['montant_initial_ht', sum.low],
    ['modifications_ht', [sum.high - sum.low]],
  ];
}

const RAISED = /\b(?:pass(?:e|ent|er|ant)?|mont(?:e|ent|er)|augment(?:e|ent|er)|porter?)\b[^.;?!\d]{0,30}$/;

const PRIZE = /\b(?:primes?|indemnit\w+|indemnis\w+|dedommag\w+)\b/;

/** «30 000 HT, soit 36 000 TTC», «les intérêts sur les 60 000»: one invoice, told twice. */
function sumsDue(sums: readonly SaidSum[]): readonly SaidSum[] {
  const gross = sums.filter(({ tax }) => tax === 'TTC');
  const told = gross.length > 0 && sums.every(({ tax }) => tax !== undefined) ? gross : sums;
  return told.filter(({ high }, at) => told.findIndex((one) => one.high === high) === at);
}

/** «Deux factures à 7 300 et 14 600, dues le 1er»: as many sums as invoices that were late alike run together. */
function sumOfAll(due: readonly SaidSum[], values: readonly SaidValue[]): readonly SaidSum[] {
  const [first] = due;
  const invoices = values.find((one) => one.kind === 'quantity' && one.unit === 'facture');
  if (first === undefined || invoices?.kind !== 'quantity' || invoices.high !== due.length) return [];
  if (due.some(({ tax, times }) => tax !== first.tax || times !== undefined)) return [];
  return [{ ...first, high: due.reduce((total, { high }) => total + high, 0) }];
}

/** «150 / 60 / 55 / 35 k»: the largest stands in the list, and is no total of the others. */
function isListed(sums: readonly SaidSum[]): boolean {
  const most = sums.findIndex(({ high }) => high === Math.max(...sums.map((sum) => sum.high)));
  return sums[most]?.joined === true || sums[most + 1]?.joined === true;
}

/** «500 000 en 4 lots : 330, 72, 58 et 40 k»: the total stands among them. */
function lotsOf(sums: readonly number[]): readonly (readonly [FactName, FactValue])[] {
  const most = Math.max(...sums);
  const lots = sums.filter((sum) => sum !== most);
  const isTotal = lots.length > 1 && Math.abs(lots.reduce((total, sum) => total + sum, 0) - most) < 1;
  return isTotal
    ? [
        ['total_lots_ht', most],
        ['lots_ht', lots],
      ]
    : [['lots_ht', sums]];
}

const lacksRate = ({ tax }: SaidSum, goal: GoalName): boolean =>
  tax === 'HT' && (goal === 'late_interest' || goal === 'retention');

/** Goals that say how their sum is made; the others take it net. */
const SUMMED: ReadonlySet<GoalName> = new Set(['procedure', 'publicity', 'need_total']);

function netOnly(facts: ReadonlyMap<FactName, FactValue>): ReadonlyMap<FactName, FactValue> {
  const [gross, rate] = [facts.get('montant_ttc'), facts.get('taux_tva')];
  if (typeof gross !== 'number' || typeof rate !== 'number' || facts.has('montant_ht')) return facts;
  return new Map([...facts, ['montant_ht', Math.round((gross / (1 + rate / 100)) * 100) / 100]]);
}

/** «90 000 par an» of an agreement of four years; «80 000 sur un an, reconductible trois fois» is four times. */
function overYears(sum: SaidSum, { months, renewals = 0, renewalMonths }: SaidPeriods): SaidSum {
  if (sum.per !== 'an' || months === undefined) return sum;
  const length = months + renewals * (renewalMonths ?? months);
  return { ...sum, high: (sum.high * length) / 12, per: undefined };
}

const IN_A_YEAR = /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?(?:sur|pour) (?:un an|1 an|une annee|12 mois)\b/;

/** A maximum that is told for the one year that is renewed. */
function ofYear(text: string, sum: SaidSum, { months, renewals }: SaidPeriods): SaidSum {
  const isOne = months === 12 && renewals !== undefined && sum.per === undefined;
  return isOne && IN_A_YEAR.test(fold(text.slice(sum.span[1], sum.span[1] + 30))) ? { ...sum, per: 'an' } : sum;
}

function lengthFacts(goal: GoalName, { months, renewals, renewalMonths }: SaidPeriods): Map<FactName, FactValue> {
  const facts = new Map<FactName, FactValue>();
  if ((goal === 'advance' || goal === 'obligations') && months !== undefined) facts.set('duree_mois', months);
  if (goal !== 'duration_limit') return facts;
  if (months !== undefined) facts.set('duree_ans', months / 12);
  if (renewals !== undefined) facts.set('reconductions_ans', (renewals * (renewalMonths ?? months ?? 12)) / 12);
  return facts;
}
