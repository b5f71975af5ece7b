import { type IsoDate, isIsoDate, MONTHS } from '../days/iso-date.ts';
import { type Figures, sayAnnouncement, sayFigure } from './figures.ts';

const PLACEHOLDER = /\{\{([^{}@]*)(?:@([^{}]*))?\}\}/g;

/** Written where a day would be: `{{key@annonce}}` says what stands of the change announced for the figure. */
export const ANNOUNCED = 'annonce';

/** `{{key}}`, `{{key@YYYY-MM-DD}}` and `{{key@annonce}}` in a text, with their offsets. */
export function placeholders(text: string): readonly { key: string; at: IsoDate | undefined; index: number }[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    key: (match[1] ?? '').trim(),
    at: match[2]?.trim(),
    index: match.index,
  }));
}

/** Puts the dated figures in; an unknown key cannot get here (the reader of the corpus refuses it). */
export function fillFigures(text: string, figures: Figures, at: IsoDate): string {
  return text.replace(PLACEHOLDER, (whole, written: string, on: string | undefined) => {
    const [key, day] = [written.trim(), on?.trim()];
    const figure = figures.get(key);
    if (figure === undefined) return whole;
    return day === ANNOUNCED ? sayAnnouncement(figure, at) : sayFigure(figure, day ?? at);
  });
}

export interface ProseDefect {
  /** Offset in the text. */
  readonly index: number;
  readonly message: string;
}

/** Defects of a text that must not carry a legal figure in digits or words, nor a key that does not exist. */
export function proseDefects(text: string, figures: Figures, amountsAllowed: boolean): readonly ProseDefect[] {
  const defects: ProseDefect[] = [];
  for (const { key, at, index } of placeholders(text)) {
    if (!figures.has(key)) defects.push({ index, message: `figure key {{${key}}} does not exist in figures.yaml` });
    if (at === ANNOUNCED) {
      if (figures.has(key) && !figures.get(key)?.values.some(({ announced }) => announced !== undefined))
        defects.push({ index, message: `{{${key}@${at}}}: no change of this figure is announced in figures.yaml` });
    } else if (at !== undefined && !isIsoDate(at))
      defects.push({ index, message: `{{${key}@${at}}}: neither a date written YYYY-MM-DD nor ${ANNOUNCED}` });
  }
  // A brace that is in no `{{key}}` would be shown as it is written.
  for (const { index } of text.replace(PLACEHOLDER, blank).matchAll(/[{}]+/g))
    defects.push({ index, message: 'a brace on its own would be shown: a figure is written {{key}}' });
  defects.push(...undatedFigures(text, figures));
  if (amountsAllowed) return defects;
  const bare = withoutLawfulDigits(text);
  for (const pattern of WRITTEN_FIGURES)
    for (const match of bare.matchAll(pattern)) {
      if (defects.some(({ index }) => index === match.index)) continue;
      defects.push({
        index: match.index,
        message: `« ${match[0].trim()} » looks like a legal figure written out: put it in figures.yaml and refer to it by {{key}}`,
      });
    }
  return defects;
}

const blank = (whole: string): string => ' '.repeat(whole.length);

const SINCE = new RegExp(
  String.raw`depuis (?:le )?(?:(1er|\d{1,2}) )?(?:(${MONTHS.join('|')}) )?(20\d{2})(?!\d)`,
  'gi',
);

/** «60 000 € depuis le 1er avril 2026»: asked about March, a bare key would say March's value and deny it in one breath. */
function undatedFigures(text: string, figures: Figures): readonly ProseDefect[] {
  const defects: ProseDefect[] = [];
  for (const { 0: sentence, index: start } of text.matchAll(/[^.;!?\n]*(?:\.(?!\s)[^.;!?\n]*)*/g)) {
    const days = [...sentence.matchAll(SINCE)].map(([, day = '1', month = 'janvier', year]) => {
      const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
      return `${year}-${number}-${day.replace('er', '').padStart(2, '0')}`;
    });
    for (const { key, at, index } of placeholders(sentence)) {
      const values = figures.get(key)?.values ?? [];
      const changed = values.length > 1 && values.find(({ valid_from }) => days.includes(valid_from));
      if (at !== undefined || !changed) continue;
      const message = `{{${key}}} changed on the day the sentence says: write {{${key}@${changed.valid_from}}}`;
      defects.push({ index: start + index, message });
    }
  }
  return defects;
}

const UNIT = `(?:€|euros?|%|pour cent|pour mille|jours?|mois|ans?|années?|semaines?|heures?|fois|points?|millions?|milliards?|M€|k€|candidats?|offres|lots)`;
const WORDS = `(?:trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|seize|vingt(?:[- ]et[- ]un)?|trente(?:[- ]cinq)?|quarante|cinquante|soixante|quatre-vingts?|cent|mille)`;
const WORD_UNIT = `(?:€|euros|pour cent|jours|mois|ans|années|semaines|heures|millions)`;
const WRITTEN_FIGURES = [
  new RegExp(String.raw`(?<![\p{L}\d.,-])\d[\d\s]{0,20}(?:[.,]\d{1,12})?\s{0,4}${UNIT}(?!\p{L})`, 'giu'),
  /(?<![\p{L}\d.,/-])\d{1,3}(?:\s\d{3}){1,6}(?![\d])/gu,
  /(?<![\p{L}\d.,/-])\d{4,}(?![\d])/gu,
  new RegExp(String.raw`(?<!\p{L})${WORDS}\s+${WORD_UNIT}(?!\p{L})`, 'giu'),
];

/** What may hold digits in prose: keys, articles, laws, norms, dates, years, ordinals. Blanked, same length. */
const LAWFUL_DIGITS = [
  /\{\{[^{}]*\}\}/g,
  /(?:[LRD]\.?\s?|article\s|art\.\s)\*?\d+(?:[-.]\d+)*(?:\s?(?:à|et|,|ou)\s?(?:[LRD]\.?\s?)?-?\d+(?:[-.]\d+)*(?![\d\s]*(?:€|%|jours|mois|ans)))*/g,
  /CCAG[- ]\p{L}+\s(?:art(?:icle)?\.?\s)?\d+(?:\.\d+)*(?:(?:,|\s?et|\s?à)\s?\d+(?:\.\d+)*)*/gu,
  /(?:n°\s?)?\b\d{2,4}[-/]\d+(?:[-/]\d+)*/g,
  /(?:ISO|EN|NF|RGAA|WCAG|DC|ATTRI|NOTI|Annexe|annexe|livre|titre|F)\s?[A-Z]?\d[\d.-]*/g,
  new RegExp(String.raw`(?:1er|\d{1,2})\s(?:${MONTHS.join('|')})(?:\s\d{4})?`, 'g'),
  /\b(?:19|20)\d{2}\b/g,
  /(?<!\d)\d{1,9}\s?°/g,
];

function withoutLawfulDigits(text: string): string {
  return LAWFUL_DIGITS.reduce((rest, pattern) => rest.replace(pattern, (match) => '¤'.repeat(match.length)), text);
}
