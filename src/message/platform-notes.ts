import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** Something a chat platform's door has to remember: an installation, a way to reach someone, which message is whose card. */
export interface PlatformNote {
  readonly platform: string;
  readonly kind: string;
  readonly key: string;
  /** Whom it is about, if anyone: it goes when they are forgotten. */
  readonly person: string | undefined;
  /** Any JSON value. */
  readonly body: unknown;
  /** ISO instant after which it is purged; undefined keeps it. */
  readonly expiresAt: string | undefined;
}

export type NoteKey = Pick<PlatformNote, 'platform' | 'kind' | 'key'>;

export interface PlatformNotes {
  /** Puts one, in the place of the one of the same platform, kind and key. */
  put(note: PlatformNote): Promise<Result<undefined, StoreDown>>;
  /** The same for several, in one transaction: each costs a write to disk. Of two with the same key the last is kept. */
  putAll(notes: readonly PlatformNote[]): Promise<Result<undefined, StoreDown>>;
  /** Puts one where there is none of the same platform, kind and key; whether it did. Of two at once, one does. */
  putNew(note: PlatformNote): Promise<Result<boolean, StoreDown>>;
  get(key: NoteKey): Promise<Result<PlatformNote | undefined, StoreDown>>;
  /** Gets one and removes it; of two at once, one has it. */
  take(key: NoteKey): Promise<Result<PlatformNote | undefined, StoreDown>>;
  /** All of one kind, by key; those whose key begins with `prefix` where one is given. */
  list(platform: string, kind: string, prefix?: string): Promise<Result<readonly PlatformNote[], StoreDown>>;
  /** All about one person, on every platform. */
  about(person: string): Promise<Result<readonly PlatformNote[], StoreDown>>;
  remove(key: NoteKey): Promise<Result<undefined, StoreDown>>;
}
