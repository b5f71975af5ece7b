// The words of time, one table from the most specific to the least: one thing, read from top to bottom.
import type { DateTime } from 'luxon';
import { ownValue } from '../../own-value.ts';
import { type Found, nextDay, nextRange, type SaidDay, weekdayAfter } from './calendar.ts';
import {
  hours,
  hoursBetween,
  MIDNIGHT_TO_MIDNIGHT,
  month,
  oneDay,
  openHours,
  partOf,
  span,
  type Token,
  type Weekday,
  WHOLE_DAY,
  week,
} from './tokens.ts';
import { MONTH, monthOf, NUMBER, numberOf, WEEKDAY, weekdayOf } from './words.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, today: DateTime, words: string) => readonly Token[] | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(`(?:${pattern})`, 'y'), read });
const only = (token: Token) => () => [token];
/** A day with number: «15», «lundi 15», «1er janvier 2027», «15/01». The names of its groups end in `n`. */
const day = (n: string) =>
  `(?:(?<w${n}>${WEEKDAY}) )?(?:(?<d${n}>\\d{1,2})(?:er)?(?: (?<m${n}>${MONTH})|\\/(?<s${n}>\\d{1,2})(?!\\d))?(?:[ /](?<y${n}>20\\d\\d|\\d\\d(?=\\b(?! ?(?:h|:)))))?)(?![\\d:]| ?(?:h|heures?|%|jours?|mois|dossiers?|cas|fois|semaines?)\\b)`;
const clock = (n: string) =>
  `(?:(?<h${n}>\\d{1,2})(?: ?(?<u${n}>h|heures?|:) ?(?<i${n}>[0-5]\\d)?)?|(?<x${n}>midi|minuit))(?!\\d)`;
const EVERY = '(?:tou(?:s|tes|t) l(?:es|a|e)|chaque|le|les)';
const LEAD = "(?:le |la |les |l')?";

