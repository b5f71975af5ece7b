/**
 * What a clause of a buyer's message says to the department: an act of its reader (`faire`, `envoyer`, `repondre`; `attendre`:
 * what must not be done, or not yet; `libre`: only suggested), what leads a list of them (`lead`), a rule, what the buyer or
 * others do (`suite`), what happens otherwise, the facts, courtesies.
 */
export const BUYER_SAID = [
  'faire',
  'envoyer',
  'repondre',
  'attendre',
  'libre',
  'lead',
  'regle',
  'suite',
  'sinon',
  'contexte',
  'courtoisie',
] as const;
export type BuyerSaid = (typeof BUYER_SAID)[number];

export const isBuyerSaid = (label: string): label is BuyerSaid => BUYER_SAID.some((one) => one === label);

/** Those that ask something of the reader. */
export const ASKED: readonly BuyerSaid[] = ['faire', 'envoyer', 'repondre', 'libre', 'lead', 'attendre'];
