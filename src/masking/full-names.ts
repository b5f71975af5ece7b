import { hyphenEnd, inPlaceName, isFirstName, partName, type Read, readCapitalName } from './person-names.ts';
import { opensSentence, type Source, type Token } from './source.ts';
import { phraseAt, phraseBefore, startsAny, type Words } from './word-lists.ts';

/** «Sophie Bernard», «Jean-Pierre Lefèvre», «DUVAL Corinne», and a first name alone. */
export function fullName(source: Source, at: number, words: Words): Read | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (token === undefined || !token.capital || !isFirstName(token, words) || /['-]$/.test(token.gap)) return undefined;
  if (inPlaceName(tokens, at, words)) return undefined;
  const sure = words.firstNames.has(token.fold);
  const end = hyphenEnd(tokens, at);
  const compound =
    end > at + 1 && tokens.slice(at + 1, end).every((part) => isFirstName(part, words) || part.raw.length < 5);
  if (end > at + 1 && !compound) return undefined;
  const read = readCapitalName(tokens, at, words);
  // «Bruno Da Silva»; one word more than the first names, and not an everyday one after a doubtful first name.
  const surname = tokens[end];
  if (read !== undefined && read.next > end && read.name.last !== undefined && surname !== undefined) {
    const listed = phraseAt(words.places, tokens, end) !== undefined && !sure;
    const everyday =
      words.common.has(surname.fold) &&
      !words.particles.has(surname.fold) &&
      (!sure || opensSentence(source, at)) &&
      !surname.upper &&
      surname.fold.length < 4 &&
      // «Thi Mai Nguyen»
      read.next === end + 1;
    const last = tokens[read.next - 1]?.fold ?? '';
    const ended = read.next > end + 1 && words.surnames.has(last) && !words.isWord(last);
    const doubtful = !sure && !compound && !ended && words.common.has(surname.fold);
    const other = phraseAt(words.known, tokens, at) !== undefined || phraseAt(words.firms, tokens, at) !== undefined;
    if (!listed && !everyday && !doubtful && !other) return read;
    if (other) return undefined;
  }
  // «Sébastien G.»
  if (
    read !== undefined &&
    read.next === end + 1 &&
    surname?.raw.length === 1 &&
    tokens[end + 1]?.gap.startsWith('.') !== false
  )
    return read;
  const before = tokens[at - 1];
  if (before !== undefined && surnameBefore(tokens, at, words))
    return { from: at - 1, next: end, name: partName(tokens, at - 1, end, words) };
  return aloneName(source, at, end, sure || compound, words);
}

/** «DUVAL Corinne»: capitals all through, and no acronym of the trade. */
function surnameBefore(tokens: readonly Token[], at: number, words: Words): boolean {
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]?.gap !== ' ' || !before.upper || before.raw.length < 3) return false;
  return (
    !words.common.has(before.fold) &&
    !words.legalForms.has(before.fold) &&
    phraseBefore(words.known, tokens, at) === undefined
  );
}

/** «OUATTARA Siaka», «KAPLAN Ozlem»: capitals and a first name, neither of them a word. */
export function upperThenName({ tokens }: Source, at: number, words: Words): Read | undefined {
  const token = tokens[at];
  const first = tokens[at + 1];
  if (token === undefined || first === undefined || !token.upper || token.raw.length < 4 || first.gap !== ' ')
    return undefined;
  if (!first.capital || first.upper || first.raw.length < 3 || tokens[at + 2]?.gap === '-') return undefined;
  if (tokens[at - 1]?.upper && token.gap === ' ') return undefined;
  const words2 = [token.fold, first.fold];
  if (words2.some((fold) => words.isWord(fold) || words.common.has(fold) || words.legalForms.has(fold)))
    return undefined;
  const lists = [words.known, words.brands, words.firms, words.places, words.bodies, words.firmWords];
  if (startsAny(lists, tokens, at) || startsAny(lists, tokens, at + 1) || words.inhabitants.has(first.fold))
    return undefined;
  return { from: at, next: at + 2, name: { first: first.fold, last: token.fold, gender: undefined }, confidence: 0.7 };
}

const HAILED = /^(?:bonjour|bonsoir|salut|coucou|merci|cher|chere|hello|avec|bises|cdt|cdlt|cordialement)$/;

function aloneName(
  { tokens, ...source }: Source,
  at: number,
  end: number,
  sure: boolean,
  words: Words,
): Read | undefined {
  const token = tokens[at];
  const next = tokens[end];
  const before = tokens[at - 1];
  if (token === undefined || (token.upper && token.raw.length < 4)) return undefined;
  // «Menuiseries du Léon» is no Léon.
  if (before?.fold === 'du') return undefined;
  // «Colas Rail», «Pronote Julie»: a capital at its side makes another name.
  if (
    before?.capital &&
    before.gap !== '' &&
    token.gap === ' ' &&
    !words.common.has(before.fold) &&
    !HAILED.test(before.fold)
  )
    return undefined;
  if (!sure) {
    const hailed = HAILED.test(before?.fold ?? '') && /^,? $/.test(token.gap);
    const called = next === undefined || /^ ?[,!.\n\r]/.test(next.gap);
    if (!hailed || !called) return undefined;
  }
  if (next?.gap === ' ' && next.digit && !opensSentence({ tokens, ...source }, at)) return undefined;
  if (phraseAt(words.known, tokens, at) !== undefined || phraseAt(words.firms, tokens, at) !== undefined)
    return undefined;
  return { from: at, next: end, name: partName(tokens, at, end, words), confidence: sure ? 0.8 : 0.6 };
}