const RULES: readonly Rule[] = [
  // What a week of hours cannot hold, and days that need a calendar of their own.
  rule(
    `(?:un|une|1) (?:semaine|${WEEKDAY}|matin|jour|apresmidi) sur (?:deux|2|trois|3)|semaines? (?:im)?paires?|(?:premier|deuxieme|second|troisieme|dernier|1er|2e|3e) ${WEEKDAY} d[ue]s? (?:chaque )?mois|une fois par mois|tous les quinze jours|de temps en temps|(?:parfois|ponctuellement|a l'occasion)`,
    (_, __, words) => [{ kind: 'trouble', why: 'not_weekly', words }],
  ),
  rule(
    `${LEAD}(?:vacances (?:scolaires|de (?:noel|paques|la toussaint|fevrier|printemps))|vacances d'(?:ete|hiver)|rentree|fetes|noel|paques|toussaint|jour de l'an|printemps|ete\\b|automne|hiver)|(?:mi|fin|debut)[- ](?:${MONTH})|debut d'annee|fin d'annee|quelques (?:jours|semaines)|un (?:certain temps|moment|peu)|bientot|plus tard`,
    (_, __, words) => [{ kind: 'trouble', why: 'vague', words }],
  ),
  // Ranges of dates.
  rule(
    `(?:(?:du|de|entre|des)(?: le)? )?${day('1')} ?(?:au|a|et|jusqu'a|-|>)(?: le)? ?${day('2')}(?: inclus)?`,
    (groups, today, words) => {
      const [from, to] = [saidDay(groups, '1'), saidDay(groups, '2')];
      // «9-12» is no date, nor is «9 et 12»: a range has «du… au…», a month or a weekday.
      if (!/^(?:du|entre)\b/.test(words) && to.month === undefined && to.weekday === undefined) return undefined;
      return fromRange(nextRange(from, to, today), words);
    },
  ),
  rule('(?<y>20\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)', ({ y, m, d }, today, words) =>
    fromDay(nextDay({ year: Number(y), month: Number(m), day: Number(d) }, today), words),
  ),
  rule(`(?<lead>le |au |du |les )?${day('1')}(?: inclus)?`, (groups, today, words) => {
    const said = saidDay(groups, '1');
    if (groups['lead'] === undefined && said.month === undefined && said.weekday === undefined) return undefined;
    return fromDay(nextDay(said, today), words);
  }),
  // Days by their place from today.
  rule('aujourdhui|ce jour\\b', (_, today) => [oneDay(today)]),
  rule('(?:de ?)?demain', (_, today) => [oneDay(today.plus({ days: 1 }))]),
  rule('surlendemain', (_, today) => [oneDay(today.plus({ days: 2 }))]),
  rule('(?:ce|cet|cette) (?<part>matin(?:ee)?|midi|apresmidi|soir(?:ee)?)', ({ part }, today) => [
    oneDay(today),
    partOf(part ?? ''),
  ]),
  rule(`dans (?<n>${NUMBER}) (?<unit>jours?|semaines?|mois)`, ({ n, unit }, today) => {
    const length = lengthOf(n, unit);
    return [oneDay(today.plus({ days: length.days, months: length.months }))];
  }),
  rule(`(?:la )?semaine (?:du|de) ${day('1')}`, (groups, today, words) => {
    const found = nextDay(saidDay(groups, '1'), today);
    if ('trouble' in found) return fromDay(found, words);
    return [week(found.found)];
  }),
  rule('(?:la )?semaine (?:n° ?)?(?<n>\\d{1,2})(?! ?(?:h|jours))', ({ n }, today, words) => {
    const at = today.set({ weekNumber: Number(n) });
    const monday = at.plus({ weeks: at.endOf('week') < today ? today.weeksInWeekYear : 0 });
    return monday.weekNumber === Number(n) ? [week(monday)] : [{ kind: 'trouble', why: 'no_such_day', words }];
  }),
  rule(
    `(?:le |ce )?(?<w>${WEEKDAY}) (?:de )?(?:la )?semaine prochaine|(?:la )?semaine prochaine,? (?:le )?(?<v>${WEEKDAY})`,
    ({ w, v }, today) => [oneDay(today.plus({ weeks: 1 }).set({ weekday: weekdayOf(w ?? v ?? '') }))],
  ),
  rule('(?:toute )?(?:la )?semaine (?:prochaine|qui vient|suivante)', (_, today) => [week(today.plus({ weeks: 1 }))]),
  rule('(?:toute )?cette semaine|(?:la )?fin de (?:la )?semaine', (_, today) => [
    { kind: 'dates', first: today, last: today.weekday > 5 ? today : today.set({ weekday: 5 }) },
  ]),
  rule(
    `(?:les )?(?<n>${NUMBER}) (?:prochaines? semaines|semaines (?:a venir|qui viennent|prochaines))`,
    ({ n }, today) => [
      { kind: 'dates', first: today, last: today.plus({ weeks: numberOf(n ?? '') }).minus({ days: 1 }) },
    ],
  ),
  rule(`(?:les )?(?<n>${NUMBER}) (?:prochains jours|jours (?:a venir|qui viennent))`, ({ n }, today) => [
    { kind: 'dates', first: today, last: today.plus({ days: numberOf(n ?? '') - 1 }) },
  ]),
  rule('(?:le )?(?:mois prochain|prochain mois|mois qui vient)', (_, today) => [month(today.plus({ months: 1 }))]),
  rule('ce mois(?:-ci)?|(?:la )?fin du mois|(?:la )?fin de mois', (_, today) => [
    { kind: 'dates', first: today, last: today.endOf('month').startOf('day') },
  ]),
  rule("(?:la )?fin de l'annee", (_, today) => [
    { kind: 'dates', first: today, last: today.endOf('year').startOf('day') },
  ]),
  rule(
    `(?:en|tout(?: le mois de)?|au mois de|courant) (?<m>${MONTH})(?: (?<y>20\\d\\d))?`,
    ({ m, y }, today, words) => {
      const first = today.set({ year: y === undefined ? today.year : Number(y), month: monthOf(m ?? ''), day: 1 });
      const found = y === undefined && first.endOf('month') < today ? first.plus({ years: 1 }) : first;
      return found.endOf('month') < today ? [{ kind: 'trouble', why: 'past', words }] : [month(found)];
    },
  ),
  rule('ce weekend|le weekend prochain', (_, today) => {
    const saturday = today.weekday === 7 ? today.minus({ days: 1 }) : today.set({ weekday: 6 });
    return [{ kind: 'dates', first: saturday, last: saturday.plus({ days: 1 }) }];
  }),
  rule(`(?:le )?(?<w>${WEEKDAY}) en (?:huit|8)`, ({ w }, today) => [
    oneDay(weekdayAfter(today, weekdayOf(w ?? '')).plus({ weeks: 1 })),
  ]),
  rule(
    `(?:le |ce )?(?<w>${WEEKDAY}) (?:prochain|qui vient|suivant)|(?:le )?prochain (?<v>${WEEKDAY})`,
    ({ w, v }, today) => [oneDay(weekdayAfter(today, weekdayOf(w ?? v ?? '')))],
  ),
  rule(`ce (?<w>${WEEKDAY})(?:-ci)?`, ({ w }, today) => [
    oneDay(weekdayAfter(today.minus({ days: 1 }), weekdayOf(w ?? ''))),
  ]),
  // Hours.
  rule(`(?:(?:de|entre|des) )?${clock('1')} ?(?:a|et|-|\\/|jusqu'a|>) ?${clock('2')}`, (groups, _, words) => {
    const marked = [groups['u1'], groups['u2'], groups['x1'], groups['x2']].some((one) => one !== undefined);
    if (!marked && !/^(?:de|entre)\b/.test(words)) return undefined;
    return hoursBetween(minutesOf(groups, '1'), minutesOf(groups, '2'), words);
  }),
  rule(`(?:a partir de|apres|des|a compter de) ${clock('1')}`, (groups, _, words) =>
    marked(groups) ? openHours(minutesOf(groups, '1'), undefined, words) : undefined,
  ),
  rule(`(?:avant|jusqu'a) ${clock('1')}`, (groups, _, words) =>
    marked(groups) ? openHours(undefined, minutesOf(groups, '1'), words) : undefined,
  ),
  rule(`(?:(?:a|vers) )?${clock('1')}`, (groups, _, words) =>
    marked(groups) ? [{ kind: 'clock', at: minutesOf(groups, '1'), words }] : undefined,
  ),
  rule("(?:en |la )?fin (?:de (?<a>matinee|journee)|d'(?<b>apresmidi))", ({ a }) => [
    a === 'matinee' ? span(11 * 60, 12 * 60) : a === 'journee' ? span(17 * 60, 19 * 60) : span(16 * 60, 18 * 60),
  ]),
  rule("(?:en |le )?debut (?:de (?<a>matinee|journee)|d'(?<b>apresmidi))", ({ a }) => [
    a === undefined ? span(14 * 60, 15 * 60) : span(9 * 60, 10 * 60),
  ]),
  rule(
    `(?:(?<every>tous les|toutes les|chaque|le|les|l'|en) ?)?(?<part>matin(?:ee)?s?|apresmidi|soir(?:ee)?s?|midis?|pause dejeuner)\\b`,
    ({ every, part }) => [partOf(part ?? '', every !== undefined)],
  ),
  rule(
    '(?:toute (?:la|une) |la |en |une )?journees?(?: enti?eres?)?\\b|tout le temps',
    only(hours(WHOLE_DAY, MIDNIGHT_TO_MIDNIGHT)),
  ),
  // Weekdays.
  rule(
    `(?:du|de) (?<a>${WEEKDAY}) (?:au|a) (?<b>${WEEKDAY})|(?<c>${WEEKDAY}) ?(?:-|a|au) ?(?<d>${WEEKDAY})`,
    ({ a, b, c, d }) => [
      { kind: 'weekdays', days: daysBetween(weekdayOf(a ?? c ?? ''), weekdayOf(b ?? d ?? '')), said: 'range' },
    ],
  ),
  rule(
    '(?:tous les jours|chaque jour|(?:toute )?la semaine|en semaine|tous les jours (?:ouvres|de la semaine))\\b',
    only({ kind: 'weekdays', days: [1, 2, 3, 4, 5], said: 'every' }),
  ),
  rule(`(?:${EVERY} )?(?<plural>weekends?)\\b`, only({ kind: 'weekdays', days: [6, 7], said: 'every' })),
  rule(`(?:(?<every>${EVERY}) )?(?<w>${WEEKDAY})(?<plural>s)?\\b`, ({ every, w, plural }) => [
    { kind: 'weekdays', days: [weekdayOf(w ?? '')], said: (every ?? plural) ? 'every' : 'bare' },
  ]),
  // How long, from when, until when, but when.
  rule(
    `(?:(?:pendant|pour|durant|de|d')(?: encore)? ?)?(?:les )?(?<n>${NUMBER}) (?<unit>jours?|semaines?|mois)\\b`,
    ({ n, unit }) => [lengthOf(n, unit)],
  ),
  rule("jusqu'a nouvel ordre|pour l'instant|pour le moment|indefiniment|sans date de fin", only({ kind: 'forever' })),
  rule("jusqu'a(?= |$)|jusqu'(?=en |a)|d'ici(?= a)?", only({ kind: 'until' })),
  rule(
    "a partir d'|(?:a partir|a compter)(?= d)|des(?= (?:le |la |ce |cet |demain|aujourdhui|maintenant|surlendemain|\\d|\\w+di\\b))|depuis",
    only({ kind: 'since' }),
  ),
  rule('(?:pas )?avant(?= le | la | \\w+di| les )', only({ kind: 'before' })),
  rule(
    "sauf|hormis|excepte|a part|hors|a l'exception d[eu]s?|(?:mais )?(?:pas|jamais) (?=le |les |l'|en |du |cet? |lundi|mardi|mercredi|jeudi|vendredi|samedi)",
    only({ kind: 'except' }),
  ),
];

