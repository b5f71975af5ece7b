import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { StandingRecords, Waiting } from './standing-records.ts';

/** Why no request should be sent here for the moment. */
export type Unready =
  | { readonly what: 'store'; readonly why: StoreDown['reason'] }
  /** Nothing to search in. */
  | { readonly what: 'index'; readonly why: 'empty' }
  /** Nobody delivers, or nobody handles what the platforms gave. */
  | { readonly what: 'outbox' | 'inbound'; readonly why: 'late'; readonly seconds: number };

export interface ReadyParts {
  readonly records: StandingRecords;
  /** Passages in the index that serves. */
  readonly passages: number;
  readonly now: () => Date;
}

/** What is due is taken within a second or two, and leased for at most half a minute: past this, nobody takes it. */
const LATE_SECONDS = 300;

/** Looks at what an answer needs, and whether what is due is being done. Empty: ready. */
export async function findUnready({ records, passages, now }: ReadyParts): Promise<readonly Unready[]> {
  const at = now();
  const index: readonly Unready[] = passages > 0 ? [] : [{ what: 'index', why: 'empty' }];
  const found = await records.standing(at.toISOString());
  if (!found.ok) return [{ what: 'store', why: found.error.reason }, ...index];
  const { outbox, inbound } = found.value;
  return [...index, ...lateness('outbox', outbox, at), ...lateness('inbound', inbound, at)];
}

function lateness(what: 'outbox' | 'inbound', waiting: Waiting, at: Date): readonly Unready[] {
  const seconds = secondsLate(waiting, at);
  return seconds > LATE_SECONDS ? [{ what, why: 'late', seconds }] : [];
}

export function secondsLate({ dueSince }: Waiting, at: Date): number {
  return dueSince === undefined ? 0 : secondsSince(dueSince, at);
}

export function secondsSince(instant: string, at: Date): number {
  return Math.max(0, Math.round((at.getTime() - Date.parse(instant)) / 1000));
}
