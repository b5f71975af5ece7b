import { isLink } from './names.ts';
import { hyphenEnd } from './person-names.ts';
import type { Token } from './source.ts';
import { phraseAt, type Words } from './word-lists.ts';

/** Kinds of bodies that are called as a house is: after somebody («jean moulin»), or what grows round it («les tilleuls»). */
const HOUSE =
  /^(?:école|lycée|collège|équipement public|établissement médico-social|établissement public de santé|établissement d'enseignement supérieur)$/;
/** «à l'école les mercredis», «le lycée les matins»: when, not what it is called. */
const WHEN =
  /^(?:jours?|mois|ans|annees?|semaines?|matins?|apres|soirs?|midis?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|vacances|week|weekends?|premiers?|premieres?|derniers?|dernieres?|prochains?|prochaines?|deux|trois|plus|moins|memes|autres)$/;
/** What a housing office is called with: «garonne habitat», «logis vendéen». */
const HOME = /^(?:habitat|habitats|logis|logement|domicile|foyer|habitation)$/;
/** A land of several communes: «cc du pays de X», «agglo du val de X». */
const LAND =
  /^(?:pays|val|vallee|vallees|bassin|canton|plateau|golfe|bocage|marais|coteaux|rives|portes|monts|cotes|haut|haute|grand|sud|nord)$/;

/**
 * The end of a body's name typed without a capital: «lycée jean-moulin», «ehpad les tilleuls», «office hlm habitat garonne».
 * `linked` when «de» leads to the name; undefined when no name stands there.
 */
export function lowerHouse(
  tokens: readonly Token[],
  name: number,
  label: string,
  linked: boolean,
  words: Words,
): number | undefined {
  const token = tokens[name];
  if (token === undefined || token.digit) return undefined;
  if (label === 'EPCI' || label === 'syndicat') return linked ? landName(tokens, name, words) : undefined;
  if (label === "office public de l'habitat") return linked ? undefined : homeName(tokens, name, words);
  if (!HOUSE.test(label)) return undefined;
  const end = article(tokens, name)
    ? flowerName(tokens, name, words)
    : linked
      ? undefined
      : bearer(tokens, name, words);
  return end === undefined ? undefined : ofTown(tokens, end, words);
}

const article = (tokens: readonly Token[], at: number): boolean =>
  /^(?:les|la|le|l)$/.test(tokens[at]?.fold ?? '') || /^(?:les|la|le|l)$/.test(tokens[at - 1]?.fold ?? '');

/** «jean-moulin», «simone veil»: a first name and one word more. */
function bearer(tokens: readonly Token[], at: number, words: Words): number | undefined {
  const fold = tokens[at]?.fold ?? '';
  // «école st-joseph»
  if (/^(?:saint|sainte|st|ste|notre)$/.test(fold) && tokens[at + 1]?.gap === '-') return hyphenEnd(tokens, at);
  if (!words.firstNames.has(fold) && !words.firstNamesAlsoWords.has(fold)) {
    // «collège pasteur», «école jaurès»
    const famous = words.namesakes.has(fold) || (words.surnames.has(fold) && !words.isWord(fold));
    return famous ? hyphenEnd(tokens, at) : undefined;
  }
  const end = hyphenEnd(tokens, at);
  if (end > at + 1) return end;
  let last = at + 1;
  while (last - at < 3 && words.particles.has(tokens[last]?.fold ?? '') && tokens[last]?.gap === ' ') last++;
  const surname = tokens[last];
  if (surname === undefined || surname.gap !== ' ' || surname.digit || surname.fold.length < 3) return undefined;
  const known = words.surnames.has(surname.fold) || !words.isWord(surname.fold);
  return known && !(words.common.has(surname.fold) && !words.firstNames.has(fold))
    ? hyphenEnd(tokens, last)
    : undefined;
}

/** «les tilleuls», «la roseraie», «les petits pas»: plants and such, never what one buys or when. */
function flowerName(tokens: readonly Token[], name: number, words: Words): number | undefined {
  const at = isLink(tokens[name]) ? name + 1 : name;
  const led = tokens[at - 1]?.fold ?? '';
  const token = tokens[at];
  if (token === undefined || !/^[ ']$/.test(token.gap) || token.capital || token.digit) return undefined;
  const small = /^(?:petite?s?|grande?s?|belles?|beaux|bel|vieux|vieille|joyeux|jolis?)$/;
  let end = at + (small.test(token.fold) ? 1 : 0);
  const flower = tokens[end];
  if (flower === undefined || flower.fold.length < (end > at ? 3 : 5) || flower.gap === '\n' || flower.digit)
    return undefined;
  const plain = words.common.has(flower.fold) || words.functions.byWords.has(flower.fold) || WHEN.test(flower.fold);
  if (plain || words.qualifiers.has(flower.fold)) return undefined;
  // «le lycée les refuse», «l'école la paie»: a verb has no plural, and something after it.
  if (led === 'les' ? !/[sxz]$/.test(flower.fold) : !closes(tokens, end + 1)) return undefined;
  end = hyphenEnd(tokens, end);
  return end;
}

/** A stop, the end, or where it is: «la roseraie, …», «la roseraie à Monségur». */
function closes(tokens: readonly Token[], next: number): boolean {
  const token = tokens[next];
  return token === undefined || /[.,;:!?)\n]/.test(token.gap) || /^(?:a|est|nous|ont|veut)$/.test(token.fold);
}

/** «habitat garonne», «vendée habitat». */
function homeName(tokens: readonly Token[], at: number, words: Words): number | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined || second.gap !== ' ' || second.capital) return undefined;
  const other = HOME.test(first.fold) ? at + 1 : HOME.test(second.fold) ? at : undefined;
  const fold = other === undefined ? '' : (tokens[other]?.fold ?? '');
  if (other === undefined || isLink(tokens[other]) || fold.length < 2) return undefined;
  if (words.common.has(fold) && words.isWord(fold)) return undefined;
  const place = phraseAt(words.places, tokens, other);
  return Math.max(at + 2, other + (place?.length ?? 1));
}

/** «pays de mormal», «val d'orge»: what the land is of is no word of French, or is a place. */
function landName(tokens: readonly Token[], at: number, words: Words): number | undefined {
  if (!LAND.test(tokens[at]?.fold ?? '')) return undefined;
  let of = at + 1;
  while (of - at < 3 && isLink(tokens[of])) of++;
  const token = tokens[of];
  if (token === undefined || token.digit || token.fold.length < 4 || !/^[ '-]$/.test(token.gap)) return undefined;
  const place = phraseAt(words.places, tokens, of);
  if (place !== undefined) return of + place.length;
  return words.isWord(token.fold) || words.common.has(token.fold) ? undefined : hyphenEnd(tokens, of);
}

/** «lycée jean-moulin ⟨de redon⟩»: the town goes with it. */
function ofTown(tokens: readonly Token[], end: number, words: Words): number {
  const of = tokens[end];
  const town = tokens[end + 1];
  if (of?.gap !== ' ' || !/^(?:de|d)$/.test(of.fold) || town === undefined || !/^[ ']$/.test(town.gap)) return end;
  const place = phraseAt(words.places, tokens, end + 1);
  if (place !== undefined && !words.placesAlsoWords.has(place.words)) return end + 1 + place.length;
  const next = hyphenEnd(tokens, end + 1);
  const name = tokens
    .slice(end + 1, next)
    .map(({ fold }) => fold)
    .join(' ');
  return words.inhabitants.has(name) && !words.isWord(name) ? next : end;
}