export interface Timed {
  readonly tokens: readonly Token[];
  /** What is left of the text, word by word. */
  readonly rest: readonly string[];
}

/** The words of time in a plain text, in order, and the words that are none. */
export function readTimes(text: string, today: DateTime): Timed {
  const tokens: Token[] = [];
  const rest: string[] = [];
  let at = 0;
  while (at < text.length) {
    const read = /[a-z0-9]/.test(text.charAt(at)) ? readAt(text, at, today) : undefined;
    if (read !== undefined) {
      tokens.push(...read.tokens);
      at += read.length;
      continue;
    }
    const word = wordAt(text, at);
    if (/[a-z0-9]/.test(word)) rest.push(word);
    at += Math.max(1, word.length);
  }
  return { tokens, rest };
}

function readAt(text: string, at: number, today: DateTime) {
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (
      match === null ||
      match[0] === '' ||
      (/[a-z0-9]/.test(text.charAt(at + match[0].length)) && /[a-z0-9]$/.test(match[0]))
    )
      continue;
    const tokens = read(match.groups ?? {}, today, match[0]);
    if (tokens !== undefined) return { tokens, length: match[0].length };
  }
  return undefined;
}

function wordAt(text: string, at: number): string {
  const pattern = /[a-z0-9]+'?|[^a-z0-9]+/y;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function saidDay(groups: Groups, n: string): SaidDay {
  const [w, d, m, s, y] = ['w', 'd', 'm', 's', 'y'].map((name) => ownValue(groups, `${name}${n}`));
  const year = y === undefined ? undefined : Number(y) < 100 ? 2000 + Number(y) : Number(y);
  return {
    day: Number(d),
    month: m !== undefined ? monthOf(m) : s !== undefined ? Number(s) : undefined,
    year,
    weekday: w === undefined ? undefined : weekdayOf(w),
  };
}

