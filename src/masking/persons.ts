import type { Sighting } from './finding.ts';
import { fullName, upperThenName } from './full-names.ts';
import {
  lowerFirstName,
  lowerFullName,
  lowerLoneName,
  lowerName,
  lowerNameAfter,
  lowerSurname,
} from './lower-names.ts';
import { isFirstName, type Read, type ReadName, readCapitalName, sightingOf } from './person-names.ts';
import { shapedPlace } from './places.ts';
import { signatures } from './signatures.ts';
import { opensSentence, type Source } from './source.ts';
import { phraseAt, startsAny, type Words } from './word-lists.ts';

type Rule = (source: Source, at: number, words: Words) => readonly Read[] | Read | undefined;

/** The first rule that reads a name at a word wins; all look at most a dozen words ahead. */
const RULES: readonly Rule[] = [
  afterCivility,
  fullName,
  upperThenName,
  afterLabel,
  afterFunction,
  afterTurn,
  initialName,
  lowerFirstName,
  lowerFullName,
  lowerLoneName,
];

/** Persons: after a civility or a title, by first name and surname, initials, forms, functions, turns of phrase, signatures. */
export function findPersons(source: Source, words: Words): readonly Sighting[] {
  const found: Sighting[] = [];
  let at = 0;
  while (at < source.tokens.length) {
    let next = at + 1;
    for (const rule of RULES) {
      const read = rule(source, at, words);
      const reads = read === undefined ? [] : 'from' in read ? [read] : read;
      if (reads.length === 0) continue;
      for (const one of reads) {
        next = Math.max(next, one.next);
        found.push(...sightingOf(source, one));
      }
      break;
    }
    at = next;
  }
  for (const read of signatures(source, words)) found.push(...sightingOf(source, read));
  return found;
}

/** «M. Dupont», «Mme Le Goff-Martin», «MM. Petit et Moreau», «Dr Nguyen», «m. dupont». */
function afterCivility({ tokens }: Source, at: number, words: Words): readonly Read[] | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const civility = words.civilities.has(token.fold);
  if (!civility && !words.titles.has(token.fold)) return undefined;
  // «3 m de haut», «me» the pronoun, «m'a dit».
  // «3) M. Dupont» is one, after a number and not beside it.
  if (
    token.fold === 'm' &&
    ((tokens[at - 1]?.digit && /^ ?$/.test(token.gap)) || tokens[at + 1]?.gap === "'" || /^['/-]$/.test(token.gap))
  )
    return undefined;
  if (token.fold === 'me' && token.raw !== 'Me') return undefined;
  const after = tokens[at + 1];
  if (after === undefined || !/^\.? {0,2}$/.test(after.gap) || after.gap === '') return undefined;
  if (token.fold === 'm' && token.raw === 'm' && !after.gap.includes('.') && (after.capital || after.fold.length < 4))
    return undefined;
  const gender = !civility ? undefined : words.feminine.has(token.fold) ? 'f' : 'm';
  // «Mme veuve Lecomte», «M. le docteur Roy»
  const from = civility && words.titles.has(after.fold) && tokens[at + 2]?.gap === ' ' ? at + 2 : at + 1;
  const read = readCapitalName(tokens, from, words) ?? (civility ? lowerSurname(tokens, from, words) : undefined);
  if (read === undefined) return undefined;
  if (
    !civility &&
    words.common.has(after.fold) &&
    !words.particles.has(after.fold) &&
    !isFirstName(after, words) &&
    token.fold.length > 3
  )
    return undefined;
  const reads: Read[] = [gendered(read)];
  // «MM. Petit, Durand et Moreau»
  if (/^(?:mm|messieurs|mmes|mesdames|mlles)$/.test(token.fold))
    for (let next = read.next, more = 0; more < 6; more++) {
      const and = tokens[next]?.fold === 'et' && tokens[next]?.gap === ' ';
      if (!and && tokens[next]?.gap !== ', ') break;
      const following = and ? next + 1 : next;
      if (words.civilities.has(tokens[following]?.fold ?? '')) break;
      const other = readCapitalName(tokens, following, words);
      if (other === undefined) break;
      reads.push(gendered(other));
      next = other.next;
    }
  return reads;

  // «M. Martin»: after a civility a lone word is a surname, though it may be a first name too.
  function gendered({ name, ...rest }: ReadName): Read {
    const lone = name.last === undefined && !/^(?:madame|monsieur|mademoiselle)$/.test(token?.fold ?? '');
    return { ...rest, name: lone ? { first: undefined, last: name.first, gender } : { ...name, gender } };
  }
}

/** «Nom : DUPONT», «Contact : Kévin Le Bihan». */
function afterLabel({ tokens }: Source, at: number, words: Words): Read | undefined {
  const label = phraseAt(words.labels, tokens, at);
  if (label === undefined) return undefined;
  const from = at + label.length;
  if (!/^ ?\)? ?[:=] ?\*{0,2} ?$/.test(tokens[from]?.gap ?? '')) return undefined;
  const token = tokens[from];
  if (
    token === undefined ||
    (words.common.has(token.fold) && !token.upper) ||
    phraseAt(words.known, tokens, from) !== undefined
  )
    return undefined;
  if (phraseAt(words.bodies, tokens, from) !== undefined || (token.upper && words.legalForms.has(token.fold)))
    return undefined;
  const read = readCapitalName(tokens, from, words);
  if (read === undefined) return undefined;
  const form = /^(?:nom|prenom)/.test(label.words);
  if (!form && read.next - read.from === 1 && (!isFirstName(token, words) || token.upper)) return undefined;
  return /^prenom$/.test(label.words)
    ? { ...read, name: { ...read.name, first: read.name.first ?? read.name.last, last: undefined } }
    : asSurname(read, /^nom$/.test(label.words));
}

