import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { SessionRecords } from './session-records.ts';

interface Session {
  readonly person: string;
  /** What the provider wants back to sign the person out there too. */
  readonly idToken: string | undefined;
}

/** Two hours without a request: longer than a meeting, shorter than an afternoon at somebody else's desk. */
export const IDLE_MS = 2 * 3_600_000;
/** Twelve hours whatever is done meanwhile: a day's work, so that the directory is asked again every day. */
export const ABSOLUTE_MS = 12 * 3_600_000;
/** A page that asks again and again writes no more often. */
const STEP_MS = 60_000;

/**
 * Who is signed in, in the store: through a restart, and for every process. The id is 256 random bits that the browser alone
 * holds; here only its hash is kept, and the provider's token sealed by it.
 * @throws when the store is down: whoever asks then knows nothing, which is not the same as nobody
 */
export function createSessions(records: SessionRecords, now: () => Date) {
  return {
    open: async ({ person, idToken }: Session): Promise<string> => {
      const id = randomBytes(32).toString('base64url');
      const at = now();
      value(
        await records.open({
          hash: hashOf(id),
          person,
          openedAt: at.toISOString(),
          until: endOf(at, at),
          idToken: idToken === undefined ? undefined : sealed(idToken, id),
        }),
      );
      return id;
    },
    read: async (id: string): Promise<Session | undefined> => {
      const kept = value(await records.session(hashOf(id)));
      const at = now();
      if (kept === undefined || kept.until <= at.toISOString()) return undefined;
      const until = endOf(new Date(kept.openedAt), at);
      if (Date.parse(until) - Date.parse(kept.until) >= STEP_MS) value(await records.extend(kept.hash, until));
      return {
        person: kept.person,
        idToken: kept.idToken === undefined ? undefined : opened(kept.idToken, id).toString('utf8'),
      };
    },
    close: async (id: string): Promise<void> => {
      value(await records.close(hashOf(id)));
    },
    closeAllOf: async (person: string): Promise<void> => {
      value(await records.closeAllOf(person));
    },
  };
}

/** The hash under which a random token of ours is kept. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function endOf(openedAt: Date, seenAt: Date): string {
  return new Date(Math.min(openedAt.getTime() + ABSOLUTE_MS, seenAt.getTime() + IDLE_MS)).toISOString();
}

/** @throws where the store is down */
export function value<T>(result: Result<T, StoreDown>): T {
  if (!result.ok) throw new Error(`the store is down: ${result.error.reason}`);
  return result.value;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What names a person to the provider, or comes from it: a copy of the database says nothing of it without the cookie. */
export function sealed(what: string | Buffer, id: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(id), nonce);
  const body = Buffer.concat([cipher.update(Buffer.from(what)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

export function opened(text: string, id: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv(CIPHER, keyOf(id), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

function keyOf(id: string): Buffer {
  return Buffer.from(hkdfSync('sha256', id, '', 'id-token', 32));
}
