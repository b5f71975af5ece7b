import { createHash, randomBytes } from 'node:crypto';

export interface Session {
  readonly person: string;
  /** What the provider wants back to sign the person out there too. */
  readonly idToken: string | undefined;
}

/** Who is signed in. The id is known to the browser alone: here only its hash is kept. */
export interface Sessions {
  /** @returns the id, 256 random bits in base64url */
  open(session: Session): Promise<string>;
  /** Each reading lets the session live as long again. */
  read(id: string): Promise<Session | undefined>;
  close(id: string): Promise<void>;
  /** Every session of a person, in any browser. */
  closeAllOf(person: string): Promise<void>;
}

export const SESSION_LIFETIME_MS = 12 * 3_600_000;
/** Sessions kept at once by one process; the one unused for longest goes first. */
const MOST = 20_000;

/** Sessions of one process: they end with it. */
export function createMemorySessions(now: () => Date): Sessions {
  const sessions = new Map<string, { readonly session: Session; readonly until: number }>();

  function keep(hash: string, session: Session): void {
    sessions.delete(hash);
    sessions.set(hash, { session, until: now().getTime() + SESSION_LIFETIME_MS });
    for (const [oldest, { until }] of sessions) {
      if (until > now().getTime() && sessions.size <= MOST) break;
      sessions.delete(oldest);
    }
  }

  return {
    open: async (session) => {
      const id = randomBytes(32).toString('base64url');
      keep(hashOf(id), session);
      return id;
    },
    read: async (id) => {
      const hash = hashOf(id);
      const kept = sessions.get(hash);
      if (kept === undefined) return undefined;
      if (kept.until <= now().getTime()) {
        sessions.delete(hash);
        return undefined;
      }
      keep(hash, kept.session);
      return kept.session;
    },
    close: async (id) => {
      sessions.delete(hashOf(id));
    },
    closeAllOf: async (person) => {
      for (const [hash, { session }] of sessions) if (session.person === person) sessions.delete(hash);
    },
  };
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
