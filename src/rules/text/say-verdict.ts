import { isIsoDate } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { ownValue } from '../../own-value.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { weekday } from '../calendar.ts';
import type { Conclusion } from '../compute.ts';
import type { Sway } from '../sways.ts';
import type { YesNoQuestion } from '../words.ts';
import { day, euros, type Line, type Plain, percent } from '../work.ts';

/** How the first words are shaped by what was asked. */
export interface Opening {
  readonly question?: YesNoQuestion | undefined;
  /** Under which the result holds: «si c’est la première modification». */
  readonly conditions?: readonly string[];
  /** Facts that nobody gave, of which another usual value would conclude otherwise. */
  readonly sways?: readonly Sway[];
  /** A sum, a rate or a day is asked for, and not a word. */
  readonly amount?: boolean;
  /** What was asked is answered by neither yes nor no. */
  readonly isOpen?: boolean;
}

/** The result in one sentence, said before how it was worked out; while a fact is asked for, its question. */
export function sayVerdict(conclusion: Conclusion, opening: Opening = {}): readonly Line[] {
  const { missing, explanation, articles } = conclusion;
  const asked = missing.filter(({ question }) => explanation.every(({ text }) => !text.includes(question)));
  if (missing.length > 0) {
    const sure = settled(conclusion);
    return [
      ...(sure === undefined ? [] : [{ text: sure, articles: articles.slice(0, 3) }]),
      ...asked.map(({ question }) => ({ text: question, articles: [] })),
    ];
  }
  const text = verdictOf(conclusion, opening);
  return text === undefined
    ? []
    : [{ text: withConditions(text, opening.conditions ?? []), articles: articles.slice(0, 3) }];
}

/** What is concluded whatever the facts that are asked for: «Avance obligatoire.», of which only the rate is open. */
export function settled(conclusion: Conclusion): string | undefined {
  const { goal, missing, branches } = conclusion;
  if (missing.length === 0) return verdictOf(conclusion);
  const [one, ...others] = Object.values(branches ?? {});
  return typeof one === 'string' && others.length > 0 && others.every((other) => other === one)
    ? verdictOf({ goal, value: one, values: {} })
    : undefined;
}

/** «… (si c’est tout le marché qui est en retard).»: what was taken for granted and would change the result, in the sentence that tells it. */
export function withConditions(said: string, conditions: readonly string[]): string {
  return conditions.length === 0 ? said : frenchTypography(`${said.replace(/[.]$/, '')} (${conditions.join(' ; ')}).`);
}

/** A yes or a no to what was asked; undefined where the result says neither. */
function yesOrNo(question: YesNoQuestion | undefined, { goal, value, values }: Verdict): 'oui' | 'non' | undefined {
  const procedure =
    goal === 'procedure' ? value : goal === 'publicity' ? (values['procedure'] ?? 'adaptee') : undefined;
  if (question === undefined || typeof procedure !== 'string' || procedure === 'a_confirmer') return undefined;
  const free = procedure === 'dispense_seuil';
  const said = (yes: boolean) => (yes ? 'oui' : 'non');
  switch (question) {
    case 'sans_concurrence':
    case 'sans_publicite':
      return said(free);
    case 'concurrence':
      return said(!free);
    // «Le BOAMP suffit ?», «le site de la mairie, ça suffit ?»: how far goes what was named.
    case 'boamp_seul':
    case 'site_seul': {
      const where = goal === 'publicity' ? value : values['publicite'];
      if (typeof where !== 'string' || free) return free ? 'oui' : undefined;
      if (where === 'libre') return question === 'boamp_seul' ? 'oui' : undefined;
      return said(question === 'boamp_seul' && where === 'boamp_ou_jal');
    }
    case 'publication': {
      const where = goal === 'publicity' ? value : values['publicite'];
      return free ? 'non' : typeof where === 'string' ? said(where !== 'libre') : undefined;
    }
    case 'adaptee':
      return goal === 'publicity' || free ? undefined : said(procedure === 'adaptee');
    case 'formalisee':
      return goal === 'publicity' ? undefined : said(procedure === 'formalisee');
    case 'avis_modification':
      return undefined;
  }
}

type Verdict = Pick<Conclusion, 'goal' | 'value' | 'values'>;

/** «Procédure adaptée : 91 200 € HT ; publicité : BOAMP…»; undefined where nothing was concluded. */
export function verdictOf(verdict: Verdict, opening: Opening = {}): string | undefined {
  const said = wholeOf(verdict, opening);
  return opening.isOpen === true && said !== undefined ? capital(said.replace(/^(?:Oui|Non), /, '')) : said;
}

