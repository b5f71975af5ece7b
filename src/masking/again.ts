import type { Sighting } from './finding.ts';
import type { Source, Token } from './source.ts';
import type { Words } from './word-lists.ts';

/** A name that was found once, and how it may come back. */
interface Known {
  readonly sighting: Sighting;
  /** An everyday word too («Petit», «Tours»): only with its capital. */
  readonly capitalOnly: boolean;
}

const LONGEST = 6;

/** The names already found, wherever they stand again bare: «Dupont» after «M. Dupont», in any case, with or without accents. */
export function findAgain(
  source: Source,
  found: readonly Sighting[],
  taken: (token: Token) => boolean,
  words: Words,
): readonly Sighting[] {
  const names = knownNames(found, words);
  if (names.size === 0) return [];
  const { tokens } = source;
  const again: Sighting[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = insideName(tokens, at) ? undefined : nameAt(tokens, at, names, taken);
    const start = tokens[at]?.start;
    const end = tokens[at + (read?.length ?? 0) - 1]?.end;
    if (read === undefined || start === undefined || end === undefined) {
      at++;
      continue;
    }
    const { core: _, confidence: __, ...same } = read.known.sighting;
    again.push({ ...same, start, end });
    at += read.length;
  }
  return again;
}

/** «Orne» in «Bagnoles-de-l'Orne» is part of another name. */
const insideName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.gap === "'" && tokens[at - 1]?.gap === '-' && /^[dl]$/.test(tokens[at - 1]?.fold ?? '');

function nameAt(
  tokens: readonly Token[],
  at: number,
  names: ReadonlyMap<string, Known>,
  taken: (token: Token) => boolean,
): { readonly known: Known; readonly length: number } | undefined {
  let words = '';
  let found: { known: Known; length: number } | undefined;
  for (let length = 1; length <= LONGEST; length++) {
    const token = tokens[at + length - 1];
    if (token === undefined || taken(token) || (length > 1 && !/^(?:[ '_-]|\. ?| & )?$/.test(token.gap))) break;
    words = length === 1 ? token.fold : `${words} ${token.fold}`;
    const known = names.get(words);
    if (known !== undefined && !(known.capitalOnly && !tokens[at]?.capital)) found = { known, length };
  }
  return found;
}

function knownNames(found: readonly Sighting[], words: Words): ReadonlyMap<string, Known> {
  const names = new Map<string, Known>();
  const everyday = (name: string): boolean =>
    !name.includes(' ') &&
    (words.common.has(name) ||
      words.placesAlsoWords.has(name) ||
      words.firstNamesAlsoWords.has(name) ||
      name.length < 4);
  const learn = (name: string | undefined, sighting: Sighting): void => {
    if (name === undefined || name.length < 2 || names.has(name)) return;
    names.set(name, { sighting, capitalOnly: everyday(name) });
  };
  for (const sighting of found) {
    const { kind, person, name } = sighting;
    // «dans le Lot» does not make a département of «Lot 1»: there the preposition decides, each time.
    if (kind === 'place' && name !== undefined && everyday(name)) continue;
    if (kind === 'person' && person !== undefined) {
      learn(person.last, sighting);
      // «Thanh» of «Nguyen Van Thanh»
      const tail = person.last?.split(' ').at(-1);
      if (tail !== undefined && tail.length > 3 && tail !== person.last) learn(tail, sighting);
      if (person.first !== undefined && person.last !== undefined) {
        learn(`${person.first} ${person.last}`, sighting);
        learn(`${person.last} ${person.first}`, sighting);
      } else if (person.first !== undefined && !everyday(person.first)) learn(person.first, sighting);
    } else if (kind === 'supplier' || kind === 'body' || kind === 'place') {
      learn(name, sighting);
      const first = kind === 'supplier' ? distinctive(name, words) : undefined;
      if (first !== undefined && !everyday(first)) learn(first, sighting);
    }
  }
  return names;
}

/** The first word of a firm's name by which it goes: «Dupont» for «Dupont TP»; none when it is a first name or a trade. */
export function distinctive(name: string | undefined, words: Words): string | undefined {
  const first = name?.split(' ').find((word) => !words.particles.has(word) && !words.firmParts.has(word));
  if (first === undefined || first.length < 4 || first === name) return undefined;
  const plain =
    words.common.has(first) ||
    words.firstNames.has(first) ||
    words.firmEnds.has(first) ||
    words.places.byWords.has(first);
  return plain ? undefined : first;
}
