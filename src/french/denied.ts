import type { Span } from './span.ts';

/** In characters. */
const AROUND = 90;
/** In words: what a denial reaches over, and the longest item of a list that goes on under it. */
const REACH = 9;
const ITEM = 4;

/** A denial stands before the term in its clause («sans», «ni l’un ni», «n’est pas»), or just after it («sous-traite pas»). */
export function isDenied(source: string, [start, end]: Span): boolean {
  if (/^[ \u00a0]?(?:pas|plus|jamais|gu[eè]re)(?!\p{L})/iu.test(source.slice(end, end + 8))) return true;
  const pieces = clauseBefore(source, start).split(',');
  const [last = []] = pieces.slice(-1).map(wordsOf);
  if (COMPARES.test(last.at(-1) ?? '') || last.slice(-LACK_REACH).some((word) => LACKS.test(word))) return true;
  let reached = 0;
  for (const piece of pieces.toReversed()) {
    const words = wordsOf(piece);
    if (words.slice(Math.max(0, words.length - (REACH - reached))).some((word) => DENIES.test(word))) return true;
    reached += words.length;
    // «sans avance, retenue ni acompte» is one list; «à défaut, le marché sera résilié» is not.
    if (words.length > ITEM || reached >= REACH || words.some((word) => SAYS.test(word))) return false;
  }
  return false;
}

/** The «n» of «n° 4» denies nothing. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(/\p{L}+°?/gu) ?? []).filter((word) => !word.endsWith('°'));

function clauseBefore(source: string, at: number): string {
  const window = source.slice(Math.max(0, at - AROUND), at).toLowerCase();
  let from = 0;
  for (const { index, 0: mark } of window.matchAll(OPENS)) from = index + mark.length;
  return window.slice(from);
}

/** Where another clause begins, which the denial of the one before does not reach. */
const OPENS = /[.;:!?()\n]|(?<!\p{L})(?:mais|car|puisque|sinon|si|tant|lorsque|quand|jusqu)(?!\p{L})/gu;
const SAYS = /^(?:est|sont|a|ont|doit|doivent|peut|peuvent|faut|\p{L}+(?:ra|ront))$/u;
const DENIES =
  /^(?:sans|non|ni|ne|n|pas|jamais|aucune?s?|nul(?:le)?s?|hors|sauf|hormis|except[ée]e?s?|gu[eè]re|rien|exclu\p{L}{0,20}|interdi\p{L}{0,20}|refus\p{L}{0,20}|dispens\p{L}{0,20}|exon[ée]r\p{L}{0,20}|exempt\p{L}{0,20}|plut[oô]t|annul\p{L}{0,20}|supprim\p{L}{0,20}|renonc\p{L}{0,20})$/u;
const COMPARES = /^(?:plus|moins|peu|trop)$/u;
const LACKS = /^(?:absence|d[ée]faut|faute|lieu)$/u;
const LACK_REACH = 3;
