import type { Places } from '../../corpus/lint-rules.ts';
import { compileExpression, type Lists } from '../../french/pattern/expression.ts';
import { createMatcher, type Match } from '../../french/pattern/matcher.ts';
import type { TokenText } from '../../french/pattern/tokens.ts';

/** How many words away «before», «after» and «near» still reach. */
const REACH = 8;

/** Whether one of the expressions stands where its place asks, relative to the words at fault. */
export function createPlaces(
  places: Places,
  lists: Lists,
): (text: TokenText, sentence: number, fault: Match) => boolean {
  const items = Object.entries(places).flatMap(([place, list]) =>
    list.map((source) => ({ expression: compileExpression(source, lists), value: place as keyof Places })),
  );
  if (items.length === 0) return () => false;
  const find = createMatcher(items);
  const findAround = createMatcher(items.filter(({ value }) => value === 'around'));
  const matchesIn = ofSentence(find);
  const findAnywhere = createMatcher(items.filter(({ value }) => value === 'anywhere'));
  const isSaidIn = ofText((text) =>
    text.sentences.some(({ first, last }) => findAnywhere(text, first, last).length > 0),
  );
  const hasAround = ofSentence((text, from, to) => findAround(text, from, to).length > 0);

  return (text, index, fault) =>
    (matchesIn(text, index) ?? []).some(({ match, value }) => stands(text, match, value, fault)) ||
    (places.around.length > 0 && (hasAround(text, index - 1) || hasAround(text, index + 1)) === true) ||
    (places.anywhere.length > 0 && isSaidIn(text));
}

/** Remembers the answer for the text at hand. */
function ofText(answer: (text: TokenText) => boolean): (text: TokenText) => boolean {
  let known: { readonly text: TokenText; readonly said: boolean } | undefined;
  return (text) => {
    if (known?.text !== text) known = { text, said: answer(text) };
    return known.said;
  };
}

/** Remembers what was found in the sentences of the text at hand: several words at fault ask for the same sentence. */
function ofSentence<T>(find: (text: TokenText, from: number, to: number) => T) {
  let known: { text: TokenText; found: Map<number, T> } | undefined;
  return (text: TokenText, index: number): T | undefined => {
    if (known?.text !== text) known = { text, found: new Map() };
    const before = known.found.get(index);
    const sentence = text.sentences[index];
    if (before !== undefined || sentence === undefined) return before;
    const found = find(text, sentence.first, sentence.last);
    known.found.set(index, found);
    return found;
  };
}

function stands(text: TokenText, match: Match, place: keyof Places, fault: Match): boolean {
  const gapBefore = fault.first - match.last;
  const gapAfter = match.first - fault.last;
  switch (place) {
    case 'sentence':
    case 'around':
    case 'anywhere':
      return true;
    case 'clause':
      return isSameClause(text, match, fault);
    case 'before':
      return gapBefore >= 0 && gapBefore <= REACH;
    case 'after':
      return gapAfter >= 0 && gapAfter <= REACH;
    case 'touching':
      return gapBefore === 0 || gapAfter === 0 || (match.first < fault.first && match.last >= fault.last);
    case 'near':
      return gapBefore <= REACH && gapAfter <= REACH;
  }
}

/** Nothing between the two parts the sentence: «;», «:», «mais», «donc», or a comma before a new subject. */
function isSameClause({ tokens }: TokenText, match: Match, fault: Match): boolean {
  const [from, to] = match.first < fault.first ? [match.last, fault.first] : [fault.last, match.first];
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.text ?? '';
    if (/^(?:[;:]|mais|donc|alors|puis)$/.test(word)) return false;
    if (word === ',' && SUBJECTS.has(tokens[index + 1]?.text ?? '')) return false;
  }
  return true;
}

const SUBJECTS = new Set('on nous je j il elle ils elles vous c ce cela ca merci car or et pas'.split(' '));
