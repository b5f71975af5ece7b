import type { Result } from '../../result.ts';
import type { NetworkActKind } from '../../vocabulary/network.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';

/** One act of a coordinator, as it is kept and shown: who, what, to what, when, and what it changed. */
export interface NoteOfAct {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly kind: NetworkActKind | 'approve_fiche' | 'set_aside_fiche' | 'export';
  /** A person, a body, a case, a message or an exchange, by the kind; empty for none. */
  readonly about: string;
  /** Of roles, bodies and territories what they were and are; of a name or an address, that it changed. */
  readonly changes: readonly { readonly field: string; readonly from?: string; readonly to?: string }[];
}

export interface NetworkRecords {
  note(act: NoteOfAct): Promise<Result<undefined, StoreDown>>;
  /** The latest first; of one person, body or case where `about` is given. */
  acts(limit: number, about?: string): Promise<Result<readonly NoteOfAct[], StoreDown>>;
}
