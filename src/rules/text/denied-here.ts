import type { Span } from '../../french/span.ts';
import { fold } from '../../french/words.ts';

const BEFORE = 24;
/** Right before the words: what goes on after a comma is told of its own. */
const DENIES = /\b(?:pas|aucune?|sans|ni|non)(?: (?:de|du|des|une?|la|le|encore|vraiment)| d'| l')? ?$/;

/** «pas d'urgence», «aucun sous-traitant», «sans minimum». */
export function isDeniedHere(text: string, [start]: Span): boolean {
  return DENIES.test(fold(text.slice(Math.max(0, start - BEFORE), start)));
}
