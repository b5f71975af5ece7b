import { randomBytes } from 'node:crypto';
import type { PlatformNotes } from '../message/platform-notes.ts';
import { hashOf, opened, sealed, value } from './sessions.ts';

/** Time a person has to sign in at the provider, and then to say their body. */
const ERRAND_MS = 15 * 60_000;
const NOTE = { platform: 'web', kind: 'errand' } as const;

/**
 * What a browser must bring back from the provider, and what was typed in it before, in the store: it may come to another process.
 * Kept sealed under a name that the browser alone holds; taken once.
 * @throws when the store is down
 */
export function createErrands(notes: Pick<PlatformNotes, 'put' | 'take'>, now: () => Date) {
  return {
    /** @param thing any JSON @param keptMs a quarter of an hour where it is left out @returns its name, 256 random bits in base64url */
    put: async (thing: object, keptMs: number = ERRAND_MS): Promise<string> => {
      const id = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now().getTime() + keptMs).toISOString();
      const body = sealed(JSON.stringify(thing), id);
      value(await notes.put({ ...NOTE, key: hashOf(id), person: undefined, body, expiresAt }));
      return id;
    },
    take: async (id: string): Promise<unknown> => {
      const note = value(await notes.take({ ...NOTE, key: hashOf(id) }));
      if (typeof note?.body !== 'string' || (note.expiresAt ?? '') <= now().toISOString()) return undefined;
      return JSON.parse(opened(note.body, id).toString('utf8'));
    },
  };
}
