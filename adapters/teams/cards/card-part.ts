import type { Action, Element } from '../card/elements.ts';

/** What a card is made of, before it is cut to size. */
export interface CardPart {
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
  /** What it says, as plain text: spoken, and shown where cards are not. */
  readonly said: string;
}
