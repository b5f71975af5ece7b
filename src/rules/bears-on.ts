import type { WorkOut } from './answer.ts';
import type { Reader } from './compute.ts';
import type { FactName, FactValue, Situation } from './facts.ts';
import { GOALS, type GoalName } from './goals.ts';
import type { Rulebook } from './rulebook.ts';
import type { Sentence } from './text/read-text.ts';
import type { Reading } from './text/reading.ts';

/** What a need or a base is counted from is told by many names. */
const COUNTED = /_(?:ht|ttc|mois|ans|jours)$|^montants|^reconductions|^annees$|^quantite$/;

/** A case as a dialogue keeps it. */
interface Case extends Sentence {
  readonly goal: GoalName;
  readonly facts: Situation;
}

interface Room {
  readonly workOut: WorkOut;
  readonly book: Rulebook;
  readonly reading: Reading;
}

/** «Avenant de 8 000, possible ?», «100 000», «et à 12 000 ?»: of several sums that were told, a bare one changes the nearest. */
export function asNearest(
  { workOut, reading }: Pick<Room, 'workOut' | 'reading'>,
  { text, at, goal, tax, settled, facts }: Case,
  told: Situation,
  reader: Reader,
): Situation {
  const usual = reading.words.defaultOf(goal, 'somme');
  const sum = usual === undefined ? undefined : told.get(usual);
  if (usual === undefined || typeof sum !== 'number' || sum <= 0) return told;
  const was = workOut({ text, at, goal, tax, settled }, facts, reader);
  const known = was?.ok === true ? [...was.value.facts].flatMap(([fact, value]) => sumOf(fact, value)) : [];
  const far = (other: number) => Math.abs(Math.log(sum / other));
  const [nearest] = known.toSorted((one, other) => far(one.sum) - far(other.sum));
  if (nearest === undefined || nearest.fact === usual || !known.some(({ fact }) => fact === usual)) return told;
  return new Map([...[...told].filter(([fact]) => fact !== usual), [nearest.fact, nearest.isList ? [sum] : sum]]);
}

function sumOf(fact: FactName, value: FactValue) {
  const [one, another] = Array.isArray(value) ? value : [value];
  const isSum = /_(?:ht|ttc)$/.test(fact) && typeof one === 'number' && one > 0 && another === undefined;
  return isSum ? [{ fact, sum: one, isList: Array.isArray(value) }] : [];
}

/** Whether one of the facts that a line tells is looked at by the case before it, or was given there. */
export function bearsOn(
  { workOut, book }: Pick<Room, 'workOut' | 'book'>,
  { text, at, goal, tax, settled, facts }: Case,
  told: Situation,
  reader: Reader,
): boolean {
  const was = workOut({ text, at, goal, tax, settled }, facts, reader);
  if (was?.ok !== true) return true;
  const { conclusion, facts: known } = was.value;
  const asked = [...GOALS[goal].asks(facts, book.objects), ...conclusion.missing].map(({ fact }) => fact);
  const sought = new Set([...asked, ...conclusion.unknown, ...known.keys()]);
  return [...told.keys()].some((fact) => sought.has(fact) || COUNTED.test(fact));
}
