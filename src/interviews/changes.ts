import type { IsoDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import type { FactName } from '../rules/facts.ts';
import { euros, type Rules } from '../rules/work.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { settled } from './read-typed.ts';
import type { SayOutcome } from './say-outcome.ts';
import type { Known } from './state.ts';
import { type Outcome, thresholdsAt, type Weigh } from './weigh.ts';

const texts = interviewTexts.fr;

/** «BOAMP» keeps its capitals. */
export const lower = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** By which rule each duty is due: its title and articles are the rule's own. */
export const DUTIES: readonly (readonly [duty: string, rule: string])[] = [
  ['ecrit', 'écrit obligatoire'],
  ['avis', 'avis imposé'],
  ['profil_acheteur', 'profil obligatoire'],
  ['critere_environnemental', 'critère environnemental dû'],
  ['condition_sociale', 'condition sociale due'],
  ['avis_attribution', 'avis d attribution dû'],
  ['rapport_presentation', 'rapport de présentation dû'],
  ['donnees_essentielles_ou_liste_annuelle', 'données à publier'],
];
export const CONTROL = 'transmission au préfet';

/** Thresholds above that are told at most. */
const MOST_CHANGES = 3;

/** What would be otherwise from the thresholds just above. */
export function sayChanges(
  { weigh, rules, say }: { readonly weigh: Weigh; readonly rules: Rules; readonly say: SayOutcome },
  known: Known,
  total: number,
  today: IsoDate,
): readonly string[] {
  const supposed = (amount: number) => ({ ...known, taxUnsaid: false, facts: settled(known, amount) });
  const at = (amount: number) => weigh.outcomes(supposed(amount), today);
  let before = at(total);
  const said: string[] = [];
  for (const threshold of thresholdsAt(rules, today).filter((one) => one > total)) {
    if (said.length === MOST_CHANGES) break;
    const after = at(threshold);
    const unknown = weigh.missing(supposed(threshold), today).map(({ fact }) => hangsOn(fact, rules));
    const what = newIn(before, after, { rules, say, unknown });
    if (what.length > 0) said.push(texts.at(euros(threshold), what.join('\u00a0; ')));
    before = after;
  }
  return said;
}

/** «votre organisme»: a fact that nobody knows, as the person has it. */
function hangsOn(fact: FactName, { book }: Rules): string {
  return ownValue(texts.hangsOn, fact) ?? lower(book.facts.get(fact)?.titre ?? fact);
}

/** What is otherwise: the procedure, where to publish, each duty that comes whatever is not known. */
function newIn(
  before: readonly Outcome[],
  after: readonly Outcome[],
  {
    rules: { book },
    say: { procedure, where },
    unknown,
  }: { readonly rules: Rules; readonly say: SayOutcome; readonly unknown: readonly string[] },
): readonly string[] {
  const titleOf = (rule: string) => lower(frenchTypography(book.rules.get(rule)?.titre ?? rule));
  const changed = (say: (outcome: Outcome) => string | undefined): readonly string[] => {
    const [was, is] = [before, after].map((all) => [...new Set(all.map(say))].filter((one) => one !== undefined));
    if (is === undefined || is.length === 0 || is.join() === was?.join()) return [];
    return [is.length === 1 ? is.map(lower).join() : texts.either(is.map(lower), unknown)];
  };
  const isKnown = new Set(after.map(({ procedure }) => procedure)).size === 1;
  const comes = (is: (outcome: Outcome) => boolean) => after.every(is) && !before.every(is);
  return [
    ...changed(procedure),
    // Where two procedures may be, where to publish goes without saying which.
    ...(isKnown ? changed(where) : []),
    ...DUTIES.filter(([duty]) => duty !== 'avis' && comes(({ duties }) => ownValue(duties, duty) === true)).map(
      ([, rule]) => titleOf(rule),
    ),
    ...(comes(({ control }) => control) ? [titleOf(CONTROL)] : []),
  ];
}
