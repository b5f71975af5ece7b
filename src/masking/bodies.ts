import type { Sighting } from './finding.ts';
import { lowerHouse } from './house-names.ts';
import { allCommon, foldedName, isLink, readProperName } from './names.ts';
import { joins, type Source, type Token } from './source.ts';
import { type BodyWord, phraseAt, startsAny, type Words } from './word-lists.ts';

/** Bodies named by what they are («commune de X», «CHU de X», «lycée Y», «SDIS 35», «Brest Métropole», «Grand Reims»). */
export function findBodies({ tokens }: Source, words: Words): readonly Sighting[] {
  const found: Sighting[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read =
      announcedBody(tokens, at, words) ??
      acronymBody(tokens, at, words) ??
      grandBody(tokens, at, words) ??
      suffixedBody(tokens, at, words);
    if (read === undefined) {
      at++;
      continue;
    }
    found.push(read.sighting);
    at = Math.max(at + 1, read.next);
  }
  return found;
}

/** After a number that counts something and names no département. */
const COUNTED = /^(?:ans?|agents?|communes|euros?|jours?|lots?|mois|personnes|sites|h|k?€)$/;

/** «Vexin normand», «Pays basque», «Bocage vendéen»: a land and its people. */
const PEOPLE_OF =
  /^(?:normande?|breton(?:ne)?|basque|vendeen(?:ne)?|picarde?|lorraine?|angevine?|poitevine?|nantaise?|toulousaine?|auvergnate?|francaise?|catalane?|corse|provencale?|gascon(?:ne)?|manceau|mancelle|champenoise?|alsacien(?:ne)?|bourguignon(?:ne)?|charentaise?|landaise?|bearnaise?|cauchoise?|saintongeaise?|morvandelle|audomaroise?|flamande?|artesien(?:ne)?|minier|atlantique)$/;

export interface Read {
  readonly sighting: Sighting;
  readonly next: number;
}

function announcedBody(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const phrase = phraseAt(words.bodies, tokens, at);
  if (phrase === undefined) return undefined;
  for (const body of phrase.values) {
    const read = namedAfter(tokens, at, at + phrase.length, body, words);
    if (read !== undefined) return read;
  }
  return undefined;
}

function namedAfter(
  tokens: readonly Token[],
  at: number,
  after: number,
  body: BodyWord,
  words: Words,
): Read | undefined {
  let name = after;
  if (body.qualified) {
    let more = name;
    while (
      more - name < 10 &&
      joins(tokens[more]?.gap ?? '') &&
      (words.qualifiers.has(tokens[more]?.fold ?? '') || isLink(tokens[more]))
    )
      more++;
    name = more;
  } else
    while (
      name - after < 3 &&
      /^(?:de|du|des|d|la|le|les|l)$/.test(tokens[name]?.fold ?? '') &&
      isLink(tokens[name]) &&
      joins(tokens[name]?.gap ?? '')
    )
      name++;
  name = pastComplement(tokens, name, after, words) ?? name;
  const token = tokens[name];
  const linked = name > after && /^(?:de|du|des|d|la|le|les|l)$/.test(tokens[name - 1]?.fold ?? '');
  if (token === undefined || !joins(token.gap) || (!linked && body.link === 'de')) return undefined;
  if (!linked && name > after && body.qualified && !words.qualifiers.has(tokens[name - 1]?.fold ?? ''))
    return undefined;
  const numbered = subjectNumber(tokens, name, after);
  if (numbered !== undefined) return seen(tokens, at, name - 1, numbered, 'body', body.label);
  const named = bodyName(tokens, name, after, body, linked, words);
  if (named === undefined) return undefined;
  const next = tokens[named]?.gap === ' ' && PEOPLE_OF.test(tokens[named]?.fold ?? '') ? named + 1 : named;
  return seen(tokens, body.nameOnly ? name : at, name, next, body.nameOnly ? 'place' : 'body', body.label);
}

/** «syndicat mixte Numérique 23», «syndicat d'énergie 47»: what it deals with, and its département. */
function subjectNumber(tokens: readonly Token[], name: number, after: number): number | undefined {
  const subject = tokens[name - 1];
  const number = tokens[name];
  if (subject === undefined || name === after || number?.gap !== ' ') return undefined;
  if (!subject.capital && !/^(?:numerique|energies?|eaux?|dechets|habitat|tourisme)$/.test(subject.fold))
    return undefined;
  return /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/i.test(number.raw) &&
    COUNTED.test(tokens[name + 1]?.fold ?? '') === false
    ? name + 1
    : undefined;
}