const asSurname = (read: Read, surname: boolean): Read =>
  surname && read.name.last === undefined
    ? { ...read, name: { ...read.name, first: undefined, last: read.name.first } }
    : read;

/** «la directrice, Maëlys Kerguelen,», «l'adjoint Lemoine». */
function afterFunction({ tokens }: Source, at: number, words: Words): Read | undefined {
  const office = phraseAt(words.functions, tokens, at);
  if (office === undefined) return undefined;
  const from = at + office.length;
  const token = tokens[from];
  if (token === undefined || !/^(?: |, | \(| : )$/.test(token.gap)) return undefined;
  if (!token.capital) return token.gap === ' ' ? lowerNameAfter(tokens, from, words) : undefined;
  if (words.civilities.has(token.fold) || words.titles.has(token.fold)) return undefined;
  if (startsAny([words.known, words.bodies, words.places, words.firms], tokens, from)) return undefined;
  // «secrétaire générale, Bligny-lès-Beaune»
  if (shapedPlace(tokens, from, words) !== undefined) return undefined;
  const read = readCapitalName(tokens, from, words);
  if (read === undefined) return undefined;
  const name = tokens.slice(read.from, read.next);
  const strange = name.filter(({ fold }) => !words.common.has(fold) && !words.particles.has(fold));
  const acronym = name.some((part) => part.upper && part.raw.length < 6) && !isFirstName(token, words);
  if (acronym || strange.length === 0) return undefined;
  if (name.length > 1)
    return name.every(({ fold }) => !words.common.has(fold) || words.particles.has(fold)) ||
      isFirstName(token, words) ||
      words.particles.has(token.fold)
      ? { ...read, confidence: 0.8 }
      : undefined;
  return token.gap === ' ' && !token.upper ? asSurname({ ...read, confidence: 0.6 }, true) : undefined;
}

/** «je m'appelle Aïcha Ndiaye», «signé par X Y»: a first name or two capitals at least. */
function afterTurn({ tokens }: Source, at: number, words: Words): Read | undefined {
  const turn = phraseAt(words.turns, tokens, at);
  if (turn === undefined) return undefined;
  const from = at + turn.length;
  const token = tokens[from];
  if (token === undefined || !/^(?: | : |, )$/.test(token.gap) || words.common.has(token.fold)) return undefined;
  if (words.civilities.has(token.fold) || words.titles.has(token.fold)) return undefined;
  if (startsAny([words.known, words.bodies, words.places, words.firms], tokens, from)) return undefined;
  const named = /appelle|^nomme|mon nom/.test(turn.words);
  if (!token.capital && (token.gap !== ' ' || words.particles.has(token.fold))) return undefined;
  const read = readCapitalName(tokens, from, words);
  if (read === undefined) return named || isFirstName(token, words) ? lowerName(tokens, from, words) : undefined;
  if (!named && read.next - read.from < 2) return undefined;
  if (
    tokens.slice(read.from, read.next).some((part) => part.upper && part.raw.length < 5) &&
    !isFirstName(token, words)
  )
    return undefined;
  return { ...read, confidence: 0.8 };
}

/** «J. Martin», «J.-P. Lefèvre». At the head of a line a letter numbers a list, unless nothing else stands there. */
function initialName(source: Source, at: number, words: Words): Read | undefined {
  const { tokens, flat } = source;
  const token = tokens[at];
  const short = token?.raw.length === 1 || /^(?:Th|Ch|Ph|Fr|Cl|Jos|Chr)$/.test(token?.raw ?? '');
  if (token === undefined || !short || !token.capital || tokens[at + 1]?.gap.charAt(0) !== '.') return undefined;
  if (
    /^(?:art|article|articles|annexe|lot|batiment|bat|option|niveau|et|ou)$/.test(tokens[at - 1]?.fold ?? '') &&
    tokens[at - 1]?.fold !== 'et'
  )
    return undefined;
  let last = at + 1;
  if (tokens[last]?.raw.length === 1 && tokens[last]?.capital && /^\. ?-? ?$/.test(tokens[last]?.gap ?? '')) last++;
  const gap = tokens[last]?.gap ?? '';
  // «W. van Genderen»
  while (last - at < 4 && !tokens[last]?.capital && words.particles.has(tokens[last]?.fold ?? '')) last++;
  const surname = tokens[last];
  if (surname === undefined || !/^\. ?$/.test(gap) || !surname.capital) return undefined;
  const article =
    /^(?:le|la|de|du|el|al|ben|bel|van|von|da|di|dos|del|ait)$/.test(surname.fold) &&
    (tokens[last + 1]?.capital ?? false);
  if (!article && (surname.raw.length < 3 || words.common.has(surname.fold))) return undefined;
  if (phraseAt(words.known, tokens, last) !== undefined) return undefined;
  const read = readCapitalName(tokens, last, words);
  if (read === undefined) return undefined;
  const end = tokens[read.next - 1]?.end ?? 0;
  const alone = /^[ ,.]*(?:\r?\n|$)/.test(flat.slice(end, end + 4));
  const named = article || words.surnames.has(surname.fold) || !words.isWord(surname.fold);
  if (!named && !alone && opensSentence(source, at) && /[\n\r]|^$/.test(token.gap)) return undefined;
  return { ...asSurname(read, true), from: at };
}
