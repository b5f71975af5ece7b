import { splitSentences } from '../brief/sentences.ts';
import type { Unit } from './act.ts';
import type { When } from './deadlines.ts';
import { COURTESY, OTHERS_WORDS } from './frames.ts';

const ITEM = /^[ \t>]*(?:[-•*·–▪◦]|\(?\d{1,2} ?[.)°]|\[ ?\]|[a-h]\)) ?/;

/** Sentences and items of what the writer wrote, without politeness and without what is quoted below. */
export function unitsOf(folded: string): readonly Unit[] {
  const foreign = [...folded.matchAll(OTHERS_WORDS)].find(({ index }) => index > 20)?.index ?? folded.length;
  const units: Unit[] = [];
  let at = 0;
  for (const line of folded.slice(0, foreign).split('\n')) {
    const start = at;
    at += line.length + 1;
    if (/^ ?>/.test(line)) continue;
    const mark = ITEM.exec(line)?.[0].length ?? 0;
    for (const part of splitSentences(line.slice(mark))) {
      const from =
        start +
        mark +
        part.start +
        (line.slice(mark + part.start).length - line.slice(mark + part.start).trimStart().length);
      const to = start + mark + part.end;
      const words = folded.slice(from, to);
      const question = folded.charAt(to) === '?' || folded.charAt(to + 1) === '?';
      if (!COURTESY.test(words)) units.push({ start: from, end: to, words, item: mark > 0, question });
    }
  }
  return units;
}

/** «produire, avant le 8 mars, la liste»: the two commas are no end of what is asked. */
export function withoutAsides(folded: string, whens: readonly When[]): string {
  const marks = whens
    .filter(({ span }) => folded.startsWith(', ', span[0] - 2) && IS_OBJECT.test(folded.slice(span[1], span[1] + 12)))
    .flatMap(({ span }) => [span[0] - 2, span[1]]);
  if (marks.length === 0) return folded;
  const letters = [...folded];
  for (const mark of marks) letters[mark] = ' ';
  return letters.length === folded.length ? letters.join('') : folded;
}
const IS_OBJECT = /^, (?:l[ea]s? |l'|une? |des |du |vo|si |combien|qu|\d|ton |ta |tes )/;
