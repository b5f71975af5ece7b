import { type Element, notice } from '../card/elements.ts';
import type { Say } from '../say.ts';

/** Said above all on a card: what was done, or what went wrong. */
export interface Notice {
  readonly text: string;
  readonly alert: boolean;
}

export function noticeElements(said: Notice | undefined, { set }: Say): readonly Element[] {
  return said === undefined ? [] : [notice(set(said.text), said.alert ? 'attention' : 'good')];
}
