import type { Sighting } from './finding.ts';
import { allCommon, foldedName, isLink, readProperName } from './names.ts';
import { joins, type Source, type Token } from './source.ts';
import { type BodyWord, phraseAt, phraseBefore, startsAny, type Words } from './word-lists.ts';

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

/** «Vexin normand», «Pays basque», «Bocage vendéen»: a land and its people. */
const PEOPLE_OF =
  /^(?:normande?|breton(?:ne)?|basque|vendeen(?:ne)?|picarde?|lorraine?|angevine?|poitevine?|nantaise?|toulousaine?|auvergnate?|francaise?|catalane?|corse|provencale?|gascon(?:ne)?|manceau|mancelle|champenoise?|alsacien(?:ne)?|bourguignon(?:ne)?|charentaise?|landaise?|bearnaise?|cauchoise?|saintongeaise?|morvandelle|audomaroise?|flamande?|artesien(?:ne)?|minier|atlantique)$/;

interface Read {
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
  const token = tokens[name];
  const linked = name > after && /^(?:de|du|des|d|la|le|les|l)$/.test(tokens[name - 1]?.fold ?? '');
  if (token === undefined || !joins(token.gap) || (!linked && body.link === 'de')) return undefined;
  if (!linked && name > after && body.qualified && !words.qualifiers.has(tokens[name - 1]?.fold ?? ''))
    return undefined;
  const named = bodyName(tokens, name, after, body, linked, words);
  if (named === undefined) return undefined;
  const next = tokens[named]?.gap === ' ' && PEOPLE_OF.test(tokens[named]?.fold ?? '') ? named + 1 : named;
  return seen(tokens, body.nameOnly ? name : at, name, next, body.nameOnly ? 'place' : 'body', body.label);
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
      !/^(?:ans?|agents?|euros?|jours?|lots?|mois|personnes|sites|h|k?€)$/.test(tokens[name + 1]?.fold ?? '')
      ? name + 1
      : undefined;
  const place = phraseAt(words.places, tokens, name);
  if (!token.capital) {
    const listed = place !== undefined && !(words.placesAlsoWords.has(place.words) && !linked);
    if (listed) return name + place.length;
    if (!linked || body.label !== 'commune') return undefined;
    const saint = /^(?:saint|sainte|st|ste)$/.test(token.fold) && joins(tokens[name + 1]?.gap ?? '');
    if (saint) return hyphenated(tokens, name + 2);
    const odd =
      token.fold.length > 3 && !words.common.has(token.fold) && !words.firstNames.has(token.fold) && name - after === 1;
    return odd && !body.nameOnly ? hyphenated(tokens, name + 1) : undefined;
  }
  if (words.civilities.has(token.fold) || words.titles.has(token.fold)) return undefined;
  let next = readProperName(tokens, name);
  if (place !== undefined) next = Math.max(next, name + place.length);
  // «université Rennes 2», «Paris 8».
  if (body.link === 'numero' && /^\d{1,2}$/.test(tokens[next]?.raw ?? '') && tokens[next]?.gap === ' ') next++;
  if (place !== undefined) return next;
  if (phraseAt(words.known, tokens, name) !== undefined) return undefined;
  // «lycée agricole du Gros Chêne», «EHPAD Bel Air»: everyday words in capitals are what a house is called.
  const house = next - name > 1 && /^(?:lycée|collège|établissement médico-social)$/.test(body.label);
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
  if (token === undefined || !token.upper || !INTERCOMMUNAL.test(token.raw) || /[-/_.]$/.test(token.gap))
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
  /^(?:CC(?!AG|AP|TP|TG|AS|AM|IM|I$|MI|NE|P$)[A-Z]{1,5}|CA(?!O|HT|P|F|HS|CE)[A-Z]{2,4}|SI(?!RE|RH|G|AE$|CA|SA)[A-Z]{2,6}|SM(?!IC|AC|S$)[A-Z]{2,6}|SY[A-Z]{2,6}|SDE[A-Z]{0,4}|SE(?!M$|PA|O$|P$)[A-Z]{3,5})$/;

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
  if (token === undefined || !token.capital || token.gap !== '') {
    if (token === undefined || !token.capital) return undefined;
  }
  const end = properEnd(tokens, at, words);
  if (end === undefined) return undefined;
  return seen(tokens, at, at, end.next, 'body', end.label);
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

function seen(
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
      placeAfterWhere(tokens, at, words);
    if (read === undefined || elsewhere(tokens, at, words)) {
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
  const first = /^(?:le|la|les|l)$/.test(token.fold) && (tokens[at + 1]?.capital ?? false);
  const next = token.capital ? readProperName(tokens, at) : hyphenatedName(tokens, at);
  const name = foldedName(tokens, at, next);
  if (!words.inhabitants.has(name) || (first && next - at < 2)) return undefined;
  if (words.firstNames.has(name) || (!token.capital && (words.isWord(name) || words.common.has(name))))
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
function elsewhere(tokens: readonly Token[], at: number, words: Words): boolean {
  // «camembert de Normandie AOP»: where a product comes from.
  if (/^(?:aop|aoc|igp)$/.test(tokens[at + (phraseAt(words.places, tokens, at)?.length ?? 1)]?.fold ?? '')) return true;
  let before = at;
  while (at - before < 3 && isLink(tokens[before - 1]) && joins(tokens[before]?.gap ?? '')) before--;
  if (!joins(tokens[before]?.gap ?? '')) return false;
  const building = phraseBefore(words.buildings, tokens, before);
  if (building !== undefined && (before === at || KNOWN_BY.test(building.words))) return true;
  return [words.courts, words.ways].some((list) => phraseBefore(list, tokens, before) !== undefined);
}
