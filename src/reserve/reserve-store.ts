import type { PlatformNotes } from '../message/platform-notes.ts';
import type { ReserveRecords } from './reserve-records.ts';
import type { SessionRecords } from './session-records.ts';

/** What is kept for knowing who is who: the store stands above and holds it. */
export interface ReserveStore {
  readonly reserve: ReserveRecords;
  readonly platformNotes: PlatformNotes;
  readonly sessions: SessionRecords;
}