/** «cfa ⟨du bâtiment⟩ de Nevers», «régie municipale ⟨d'électricité⟩ de Loos»: what it is for, and then the place it is of. */
function pastComplement(tokens: readonly Token[], name: number, after: number, words: Words): number | undefined {
  const lower = (at: number) => {
    const token = tokens[at];
    return token !== undefined && joins(token.gap) && !token.capital && !token.digit;
  };
  let at = name;
  while (at - after < 8 && lower(at) && (isLink(tokens[at]) || words.isWord(tokens[at]?.fold ?? ''))) {
    const of = at + 1;
    if (isLink(tokens[at]) && /^(?:de|d|du)$/.test(tokens[at]?.fold ?? '') && joins(tokens[of]?.gap ?? '')) {
      const place = phraseAt(words.places, tokens, of);
      const town = foldedName(tokens, of, hyphenated(tokens, of + 1));
      const known = (place !== undefined && !words.placesAlsoWords.has(place.words)) || words.inhabitants.has(town);
      if (known && (tokens[of]?.capital || !words.isWord(town))) return of;
    }
    // A verb ends it: «la mairie a reçu le maire de Loos».
    if (
      !isLink(tokens[at]) &&
      isLink(tokens[at - 1]) === false &&
      !/(?:al|ale|aux|ales|ique|iques|aire|aires|if|ive|er|ere|ien|ienne|el|elle)$/.test(tokens[at]?.fold ?? '')
    )
      return undefined;
    at++;
  }
  return undefined;
}

/** Where the body's name ends; undefined when no name stands there. */
function bodyName(
  tokens: readonly Token[],
  name: number,
  after: number,
  body: BodyWord,
  linked: boolean,
  words: Words,
): number | undefined {
  const token = tokens[name];
  if (token === undefined) return undefined;
  if (token.digit)
    return body.link === 'numero' &&
      name === after &&
      /^\d{1,3}$|^2[AB]$/i.test(token.raw) &&
      token.gap === ' ' &&
      !COUNTED.test(tokens[name + 1]?.fold ?? '')
      ? name + 1
      : undefined;
  const place = phraseAt(words.places, tokens, name);
  if (!token.capital) {
    const listed = place !== undefined && !(words.placesAlsoWords.has(place.words) && !linked);
    if (listed) return name + place.length;
    // «ccas de lannemezan»: a commune, and no word of the language.
    const end = hyphenated(tokens, name + 1);
    const town = foldedName(tokens, name, end);
    if (linked && words.inhabitants.has(town) && !words.isWord(town) && !words.firstNames.has(town)) return end;
    const house = body.nameOnly ? undefined : lowerHouse(tokens, name, body.label, linked, words);
    if (house !== undefined) return house;
    if (!linked || body.label !== 'commune') return undefined;
    const saint = /^(?:saint|sainte|st|ste)$/.test(token.fold) && joins(tokens[name + 1]?.gap ?? '');
    if (saint) return hyphenated(tokens, name + 2);
    const odd =
      token.fold.length > 3 && !words.common.has(token.fold) && !words.firstNames.has(token.fold) && name - after === 1;
    return odd && !body.nameOnly ? hyphenated(tokens, name + 1) : undefined;
  }
  if (words.civilities.has(token.fold) || words.titles.has(token.fold)) return undefined;
  let next = readProperName(tokens, name);
  // «l'école Nord et l'école Sud»
  if (next - name === 1 && !linked && /^(?:nord|sud|est|ouest|centre)$/.test(token.fold)) return undefined;
  if (place !== undefined) next = Math.max(next, name + place.length);
  // «université Rennes 2», «Paris 8».
  if (body.link === 'numero' && /^\d{1,2}$/.test(tokens[next]?.raw ?? '') && tokens[next]?.gap === ' ') next++;
  if (place !== undefined) return next;
  if (phraseAt(words.known, tokens, name) !== undefined) return undefined;
  // «lycée agricole du Gros Chêne», «EHPAD Bel Air»: everyday words in capitals are what a house is called.
  const house =
    next - name > 1 && /^(?:lycée|collège|école|équipement public|établissement médico-social)$/.test(body.label);
  const named = house || (next - name > 1 && /^(?:les|le|la|l)$/.test(token.fold));
  if (allCommon(tokens, name, next, words) && !named && !(next - name > 1 && /^pays|val|grand/.test(token.fold)))
    return undefined;
  // «syndicat CGT», «lycée PC»: an acronym names no body by itself, unless it is all there is.
  if (!linked && token.upper && next - name === 1 && token.raw.length < 4) return undefined;
  return next;
}

/** «saint-germain-sur-ille» in lower case: to the end of the hyphens. */
function hyphenated(tokens: readonly Token[], from: number): number {
  let next = from;
  while (next - from < 8 && tokens[next]?.gap === '-') next++;
  return next;
}

