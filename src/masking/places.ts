import { type Read, seen } from './bodies.ts';
import type { Sighting } from './finding.ts';
import { foldedName, isLink, readProperName } from './names.ts';
import { joins, type Source, type Token } from './source.ts';
import { phraseAt, phraseBefore, startsAny, type Words } from './word-lists.ts';

/** Words after which «à Betton» is where something is, though no list knows Betton. */
const WHERE =
  /^(?:chantier|site|sites|travaux|salle|ecole|ecoles|situee?s?|sise?s?|habite|habitant|basee?s?|nee?|livraison|livrer|livree?s?|reunion|rendez|vous|travaille|acheteur|acheteuse|agent|gymnase|piscine|mediatheque|construction|mairie|bureau|bureaux|residence|installee?s?|implantee?|demeurant|domiciliee?|stade|college|lycee|ehpad|hopital)$/;

/** Towns, départements and régions named alone, but not in the name of a court, a street or a building. */
export function findPlaces(source: Source, words: Words): readonly Sighting[] {
  const { tokens } = source;
  const found: Sighting[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read =
      listedPlace(source, at, words) ??
      shapedPlace(tokens, at, words) ??
      villageAfter(tokens, at, words) ??
      besidePlace(tokens, at, words) ??
      ofTownOffice(tokens, at, words) ??
      placeAfterWhere(tokens, at, words);
    if (read === undefined || isElsewhere(tokens, at, words)) {
      at = read?.next ?? at + 1;
      continue;
    }
    found.push(read.sighting);
    at = read.next;
  }
  return found;
}

function listedPlace({ tokens }: Source, at: number, words: Words): Read | undefined {
  const place = phraseAt(words.places, tokens, at);
  const token = tokens[at];
  if (place === undefined || token === undefined) return undefined;
  const doubtful = words.placesAlsoWords.has(place.words);
  const preposition = prepositionBefore(tokens, at);
  // «La réunion a lieu lundi»: the capital of an article that opens a sentence names nothing.
  const opens = token.capital && place.length > 1 && /^(?:le|la|les|l)$/.test(token.fold);
  if (opens && !tokens[at + 1]?.capital && preposition === undefined) return undefined;
  // Without a capital: «Ille-et-vilaine», or where a town is expected: «à brest».
  const partly = tokens.slice(at, at + place.length).some(({ capital, gap }) => capital || gap === '-');
  const expected = !doubtful && /^(?:a|en)$/.test(preposition ?? '') && token.fold.length > 4;
  if (!token.capital && !(place.length > 1 && partly && !doubtful) && !expected) return undefined;
  if (doubtful && (preposition === undefined || !token.capital || /^\d/.test(tokens[at + 1]?.raw ?? '')))
    return undefined;
  const next = token.capital ? Math.max(at + place.length, hyphenatedName(tokens, at)) : at + place.length;
  // «Quimper Bretagne Occidentale»: two places side by side name a body.
  if (
    token.capital &&
    tokens[next]?.gap === ' ' &&
    tokens[next]?.capital &&
    phraseAt(words.places, tokens, next) !== undefined
  )
    return seen(tokens, at, at, readProperName(tokens, at), 'body', 'EPCI');
  return seen(tokens, at, at, next, 'place', place.values[0] ?? 'commune');
}

