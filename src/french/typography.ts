import { createLatest } from '../latest.ts';

/**
 * French typography for text shown: no-break space before ; : ? ! % € », after «, in « n° 3 »; curly apostrophes.
 * `R2122-8` is cited «R. 2122-8», «8000 caractères» is grouped. Addresses, code and times of day are left alone.
 */
export function frenchTypography(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const set = text
    .split(/(https?:\/\/\S+|`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : typeset(piece)))
    .join('');
  if (text.length <= LONGEST_KEPT) kept.set(text, set);
  return set;
}

/** The same buttons, titles and paragraphs are shown over and over. */
const LONGEST_KEPT = 6_000;
const kept = createLatest<string>(2_000);

/** «à 09:05» → «à 9 h 05», «à 14:00» → «à 14 h»: of what a formatter of dates gives. */
export function frenchTimes(text: string): string {
  return text
    .replace(/(?<!\d)0?(\d{1,2}):00(?!\d)/g, '$1\u00a0h')
    .replace(/(?<!\d)0?(\d{1,2}):(\d{2})(?!\d)/g, '$1\u00a0h\u00a0$2');
}

function typeset(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}\d«{])/gu, '’')
    .replace(/«[ \u00a0\u202f]*/g, '«\u00a0')
    .replace(/(?<![ \u00a0\u202f])[ \u00a0\u202f]*»/g, '\u00a0»')
    .replace(/(?<=[^\s\u00a0\u202f;?!]) ?([;?!]+)(?=\s|$|\*|\))/g, '\u202f$1')
    .replace(/(?<=\S) :(?=\s|$)/g, '\u00a0:')
    .replace(/(?<![\p{L}\p{N}.])([RLD])(?=\d{4}-\d)/gu, '$1.\u00a0')
    .replace(/(?<!\d)(\d{1,3})(?=\d{3} (?:caractères|€|euros)(?!\p{L}))/gu, '$1\u202f')
    .replace(/(?<=\d)[ ](?=\d{3}(?!\d))/g, '\u202f')
    .replace(/(?<=\d)[ ](?=[%€‰]|(?:HT|TTC|M€|k€|jours?|mois|ans?|heures?)(?!\p{L}))/gu, '\u00a0')
    .replace(/(?<=[€%])[ ](?=(?:HT|TTC)(?!\p{L}))/gu, '\u00a0');
}
