import { isAbbreviation } from './places.ts';
import { firstWordAt, type Side } from './side.ts';

/** A value or a name, by its place. */
export interface Anchor {
  readonly span: readonly [start: number, end: number];
  readonly sentence: number;
}

/** How strongly a token parts the sayings of two values; 0 for one that parts nothing. */
function strengthOf(side: Side, index: number): number {
  const token = side.tokens[index];
  if (token === undefined) return 0;
  if (token.newLine) return 5;
  if (token.kind === 'sign') {
    if (/^[.;!?]$/.test(token.text))
      return side.tokens[index + 1]?.glued === true || isAbbreviation(side.tokens[index - 1], token) ? 0 : 4;
    return token.text === ',' || (token.text === '-' && !token.glued) ? 3 : 0;
  }
  return /^(?:et|puis|mais|ou|tandis|contre|alors)$/.test(token.text) ? 2 : 0;
}

/**
 * What is said about each value: the words from the break after the value before it to the break before the value after it,
 * wherever the label stands. Undefined for a value that no break parts from its neighbour («6 tables de 10 couverts»).
 */
export function regionsOf(side: Side, values: readonly Anchor[]): readonly (ReadonlySet<string> | undefined)[] {
  const breaks = values.slice(1).map((value, index) => breakBetween(side, values[index], value));
  return values.map((value, index) => {
    const from = index === 0 ? startOf(side, value) : breaks[index - 1];
    const to = index === values.length - 1 ? endOf(side, value) : breaks[index];
    if (from === undefined || to === undefined) return undefined;
    const keys = new Set<string>();
    for (let at = firstWordAt(side.words, from); at < side.words.length; at++) {
      const word = side.words[at];
      if (word === undefined || word.start >= to) break;
      if (word.end <= value.span[0] || word.start >= value.span[1]) keys.add(word.key);
    }
    return keys;
  });
}

const REACH = 40;

/** Offset in the text of the first of the strongest breaks between two values. */
function breakBetween(side: Side, before: Anchor | undefined, after: Anchor): number | undefined {
  if (before === undefined) return undefined;
  let best: number | undefined;
  let strength = 0;
  const end = side.at(after.span[0]);
  const start = side.at(before.span[1] - 1) + 1;
  if (end - start > 3 * REACH) return undefined;
  for (let index = start; index < end; index++) {
    const here = strengthOf(side, index);
    if (here > strength) {
      strength = here;
      const token = side.tokens[index];
      best = token === undefined ? undefined : side.spanOf(token.start, token.end)[0];
    }
  }
  return best;
}

/** Where the sentence of the first value starts, or ends for the last one. */
function startOf(side: Side, value: Anchor): number {
  let index = side.at(value.span[0]);
  const first = Math.max(0, index - REACH);
  while (index > first && side.places[index - 1]?.sentence === value.sentence) index--;
  const token = side.tokens[index];
  return token === undefined ? 0 : side.spanOf(token.start, token.end)[0];
}

function endOf(side: Side, value: Anchor): number {
  let index = side.at(value.span[1] - 1);
  const last = Math.min(side.tokens.length - 1, index + REACH);
  while (index < last && side.places[index + 1]?.sentence === value.sentence) index++;
  const token = side.tokens[index];
  return token === undefined ? side.text.length : side.spanOf(token.start, token.end)[1];
}
