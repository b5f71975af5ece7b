import type { PlatformNotes } from '../message/platform-notes.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** When the worker last lived by a clock it trusted, as the store remembers it. */
export interface Heartbeat {
  /** In milliseconds since 1970; undefined where none ever lived. */
  last(): Promise<Result<number | undefined, StoreDown>>;
  beat(now: Date): Promise<Result<undefined, StoreDown>>;
}

const KEY = { platform: 'handoff', kind: 'heartbeat', key: 'worker' } as const;

export function createHeartbeat(notes: Pick<PlatformNotes, 'get' | 'put'>): Heartbeat {
  return {
    last: async () => {
      const note = await notes.get(KEY);
      if (!note.ok) return note;
      const at = typeof note.value?.body === 'string' ? Date.parse(note.value.body) : Number.NaN;
      return ok(Number.isNaN(at) ? undefined : at);
    },
    beat: (now) => notes.put({ ...KEY, person: undefined, body: now.toISOString(), expiresAt: undefined }),
  };
}
