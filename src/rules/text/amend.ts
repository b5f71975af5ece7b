import type { IsoDate } from '../../days/iso-date.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold, words } from '../../french/words.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { type FactKind, faultOfValue } from '../fact-kinds.ts';
import { type FactName, type FactValue, kindOf, type Situation } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import type { Rulebook } from '../rulebook.ts';
import { isYesNo } from '../tell.ts';
import { readSentence } from './read-text.ts';
import type { Reading } from './reading.ts';
import { readDays } from './said-dates.ts';

/** What a line changes of what was given before. */
export interface Amended {
  readonly facts: Situation;
  readonly tax: 'HT' | 'TTC' | undefined;
}

interface Amendable {
  readonly goal: GoalName;
  /** The fact last asked for, which a bare answer gives. */
  readonly asked: FactName | undefined;
  readonly at: IsoDate;
}

/** Words of a line that gives a fact or corrects one; a longer one is a question of its own. */
const LONGEST = 14;
const UNKNOWN = /\b(?:(?:ne |n')?sais pas|sait pas|aucune idee|pas encore decide|j'ignore|nsp|chais pas)\b/;

/** «je ne sais pas»: said of what was asked. */
export function isUnknown(text: string): boolean {
  return UNKNOWN.test(fold(text)) && words(text).length <= LONGEST;
}

/** Undefined where the line changes nothing: «et si c'est des travaux ?», «75 000», «on est une commune», «en fait c'est HT» do. */
export function readAmended(text: string, before: Amendable, reading: Reading, book: Rulebook): Amended | undefined {
  if (words(text).length > LONGEST) return undefined;
  const facts = new Map<FactName, FactValue>();
  const tax = taxOf(text);
  // A line that corrects says too little for what was learnt of whole messages.
  const { roles: _roles, ...byWords } = reading;
  const said = readSentence({ text, at: before.at, goal: before.goal, tax: tax ?? 'HT' }, byWords);
  for (const [fact, value] of said?.facts ?? [])
    if (fact !== 'objet' || said?.facts.get('nature') === 'services_specifiques') facts.set(fact, value);
  if (before.asked !== undefined && !facts.has(before.asked)) {
    const value = readAsked(before.asked, text, before.at, book);
    // What was asked for takes the value: a bare one was only given to the usual fact of the goal.
    for (const [fact, usual] of facts) if (typeof value === 'number' && usual === value) facts.delete(fact);
    if (value !== undefined) facts.set(before.asked, value);
  }
  return facts.size === 0 && tax === undefined ? undefined : { facts, tax };
}

function taxOf(text: string): Amended['tax'] {
  const folded = fold(text);
  if (/\bttc\b|\btoutes taxes\b/.test(folded)) return 'TTC';
  return /\bht\b|\bhors[ -]taxes?\b/.test(folded) ? 'HT' : undefined;
}

const YES = /^(?:oui|ouais|si|exact|tout a fait|c'est ca|yes)\b/;
const NO = /^(?:non|nan|pas du tout|aucune?|jamais|no)\b/;

/** The value of the fact that was asked for, by its kind. */
function readAsked(fact: FactName, text: string, at: IsoDate, book: Rulebook): FactValue | undefined {
  const kind = kindOf(fact);
  const folded = fold(text).trim();
  const value = ((): FactValue | undefined => {
    const choice = Object.entries(book.facts.get(fact)?.choix ?? {}).find(
      ([name, label]) => fold(label) === folded || name === folded,
    );
    if (choice !== undefined) return choice[0];
    if (isYesNo(kind))
      return folded === verdictTexts.words.oui || YES.test(folded) ? true : NO.test(folded) ? false : undefined;
    if (!isBareAnswer(text)) return undefined;
    const values = readValues(text);
    if (kind.kind === 'date') return readDays(text, values, at, 'near')[0]?.day;
    return numberFor(fact, kind, values);
  })();
  return value === undefined || faultOfValue(kind, value) !== undefined ? undefined : value;
}

/** «45 000», «plutôt 3 ans je pense»: a line that asks something, or tells more, gives no value but by its words. */
function isBareAnswer(text: string): boolean {
  const count = words(text).length;
  return text.includes('?') ? count <= MOST_DOUBTED : count <= MOST_BARE;
}

const MOST_BARE = 7;
const MOST_DOUBTED = 3;

/** Only what is said in the fact's own unit, or bare: «12 mois» is no sum. */
function numberFor(fact: FactName, kind: FactKind, values: readonly SaidValue[]): FactValue | undefined {
  const bare = values.find((one) => one.kind === 'quantity');
  const amount = values.find((one) => one.kind === 'amount');
  const share = values.find((one) => one.kind === 'percentage');
  const duration = values.find((one) => one.kind === 'duration');
  if (/_(?:ht|ttc)$|^montants|fonctionnement$/.test(fact)) {
    const sum = (amount ?? (bare?.unit === undefined ? bare : undefined))?.high;
    return sum === undefined || kind.kind !== 'amounts' ? sum : [sum];
  }
  if (kind.kind === 'share') return (share ?? bare)?.high;
  if (kind.kind !== 'count') return undefined;
  if (duration === undefined) return bare?.high;
  const months = duration.unit === 'year' ? 12 * duration.high : duration.unit === 'month' ? duration.high : undefined;
  if (/_mois$/.test(fact)) return months;
  if (/_ans$|^annees$/.test(fact)) return months === undefined ? undefined : months / 12;
  return duration.unit === 'week' ? 7 * duration.high : duration.unit === 'day' ? duration.high : undefined;
}
