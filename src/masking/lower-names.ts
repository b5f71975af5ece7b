import { hyphenEnd, inPlaceName, isFirstName, partName, type Read } from './person-names.ts';
import { joins, type Source, type Token } from './source.ts';
import { phraseAt, startsAny, type Words } from './word-lists.ts';

/** «mme martin», «m. le goff»: no capital, so no everyday word either. */
export function lowerSurname(tokens: readonly Token[], from: number, words: Words): Read | undefined {
  let at = from;
  if (/^(?:le|la|de|du|des|d|l|van|von|ben|el|da|dos|di|del|al|ait|ould)$/.test(tokens[at]?.fold ?? '')) at++;
  const token = tokens[at];
  if (token === undefined || token.digit || token.fold.length < 3 || (at > from && !joins(token.gap))) return undefined;
  const firm = /^(?:d|de|du|des|l|la)$/.test(tokens[from]?.fold ?? '') && at > from;
  let next = hyphenEnd(tokens, at);
  // «monsieur ait-ouali»: one word of it that nobody knows is enough.
  // «mr boulanger»: a trade that many are called by; «bonjour madame petit souci» is greeted by no name.
  const called =
    from === at && words.surnames.has(token.fold) && /^(?:m|mr|mme|mlle)$/.test(tokens[from - 1]?.fold ?? '');
  const strange =
    called || tokens.slice(at, next).some(({ fold }) => !words.common.has(fold) && !words.notName.has(fold));
  if (!strange || words.notName.has(token.fold) || (firm && words.bodies.byWords.has(token.fold))) return undefined;
  if (at === from && isFirstName(token, words)) {
    const last = tokens[next];
    if (last !== undefined && last.gap === ' ' && !last.digit && last.fold.length > 2 && !words.common.has(last.fold))
      next = hyphenEnd(tokens, next);
  }
  return { from, next, name: partName(tokens, from, next, words), confidence: 0.8 };
}

/** «mon chef claudius», «la dgs marchandeau»: a first name, or a word that nobody knows and is a surname. */
export function lowerNameAfter(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  const fold = tokens[at]?.fold ?? '';
  const named = words.firstNames.has(fold) || words.surnames.has(fold);
  if (
    !named ||
    words.isWord(fold) ||
    words.common.has(fold) ||
    startsAny([words.known, words.brands, words.places], tokens, at)
  )
    return undefined;
  return lowerName(tokens, at, words);
}

/** «vu avec julie», «demande à sophie bernard»: a sure first name without its capital, where one is expected. */
export function lowerFirstName({ tokens }: Source, at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (
    token === undefined ||
    token.capital ||
    token.fold.length < 4 ||
    !words.firstNames.has(token.fold) ||
    token.gap !== ' '
  )
    return undefined;
  const before = tokens[at - 1]?.fold ?? '';
  // «qu'un juriste lise le dossier»
  const office = words.functions.byWords.has(before) && !words.isWord(token.fold);
  return (words.beforeFirstName.has(before) || office || TOLD.test(before)) &&
    !words.common.has(token.fold) &&
    !inPlaceName(tokens, at, words)
    ? lowerName(tokens, at, words)
    : undefined;
}

/** «patrick morel me dit», «le stagiaire kevin lopes»: a sure first name beside a word that nobody knows. */
export function lowerFullName({ tokens }: Source, at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined || token.capital || token.fold.length < 3 || !words.firstNames.has(token.fold))
    return undefined;
  if (words.common.has(token.fold) || /['-]$/.test(token.gap) || inPlaceName(tokens, at, words)) return undefined;
  let last = hyphenEnd(tokens, at);
  // «yann le goff», «anne de la rochefordière»
  for (let more = 0; more < 2 && words.particles.has(tokens[last]?.fold ?? '') && tokens[last]?.gap === ' '; more++)
    last++;
  const surname = tokens[last];
  if (surname === undefined || surname.gap !== ' ' || surname.capital || surname.digit || surname.fold.length < 3)
    return undefined;
  const known =
    words.common.has(surname.fold) ||
    words.common.has(surname.fold.replace(/e?s$/, '')) ||
    words.functions.byWords.has(surname.fold) ||
    startsAny([words.known, words.brands, words.places, words.bodies, words.firms], tokens, last);
  if (known) return undefined;
  const next = hyphenEnd(tokens, last);
  return { from: at, next, name: partName(tokens, at, next, words), confidence: 0.7 };
}

/** «jeanine de la compta dit», «c'est encore cindy»: a first name that is no word of French, wherever it stands. */
export function lowerLoneName({ tokens }: Source, at: number, words: Words): Read | undefined {
  const token = tokens[at];
  if (token === undefined || token.capital || token.digit || !/^[, '\n]*$/.test(token.gap)) return undefined;
  // «tom d.»
  const pointed = isPointedInitial(tokens, at + 1);
  if (token.fold.length < (pointed ? 3 : 4)) return undefined;
  const first = words.firstNames.has(token.fold);
  const apart = /^ ?,/.test(token.gap) || /^ ?[,(]/.test(tokens[at + 1]?.gap ?? '');
  const surname = apart && words.surnames.has(token.fold) && token.fold.length > 4;
  if (!(first || surname) || (words.isWord(token.fold) && !pointed) || words.common.has(token.fold)) return undefined;
  if (inPlaceName(tokens, at, words) || tokens[at + 1]?.gap === '-') return undefined;
  if (startsAny([words.known, words.brands, words.firms, words.places], tokens, at)) return undefined;
  return lowerName(tokens, at, words);
}

/** «nadège ⟨t.⟩ du lycée»: not «julie l. 2113-1». */
const isPointedInitial = (tokens: readonly Token[], at: number): boolean =>
  /^[a-z]$/i.test(tokens[at]?.raw ?? '') &&
  tokens[at]?.gap === ' ' &&
  /^\.(?:[ ,;:)\n]|$)/.test(tokens[at + 1]?.gap ?? '.') &&
  !tokens[at + 1]?.digit;

/** Whom one sees, calls, waits for. */
const TOLD =
  /^(?:voir|vois|voyez|vu|prevenir|previens|prevenez|joindre|relancer|relancez|remplacer|remplace|attendre|attends|rencontrer|informer|interroger|consulter|selon|dixit|sauf|meme|sinon|madame|cher|chere|ici)$/;

export function lowerName(tokens: readonly Token[], at: number, words: Words): Read | undefined {
  if (tokens[at]?.digit || (tokens[at]?.fold.length ?? 0) < 3 || words.common.has(tokens[at]?.fold ?? ''))
    return undefined;
  let next = hyphenEnd(tokens, at);
  const last = tokens[next];
  if (isPointedInitial(tokens, next)) next++;
  else if (
    last !== undefined &&
    last.gap === ' ' &&
    !last.digit &&
    last.fold.length > 3 &&
    !words.common.has(last.fold) &&
    phraseAt(words.places, tokens, next) === undefined
  )
    next = hyphenEnd(tokens, next);
  return { from: at, next, name: partName(tokens, at, next, words), confidence: 0.6 };
}
