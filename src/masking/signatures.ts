import { isFirstName, partName, type Read, readCapitalName } from './person-names.ts';
import { opensSentence, type Source } from './source.ts';
import { phraseAt, startsAny, type Words } from './word-lists.ts';

/** After «Cordialement», a line made of a name alone, or the name on the same line. */
export function* signatures(source: Source, words: Words): Iterable<Read> {
  const { tokens } = source;
  yield* initialsAlone(source);
  yield* speakers(source, words);
  for (let at = 0; at < tokens.length; at++) {
    const closing = phraseAt(words.closings, tokens, at);
    if (closing === undefined || !opensSentence(source, at)) continue;
    const from = at + closing.length;
    const token = tokens[from];
    if (
      token === undefined ||
      !/^[\s,.!–-]{0,40}$/.test(token.gap) ||
      (token.gap === ' ' && /^merci/.test(closing.words))
    )
      continue;
    let end = from + 1;
    while (end - from < 7 && tokens[end] !== undefined && !/[\n\r]/.test(tokens[end]?.gap ?? '')) end++;
    // «Cordialement, JC»
    if (token.upper && token.raw.length < 4 && end === from + 1 && !words.common.has(token.fold)) {
      yield { from, next: end, name: { first: undefined, last: token.fold, gender: undefined }, confidence: 0.6 };
      continue;
    }
    const ownLine = /[\n\r]/.test(token.gap) && end - from < 6;
    const read = token.capital ? readCapitalName(tokens, from, words) : undefined;
    if (read === undefined) {
      if (ownLine && end - from < 3 && words.firstNames.has(token.fold))
        yield { from, next: end, name: partName(tokens, from, end, words) };
      continue;
    }
    const strange = tokens
      .slice(read.from, read.next)
      .some(
        ({ fold, upper, raw }) => !words.common.has(fold) && !(upper && raw.length < 4 && !ownLine && end - from > 1),
      );
    if (!strange || startsAny([words.bodies, words.known, words.functions], tokens, from)) continue;
    if (ownLine && read.next === end) yield read;
    else if (isFirstName(token, words) || (token.raw.length === 1 && read.next - read.from > 1)) yield read;
  }
}

/** «M.-C. B.», «J. L.»: a line of initials and nothing else. */
function* initialsAlone({ flat, tokens, tokenAt }: Source): Iterable<Read> {
  for (const { 0: line, index } of flat.matchAll(/^[ ]*(?:[A-Z]\.(?:[ -]{0,1})){2,4}[ ]*$/gm)) {
    const from = tokenAt(index);
    let next = from;
    while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < index + line.length) next++;
    const name = tokens
      .slice(from, next)
      .map(({ fold }) => fold)
      .join(' ');
    if (next > from) yield { from, next, name: { first: undefined, last: name, gender: undefined }, confidence: 0.7 };
  }
}

/** «[09:02] samira: bonjour», «Anh-Tuan> ça dépend»: who speaks, in a conversation that was copied. */
function* speakers({ flat, tokens, tokenAt }: Source, words: Words): Iterable<Read> {
  const line = /^[ ]*(\[[^\]\n]{3,25}\] ?)?([\p{L}'-]{2,20}(?: [\p{L}'.-]{1,20}){0,2}) ?(>|:)(?=[ \n])/gmu;
  for (const { 0: whole, 1: stamp, 2: name = '', 3: mark, index } of flat.matchAll(line)) {
    if (stamp === undefined && mark !== '>') continue;
    const start = index + whole.indexOf(name, stamp?.length ?? 0);
    const from = tokenAt(start);
    const next = tokenAt(start + name.length);
    if (next > from && !words.functions.byWords.has(tokens[from]?.fold ?? ''))
      yield { from, next, name: partName(tokens, from, next, words), confidence: 0.8 };
  }
}