/** «le SIEIL 37», «la CCPB», «notre SMIRTOM»: how bodies of several communes are called for short. */
function acronymBody(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const token = tokens[at];
  const letters = token?.raw.replace(/\d{2}$/, '') ?? '';
  if (
    token === undefined ||
    !/^[A-Z]{3,8}(?:\d{2})?$/.test(token.raw) ||
    !INTERCOMMUNAL.test(letters) ||
    /[-/_.]$/.test(token.gap)
  )
    return undefined;
  if (
    words.common.has(token.fold) ||
    words.legalForms.has(token.fold) ||
    startsAny([words.known, words.firms, words.brands], tokens, at) ||
    words.isWord(token.fold)
  )
    return undefined;
  if (
    !/^(?:le|la|du|au|l|notre|votre|leur|ce|cette|du|pour|par|chez|avec|de|d|et|a|le)$/.test(tokens[at - 1]?.fold ?? '')
  )
    return undefined;
  const numbered = /^\d{2}$/.test(tokens[at + 1]?.raw ?? '') && tokens[at + 1]?.gap === ' ';
  const label = token.raw.startsWith('CC') || token.raw.startsWith('CA') ? 'EPCI' : 'syndicat';
  return seen(tokens, at, at, numbered ? at + 2 : at + 1, 'body', label);
}

/** Communautés de communes or d'agglomération, and syndicats, by their first letters. */
const INTERCOMMUNAL =
  /^(?:CC(?!AG|AP|TP|TG|AS|AM|IM|I$|MI|NE|P$)[A-Z]{1,5}|CA(?!O|HT|P|F|HS|CE)[A-Z]{2,4}|SI(?!RE|RH|G|AE$|CA|SA)[A-Z]{2,6}|SM(?!IC$|AC$|S$)[A-Z]{2,6}|SY[A-Z]{2,6}|SDE[A-Z]{0,4}|SE(?!M$|PA|O$|P$)[A-Z]{3,5})$/;

/** «Grand Reims», «le Grand Chambéry», «Pays de Saint-Malo». */
function grandBody(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined || !token.capital || !/^(?:grand|pays)$/.test(token.fold) || token.gap === '-')
    return undefined;
  if (phraseAt(words.places, tokens, at) !== undefined) return undefined;
  let name = at + 1;
  if (token.fold === 'pays') {
    if (!isLink(tokens[name])) return undefined;
    while (name - at < 3 && isLink(tokens[name])) name++;
  }
  const place = phraseAt(words.places, tokens, name);
  if (!(tokens[name]?.capital ?? false) || (place === undefined && token.fold === 'grand')) return undefined;
  const next = Math.max(readProperName(tokens, name), name + (place?.length ?? 0));
  return seen(tokens, at, at, next, 'body', 'EPCI');
}

/** «Brest Métropole», «Saint-Malo Agglomération», «Aix-Marseille Université». */
function suffixedBody(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (!token.capital) return lowerSuffixed(tokens, at, words);
  const end = properEnd(tokens, at, words);
  if (end === undefined) return undefined;
  return seen(tokens, at, at, end.next, 'body', end.label);
}

/** «brest métropole», «nantes habitat»: a town that is no word, without its capital. */
function lowerSuffixed(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const place = phraseAt(words.places, tokens, at);
  if (place === undefined || words.placesAlsoWords.has(place.words) || words.isWord(place.words)) return undefined;
  const next = at + place.length;
  const label = words.afterName.get(tokens[next]?.fold ?? '');
  if (label === undefined || !/^[ -]$/.test(tokens[next]?.gap ?? '') || label === 'établissement public')
    return undefined;
  return seen(tokens, at, at, next + 1, 'body', label);
}

function properEnd(
  tokens: readonly Token[],
  at: number,
  words: Words,
): { readonly next: number; readonly label: string } | undefined {
  // Only from the first word of a run of capitals.
  const before = tokens[at - 1];
  if (before?.capital && joins(tokens[at]?.gap ?? '') && !/^(?:le|la|l|a)$/.test(before.fold)) return undefined;
  const last = readProperName(tokens, at, 6);
  for (let end = at + 1; end < last; end++) {
    const label = words.afterName.get(tokens[end]?.fold ?? '');
    if (label === undefined || !tokens[end]?.capital || !/^[ -]$/.test(tokens[end]?.gap ?? '')) continue;
    if (allCommon(tokens, at, end, words) && phraseAt(words.places, tokens, at) === undefined) return undefined;
    return { next: end + 1, label };
  }
  return undefined;
}

export function seen(
  tokens: readonly Token[],
  from: number,
  name: number,
  next: number,
  kind: 'body' | 'place',
  label: string,
): Read | undefined {
  const start = tokens[from]?.start;
  const core = tokens[name]?.start;
  const end = tokens[next - 1]?.end;
  if (start === undefined || core === undefined || end === undefined) return undefined;
  return { sighting: { kind, start, end, label, core: [core, end], name: foldedName(tokens, name, next) }, next };
}
