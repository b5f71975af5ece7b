import { allCommon, isLink, readProperName } from './names.ts';
import { joins, type Token } from './source.ts';
import { phraseAt, startsAny, type Words } from './word-lists.ts';

export interface FirmRead {
  readonly from: number;
  readonly next: number;
  readonly confidence?: number;
}

/** What a word of the trade is made with, and no surname is: «peinture acrylique», «menuiserie aluminium», «chauffage central». */
const TRADE_WORD =
  /(?:iques?|eries?|iums?|[ae]l|aux|eux|euses?|aires?|ages?|ions?|ments?|ifs?|ives?|eurs?|ables?|ibles?|ures?|ettes?|ites?|ance|ence|ees?|es|er|ir|oir|oire|ants?|antes?)$/;

/** No capital, no figure, and neither an everyday word nor one of a trade: somebody's name, most likely. */
export function isStrangeWord(tokens: readonly Token[], at: number, words: Words): boolean {
  const name = tokens[at];
  if (name === undefined || !/[ \n]$/.test(name.gap) || name.digit || name.fold.length < 4 || words.isWord(name.fold))
    return false;
  return !(
    (TRADE_WORD.test(name.fold) && !words.surnames.has(name.fold)) ||
    words.common.has(name.fold) ||
    words.common.has(name.fold.replace(/s$/, '')) ||
    words.qualifiers.has(name.fold) ||
    words.functions.byWords.has(name.fold) ||
    words.legalForms.has(name.fold) ||
    words.particles.has(name.fold) ||
    words.firmEnds.has(name.fold) ||
    startsAny([words.known, words.brands, words.places, words.bodies, words.firmWords], tokens, at)
  );
}

export function pastLinks(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next - at < 3 && isLink(tokens[next]) && joins(tokens[next]?.gap ?? '')) next++;
  return joins(tokens[next]?.gap ?? '') ? next : at;
}

/** A firm's name: capitals, figures and «&»; «Bouygues Énergies & Services», «Rénov'Habitat 35». */
export function readFirmName(tokens: readonly Token[], from: number, words: Words): number {
  let next = readProperName(tokens, from, 7);
  // «la société B» of an example names nobody.
  if (next === from || (next === from + 1 && tokens[from]?.raw.length === 1)) return from;
  // A contract's words or a person's title end the name: «Colas CCAP».
  for (let at = from + 1; at < next; at++) {
    const token = tokens[at];
    if (token === undefined || token.gap !== ' ') continue;
    if (words.civilities.has(token.fold) || phraseAt(words.known, tokens, at) !== undefined) {
      next = at;
      break;
    }
  }
  while (next > from + 1 && isLink(tokens[next - 1])) next--;
  const figure = tokens[next];
  if (
    figure !== undefined &&
    figure.gap === ' ' &&
    /^\d{2}$/.test(figure.raw) &&
    !tokens[next - 1]?.digit &&
    /^[ ]?[,.;:)(?!\n]|^$/.test(tokens[next + 1]?.gap ?? '')
  )
    next++;
  const and = tokens[next];
  if (and?.fold === 'et' && /^(?:fils|associes|freres|cie)$/.test(tokens[next + 1]?.fold ?? '')) next += 2;
  return next;
}

export function allCommonOnly(tokens: readonly Token[], from: number, next: number, words: Words): boolean {
  return (
    allCommon(tokens, from, next, words) && !(next - from === 1 && words.firms.byWords.has(tokens[from]?.fold ?? ''))
  );
}
