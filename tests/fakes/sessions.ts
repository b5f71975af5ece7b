import { randomBytes } from 'node:crypto';
import type { Errands } from '../../adapters/web/session/oidc.ts';
import type { KeptInvitation, KeptSession, SessionRecords } from '../../src/reserve/session-records.ts';
import { createSessions } from '../../src/reserve/sessions.ts';
import { ok } from '../../src/result.ts';

/** Sessions in memory, with the limits of the real ones. */
export function createMemorySessions(now: () => Date = () => new Date()) {
  return createSessions(createMemorySessionRecords(), now);
}

function createMemorySessionRecords(): SessionRecords {
  const sessions = new Map<string, KeptSession>();
  const invitations = new Map<string, KeptInvitation>();
  return {
    open: async (session) => {
      sessions.set(session.hash, session);
      return ok(undefined);
    },
    session: async (hash) => ok(sessions.get(hash)),
    extend: async (hash, until) => {
      const session = sessions.get(hash);
      if (session !== undefined) sessions.set(hash, { ...session, until });
      return ok(undefined);
    },
    close: async (hash) => {
      sessions.delete(hash);
      return ok(undefined);
    },
    closeAllOf: async (person) => {
      const own = [...sessions.values()].filter((one) => one.person === person);
      for (const { hash } of own) sessions.delete(hash);
      return ok(own.length);
    },
    invite: async (invitation) => {
      invitations.set(invitation.hash, invitation);
      return ok(undefined);
    },
    invitation: async (hash) => ok(invitations.get(hash)),
    redeem: async (hash, now) => {
      const there = invitations.get(hash);
      return ok(there !== undefined && there.until > now && invitations.delete(hash));
    },
  };
}

/** What browsers must bring back, in memory. */
export function createMemoryErrands(): Errands {
  const kept = new Map<string, object>();
  return {
    put: async (thing) => {
      const id = randomBytes(32).toString('base64url');
      kept.set(id, thing);
      return id;
    },
    take: async (id) => {
      const thing = kept.get(id);
      kept.delete(id);
      return thing;
    },
  };
}
