import { type Figures, figureAt } from '../../corpus/figures.ts';
import type { Question, QuestionCase } from '../../corpus/question.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { sentencesOf } from '../../french/sentences.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import type { Embed } from '../../model/embed.ts';
import { ownValue } from '../../own-value.ts';
import { dot } from '../pair/read-fiche.ts';
import { readText, type TextReading } from '../pair/read-text.ts';
import { isSum } from '../sum-in-range.ts';

/** What is looked at to know whether a message tells a case, or asks a question turned round; `…Lead`: beside the best of the others. */
export const CASE_FEATURES = [
  'near',
  'nearLead',
  'mean',
  'meanLead',
  'words',
  'wordsLead',
  'ownWords',
  'sides',
  'sidesLead',
  'facets',
  'facetsLead',
  'denied',
  'deniedLead',
  'silent',
  'silentLead',
  'value',
  'valueLead',
  'valueTells',
  'asked',
  'kinds',
  'kindsLead',
] as const;
export type CaseFeature = (typeof CASE_FEATURES)[number];

/** The cases of one question, or its ways turned round, read once. */
export interface CasesReading {
  /** What is asked whatever the case. */
  readonly ask: CaseReading;
  readonly cases: readonly CaseReading[];
  /** What is asked stands among the others even where there are several: who asks it in its own direction has not turned it round. */
  readonly isOneOfThem: boolean;
}

