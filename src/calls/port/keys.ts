import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Scope } from './calls.ts';

/** A key as it is listed: nothing of it opens anything. */
export interface KeyRow {
  readonly id: string;
  readonly prefix: string;
  readonly organisation: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: string;
  readonly usedAt: string | undefined;
  readonly revokedAt: string | undefined;
}

export interface KeyWanted {
  /** Sent again with the same, none is made a second time. */
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

export type KeyFault =
  | StoreDown
  | { readonly kind: 'no_organisation' | 'no_name' | 'no_scope' | 'too_long' | 'made_before' | 'unknown_key' }
  /** The rules and documents of this installation are of another body, or of none. */
  | { readonly kind: 'not_of_body'; readonly body: string | undefined };

/** For whoever looks after the keys. */
export interface KeyKeeping {
  /** The key is told this once. */
  make(wanted: KeyWanted): Promise<Result<{ readonly key: string; readonly row: KeyRow }, KeyFault>>;
  list(): Promise<Result<readonly KeyRow[], StoreDown>>;
  revoke(id: string): Promise<Result<undefined, KeyFault>>;
  newId(): string;
}

/** Whose key it is, and what it may do. */
interface KeyHolder {
  readonly id: string;
  readonly organisation: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** For the doors that programs come by. */
export interface KeyReading {
  /** Undefined for what is no key of ours, or one that was revoked. */
  holder(key: string): Promise<Result<KeyHolder | undefined, StoreDown>>;
}
