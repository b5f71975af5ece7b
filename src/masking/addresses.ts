import type { Sighting } from './finding.ts';
import { foldedName, isBretonH } from './names.ts';
import { joins, type Source, type Token } from './source.ts';
import { phraseAt, type Words } from './word-lists.ts';

const REPEAT = /^(?:bis|ter|quater|quinquies|[a-d])$/;
const NUMBER = /^\d{1,4}(?:bis|ter|[a-d])?$/;
/** «8 mai 1945», «11 novembre 1918»: streets with a date. */
const MONTH = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;
const LINK =
  /^(?:de|du|des|d|la|le|les|l|aux|au|a|en|et|sur|sous|saint|sainte|st|ste|general|docteur|marechal|president|colonel)$/;
const BOX = /^(?:bp|cs|tsa)$/;
/** How many words a street's or a town's name may hold. */
const LONGEST_NAME = 9;

/** Postal addresses: number, way and name, boxes, postal code and town, Cedex; on two lines too. */
export function findAddresses(source: Source, words: Words): readonly Sighting[] {
  const { tokens } = source;
  const found: Sighting[] = [];
  let at = 0;
  while (at < tokens.length) {
    const street = readStreet(tokens, at, words);
    const box = street === undefined ? readBox(tokens, at) : undefined;
    const town = street === undefined && box === undefined ? readTown(tokens, at, words) : undefined;
    const next = street?.next ?? box ?? town;
    if (next === undefined) {
      at++;
      continue;
    }
    const end = town === undefined ? readRest(tokens, next, words, street?.sure !== false || street.zone) : next;
    if (street?.sure === false && end === next) {
      at++;
      continue;
    }
    const last = tokens[end - 1];
    const token = tokens[at];
    if (token !== undefined && last !== undefined)
      found.push({ kind: 'postal_address', start: token.start, end: last.end });
    at = end;
  }
  return found;
}

/** «12 bis, rue des Lilas»; without a number it counts only with a postal code after it. */
function readStreet(
  tokens: readonly Token[],
  from: number,
  words: Words,
): { readonly next: number; readonly sure: boolean; readonly zone: boolean } | undefined {
  let at = from;
  let numbered = false;
  if (NUMBER.test(tokens[at]?.fold ?? '')) {
    numbered = true;
    at++;
    for (let more = 0; more < 3 && /^ ?[-/,] ?$|^ $/.test(tokens[at]?.gap ?? ''); more++) {
      const fold = tokens[at]?.fold ?? '';
      if (!REPEAT.test(fold) && !(NUMBER.test(fold) && /[-/]/.test(tokens[at]?.gap ?? ''))) break;
      at++;
    }
    if (!/^ ?,? ?$/.test(tokens[at]?.gap ?? '\n')) return undefined;
  }
  const way = phraseAt(words.ways, tokens, at);
  if (way === undefined) return undefined;
  const name = at + way.length;
  let next = name;
  let capital = false;
  while (next < tokens.length && next - name < LONGEST_NAME) {
    const token = tokens[next];
    if (token === undefined || !(joins(token.gap) || (next === name && token.gap === ''))) break;
    const dated = token.digit && MONTH.test(tokens[next + 1]?.fold ?? '');
    const year = token.digit && MONTH.test(tokens[next - 1]?.fold ?? '') && /^(?:18|19)\d\d$/.test(token.raw);
    const lower = !token.capital && !token.digit;
    if (/^\d{5}$/.test(token.raw) || BOX.test(token.fold) || (token.digit && !dated && !year)) break;
    if (lower && !LINK.test(token.fold) && !MONTH.test(token.fold) && token.gap !== '-') {
      // «rue des lilas»: one word without a capital, after a link, and the name is over.
      if (LINK.test(tokens[next - 1]?.fold ?? '') && next > name && !capital) next++;
      break;
    }
    if (token.capital && (words.civilities.has(token.fold) || words.closings.byWords.has(token.fold))) break;
    capital ||= token.capital || dated;
    next++;
  }
  if (isBretonH(tokens[next]) && next > name) next++;
  while (next > name && LINK.test(tokens[next - 1]?.fold ?? '') && !(tokens[next - 1]?.capital ?? false)) next--;
  if (next === name) return undefined;
  const doubtful = words.doubtfulWays.has(way.words);
  if (/^lieu ?dit$/.test(way.words)) return { next, sure: capital, zone: true };
  const zone = /^(?:za|zac|zi|zone|residence|lotissement|parc|hameau|technopole|domaine|clos)/.test(way.words);
  return { next, sure: numbered && (!doubtful || capital), zone };
}

