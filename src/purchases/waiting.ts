import type { Role } from '../vocabulary/people.ts';
import type { PurchaseStage } from '../vocabulary/purchases.ts';
import type { Purchase } from './purchase.ts';

const DAY = 8 * 60;

/** Working minutes that a side may leave the other without a word, by stage: then it is told, and after as long the coordinators. */
const PATIENCE: Readonly<Partial<Record<PurchaseStage, number>>> = {
  received: 2 * DAY,
  taken: 5 * DAY,
  procedure: 10 * DAY,
  consultation: 30 * DAY,
  awarded: 10 * DAY,
  ordered: 20 * DAY,
  delivered: 10 * DAY,
};
const QUESTION = 2 * DAY;

/** The side that the next step is asked of; undefined where nothing more is to be done. */
export function waitsFor({ stage, questions, purpose }: Purchase): Role | undefined {
  if (PATIENCE[stage] === undefined)
    return typeof purpose === 'object' && purpose.recalled && purpose.outcome === undefined ? 'prescriber' : undefined;
  const open = questions.find(({ answer }) => answer === undefined);
  if (open !== undefined) return open.side === 'buyer' ? 'prescriber' : 'buyer';
  return stage === 'ordered' || stage === 'delivered' ? 'prescriber' : 'buyer';
}

/** Undefined where nothing is to be asked again, or was. */
export function recallAt({ purpose }: Purchase): string | undefined {
  if (typeof purpose !== 'object' || purpose.recall === undefined || purpose.recalled) return undefined;
  return purpose.outcome === undefined ? `${purpose.recall}T07:00:00.000Z` : undefined;
}

/** When something falls due: someone waits too long, or the day has come to ask what was left of it. Undefined: nothing will. */
export function nextTimerAt(
  purchase: Purchase,
  addWorkingMinutes: (from: string, minutes: number) => string,
): string | undefined {
  return [waitEndsAt(purchase, addWorkingMinutes), recallAt(purchase)].filter((one) => one !== undefined).toSorted()[0];
}

/** When someone must be told that it waits; undefined once all were. */
export function waitEndsAt(
  purchase: Purchase,
  addWorkingMinutes: (from: string, minutes: number) => string,
): string | undefined {
  const patience = PATIENCE[purchase.stage];
  if (patience === undefined || purchase.escalated) return undefined;
  const asked = purchase.questions.some(({ answer }) => answer === undefined);
  const minutes = asked ? QUESTION : patience;
  return addWorkingMinutes(purchase.since, purchase.reminded ? 2 * minutes : minutes);
}
