import { joins, type Token } from './source.ts';
import type { Words } from './word-lists.ts';

const LINKS = new Set('de du des d la le les l en sur sous aux au lez a et an ar'.split(' '));
/** With a capital past a space, they open another sentence that lost its full stop. */
export const OPENERS = new Set(
  'nous je j vous il elle ils elles on notre votre nos vos mon ma mes le la les un une merci bonjour bonsoir cordialement est mais pour ce cette ces si que qui quel quelle comment pourquoi peut peux pouvez pouvons tel objet merci'.split(
    ' ',
  ),
);

export const isLink = (token: Token | undefined): boolean =>
  token !== undefined && (!token.capital || (token.upper && token.fold !== 'an')) && LINKS.has(token.fold);

/** The end of «Guyomarc'h», «Floc'h». */
export const isBretonH = (token: Token | undefined): boolean => token?.gap === "'" && token.fold === 'h';

/**
 * The end of the proper name that starts at a token: capitalised words and the small words between them («Pays de Saint-Malo»,
 * «Saint-Germain-en-Laye», «L'Haÿ-les-Roses»). Returns `from` when no name starts there.
 */
export function readProperName(tokens: readonly Token[], from: number, longest = 8): number {
  const first = tokens[from];
  if (first === undefined || !first.capital) return from;
  let next = from + 1;
  while (next < tokens.length && next - from < longest) {
    const token = tokens[next];
    if (token === undefined || !(joins(token.gap) || /^ ?& ?$/.test(token.gap))) break;
    const hyphened = token.gap === '-' || token.gap === "'";
    if (token.capital) {
      if (!hyphened && OPENERS.has(token.fold) && !isLink(tokens[next - 1]) && !token.gap.includes('&')) {
        // «Ateliers Le Mée»: an article is part of the name when another capital follows.
        if (
          !(
            /^(?:le|la|les)$/.test(token.fold) &&
            (tokens[next + 1]?.capital ?? false) &&
            joins(tokens[next + 1]?.gap ?? '') &&
            next === from + 1
          )
        )
          break;
      }
      next++;
      continue;
    }
    const run = linksFrom(tokens, next);
    const after = tokens[run];
    if (run === next) {
      // «Aix-marseille», «Saint-malo»: written in haste.
      if ((token.gap === '-' && !token.digit) || isBretonH(token)) {
        next++;
        continue;
      }
      break;
    }
    if (after === undefined || !after.capital || !joins(after.gap)) {
      if (token.gap === '-' && after?.gap === '-' && !after.digit) {
        next = run + 1;
        continue;
      }
      break;
    }
    // «et», «en» and «à» join a name only inside hyphens.
    if (/^(?:et|en|a|sur|sous|au|aux)$/.test(token.fold) && token.gap !== '-') break;
    next = run + 1;
  }
  return Math.min(next, tokens.length);
}

/** Past at most three small words. */
function linksFrom(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next - at < 3 && isLink(tokens[next]) && (next === at || joins(tokens[next]?.gap ?? ''))) next++;
  return next;
}

/** Whether every word of a range is an everyday one: «Région Ouest», «Direction des Achats». */
export function allCommon(tokens: readonly Token[], from: number, next: number, words: Words): boolean {
  for (let at = from; at < next; at++) {
    const token = tokens[at];
    if (token !== undefined && !words.common.has(token.fold) && !LINKS.has(token.fold) && !token.digit) return false;
  }
  return true;
}

export const foldedName = (tokens: readonly Token[], from: number, next: number): string =>
  tokens
    .slice(from, next)
    .map(({ fold }) => fold)
    .join(' ');
