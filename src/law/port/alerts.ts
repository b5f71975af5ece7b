import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Subject } from '../alert-records.ts';

/** Something that somebody is told of, as they read it. */
export interface AlertRow extends Subject {
  readonly label: string;
}

/** What comes of a line about alerts. */
export type AlertsSaid =
  /** From now on they are told of these. */
  | { readonly kind: 'asked'; readonly rows: readonly AlertRow[] }
  /** Nothing of the corpus is named by the words. */
  | { readonly kind: 'not_found' }
  | { readonly kind: 'list'; readonly rows: readonly AlertRow[] }
  /** They are told of these no more; none where there was none. */
  | { readonly kind: 'stopped'; readonly rows: readonly AlertRow[] };

/** Being told when the law changes: asked for, seen, taken back. */
export interface Alerts {
  /** Whether a line is about that; nothing is looked up for it. */
  reads(text: string): boolean;
  /** @param fiche what was last answered, for a line that names nothing itself */
  hear(person: string, text: string, fiche: string | undefined): Promise<Result<AlertsSaid, StoreDown>>;
  of(person: string): Promise<Result<readonly AlertRow[], StoreDown>>;
  stop(person: string, subject: Subject): Promise<Result<undefined, StoreDown>>;
  /** Everything of one person goes. */
  forget(person: string): Promise<Result<undefined, StoreDown>>;
}
