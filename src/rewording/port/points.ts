import type { Point } from './agreement.ts';
import type { PlainPoints } from './rewording.ts';

/** The points of a message one by one, in the order in which they are read: what must not be done is asked too. */
export function pointsOf({ asked, notToDo, otherwise }: PlainPoints): readonly Point[] {
  return [
    ...[...asked, ...notToDo].map((text): Point => ({ point: 'asked', text })),
    ...(otherwise === undefined ? [] : [{ point: 'otherwise', text: otherwise } as const]),
  ];
}

/** Words of a message that is read at a glance: nothing of it is told above it … */
const GLANCE = 40;
/** … and of one that is read soon, only all that it asks. */
const SHORT = 80;
/** Share of its words that a message is worth being told by: most of it would only be said twice. */
const MOST_OF_IT = 0.5;
/** In characters: what a message opens with is read at once. */
const OPENING = 120;
/** Words of a sentence that is told for itself. */
const LONGEST = 50;

/** What is shown above a message: all that it asks, or what is due by a day. */
export interface Above {
  readonly title: 'asked' | 'dated';
  readonly points: readonly Point[];
}

/**
 * The points of a message where they save reading it. Where they may not be all that it asks, what is due by a day alone: whoever
 * reads a choice of the rest takes it for the whole.
 */
export function pointsAbove(points: PlainPoints, message: string): Above {
  const told = pointsOf(points);
  const all = wordsIn(message);
  const room = MOST_OF_IT * all;
  if (all < GLANCE) return { title: 'dated', points: [] };
  if (points.asks !== 'unsure' && told.reduce((sum, { text }) => sum + wordsIn(text), 0) <= room)
    return { title: 'asked', points: told };
  if (all < SHORT) return { title: 'dated', points: [] };
  const dated = new Set(points.byWhen.map(({ what }) => what));
  const opening = message.slice(0, OPENING).replace(/\s+/g, ' ').toLowerCase();
  let taken = 0;
  const kept = told.filter(({ text }) => {
    const words = wordsIn(text);
    const isRead = opening.includes(text.slice(0, 16).toLowerCase());
    const fits = dated.has(text) && !isRead && words <= LONGEST && taken + words <= room;
    if (fits) taken += words;
    return fits;
  });
  return { title: 'dated', points: kept };
}

const wordsIn = (text: string): number => text.split(/\s+/).length;
