import { ownValue } from '../own-value.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Conclusion } from './compute.ts';
import { BUYERS, CCAGS, type FactName, type FactValue, NATURES, type Situation } from './facts.ts';

/** A fact that nobody gave, that stands for one of its usual values, and that would conclude otherwise with others. */
export interface Sway {
  readonly fact: FactName;
  /** The values that conclude as told, then those that do not. */
  readonly same: readonly FactValue[];
  readonly other: readonly FactValue[];
}

const YES_NO = [true, false];
/** What these facts are, of nearly every purchase; what hardly any is (defence, urgency proved) is no reason to doubt. */
const USUAL: ReadonlyMap<FactName, readonly FactValue[]> = new Map<FactName, readonly FactValue[]>([
  ['acheteur', BUYERS],
  ['nature', NATURES],
  ['procedure', ['adaptee', 'appel_offres_ouvert', 'appel_offres_restreint']],
  ['electronique', YES_NO],
  ['pme', YES_NO],
  ['ccag', [...CCAGS, null]],
  ['operation', ['neuf', 'rehabilitation']],
  ['ouvrage', ['batiment', 'infrastructure']],
  ['forme', ['accord-cadre', 'marché ordinaire']],
]);

const MOST_ASKED = 2;

/** @param conclude what follows of a situation; undefined where nothing does */
export function findSways(
  conclusion: Conclusion,
  situation: Situation,
  conclude: (situation: Situation) => Conclusion | undefined,
): readonly Sway[] {
  const { unknown, assumed, missing, cases } = conclusion;
  // While so much is asked for, nothing is told that could be swayed.
  if (missing.length > MOST_ASKED || (missing.length > 0 && cases === undefined)) return [];
  // A procedure that the sum tells is no guess; one that stands for want of it is.
  const isGuess = (fact: FactName) => fact !== 'procedure' || assumed.some((one) => one.fact === fact);
  return unknown
    .filter((fact) => isGuess(fact) && !missing.some((one) => one.fact === fact))
    .flatMap((fact): readonly Sway[] => {
      const groups: Record<'same' | 'other', FactValue[]> = { same: [], other: [] };
      for (const value of USUAL.get(fact) ?? []) {
        const other = conclude(new Map([...situation, [fact, value]]));
        if (other !== undefined) groups[contradicts(conclusion, other) ? 'other' : 'same'].push(value);
      }
      return groups.other.length === 0 ? [] : [{ fact, ...groups }];
    });
}

/**
 * Whether the first line of one says otherwise than that of the other; what it only adds is no other result.
 * @param sums whether sums and shares count, and not only words and days
 */
export function contradicts(one: Conclusion, other: Conclusion, sums = true): boolean {
  const [here, there] = [waysOf(one), waysOf(other)];
  return here.length === there.length && here.some((way, at) => differs(way, there[at] ?? way, sums));
}

const waysOf = ({ cases, ...whole }: Conclusion): readonly Way[] => cases ?? [whole];
type Way = Pick<Conclusion, 'value' | 'values'>;

function differs(one: Way, other: Way, sums: boolean): boolean {
  const counts = (value: unknown) => sums || typeof value !== 'number';
  if (isTold(one.value) && counts(one.value) && isTold(other.value) && one.value !== other.value) return true;
  return Object.entries(one.values).some(([name, value]) => {
    const there = ownValue(verdictTexts.results, name) === undefined ? undefined : ownValue(other.values, name);
    return there !== undefined && counts(value) && there !== value;
  });
}

const isTold = (value: unknown): boolean => value !== undefined && value !== null;
