import type { IsoDate } from '../../days/iso-date.ts';
import type { Result } from '../../result.ts';
import type { PurchaseStage } from '../../vocabulary/purchases.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { BuyersFor } from './buying.ts';

/** What someone asks of their own body: whether it has a contract, who buys, how a thing is ordered, where what they asked for stands. */
export interface HouseAsk {
  /** `needs`: nothing of the body is asked, and it has something for what is told. */
  readonly kind: 'contract' | 'buyer' | 'order' | 'where' | 'needs';
  /** What it is about, in the words that tell it; empty where nothing is said of it. */
  readonly thing: string;
  /** The same as it was said; empty where it is too long to be shown. */
  readonly said: string;
  /** The same words, clause by clause: what leads to a question stands beside what it is about. */
  readonly clauses: readonly string[];
}

/** A purchase under way, as those who sit at it are told of it. */
export interface UnderWay {
  readonly title: string;
  readonly stage: PurchaseStage;
  /** What was said of it when it came there. */
  readonly why: string | undefined;
  /** ISO instant since which nothing moved. */
  readonly since: string;
  /** By name. */
  readonly prescribers: readonly string[];
  readonly buyers: readonly string[];
  /** Whom it waits for, where that is another than who buys it. */
  readonly waits: readonly string[];
}

/** What the message tells of the purchase: its sum in euros before tax, the day it is for. */
export interface ToldOfIt {
  readonly sum: number | undefined;
  readonly day: IsoDate | undefined;
}

export type HouseAnswer =
  | {
      readonly kind: 'found';
      readonly buyers: BuyersFor;
      readonly asOf: IsoDate;
      readonly told: ToldOfIt;
      /** Those who buy, said to be away. */
      readonly away: readonly string[];
      /** Those that are meant. */
      readonly underWay: readonly UnderWay[];
    }
  /** Whoever buys there, by name; asked of no purchase in particular. */
  | { readonly kind: 'people'; readonly names: readonly string[] }
  /** Nobody of the network asks: nothing of any body is said. */
  | { readonly kind: 'sign_in' };

export interface HouseSaid {
  readonly ask: HouseAsk;
  readonly answer: HouseAnswer;
  /** Beside what the law says to the same message: it alone, first, or last. */
  readonly place: 'alone' | 'above' | 'under';
}

/** A body's own table, asked in a dialogue. */
export interface House {
  /** What a message asks of one's own body; undefined for any other. Nothing is looked up for it. */
  reads(text: string): HouseAsk | undefined;
  /** Whether it asks where something stands, said by whoever waits for it; of anybody else it may ask anything. */
  mayAskWhere(text: string): boolean;
  /** What the body has for a message, whatever it asks; undefined where that is nothing. @param person who is signed in; undefined for anybody else */
  answer(person: string | undefined, text: string): Promise<Result<HouseSaid | undefined, StoreDown>>;
  /** To a program of the body itself. @param siret the body's number; one that nobody is of keeps no table */
  answerBody(siret: string, text: string): Promise<Result<HouseSaid | undefined, StoreDown>>;
}
