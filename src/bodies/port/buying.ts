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
  /** What one would take it to cover, and it does not; the same way. */
  readonly excludes?: string;
  /** Its last day. */
  readonly until: IsoDate;
  /** Euros before tax, where the contract has a maximum; `used`: ordered so far. */
  readonly ceiling?: number;
  readonly used?: number;
  readonly howToOrder: string;
}

/** A row that may be meant beside others. */
export interface PlausibleRow {
  readonly family: string | undefined;
  /** In force. */
  readonly contract: ContractInForce | undefined;
  /** Its contract is for it; else it leaves it out, or is of its family alone. */
  readonly covers: boolean;
  readonly buyer: string | undefined;
  readonly team: string | undefined;
}

/** What a body's own table says of who buys something. Ids are those of people (`Person`); undefined where the table is silent. */
export interface BuyersFor {
  readonly buyer: string | undefined;
  /** As the table names what the purchase belongs to: what bears one name counts together. */
  readonly family?: string | undefined;
  /** A service by its name, where the table names no one person. */
  readonly team: string | undefined;
  readonly substitute: string | undefined;
  /** The same as the table names them, whether the network knows them or not. */
  readonly named: { readonly buyer: string | undefined; readonly substitute: string | undefined };
  /** In force on the day asked; the likeliest to cover the need first. */
  readonly contracts: readonly ContractInForce[];
  /** In force and near it: whether they cover the need is for the buyer to say. */
  readonly near: readonly ContractInForce[];
  /** In force, and not for it: they say so. */
  readonly excluded: readonly ContractInForce[];
  /** In force, their holder named for what they do not say. */
  readonly unsaid: readonly ContractInForce[];
  /** In force, their holder named without a need that is known. */
  readonly held: readonly ContractInForce[];
  /** Several, none of which is clearly meant; none where one is. */
  readonly plausible: readonly PlausibleRow[];
  /** How likely it is that anything of the table is meant, beside what the law says: from 0 to 1. */
  readonly meant: number;
  /** The first of what was found is meant. */
  readonly sure: boolean;
  /** Its name in everyday words; undefined where none is sure. */
  readonly need: string | undefined;
  /** Those who buy there whom the words name, as the table does. */
  readonly called: readonly string[];
  /** Who stands in for them; undefined where several do. */
  readonly standIn: string | undefined;
  /** They covered it, and are over. */
  readonly ended: readonly ContractInForce[];
  /** The day that the table was last changed; undefined where the body has none. */
  readonly asOf: IsoDate | undefined;
}

/** Who buys what for a body, and what it has contracts for. Nothing of it is shown outside the body. */
export interface Buying {
  /** @param asked organisation: its id, of which whoever asks is, the caller has made sure; cpv: digits of a code, whole or its beginning */
  buyersFor(asked: {
    readonly organisation: string;
    readonly family?: Family | undefined;
    readonly cpv?: string | undefined;
    /** What is wanted, as it was said: the surest of the three. */
    readonly text?: string | undefined;
    /** The message that it stands in, where that says more. */
    readonly whole?: string | undefined;
  }): Promise<Result<BuyersFor, StoreDown>>;
}
