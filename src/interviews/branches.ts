import type { IsoDate } from '../days/iso-date.ts';
import { ownValue } from '../own-value.ts';
import type { FactValue } from '../rules/facts.ts';
import type { Ask } from '../rules/goal.ts';
import { euros, type Rules } from '../rules/work.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import type { SayOutcome } from './say-outcome.ts';
import type { Known } from './state.ts';
import { thresholdsAt, type Weigh } from './weigh.ts';

const texts = interviewTexts.fr;

/** One line for each way the most decisive of the unknown facts may turn. */
export function sayBranches(
  { weigh, rules, say }: { readonly weigh: Weigh; readonly rules: Rules; readonly say: SayOutcome },
  known: Known,
  today: IsoDate,
): readonly string[] {
  const [fact] = weigh.missing(known, today);
  if (fact === undefined) return [];
  const given = (value: FactValue) =>
    [
      ...new Set(
        weigh.outcomes({ ...known, facts: new Map([...known.facts, [fact.fact, value]]) }, today).map(say.outcome),
      ),
    ].join(texts.or);
  if (fact.fact === 'montant_ht') return amountBranches(thresholdsAt(rules, today), given);
  return fact.tries.map((value) => texts.branch(labelOf(fact, value, rules), given(value)));
}

function labelOf({ fact }: Ask, value: FactValue, { book }: Rules): string {
  const told = book.facts.get(fact);
  if (typeof value === 'boolean') return `${told?.titre ?? fact}${value ? ` : ${texts.yes}` : ` : ${texts.no}`}`;
  if (fact === 'taux_tva') return value === 0 ? texts.net : texts.gross(`${String(value).replace('.', ',')} %`);
  const names = fact === 'acheteur' ? texts.buyers : fact === 'nature' ? texts.natures : undefined;
  return (
    (names && typeof value === 'string' ? ownValue(names, value) : undefined) ?? `${told?.titre ?? fact} : ${value}`
  );
}

/** From which sum to which, where it is the sum that nobody knows. */
function amountBranches(thresholds: readonly number[], given: (amount: number) => string): readonly string[] {
  const bands: { from: number; said: string }[] = [];
  for (const from of [0, ...thresholds]) {
    const said = given(from);
    if (bands.at(-1)?.said !== said) bands.push({ from, said });
  }
  return bands.map(({ from, said }, index) => {
    const next = bands[index + 1]?.from;
    if (next === undefined) return texts.branch(texts.from(euros(from)), said);
    return texts.branch(from === 0 ? texts.below(euros(next)) : texts.between(euros(from), euros(next)), said);
  });
}
