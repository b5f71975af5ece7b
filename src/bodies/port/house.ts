import type { IsoDate } from '../../days/iso-date.ts';
import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { BuyersFor } from './buying.ts';

/** What someone asks of their own body: whether it has a contract, who buys, how a thing is ordered, where what they asked for stands. */
export interface HouseAsk {
  readonly kind: 'contract' | 'buyer' | 'order' | 'where';
  /** What it is about, in the words that tell it; empty where nothing is said of it. */
  readonly thing: string;
  /** The same as it was said; empty where it is too long to be shown. */
  readonly said: string;
  /** The same words, clause by clause: what leads to a question stands beside what it is about. */
  readonly clauses: readonly string[];
}

export type HouseAnswer =
  | { readonly kind: 'found'; readonly buyers: BuyersFor; readonly asOf: IsoDate }
  /** Whoever buys there, by name; asked of no purchase in particular. */
  | { readonly kind: 'people'; readonly names: readonly string[] }
  /** The body keeps no table. */
  | { readonly kind: 'no_table' }
  /** Nobody of the network asks: nothing of any body is said. */
  | { readonly kind: 'sign_in' };

/** A body's own table, asked in a dialogue. */
export interface House {
  /** What a message asks of one's own body; undefined for any other. Nothing is looked up for it. */
  reads(text: string): HouseAsk | undefined;
  /** Whether it asks where something stands, said by whoever waits for it; of anybody else it may ask anything. */
  mayAskWhere(text: string): boolean;
  /** @param person who is signed in; undefined for anybody else */
  answer(person: string | undefined, ask: HouseAsk): Promise<Result<HouseAnswer, StoreDown>>;
  /** To a program of the body itself. @param siret the body's number; one that nobody is of keeps no table */
  answerBody(siret: string, ask: HouseAsk): Promise<Result<HouseAnswer, StoreDown>>;
}
