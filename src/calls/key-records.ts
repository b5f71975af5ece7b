import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Scope } from './port/calls.ts';

/** A key as it is kept: of what a program holds, a hash alone. Instants are ISO. */
export interface KeptKey {
  readonly id: string;
  readonly hash: string;
  /** What it begins with, to tell one from another; says nothing of the rest. */
  readonly prefix: string;
  /** The organisation that it speaks for, by name. */
  readonly organisation: string;
  /** What it is for. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeAt: string;
  readonly usedAt: string | undefined;
  readonly revokedAt: string | undefined;
}

export interface KeyRecords {
  /** False where one of this id was there already: nothing is written then. */
  add(key: KeptKey): Promise<Result<boolean, StoreDown>>;
  /** The last made first; revoked ones too. */
  all(): Promise<Result<readonly KeptKey[], StoreDown>>;
  byHash(hash: string): Promise<Result<KeptKey | undefined, StoreDown>>;
  used(id: string, at: string): Promise<Result<undefined, StoreDown>>;
  /** False where there is none, or it was revoked before. */
  revoke(id: string, at: string): Promise<Result<boolean, StoreDown>>;
}