function fromDay(found: Found<DateTime>, words: string): readonly Token[] {
  return 'trouble' in found ? [{ kind: 'trouble', why: found.trouble, words }] : [oneDay(found.found)];
}

function fromRange(found: ReturnType<typeof nextRange>, words: string): readonly Token[] {
  return 'trouble' in found ? [{ kind: 'trouble', why: found.trouble, words }] : [{ kind: 'dates', ...found.found }];
}

function lengthOf(n: string | undefined, unit: string | undefined) {
  const count = numberOf(n ?? '');
  return unit === 'mois'
    ? ({ kind: 'length', days: 0, months: count } as const)
    : ({ kind: 'length', days: count * (unit?.startsWith('semaine') ? 7 : 1), months: 0 } as const);
}

function minutesOf(groups: Groups, n: string): number {
  const word = ownValue(groups, `x${n}`);
  if (word !== undefined) return word === 'midi' ? 720 : 1440;
  return Number(ownValue(groups, `h${n}`)) * 60 + Number(ownValue(groups, `i${n}`) ?? 0);
}

function marked(groups: Groups): boolean {
  return groups['u1'] !== undefined || groups['x1'] !== undefined;
}

/** Monday to Wednesday; Friday to Monday goes round the week. */
function daysBetween(first: Weekday, last: Weekday): readonly Weekday[] {
  const all = [1, 2, 3, 4, 5, 6, 7] as const;
  return first <= last
    ? all.filter((one) => one >= first && one <= last)
    : all.filter((one) => one >= first || one <= last);
}
