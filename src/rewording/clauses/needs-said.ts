import { isSlot, type Slot } from '../../vocabulary/rewording.ts';

/** What a clause of a department's message says: the line of a form, a question to the buyer, a fact beside, or talk. */
export type NeedSaid = Slot | 'asks' | 'fact' | 'talk';

export const isNeedSaid = (label: string): label is NeedSaid =>
  isSlot(label) || label === 'asks' || label === 'fact' || label === 'talk';