/** «BP 40123», «CS 12345». */
function readBox(tokens: readonly Token[], at: number): number | undefined {
  const box = tokens[at];
  const number = tokens[at + 1];
  if (box === undefined) return undefined;
  if (/^(?:BP|CS|TSA)\d{2,6}$/.test(box.raw)) return at + 1;
  return BOX.test(box.fold) &&
    box.upper &&
    number !== undefined &&
    /^\d{2,6}$/.test(number.raw) &&
    /^ ?n?°? ?$/.test(number.gap)
    ? at + 2
    : undefined;
}

/** «35000 Rennes», «35040 Rennes Cedex 7», «F-35000 Rennes». */
function readTown(tokens: readonly Token[], at: number, words: Words): number | undefined {
  const code = tokens[at];
  const first = tokens[at + 1];
  const split = /^\d{2}$/.test(code?.raw ?? '') && /^\d{3}$/.test(first?.raw ?? '') && first?.gap === ' ';
  const name = split ? at + 2 : at + 1;
  const town = tokens[name];
  if (code === undefined || town === undefined) return undefined;
  if (!split && !/^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(code.raw)) return undefined;
  if (!/^[ ,-]{1,2}$/.test(town.gap) || !/^[^\d]*$/.test(code.gap.slice(-1))) return undefined;
  // «CT-88412-B» is a number, «F-35000 Rennes» a country and a town.
  if (town.raw.length < 2 || (code.gap === '-' && tokens[at - 1]?.fold !== 'f')) return undefined;
  if (split && !isPlace(tokens, name, words)) return undefined;
  if (
    !town.capital ||
    (/^(?:euros?|eur|ht|ttc|hors|habitants|m2|le|les|la|l)$/.test(town.fold) && !(tokens[name + 1]?.capital ?? false))
  )
    return isPlace(tokens, name, words) ? readTownName(tokens, name) : undefined;
  if (words.common.has(town.fold) && !isPlace(tokens, name, words) && !/[-']/.test(tokens[name + 1]?.gap ?? ''))
    return undefined;
  return readTownName(tokens, name);
}

const isPlace = (tokens: readonly Token[], at: number, words: Words): boolean =>
  phraseAt(words.places, tokens, at) !== undefined;

function readTownName(tokens: readonly Token[], name: number): number {
  let next = name + 1;
  while (next < tokens.length && next - name < LONGEST_NAME) {
    const token = tokens[next];
    if (token === undefined || !joins(token.gap)) break;
    if (token.fold === 'cedex') {
      next++;
      if (/^\d{1,2}$/.test(tokens[next]?.raw ?? '') && tokens[next]?.gap === ' ') next++;
      break;
    }
    // Past a space, only another capital goes on: «Villers Cotterêts», not «Rennes le lundi».
    if (
      token.gap === ' ' &&
      !token.capital &&
      !(LINK.test(token.fold) && (tokens[next + 1]?.capital ?? false) && token.fold !== 'et' && token.fold !== 'a')
    )
      break;
    // «Lyon 2e»
    if (/^\d{1,2}(?:e|er|eme)$/.test(token.fold)) return next + 1;
    if (token.digit) break;
    next++;
  }
  return next;
}

/** «Bât. C», «appt 12», «2e étage», «immeuble Le Phare», «chez M. Untel» stays out. */
function readBuilding(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || after === undefined) return undefined;
  const close = /^\.? ?(?:n° ?)?$/.test(after.gap);
  if (
    /^(?:bat|batiment|esc|escalier|appt|apt|appartement|porte|entree|hall|etage|bureau|bal|boite|lot|cage)$/.test(
      token.fold,
    )
  )
    return close && (after.raw.length < 4 || after.digit) && !after.raw.includes('€') ? at + 2 : undefined;
  if (
    /^(?:\d{1,2}(?:e|er|eme)?|1er|premier|deuxieme|troisieme)$/.test(token.fold) &&
    /^(?:etage|niveau)$/.test(after.fold)
  )
    return at + 2;
  if (
    /^(?:immeuble|imm|residence|res|tour|villa|pavillon|entree|batiment|bat|espace)$/.test(token.fold) &&
    close &&
    after.capital
  ) {
    let next = at + 1;
    while (
      next - at < 6 &&
      joins(tokens[next]?.gap ?? '') &&
      ((tokens[next]?.capital ?? false) || LINK.test(tokens[next]?.fold ?? ''))
    )
      next++;
    return Math.max(next, at + 2);
  }
  return undefined;
}

/** «27 route de Pau, Lescar, …»: after a street, a capital that nobody knows is a town. */
function strangeTown(tokens: readonly Token[], at: number, words: Words): number | undefined {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.upper || token.raw.length < 3 || token.gap !== ', ')
    return undefined;
  if (words.common.has(token.fold) || words.firstNames.has(token.fold) || words.civilities.has(token.fold))
    return undefined;
  const next = readTownName(tokens, at);
  return /^ ?[,.;:)?!\n]|^$/.test(tokens[next]?.gap ?? '') ? next : undefined;
}

