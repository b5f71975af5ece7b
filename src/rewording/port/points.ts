import type { Point } from './agreement.ts';
import type { PlainPoints } from './rewording.ts';

/** The points of a message one by one, in the order in which they are read: what must not be done is asked too. */
export function pointsOf({ asked, notToDo, otherwise }: PlainPoints): readonly Point[] {
  return [
    ...[...asked, ...notToDo].map((text): Point => ({ point: 'asked', text })),
    ...(otherwise === undefined ? [] : [{ point: 'otherwise', text: otherwise } as const]),
  ];
}

/** Words of a message that is read at a glance: single sentences of it are not told above it. */
const SHORT = 60;
/** Share of its words that a message is worth being told by: most of it would only be said twice. */
const MOST_OF_IT = 0.5;
/** Words of a sentence that is told for itself. */
const LONGEST = 50;

/** What is shown above a message: all that it asks, or the sentences that are not to be missed. */
export interface Above {
  readonly title: 'asked' | 'notToMiss';
  readonly points: readonly Point[];
}

/** The points of a message where they save reading it: of those that would say most of it again, what finds room. */
export function pointsAbove(points: PlainPoints, message: string): Above {
  const told = pointsOf(points);
  const room = MOST_OF_IT * wordsIn(message);
  if (points.asks !== 'unsure' && told.reduce((sum, { text }) => sum + wordsIn(text), 0) <= room)
    return { title: 'asked', points: told };
  if (wordsIn(message) < SHORT) return { title: 'notToMiss', points: [] };
  let taken = 0;
  const kept = told.filter(({ text }) => {
    const words = wordsIn(text);
    const fits = words <= LONGEST && taken + words <= room;
    if (fits) taken += words;
    return fits;
  });
  const flat = message.replace(/\s+/g, ' ').toLowerCase();
  const placeOf = ({ text }: Point) => flat.indexOf(text.slice(0, 24).toLowerCase());
  return { title: 'notToMiss', points: kept.toSorted((one, other) => placeOf(one) - placeOf(other)) };
}

const wordsIn = (text: string): number => text.split(/\s+/).length;

export const NO_POINTS: PlainPoints = {
  asks: 'unsure',
  asked: [],
  notToDo: [],
  send: [],
  byWhen: [],
  otherwise: undefined,
};
