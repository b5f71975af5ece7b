import type { PersonName, Sighting } from './finding.ts';
import { isBretonH, OPENERS } from './names.ts';
import { joins, type Source, type Token } from './source.ts';
import { phraseAt, phraseBefore, type Words } from './word-lists.ts';

/** A person's name as read: tokens, and what is first name and surname in it. */
export interface ReadName {
  readonly from: number;
  readonly next: number;
  readonly name: PersonName;
}

export type Read = ReadName & { readonly confidence?: number };

/** Whether a word is a first name, alone or as a part of «Jean-Pierre». */
export const isFirstName = (token: Token | undefined, words: Words): boolean =>
  token !== undefined && (words.firstNames.has(token.fold) || words.firstNamesAlsoWords.has(token.fold));

/** Past the hyphens: «Jean-Pierre», «Le Goff-Martin». */
export function hyphenEnd(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (next - at < 4 && (tokens[next]?.gap === '-' || isBretonH(tokens[next])) && !tokens[next]?.digit) next++;
  return next;
}

/**
 * The capitalised name that starts at a token: initials, first names, surname with its particles. At most five words, and
 * none that opens another sentence. `undefined` when no name stands there.
 */
export function readCapitalName(tokens: readonly Token[], from: number, words: Words): ReadName | undefined {
  let next = from;
  let named = 0;
  while (next < tokens.length && next - from < 8 && named < 4) {
    const token = tokens[next];
    if (token === undefined) break;
    const gap = token.gap;
    const initial = next > from && isInitial(tokens[next - 1]);
    if (next > from && !(gap === ' ' || gap === "'" || gap === '-' || (initial && /^\.? ?-?$/.test(gap)))) break;
    if (token.capital) {
      if (
        words.notName.has(token.fold) &&
        !(/^(?:le|la|les|l|du|de|des|d)$/.test(token.fold) && followed(tokens, next, words))
      )
        break;
      if (next > from && gap === ' ' && endsName(tokens, next, words)) break;
      const end = hyphenEnd(tokens, next);
      if (token.raw.length > 1 && !/^(?:le|la|les|de|du|des)$/.test(token.fold)) named++;
      next = end;
      continue;
    }
    if (words.particles.has(token.fold) && followed(tokens, next, words)) {
      next++;
      continue;
    }
    break;
  }
  if (named === 0) return undefined;
  return { from, next, name: partName(tokens, from, next, words) };
}

const isInitial = (token: Token | undefined): boolean => token !== undefined && token.raw.length === 1 && token.capital;

/** A particle leads to a capitalised word that may be a name, past another particle if need be: «de La Tour». */
function followed(tokens: readonly Token[], at: number, words: Words): boolean {
  for (let next = at + 1; next <= at + 2; next++) {
    const token = tokens[next];
    if (token === undefined || !joins(token.gap)) return false;
    if (words.particles.has(token.fold)) continue;
    return token.capital && !words.notName.has(token.fold) && !words.functions.byWords.has(token.fold);
  }
  return false;
}

/** A capital past a space that belongs to what follows: «Mme Martin Responsable achats», «M. Durand SARL». */
function endsName(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const { fold } = token;
  if (/^(?:le|la|les|de|du|des|d|l)$/.test(fold)) return !followed(tokens, at, words);
  return (
    OPENERS.has(fold) ||
    words.functions.byWords.has(fold) ||
    words.legalForms.has(fold) ||
    words.civilities.has(fold) ||
    words.titles.has(fold) ||
    words.labels.byWords.has(fold) ||
    (words.common.has(fold) &&
      (words.bodies.byWords.has(fold) || /^(?:service|direction|pole|tel|mail)$/.test(fold))) ||
    phraseAt(words.known, tokens, at) !== undefined
  );
}

/** First names first, or last in capitals: «Sophie BERNARD», «DUVAL Corinne»; initials are left out. */
export function partName(tokens: readonly Token[], from: number, next: number, words: Words): PersonName {
  const parts: { fold: string; first: boolean }[] = [];
  let at = from;
  while (at < next) {
    const end = Math.min(hyphenEnd(tokens, at), next);
    const run = tokens.slice(at, end);
    if (!(run.length === 1 && isInitial(run[0]) && tokens[end]?.gap !== "'"))
      parts.push({
        fold: run.map(({ fold }) => fold).join(' '),
        first:
          run.every((token) => isFirstName(token, words)) ||
          (run.length > 1 && isFirstName(run[0], words) && run.length < 3),
      });
    at = end;
  }
  const gender = undefined;
  if (parts.length === 1) {
    const only = parts[0];
    return only?.first ? { first: only.fold, last: undefined, gender } : { first: undefined, last: only?.fold, gender };
  }
  let firsts = 0;
  while (firsts < parts.length - 1 && parts[firsts]?.first) firsts++;
  const join = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ fold }) => fold)
      .join(' ');
  if (firsts > 0) return { first: join(0, firsts), last: join(firsts), gender };
  if (parts.at(-1)?.first) return { first: parts.at(-1)?.fold, last: join(0, -1), gender };
  return { first: undefined, last: parts.length === 0 ? undefined : join(0), gender };
}

/** In the name of a street, a building or a law: «gymnase Jean Moulin», «loi Sapin». */
export function inPlaceName(tokens: readonly Token[], at: number, words: Words): boolean {
  let before = at;
  while (
    at - before < 2 &&
    /^(?:de|du|des|la|le|l|d|marechal|general|docteur|president|abbe|amiral)$/.test(tokens[before - 1]?.fold ?? '')
  )
    before--;
  if (!joins(tokens[before]?.gap ?? '\n') && !/^ [«"] ?$/.test(tokens[before]?.gap ?? '')) return false;
  const building = phraseBefore(words.buildings, tokens, before) ?? phraseBefore(words.ways, tokens, before);
  return (
    building !== undefined &&
    (before === at || /^(?:rue|avenue|boulevard|place|stade|gymnase|salle|ecole)/.test(building.words))
  );
}

export function sightingOf({ tokens }: Source, { from, next, name, confidence }: Read): readonly Sighting[] {
  const start = tokens[from]?.start;
  const end = tokens[next - 1]?.end;
  if (start === undefined || end === undefined || (name.first === undefined && name.last === undefined)) return [];
  return [{ kind: 'person', start, end, person: name, ...(confidence === undefined ? {} : { confidence }) }];
}
