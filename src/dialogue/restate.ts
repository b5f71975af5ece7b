import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';

/** How a line bears on the question before it: another fact takes the place of one, or one more comes on top. */
export type Bearing = 'changed' | 'added';

/**
 * The question that a line asks anew («et à 94 000 ?», «et un hôpital ?», «et 10 000 de plus ?»), standing by itself: what the line
 * names takes the place of the one thing of its kind that was said. Undefined where none is, or which one is not sure.
 */
export function restate(question: string, line: string, bearing: Bearing): string | undefined {
  if (bearing === 'added') return withMore(question, line);
  const changed = withValue(question, line) ?? question;
  const restated = withNamed(changed, line);
  return restated === question ? undefined : restated;
}

type Counted = Extract<SaidValue, { readonly high: number }>;
/** «une balayeuse» counts nothing that a line would change. */
function isCounted(value: SaidValue): value is Counted {
  return 'high' in value && (value.kind !== 'quantity' || value.unit === undefined) && /\d/.test(value.text);
}

/** What comes on top stands beside what was counted: «52 000 € HT et avec les poubelles 10 000 € HT de plus, je commande direct ?». */
function withMore(question: string, line: string): string | undefined {
  const [value, ...more] = readValues(line).filter(isCounted);
  if (value === undefined || more.length > 0) return undefined;
  const old = readValues(question).findLast((one) => isAlike(one, value));
  if (old === undefined) return undefined;
  const [start, end] = value.span;
  const said = `${line.slice(0, start)}${inPlaceOf(old, value)}${line.slice(end)}`;
  const bare = said
    .replace(/^\s*(?:et|puis)\s+/i, '')
    .trimEnd()
    .replace(/\s?[?.!]$/, '');
  const [, after] = old.span;
  return `${question.slice(0, after)} et ${bare}${question.slice(after)}`;
}

const DURATION_OR_DATE: ReadonlySet<SaidValue['kind']> = new Set(['duration', 'date']);

/** The value of the line in the place of the only one of its kind; undefined where there is none, or several. */
function withValue(question: string, line: string): string | undefined {
  const [value, ...more] = readValues(line).filter((one) => isCounted(one) || DURATION_OR_DATE.has(one.kind));
  if (value === undefined || more.length > 0) return undefined;
  const said = readValues(question);
  const alike = said.filter((one) => isAlike(one, value));
  const [old, another] = 'high' in value && value.kind === 'quantity' && alike.length > 1 ? [] : alike;
  if (old === undefined || another !== undefined) return undefined;
  const [start, end] = old.span;
  const next = inPlaceOf(old, value);
  const before = /^[aeiouyhéè]/i.test(next)
    ? question.slice(0, start)
    : question.slice(0, start).replace(/d['’]$/i, 'de ');
  return `${before}${next}${question.slice(end)}`;
}

/** From here a bare number is a sum; below, a rate where one was said. */
const A_SUM = 100;
const OF_A_MONTH = 31;

/** A bare number is whatever was said in numbers of its size. */
function isAlike(old: SaidValue, value: SaidValue): boolean {
  if (value.kind === 'duration') return old.kind === 'duration';
  if (value.kind === 'date' || value.kind === 'time_of_day') return old.kind === value.kind;
  if (value.kind === 'percentage') return old.kind === 'percentage';
  if (value.high >= A_SUM) return isCounted(old) && old.high >= A_SUM && old.kind !== 'duration';
  if (value.kind === 'amount') return old.kind === 'amount';
  if (old.kind === 'date') return Number.isInteger(value.high) && value.high <= OF_A_MONTH && /^\d/.test(old.text);
  return old.kind === 'percentage' || (old.kind === 'amount' && SCALED.test(old.text));
}

const NUMBER = /^\d+(?:[\s.,\u00a0\u202f]\d+)*/;
/** «4,8 M€», «50 k€»: the next number said is of that size. */
const SCALED = /\d\s?(?:m€|k€|millions?|k\b|m\b)/i;

/** The number alone changes, where the line says no more than that: a sum stays without tax, a day in its month. */
function inPlaceOf(old: SaidValue, value: SaidValue): string {
  const [number] = NUMBER.exec(value.text) ?? [];
  if (number === undefined || (value.kind !== 'quantity' && value.kind !== 'amount')) return value.text;
  if (value.kind === 'amount' && value.tax !== undefined) return value.text;
  if (SCALED.test(old.text) && value.high >= A_SUM) return `${number} €`;
  return SCALED.test(value.text) ? value.text : old.text.replace(NUMBER, number);
}

/** Whole words, accented ones too: `\b` knows no accents. */
export function word(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'giu');
}

export const PROCEDURE = word(
  "mapa|proc[ée]dures? (?:adapt[ée]es?|formalis[ée]es?|n[ée]goci[ée]es?|avec n[ée]gociation)|appels? d['’]offres?(?: ouverts?| restreints?)?|aoo?|dialogue comp[ée]titif|gr[ée] [àa] gr[ée]|achats? directs?",
);

/** Words of one kind: of two such lines the one is asked in the place of the other. */
const KINDS: readonly RegExp[] = [
  PROCEDURE,
  word('travaux|fournitures?|services?|[ée]tudes?'),
  word('ccag[- ]?(?:fcs|pi|travaux|tic|moe|mi)'),
  word(
    "(?:l['’]|une? |les? |la |notre |votre |nos )?(?:[ée]tat|minist[èe]res?|rectorats?|pr[ée]fectures?|d[ée]partements?|r[ée]gions?|communes?|mairies?|villes?|agglos?|m[ée]tropoles?|communaut[ée] (?:de communes|d['’]agglom[ée]ration|urbaine)|epci|ccas|sdis|universit[ée]s?|syndicats? mixtes?|h[ôo]pita(?:l|ux)|chu?|centres? hospitaliers?|ehpad|oph|offices? (?:publics? de l['’]habitat|hlm)|spl|soci[ée]t[ée]s? publiques? locales?|entreprises? publiques?|entit[ée]s? adjudicatrices?|r[ée]gies? de \\p{L}+|epic)",
  ),
  word(
    '(?:une? |les? |la )?(?:pme|artisans?|grand groupe|gros groupe|grandes? entreprises?|microentreprises?|auto-?entrepreneurs?)',
  ),
];

/** «en restreint», «et en formalisé»: the name of the procedure is cut short. */
const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [word('(?<!offres )restreint'), "appel d'offres restreint"],
  [word('(?<!offres )ouvert'), "appel d'offres ouvert"],
  [word('(?<!proc[ée]dures? )formalis[ée]e?'), 'procédure formalisée'],
];

/** What the line names in the place of the one thing of its kind. */
function withNamed(question: string, line: string): string {
  const whole = SHORT_NAMES.reduce((said, [short, name]) => said.replace(short, name), line);
  return KINDS.reduce((text, kind) => {
    const named = [...whole.matchAll(kind)].at(0)?.[0];
    const [old, ...others] = [...text.matchAll(kind)];
    if (named === undefined || old === undefined || others.some(([one]) => !isSame(one, old[0]))) return text;
    return isSame(named, old[0]) ? text : text.replaceAll(kind, named);
  }, question);
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
