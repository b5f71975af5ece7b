import { fold } from '../../french/words.ts';
import type { GoalName } from '../goals.ts';
import type { Claim, Claimed, Counted, Words } from '../words.ts';
import { claimValues } from './claim-values.ts';
import { isDeniedHere } from './denied-here.ts';
import { besideThresholds, NEED_GOALS } from './money-facts.ts';
import type { SaidDay } from './said-dates.ts';
import type { SaidSum } from './said-sums.ts';

interface Valued {
  readonly text: string;
  readonly goal: GoalName;
  readonly sums: readonly SaidSum[];
  readonly days: readonly SaidDay[];
  readonly claims: readonly Claim[];
}

/** What the words of `mots.yaml` around each sum and each day read it to be. */
export function countByWords(
  { text, goal, sums, days, claims }: Valued,
  words: Words,
): { readonly sums: readonly Counted[]; readonly days: readonly Counted[] } {
  // «Pas de sous-traitant, 74 000 € HT»: what is denied has no sum.
  const told = ofSort(claims, 'somme').filter(({ fact, span }) => fact === 'rien' || !isDeniedHere(text, span));
  const given = claimValues(text, sums, told, goal);
  const read = wholesAlone(
    text,
    sums,
    besideThresholds(
      text,
      sums,
      sums.map((sum) => (SIGNED.has(goal) && isChange(text, sum) ? 'modifications_ht' : given.get(sum))),
    ),
  );
  const isPart = ({ part }: SaidSum) => part && NEED_GOALS.has(goal);
  return {
    sums: sums.map((sum, index) => read[index] ?? (isPart(sum) ? 'rien' : 'besoin')),
    days: dayClaims(text, days, claims, goal, words),
  };
}

/** Goals where a sum may be taken away from the contract. */
export const SIGNED: ReadonlySet<GoalName> = new Set(['modification', 'retention']);

/** «(-18 000)», «de − 5 000», «moins-value de 12 000», «un avenant de moins 12 000», «une baisse de 3 000». */
export function isTakenAway(text: string, { span: [start] }: SaidSum): boolean {
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

/** What the words around each day read it to be. */
function dayClaims(
  text: string,
  days: readonly SaidDay[],
  claims: readonly Claim[],
  goal: GoalName,
  words: Words,
): readonly Counted[] {
  const given = claimValues(text, days, ofSort(claims, 'date'), goal);
  const usual = words.defaultOf(goal, 'date');
  const left = days.filter((day) => !given.has(day));
  const isUsual = usual !== undefined && left.length === 1 && ![...given.values()].includes(usual);
  return days.map((day) => given.get(day) ?? (isUsual ? usual : 'rien'));
}

export const ofSort = (claims: readonly Claim[], wanted: string) => claims.filter(({ sort }) => sort === wanted);

/** «Construction d'un lycée, 6,2 millions HT de travaux»: beside lots, a sum larger than all of them is that of the operation. */
export function operationOf(text: string, sums: readonly SaidSum[], goal: GoalName): SaidSum | undefined {
  if (goal !== 'small_lot' && goal !== 'innovation') return undefined;
  if (sums.length === 2) return besideLot(text, sums);
  if (goal !== 'small_lot' || sums.length < 3) return undefined;
  const worth = ({ high, times = 1 }: SaidSum) => high * times;
  const all = sums.reduce((total, sum) => total + worth(sum), 0);
  return sums.find((sum) => {
    const [start, end] = sum.span;
    const isNamed =
      OF_THE_WHOLE.test(fold(text.slice(end, end + 20))) ||
      WHOLE.test(fold(text.slice(Math.max(0, start - 48), start)));
    return isNamed && worth(sum) > all - worth(sum);
  });
}

/** «Construction neuve 6 000 000, un lot de 900 000»: of two sums, the larger that is no lot's. */
function besideLot(text: string, [one, other]: readonly SaidSum[]): SaidSum | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [less, more] = one.high <= other.high ? [one, other] : [other, one];
  const isLot = ({ span: [start, end] }: SaidSum) =>
    OF_A_LOT.test(fold(text.slice(Math.max(0, start - 30), start))) ||
    /^[^.;,?!\d]{0,12}\blot\b/.test(fold(text.slice(end, end + 16)));
  return isLot(less) && !isLot(more) ? more : undefined;
}

const OF_A_LOT = /\blot\b[^.;,:?!]{0,24}$/;
const OF_THE_WHOLE = /^ ?(?:ht|ttc)? ?(?:de |d'|en )(?:travaux|marche|operation|tout)\b/;
const WHOLE = /\b(?:operation|construction|rehabilitation|chantier|total|marche)\b[^.;:?!\d]{0,30}$/;
