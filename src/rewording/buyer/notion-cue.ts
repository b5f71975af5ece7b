/** What is bought, when the trade settles it: the families of the code (L1111-2 to L1111-5); studies are called «PI» by the CCAG-PI. */
export type Family = 'fournitures' | 'services' | 'travaux' | 'prestations intellectuelles';

/** Turns of everyday speech that mean one concept of the lexicon, whatever the sentence around them. */
export interface NotionCue {
  /** Identifier of the lexicon entry. */
  readonly concept: string;
  /** Labels of the buyer's side to show, when the preferred one says too much or too little for this turn. */
  readonly show?: readonly [string, ...string[]];
  /** Tried on the folded text: lower case, no accents, straight apostrophes, `oe` for `œ`. */
  readonly says: RegExp;
  /** The turn means something else when this is said too. */
  readonly unless?: RegExp;
}

/** A trade: said of what is bought, and telling in which family it falls when it does so for sure. */
export interface TradeCue extends NotionCue {
  readonly family?: Family;
}
