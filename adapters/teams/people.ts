import { z } from 'zod';
import { createLatest, type Latest } from '../../src/latest.ts';
import type { Address } from '../../src/message/message.ts';
import type { PlatformProfile } from '../../src/reserve/port/acquaintance.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import type { TeamsContext } from './context.ts';
import type { Member } from './door.ts';
import type { Place } from './inbound/heard.ts';
import type { Kept } from './kept.ts';

interface Down {
  readonly kind: 'store_down';
}

export interface People {
  /** Whom the account belongs to, if they are known. */
  known(at: Place): Promise<Result<SignedIn | undefined, Down>>;
  /** The same, made known where they are not: messages of cases reach them from now on. */
  meet(at: Place): Promise<Result<SignedIn, Down>>;
  /** Someone the app was added for, who may be known from elsewhere: messages of cases reach them here. A stranger stays one. */
  recognise(at: Place): Promise<Result<SignedIn | undefined, Down>>;
  /** Those of a team or chat who are known from elsewhere: messages of cases can reach them from now on, in a chat of their own. */
  recogniseAll(at: Place): Promise<Result<undefined, Down>>;
  /** The side someone has said they are on. @param person whom the account belongs to, if they are known */
  role(at: Place, person: SignedIn | undefined): Promise<Role | undefined>;
  setRole(at: Place, role: Role): Promise<Result<undefined, Down>>;
}

/** Before an address of someone whose personal chat is not known yet: it is opened when there is something to say. */
export const UNOPENED = 'unopened|';

/** How long a stranger, or someone whose side is not known, is not looked up again: another process may learn of them meanwhile. */
const STRANGER_MS = 60_000;
const DOWN = err({ kind: 'store_down' } as const);

interface Room extends TeamsContext {
  readonly kept: Kept;
  /** Until when someone is not looked up again, by their account. */
  readonly strangers: Latest<number>;
  readonly sideless: Latest<number>;
}

const identity = ({ reference, from }: Place) =>
  ({ platform: 'teams', workspace: reference.tenant, user: from.account }) as const;
const key = ({ reference, from }: Place) => `${reference.tenant}:${from.account}`;

export function createPeople(context: TeamsContext, kept: Kept): People {
  const room: Room = { ...context, kept, strangers: createLatest(20_000), sideless: createLatest(20_000) };
  const { acquaintance, notes, door, now, strangers, sideless } = room;

  return {
    known: (at) => known(room, at),
    meet: async (at) => {
      const address = await addressOf(room, at);
      if (!address.ok) return address;
      const met = await acquaintance.meet(identity(at), () => profileOf(room, at, address.value));
      if (!met.ok) return DOWN;
      strangers.delete(key(at));
      const reached = await acquaintance.reachAt(met.value.person, address.value);
      return reached.ok ? ok(met.value) : DOWN;
    },
    recognise: async (at) => {
      const address = await addressOf(room, at);
      if (!address.ok) return address;
      const met = await acquaintance.recognise(identity(at), () => profileOf(room, at, address.value));
      if (!met.ok) return DOWN;
      if (met.value === undefined) return ok(undefined);
      strangers.delete(key(at));
      const reached = await acquaintance.reachAt(met.value.person, address.value);
      return reached.ok ? ok(met.value) : DOWN;
    },
    recogniseAll: async (at) => {
      const base = { ...at.reference, conversation: channelOf(at.reference.conversation) };
      const members = await door.members(base);
      if (!members.ok) return ok(undefined);
      for (const member of members.value) {
        if (member.email === undefined || member.account === undefined) continue;
        const there = { ...at, reference: base, from: { id: member.id, account: member.account, name: member.name } };
        const address = await addressOf(room, there);
        if (!address.ok) return address;
        const met = await acquaintance.recognise(identity(there), async () =>
          profileFrom(there, member, address.value),
        );
        if (!met.ok) return DOWN;
        if (met.value !== undefined) strangers.delete(key(there));
      }
      return ok(undefined);
    },
    role: async (at, person) => {
      // It was set for them too when they said it.
      if (person !== undefined) return person.role;
      if (isFresh(room, sideless.get(key(at)))) return undefined;
      const note = await notes.get({ platform: 'teams', kind: 'role', key: key(at) });
      if (!note.ok) return undefined;
      if (note.value === undefined) sideless.set(key(at), now().getTime() + STRANGER_MS);
      return z.enum(['prescriber', 'buyer']).safeParse(note.value?.body).data;
    },
    setRole: async (at, role) => {
      const person = await known(room, at);
      if (!person.ok) return person;
      if (person.value !== undefined) {
        const set = await acquaintance.setRole(person.value.person, role);
        if (!set.ok) return DOWN;
      }
      const note = { platform: 'teams', kind: 'role', key: key(at), body: role, expiresAt: undefined } as const;
      const written = await notes.put({ ...note, person: person.value?.person });
      if (!written.ok) return DOWN;
      sideless.delete(key(at));
      return ok(undefined);
    },
  };
}

function isFresh(room: Room, until: number | undefined) {
  return until !== undefined && until > room.now().getTime();
}

async function addressOf(room: Room, { reference, scope, from }: Place): Promise<Result<Address, Down>> {
  if (scope === 'personal') return ok({ platform: 'teams', conversation: reference.conversation });
  const chat = await room.kept.chat(reference.tenant, from.account);
  if (!chat.ok) return DOWN;
  const conversation = chat.value ?? `${UNOPENED}${channelOf(reference.conversation)}|${from.id}`;
  return ok({ platform: 'teams', conversation });
}

async function profileOf(room: Room, at: Place, address: Address): Promise<PlatformProfile> {
  const member = await room.door.member(at.reference, at.from.id);
  return profileFrom(at, member.ok ? member.value : undefined, address);
}

async function known(room: Room, at: Place): Promise<Result<SignedIn | undefined, Down>> {
  if (isFresh(room, room.strangers.get(key(at)))) return ok(undefined);
  const found = await room.acquaintance.known(identity(at));
  if (!found.ok) return DOWN;
  if (found.value === undefined) room.strangers.set(key(at), room.now().getTime() + STRANGER_MS);
  return found;
}

function profileFrom(
  { reference, from, language }: Place,
  member: Pick<Member, 'name' | 'email' | 'isMember'> | undefined,
  address: Address,
): PlatformProfile {
  return {
    name: member?.name || from.name || from.account,
    // The directory of the tenant vouches for it.
    email: member?.email,
    language: language ?? 'fr',
    address,
    organisation: { id: `teams-${reference.tenant}`, name: reference.tenant },
    isMember: member?.isMember,
  };
}

/** A thread is its channel's. */
export function channelOf(conversation: string): string {
  return conversation.split(';', 1)[0] ?? conversation;
}
