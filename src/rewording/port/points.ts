import type { Point } from './agreement.ts';
import type { ByWhen, PlainPoints } from './rewording.ts';

/** The points of a message one by one, in the order in which they are read. */
export function pointsOf({ asked, notToDo, byWhen, otherwise, buyerDoes, why }: PlainPoints): readonly Point[] {
  const all: readonly (readonly [Point['point'], readonly (string | undefined)[]])[] = [
    ['asked', asked],
    ['notToDo', notToDo],
    // A line that says its day says it where it stands.
    ['byWhen', byWhen.filter(({ what }) => what === undefined || !asked.includes(what)).map(sayWhen)],
    ['otherwise', [otherwise]],
    ['buyerDoes', [buyerDoes]],
    ['why', [why]],
  ];
  return all.flatMap(([point, texts]) => texts.flatMap((text) => (text === undefined ? [] : [{ point, text }])));
}

/** «avant le 12 décembre», with what is due then where it is not all that is asked. */
const sayWhen = ({ when, what }: ByWhen): string => (what === undefined ? when : `${when}\u00a0: ${what}`);