function wholeOf(verdict: Verdict, { question }: Opening): string | undefined {
  const { goal, value, values } = verdict;
  const { subjects, results } = verdictTexts;
  const duty = goal === 'obligations' ? dutyOf(values) : undefined;
  const parts = Object.entries(results).flatMap(([name, label]) => {
    const each = ownValue(values, name);
    // A day says by itself how long.
    const isOfDay = goal === 'duration_limit' && isIsoDate(String(value ?? ''));
    return isOfDay || each === undefined || each === value || name === duty?.name || isSaid(goal, name, value)
      ? []
      : [sayPart(name, ownValue(verdictTexts.resultsOf, `${goal} ${name}`) ?? label, each)];
  });
  const rest = parts.slice(0, goal === 'backplanning' ? MOST_STEPS : MOST_PARTS).join(' ; ');
  if (duty !== undefined) return typeset(duty.said, rest);
  const alone = goal === 'obligations' && rest === '' ? sayBySelf(values) : undefined;
  if (alone !== undefined) return alone;
  if (value === undefined || value === null) return rest === '' ? undefined : typeset(subjects[goal], rest);
  const notice = values['avis_joue'];
  if (question === 'avis_modification' && typeof notice === 'boolean')
    return typeset(notice ? verdictTexts.noticeDue : verdictTexts.noNotice, '');
  const freed = goal === 'publicity' && values['procedure'] === 'dispense_seuil';
  const answered = yesOrNo(question, verdict);
  const first = [
    ...(answered === undefined ? [] : [`${answered}, `]),
    overHalf(verdict)
      ? verdictTexts.overHalf
      : (notSimilar(verdict) ?? sayValue(goal, freed ? 'dispense_seuil' : value)),
  ].join('');
  return goal === 'publicity' ? typeset([first, ...parts.slice(0, MOST_PARTS)].join(' ; '), '') : typeset(first, rest);
}

/** A change that its ground would open, were it not too large. */
const overHalf = ({ value, values }: Verdict): boolean =>
  value === 'non' && (values['r2194_2'] === false || values['r2194_5'] === false);

/** A last day that is gone by is no day to conclude on; what no length was told of is not too long. */
function notSimilar({ goal, value, values }: Verdict): string | undefined {
  if (goal !== 'duration_limit') return undefined;
  if (values['depasse'] === true) return verdictTexts.tooLate(sayPlain(value ?? '', undefined));
  return value === 'non' && values['duree_totale_ans'] === undefined
    ? verdictTexts.verdicts['duration_limit non_similaires']
    : undefined;
}

/** The one duty that a conclusion is about. */
function dutyOf(values: Verdict['values']): { readonly name: string; readonly said: string } | undefined {
  const told = Object.entries(values).filter(([, value]) => typeof value === 'boolean');
  const [[name, due] = ['', false]] = told;
  const said = told.length === 1 ? ownValue(verdictTexts.duties, name)?.[due === true ? 0 : 1] : undefined;
  return said === undefined ? undefined : { name, said };
}

/** «À conserver jusqu’au 14 mars 2027.»: the days or sums that were asked for, each of which says what it is. */
function sayBySelf(values: Verdict['values']): string | undefined {
  const parts = Object.entries(values).map(([name, value]) => {
    const label = ownValue(verdictTexts.bySelf, name);
    if (label === undefined || value === undefined || value === null) return undefined;
    return `${label} ${typeof value === 'number' ? euros(value) : sayPlain(value, undefined)}`;
  });
  return parts.length === 0 || parts.includes(undefined) ? undefined : typeset(parts.join(' ; '), '');
}

const MOST_PARTS = 3;
/** All the days of a calendar. */
const MOST_STEPS = 5;

/** «Aucune pénalité due» says that it is worth nothing. */
function isSaid(goal: Conclusion['goal'], name: string, value: Plain | null | undefined): boolean {
  return typeof value === 'string' && ownValue(verdictTexts.saidBy, `${goal} ${value}`)?.includes(name) === true;
}

function typeset(first: string, rest: string): string {
  return frenchTypography(`${capital(first)}${rest === '' ? '' : ` : ${rest}`}.`);
}

/** «vendredi 16 octobre 2026, premier jour où signer», «avance obligatoire». */
function sayValue(goal: Conclusion['goal'], value: Plain): string {
  const { subjects, words, verdicts } = verdictTexts;
  const whole = typeof value === 'string' ? ownValue(verdicts, `${goal} ${value}`) : undefined;
  if (whole !== undefined) return whole;
  if (goal === 'duration_limit' && isIsoDate(String(value)))
    return `${sayPlain(value, undefined)}, ${verdictTexts.concludedBy}`;
  if (goal === 'duration_limit' && typeof value === 'number') return `${value} ans, ${subjects[goal]}`;
  if (goal === 'need_total' && typeof value === 'number') return verdictTexts.wholeNeed(euros(value));
  const said = sayPlain(value, ownValue(words, String(value)));
  if (goal === 'procedure' || goal === 'publicity') return said;
  return `${said}, ${goal === 'backplanning' && isIsoDate(String(value)) ? verdictTexts.sentBy : subjects[goal]}`;
}

function sayPart(name: string, label: string, value: Plain): string {
  if (name === 'montant_total') return `${euros(Number(value))} HT`;
  const whole = ownValue(verdictTexts.parts, `${name} ${sayPlain(value, undefined)}`);
  if (whole !== undefined) return whole;
  const said =
    typeof value === 'number' ? sayNumber(name, value) : sayPlain(value, ownValue(verdictTexts.words, String(value)));
  return label.includes(PLACE) ? label.replace(PLACE, said) : `${label} : ${said}`;
}

/** Where the value stands in what tells it. */
const PLACE = '{}';

/** «BOAMP» keeps its capitals. */
export function uncapital(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function sayPlain(value: Plain, word: string | undefined): string {
  if (word !== undefined) return word;
  if (typeof value === 'number') return euros(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return isIsoDate(value) ? `${weekday(value)} ${day(value)}` : value;
}

function sayNumber(name: string, value: number): string {
  if (/pct$/.test(name)) return percent(value);
  return /^(?:jours|nombre|duree)/.test(name) ? String(value) : euros(value);
}
