import type { IsoDate } from '../../days/iso-date.ts';
import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Family } from '../../vocabulary/rewording.ts';

/** A contract in force that may cover a need: nothing is to be put out to tender again. */
export interface ContractInForce {
  readonly title: string;
  readonly holder: string;
  /** What it is for, in the words of those who may order under it. */
  readonly covers: string;
  /** Its last day. */
  readonly until: IsoDate;
  /** Euros before tax, where the contract has a maximum; `used`: ordered so far. */
  readonly ceiling?: number;
  readonly used?: number;
  readonly howToOrder: string;
}

/** What a body's own table says of who buys something. Ids are those of people (`Person`); undefined where the table is silent. */
export interface BuyersFor {
  readonly buyer: string | undefined;
  /** A service by its name, where the table names no one person. */
  readonly team: string | undefined;
  readonly substitute: string | undefined;
  /** In force on the day asked; the likeliest to cover the need first. */
  readonly contracts: readonly ContractInForce[];
  /** The day that the table was last changed; undefined where the body has none. */
  readonly asOf: IsoDate | undefined;
}

/** Who buys what for a body, and what it has contracts for. Nothing of it is shown outside the body. */
export interface Buying {
  /** @param asked organisation: its id; cpv: digits of a code, whole or its beginning */
  buyersFor(asked: {
    readonly organisation: string;
    readonly family?: Family | undefined;
    readonly cpv?: string | undefined;
  }): Promise<Result<BuyersFor, StoreDown>>;
}
