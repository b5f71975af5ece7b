import type { Sighting } from './finding.ts';
import type { Source, Token } from './source.ts';

const UNIT = /^(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf)$/;
const TEEN = /^(?:dix|onze|douze|treize|quatorze|quinze|seize)$/;
const TEN = /^(?:vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante)$/;
const ZERO = /^(?:zero|zeros|o)$/;
/** Between two numbers that are said: «zéro six, douze – trente et un». */
const BETWEEN = /^[ ,./|\n-]{1,4}$/;
/** Words of a number at most: ten figures said one by one, or in pairs of three words. */
const LONGEST = 26;
/** A French number has ten figures. */
const FIGURES = 10;

/** Telephones in words, or half in words: «zéro six douze trente-quatre…», «06 douze 34 cinquante-six 78». */
export function findSpokenPhones({ tokens }: Source): readonly Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < tokens.length; ) {
    const next = phoneEnd(tokens, at);
    const start = tokens[at]?.start;
    const end = tokens[(next ?? 0) - 1]?.end;
    if (next !== undefined && start !== undefined && end !== undefined) found.push({ kind: 'phone', start, end });
    at = next ?? at + 1;
  }
  return found;
}

/** Past the last word of the ten figures that start here, the longest way to say them; «plus trente-trois» stands for the zero. */
function phoneEnd(tokens: readonly Token[], from: number): number | undefined {
  const abroad =
    /^(?:plus|00)$/.test(tokens[from]?.fold ?? '') &&
    tokens[from + 1]?.fold === 'trente' &&
    tokens[from + 2]?.fold === 'trois';
  const first = abroad ? from + 3 : from;
  const head = tokens[first];
  if (head === undefined || !(abroad || ZERO.test(head.fold) || /^0[1-9]?$/.test(head.raw))) return undefined;
  // reached[n]: the figures that the words up to there may make.
  const reached: Set<number>[] = [new Set([abroad && !ZERO.test(head.fold) ? 1 : 0])];
  let last: number | undefined;
  let said = false;
  for (let at = first; at < tokens.length && at - first < LONGEST; at++) {
    const token = tokens[at];
    // Past what the words so far can reach, no figure is left to be said.
    if (token === undefined || at - first >= reached.length || (at > first && !BETWEEN.test(token.gap))) break;
    const here = reached[at - first];
    const ways = waysToRead(tokens, at);
    if (ways.length === 0 && (here === undefined || here.size === 0)) break;
    for (const { words, figures } of ways)
      for (const before of here ?? []) {
        if (before + figures > FIGURES) continue;
        const there = reached[at - first + words] ?? new Set<number>();
        reached[at - first + words] = there.add(before + figures);
      }
    said ||= !/^\d/.test(token.raw);
    if (reached[at - first + 1]?.has(FIGURES)) last = at + 1;
  }
  return said ? last : undefined;
}

/** How many figures the words that start here may stand for: «quatre-vingt-dix-huit» is one pair, or three. */
function waysToRead(
  tokens: readonly Token[],
  at: number,
): readonly { readonly words: number; readonly figures: number }[] {
  const fold = (ahead: number): string =>
    ahead === 0 || /^[ -]$/.test(tokens[at + ahead]?.gap ?? '') ? (tokens[at + ahead]?.fold ?? '') : '';
  const word = fold(0);
  if (/^\d{1,2}$/.test(word)) return [{ words: 1, figures: word.length }];
  if (ZERO.test(word)) return [{ words: 1, figures: 1 }];
  const ways: { words: number; figures: number }[] = [];
  /** After a ten: «vingt-deux», «vingt et un», «soixante-dix-huit». */
  const afterTen = (past: number): void => {
    ways.push({ words: past, figures: 2 });
    const and = fold(past) === 'et' ? past + 1 : past;
    if (UNIT.test(fold(and)) || TEEN.test(fold(and))) ways.push({ words: and + 1, figures: 2 });
    if (fold(and) === 'dix' && UNIT.test(fold(and + 1))) ways.push({ words: and + 2, figures: 2 });
  };
  if (TEN.test(word)) afterTen(1);
  if (word === 'quatre' && /^vingts?$/.test(fold(1))) afterTen(2);
  if (UNIT.test(word)) ways.push({ words: 1, figures: 1 });
  if (TEEN.test(word)) ways.push({ words: 1, figures: 2 });
  if (word === 'dix' && UNIT.test(fold(1))) ways.push({ words: 2, figures: 2 });
  return ways;
}