/** «avenue du Golf, n° 45» */
function lateNumber(tokens: readonly Token[], at: number): number | undefined {
  if (!/^(?:n|no|num|numero)$/.test(tokens[at]?.fold ?? '')) return undefined;
  return NUMBER.test(tokens[at + 1]?.fold ?? '') && /^[°. ]{1,3}$/.test(tokens[at + 1]?.gap ?? '') ? at + 2 : undefined;
}

/** «7 bd de la Plage à Carnac»: a commune, with its capital or not. */
function townAfterA(tokens: readonly Token[], at: number, words: Words): number | undefined {
  if (tokens[at]?.fold !== 'a' || tokens[at]?.gap !== ' ' || tokens[at + 1]?.gap !== ' ') return undefined;
  const end = readTownName(tokens, at + 1);
  const known = isPlace(tokens, at + 1, words) || words.inhabitants.has(foldedName(tokens, at + 1, end));
  return known ? end : undefined;
}

/** What follows a street: box, building, postal code and town, parted by commas, dashes or one line end. */
function readRest(tokens: readonly Token[], from: number, words: Words, streets: boolean): number {
  let at = from;
  for (let part = 0; part < 6; part++) {
    const token = tokens[at];
    if (token === undefined || !/^ ?[,;(-]{0,2} ?(?:\r?\n)? ?$/.test(token.gap)) break;
    // «du Port, 2 quai de la Cornouaille»: a name without a number is no part of the street that follows.
    const street = streets ? readStreet(tokens, at, words) : undefined;
    const next =
      readBox(tokens, at) ??
      lateNumber(tokens, at) ??
      townAfterA(tokens, at, words) ??
      readBuilding(tokens, at) ??
      readTown(tokens, at, words) ??
      (part === 0 && streets ? strangeTown(tokens, at, words) : undefined) ??
      (/^(?:cedex)$/.test(token.fold) ? at + (/^\d{1,2}$/.test(tokens[at + 1]?.raw ?? '') ? 2 : 1) : undefined) ??
      (/^\d{5}$/.test(token.raw) && !/^(?:euros?|eur|ht|ttc)$/.test(tokens[at + 1]?.fold ?? '') ? at + 1 : undefined) ??
      (street?.sure === true || (street !== undefined && part === 0) ? street?.next : undefined);
    if (next === undefined) break;
    at = next;
  }
  return at;
}
