import type { Sighting } from './finding.ts';
import { hyphenEnd, inPlaceName, type Read, readCapitalName, sightingOf } from './person-names.ts';
import type { Source } from './source.ts';
import { startsAny, type Words } from './word-lists.ts';

/** Names that no list and no turn of phrase announces; looked for last. */
export function findStrangers(source: Source, words: Words): readonly Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < source.tokens.length; ) {
    const read = strangeName(source, at, words);
    if (read !== undefined) found.push(...sightingOf(source, read));
    at = read?.next ?? at + 1;
  }
  return found;
}

/** «contactez Typhaine Le Roux»: two capitals in the middle of a sentence that no list knows are somebody's name. */
function strangeName(source: Source, at: number, words: Words): Read | undefined {
  const { tokens } = source;
  const token = tokens[at];
  if (token === undefined || !token.capital || token.upper || token.raw.length < 3 || /['-]$/.test(token.gap))
    return undefined;
  if (token.gap === ' ' && tokens[at - 1]?.capital) return undefined;
  if (inPlaceName(tokens, at, words)) return undefined;
  const read = readCapitalName(tokens, at, words);
  if (read === undefined || read.next - at < 2) return undefined;
  // «Contredire le CCAG» is no name.
  if (/^(?:le|la|les|du|des)$/.test(tokens[at + 1]?.raw ?? '')) return undefined;
  const name = tokens.slice(at, read.next);
  const plain = name.some(
    (part, index) =>
      (words.common.has(part.fold) &&
        !(index > 0 && words.particles.has(part.fold)) &&
        !(index > 1 && words.particles.has(name[index - 1]?.fold ?? ''))) ||
      (part.upper && part.raw.length < 4) ||
      words.firmEnds.has(part.fold) ||
      words.afterName.has(part.fold) ||
      startsAny([words.known, words.brands, words.firms, words.places, words.bodies], tokens, at + index),
  );
  // One hyphened word is a product or a place as often as a person.
  if (plain || hyphenEnd(tokens, at) === read.next) return undefined;
  return { ...read, confidence: 0.5 };
}
