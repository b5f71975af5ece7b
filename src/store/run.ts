import type { Kysely } from 'kysely';
import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { Tables } from './tables.ts';

/** Does one piece of work on the database; what the database refuses comes back as a reason, never as an exception. */
export type Run = <T, E>(work: () => Promise<Result<T, E>>) => Promise<Result<T, E | StoreDown>>;

/** All of `work` or nothing, on what no other transaction of this process or another changes meanwhile. */
export type Transact = <T>(work: (transaction: Db) => Promise<T>) => Promise<T>;

export type Db = Kysely<Tables>;