function hyphenatedName(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (next - at < 8 && /^[-']$/.test(tokens[next]?.gap ?? '')) next++;
  return next;
}

function prepositionBefore(tokens: readonly Token[], at: number): string | undefined {
  const before = tokens[at - 1];
  if (before === undefined || !joins(tokens[at]?.gap ?? '')) return undefined;
  if (/^(?:a|en|vers|de|d|sur|pour|du)$/.test(before.fold)) return before.fold;
  const earlier = tokens[at - 2]?.fold ?? '';
  return /^(?:le|la|l|les)$/.test(before.fold) && /^(?:dans|de|pour|vers|sur)$/.test(earlier) ? earlier : undefined;
}

/** «Saint-Germain-sur-Ille», «Bourg-lès-Valence»: no other name is made so. */
export function shapedPlace(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined || !token.capital || tokens[at]?.gap.endsWith('-')) return undefined;
  const next = hyphenatedName(tokens, at);
  if (next - at < 2) return undefined;
  const saint = /^(?:saint|sainte|st|ste|notre)$/.test(token.fold) && (tokens[at + 1]?.capital ?? false);
  const party = /^(?:valentin|nicolas|jean|sylvestre|glinglin|esprit|office|siege|gobain|simon)$/.test(
    tokens[at + 1]?.fold ?? '',
  );
  const middle = tokens
    .slice(at + 1, next - 1)
    .some((part) => /^(?:sur|sous|en|les|lez|la|le|du|de|des|aux|d|l)$/.test(part.fold));
  const ends = tokens[next - 1]?.capital ?? false;
  if (
    !(
      (saint && (!party || next - at > 2)) ||
      (middle && ends && !words.common.has(token.fold) && !words.firstNames.has(token.fold))
    )
  )
    return undefined;
  return seen(tokens, at, at, next, 'place', 'commune');
}

/** «collège à Vire», «je viens de Montferrer», «Chaillevette est…»: any commune, after a preposition of place. */
function villageAfter(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined || !/^[ ']$/.test(token.gap) || token.digit) return undefined;
  // «saint-rémy-du-plain»: no other word is made so.
  const end = hyphenatedName(tokens, at);
  if (end - at > 2 && words.inhabitants.has(foldedName(tokens, at, end)))
    return seen(tokens, at, at, end, 'place', 'commune');
  const link = tokens[at - 1]?.fold ?? '';
  const verb = tokens[at - 2]?.fold ?? '';
  // «à Illkirch» for Illkirch-Graffenstaden
  if (token.capital && /^(?:a|vers)$/.test(link) && !SAID_TO.test(verb) && words.communeHeads.has(token.fold))
    return seen(tokens, at, at, at + 1, 'place', 'commune');
  const first = /^(?:le|la|les|l)$/.test(token.fold) && (tokens[at + 1]?.capital ?? false);
  const next = token.capital ? readProperName(tokens, at) : hyphenatedName(tokens, at);
  const name = foldedName(tokens, at, next);
  if (!words.inhabitants.has(name) || (first && next - at < 2)) return undefined;
  // «à l'hôpital», «à l'échelle»: L'Hôpital is a town with its capital alone.
  const bare = name.replace(/^l /, '');
  if (
    words.firstNames.has(name) ||
    (!token.capital && (bare.length < 2 || words.isWord(bare) || words.common.has(bare)))
  )
    return undefined;
  const towards = /^(?:a|vers)$/.test(link) && !SAID_TO.test(verb);
  const from = link === 'de' && (FROM.test(verb) || (!words.surnames.has(name) && !words.isWord(name)));
  if (!(towards || from)) return undefined;
  return seen(tokens, at, at, next, 'place', 'commune');
}

/** «attribué à Vire», «dites à Martin»: to whom, not where. */
const SAID_TO =
  /^(?:attribu|notifi|confi|di[ts]|demand|ecri|parl|transm|envo|adress|rappel|donn|signal|expli|remet|montr|repond|vers|pay|reproch|command|achet|oppos|impos|propos)/;
const FROM =
  /^(?:viens|vient|viennent|venant|habite|originaire|pres|loin|autour|celui|celle|ceux|boite|entreprise|scop|artisan|mairie|cote|centre|nord|sud|est|ouest|ville)$/;

function placeAfterWhere(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.upper || !/^[ ']$/.test(token.gap)) return undefined;
  if (words.common.has(token.fold) || words.firstNames.has(token.fold)) return undefined;
  const link = tokens[at - 1]?.fold ?? '';
  const said =
    link === 'a' ? WHERE.test(tokens[at - 2]?.fold ?? '') : /^(?:de|d)$/.test(link) && servesBefore(tokens, at - 1);
  if (!said) return undefined;
  const next = readProperName(tokens, at);
  const sighting = seen(tokens, at, at, next, 'place', 'commune');
  return sighting === undefined ? undefined : { ...sighting, sighting: { ...sighting.sighting, confidence: 0.6 } };
}

/** A capital that no list knows, past «à» or «de», which may be a town. */
function maybeTown(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.upper || token.raw.length < 4) return false;
  const known = words.common.has(token.fold) || words.firstNames.has(token.fold) || words.isWord(token.fold);
  return !known && !startsAny([words.known, words.brands, words.firms, words.bodies], tokens, at);
}

/** «à Roquebrac et Saint-Just-d'Albarède», «entre Vire et Plessidec»: in line with a town, it is one. */
function besidePlace(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  if (!maybeTown(tokens, at, words) || !/^[ ']$/.test(tokens[at]?.gap ?? '')) return undefined;
  const next = hyphenatedName(tokens, at);
  const isTown = (from: number) =>
    tokens[from]?.capital === true &&
    (phraseAt(words.places, tokens, from) !== undefined ||
      shapedPlace(tokens, from, words) !== undefined ||
      words.inhabitants.has(foldedName(tokens, from, hyphenatedName(tokens, from))));
  const led = /^(?:a|de|d|entre|vers|sur|pour)$/.test(tokens[at - 1]?.fold ?? '');
  const ahead = led && /^(?:et|ou)$/.test(tokens[next]?.fold ?? '') && tokens[next]?.gap === ' ' && isTown(next + 1);
  return ahead ? seen(tokens, at, at, next, 'place', 'commune') : undefined;
}

/** Who serves a town: «l'élu aux finances de X», «le DGS de X», «l'adjointe à l'urbanisme de X». */
const TOWN_OFFICE =
  /^(?:maire|elue?s?|adjointe?s?|conseillere?s?|dgs|dga|dst|secretaire|policiere?|garde|municipal|municipale|mairie|periscolaire|cantine)$/;

function ofTownOffice(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  if (!maybeTown(tokens, at, words) || !/^(?:de|d)$/.test(tokens[at - 1]?.fold ?? '')) return undefined;
  for (let back = at - 2; back >= 0 && at - back < 7; back--) {
    const token = tokens[back];
    if (token === undefined || !joins(tokens[back + 1]?.gap ?? '') || (token.capital && !token.upper)) return undefined;
    if (TOWN_OFFICE.test(token.fold)) return seen(tokens, at, at, readProperName(tokens, at), 'place', 'commune');
    // «aux finances», «à l'urbanisme», «en charge de la voirie»
    const between = isLink(token) || /^(?:en|charge|chargee?|generale?|technique|delegue|deleguee)$/.test(token.fold);
    if (!between && !isLink(tokens[back - 1]) && tokens[back - 1]?.fold !== 'aux') return undefined;
  }
  return undefined;
}

/** «le pôle technique de Bagnères», «l'antenne de Lormont», «les services de Betton». */
function servesBefore(tokens: readonly Token[], link: number): boolean {
  const before = tokens[link - 1]?.fold ?? '';
  const service =
    /^(?:poles?|services?|antennes?|agences?|centres?|sites?|bureaux?|tresorerie|perception|secretariat|ateliers?)$/;
  if (service.test(before)) return true;
  return (
    /^(?:techniques?|municipa(?:l|le|ux)|scolaires?|communa(?:l|le|ux)|administratifs?|financiers?)$/.test(before) &&
    service.test(tokens[link - 2]?.fold ?? '')
  );
}

/** What a decision or a text is known by: «l'arrêt Ville de Paris» names no requester. */
const KNOWN_BY =
  /^(?:loi|lois|amendement|rapport|plan|prix|arret|jurisprudence|decret|methode|pont|port|porte|gare|metro|quartier|zac)$/;

/** In the name of a court, a street, a station or a law: «CAA de Nantes», «rue de Rennes»; not «le gymnase de Rennes». */
export function isElsewhere(tokens: readonly Token[], at: number, words: Words): boolean {
  // «camembert de Normandie AOP»: where a product comes from.
  if (/^(?:aop|aoc|igp)$/.test(tokens[at + (phraseAt(words.places, tokens, at)?.length ?? 1)]?.fold ?? '')) return true;
  let before = at;
  while (at - before < 3 && isLink(tokens[before - 1]) && joins(tokens[before]?.gap ?? '')) before--;
  if (!joins(tokens[before]?.gap ?? '')) return false;
  const building = phraseBefore(words.buildings, tokens, before);
  if (building !== undefined && (before === at || KNOWN_BY.test(building.words))) return true;
  return [words.courts, words.ways].some((list) => phraseBefore(list, tokens, before) !== undefined);
}