interface CaseReading {
  readonly value: QuestionCase['value'];
  readonly told: readonly ToldReading[];
  /** Words of some way of telling it; of those, what no other case and not the question has. */
  readonly words: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

interface ToldReading {
  readonly text: TextReading;
  readonly silent: boolean;
  readonly vector: Float32Array;
}

export interface CaseParts {
  readonly embed: Embed;
  /** How rare a word is in the corpus. */
  readonly rarityOf: (term: string) => number;
  readonly figures: Figures;
}

/** The file, the contract or somebody says nothing of it. */
const SILENT =
  /\b(?:muet(?:te)?s?|silence|se tait|(?:dit|disait|dise|disent|prevoit|prevoyait|prevu|ecrit|mis|parle|precise|repondu|marque|stipule)(?: \w{1,12})? (?:rien|pas)|rien (?:de |n'est |n'etait |n'a ete )?(?:prevu|ecrit|dit|mis|precise|marque|sur)|(?:pas|jamais|n'est pas|n'a pas ete) (?:ete )?(?:prevue?s?|ecrite?s?|annoncee?s?|precisee?s?|mentionnee?s?|reservee?s?)|(?:sans|aucune?|pas de) (?:clause|mention|derogation|precision|stipulation|formule|taux propre))\b/;

function isSilent(text: string): boolean {
  return SILENT.test(fold(text));
}

/** How a case is told: the ways written for it, and the condition that its answers open with. */
function tellings({ told, service, achat }: QuestionCase): readonly string[] {
  return [...told, ...[service, achat].map((text) => text.split(/[,;:]\s/, 1)[0] ?? text)];
}

export function readCases({ ask, cases }: Question, parts: CaseParts): Promise<CasesReading> {
  const told = cases.map((one) => ({ value: one.value, texts: tellings(one) }));
  return read([ask], told, false, parts);
}

/** The same of a question turned round: what is not so is its own direction, in any way of asking it. */
export function readTurned({ ask, said, turned }: Question, parts: CaseParts): Promise<CasesReading> {
  const ways = turned.map((one) => ({ value: undefined, texts: [one.ask, ...one.told] }));
  const own = said.filter((text) => !turned.some(({ told }) => told.includes(text)));
  return read([ask, ...own], ways, true, parts);
}

interface Told {
  readonly value: QuestionCase['value'];
  readonly texts: readonly string[];
}

async function read(
  ask: readonly string[],
  cases: readonly Told[],
  isOneOfThem: boolean,
  { embed }: CaseParts,
): Promise<CasesReading> {
  const left = (await embed.embed([...ask, ...cases.flatMap(({ texts }) => texts)])).values();
  const readTold = ({ value, texts }: Told) => {
    const told = texts.map((text) => ({
      text: readText(text),
      silent: isSilent(text),
      vector: left.next().value ?? new Float32Array(embed.dimensions),
    }));
    return { value, told, words: new Set(told.flatMap(({ text }) => [...text.terms])) };
  };
  const asked = readTold({ value: undefined, texts: ask });
  const told = cases.map(readTold);
  const ownOf = ({ words }: { readonly words: ReadonlySet<string> }) =>
    new Set(
      [...words].filter(
        (word) => !asked.words.has(word) && !told.some((other) => other.words !== words && other.words.has(word)),
      ),
    );
  return { ask: { ...asked, own: new Set() }, cases: told.map((one) => ({ ...one, own: ownOf(one) })), isOneOfThem };
}

/** A message as it is held against cases. */
export interface ToldMessage {
  readonly text: TextReading;
  readonly silent: boolean;
  readonly values: readonly SaidValue[];
  /** Of the whole, then of each sentence where there are several. */
  readonly vectors: readonly Float32Array[];
}

export async function readToldMessage(text: string, { embed }: CaseParts): Promise<ToldMessage> {
  const sentences = sentencesOf(text).map(([from, to]) => text.slice(from, to));
  const vectors = await embed.embed([text, ...(sentences.length > 1 ? sentences : [])]);
  return { text: readText(text), silent: isSilent(text), values: readValues(text), vectors };
}

/** One row a case, in their order: what speaks for the message telling it. */
export function caseRows(
  message: ToldMessage,
  { ask, cases, isOneOfThem }: CasesReading,
  at: IsoDate,
  parts: CaseParts,
): readonly Float64Array[] {
  const asked = seenOf(message, ask, at, parts);
  const seen = cases.map((one) => seenOf(message, one, at, parts));
  const bestOther = (place: number, feature: keyof Seen) => {
    const others = seen.filter((_, other) => other !== place);
    return Math.max(...(isOneOfThem || others.length === 0 ? [...others, asked] : others).map((one) => one[feature]));
  };
  return seen.map((one, place) => {
    const lead = (feature: keyof Seen) => one[feature] - bestOther(place, feature);
    const values: Readonly<Record<CaseFeature, number>> = {
      ...one,
      nearLead: lead('near'),
      meanLead: lead('mean'),
      wordsLead: lead('words'),
      sidesLead: lead('sides'),
      facetsLead: lead('facets'),
      deniedLead: lead('denied'),
      kindsLead: lead('kinds'),
      silentLead: lead('silent'),
      valueLead: lead('value'),
      // Its own bound holds what is said, and no other does.
      valueTells: Number(one.value === 1 && lead('value') === 2),
      asked: one.near - asked.near,
    };
    return Float64Array.from(CASE_FEATURES, (feature) => values[feature]);
  });
}

interface Seen {
  /** Cosine of what is nearest; of the mean of what is told. */
  readonly near: number;
  readonly mean: number;
  /** Share of the words of the message, by how rare they are, that are of this case; that are of it alone. */
  readonly words: number;
  readonly ownWords: number;
  /** Opposites, facets and denials told alike, less those told otherwise, of the way of telling that agrees most. */
  readonly sides: number;
  readonly facets: number;
  readonly denied: number;
  /** Asked for alike: may one, must one, who, when. */
  readonly kinds: number;
  /** The file says nothing of it, or does: told alike. */
  readonly silent: number;
  /** 1 where the values said are on the side of the case, -1 where they are on the other; 0 where none is said. */
  readonly value: number;
}

function seenOf(message: ToldMessage, { value, told, words, own }: CaseReading, at: IsoDate, parts: CaseParts): Seen {
  const { text, vectors } = message;
  const all = told.flatMap(({ vector }) => vectors.map((said) => dot(said, vector)));
  const [whole = new Float32Array(0)] = vectors;
  const mean = told.reduce((sum, { vector }) => sum + dot(whole, vector) / told.length, 0);
  const rarity = (of: (word: string) => boolean) =>
    [...text.terms].filter(of).reduce((sum, word) => sum + parts.rarityOf(word), 0);
  const total = rarity(() => true) || 1;
  const average = (of: (telling: TextReading) => number) =>
    told.reduce((sum, telling) => sum + of(telling.text) / told.length, 0);
  return {
    near: Math.max(...all),
    mean,
    words: rarity((word) => words.has(word)) / total,
    ownWords: rarity((word) => own.has(word)) / total,
    sides: average(({ sides }) => sides.reduce((sum, side, place) => sum + side * (text.sides[place] ?? 0), 0)),
    facets: average((telling) => facetsAgree(text, telling)),
    denied: 1 - Math.abs(Number(text.denied) - average(({ denied }) => Number(denied))),
    kinds: average(({ kind }) => Number(kind === text.kind)),
    silent: 1 - Math.abs(Number(message.silent) - told.reduce((sum, one) => sum + Number(one.silent) / told.length, 0)),
    value: sideOf(message, value, at, parts.figures),
  };
}

function facetsAgree(one: TextReading, other: TextReading): number {
  let sum = 0;
  for (const [facet, values] of one.facets) {
    const others = other.facets.get(facet);
    if (others !== undefined) sum += [...values].some((value) => others.has(value)) ? 1 : -1;
  }
  return sum;
}

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, working_day: 1, week: 7, month: 30, year: 365 };
/** On which side of the figure that bounds the case the values said are. */
function sideOf({ values }: ToldMessage, value: QuestionCase['value'], at: IsoDate, figures: Figures): number {
  const figure = value === undefined ? undefined : figures.get(value.key);
  const bound = figure && figureAt(figure, at)?.value;
  if (value === undefined || figure === undefined || bound === undefined) return 0;
  const said = values.flatMap((one) => measured(one, figure.unit) ?? []);
  if (said.length === 0) return 0;
  // Of several sums, one over a threshold reaches it, whatever its parts are.
  switch (value.is) {
    case 'under':
      return said.every((one) => one < bound) ? 1 : -1;
    case 'to':
      return said.every((one) => one <= bound) ? 1 : -1;
    case 'from':
      return said.some((one) => one >= bound) ? 1 : -1;
    case 'over':
      return said.some((one) => one > bound) ? 1 : -1;
  }
}

const UNITS: Readonly<Record<string, number>> = { heures: 1 / 24, jours: 1, semaines: 7, mois: 30, ans: 365 };

/** A value in the unit of a figure; undefined where it is of another kind. */
function measured(value: SaidValue, unit: string): number | undefined {
  switch (value.kind) {
    case 'amount':
      return unit === 'EUR' && (value.per === undefined || value.per.startsWith('an')) ? value.low : undefined;
    case 'percentage':
      return unit === 'pourcent' ? value.low : undefined;
    case 'duration': {
      const [days, size] = [ownValue(DAYS_OF, value.unit), ownValue(UNITS, unit)];
      return days === undefined || size === undefined ? undefined : (value.low * days) / size;
    }
    case 'quantity':
      return unit === 'EUR' && isSum(value) ? value.low : undefined;
    default:
      return undefined;
  }
}
