import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { type FactName, type FactValue, isFactName } from '../facts.ts';
import type { GoalName } from '../goals.ts';
import type { Claim, Words } from '../words.ts';
import { asksOpen } from './asks-open.ts';
import { claimValues } from './claim-values.ts';
import { ofSort } from './count-by-words.ts';
import { isElapsed } from './said-dates.ts';
import { VAT_RATES } from './told-once.ts';

/** The facts that are told as days, shares and numbers. */

/** «TVA 20», «TTC à 5,5», with or without its sign. */
export function rateFacts(text: string): Map<FactName, FactValue> {
  const said = /\b(?:tva|ttc)\b(?: (?:a|de|est|au taux de))? ?:? ?(\d{1,2}(?:[.,]\d)?)(?![\d\s]*\d{3})/.exec(
    fold(text),
  )?.[1];
  const rate = Number(said?.replace(',', '.'));
  return new Map(VAT_RATES.includes(rate) ? [['taux_tva', rate]] : []);
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
]);

export function countFacts(
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
  // How much is kept back is asked, and not whether that rate is allowed.
  if (goal === 'retention' && (asksOpen(text) || AT_MOST.test(fold(text)))) facts.delete('taux_retenue_pct');
  return facts;
}

/** «On me dit 3 % maxi»: a ceiling that is put forward, and no rate that is wanted. */
const AT_MOST = /\b(?:maxi|max|maximum|plafond\w*|limite|au plus|pas plus)\b/;

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
