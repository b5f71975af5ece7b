import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { PlatformNote } from '../message/platform-notes.ts';
import { err, ok, type Result } from '../result.ts';
import type { Language } from '../vocabulary/people.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { type DefaultBody, placeBody } from './bodies.ts';
import { addressKey } from './e-mail.ts';
import type { Person } from './person.ts';
import type { LinkAsked, SignInLinks } from './port/sign-in-links.ts';
import type { ReserveStore } from './reserve-store.ts';
import { hashOf } from './sessions.ts';

/** An e-mail with the link of this token; true where the server took it, or never will. */
export type SendLink = (link: {
  readonly token: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly language: Language;
}) => Promise<boolean>;

export interface SignInLinksParts {
  readonly store: Pick<ReserveStore, 'reserve' | 'platformNotes'>;
  /** Domains whose people are let in though nobody entered them, and the body they are of. */
  readonly newcomers: { readonly domains: readonly string[]; readonly body: DefaultBody } | undefined;
  readonly send: SendLink;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

const LINK_MS = 15 * 60_000;
/** Links asked for within that time: by one address, and from one network address (a town hall has one for all). */
const MOST_OF_ADDRESS = 3;
const MOST_FROM = 30;
/** A server that makes strangers wait takes it at the second or third time. */
const AGAIN_MS = [15_000, 60_000, 240_000, 300_000] as const;

const bodySchema = z.object({ email: z.string(), browser: z.string(), onwards: z.string().optional() });
type Kept = z.infer<typeof bodySchema> & { readonly person: string | undefined };

/**
 * Links that sign in: 256 random bits of which a hash is kept, used up once, within fifteen minutes. Who is known is looked up
 * after the reply has gone: neither what it says nor how long it takes tells.
 */
export function createSignInLinks(parts: SignInLinksParts): SignInLinks {
  const { store, newcomers, send, now, report } = parts;
  const { reserve, platformNotes: notes } = store;
  const personOf = async (email: string): Promise<Result<Person | undefined, StoreDown>> => {
    const people = await reserve.people();
    return people.ok ? ok(people.value.find((person) => addressKey(person.email) === email)) : people;
  };

  const sendTo = async (email: string, { browser, onwards, language }: LinkAsked): Promise<void> => {
    const person = await personOf(email);
    if (!person.ok) throw new Error(`the store is down: ${person.error.reason}`);
    if (person.value === undefined && !isLetIn(newcomers, email)) return;
    const token = randomBytes(32).toString('base64url');
    const kept = await notes.put({
      ...noteOf('link', hashOf(token)),
      person: person.value?.id,
      body: { email, browser: hashOf(browser), onwards },
      expiresAt: after(now, LINK_MS),
    });
    if (!kept.ok) throw new Error(`the store is down: ${kept.error.reason}`);
    const link = { token, to: { name: person.value?.name ?? email, email: person.value?.email ?? email }, language };
    for (const wait of AGAIN_MS) {
      if (await send(link)) return;
      await pause(wait, undefined, { ref: false });
    }
  };

  /** What a link says, while it serves. */
  const linkIn = (note: PlatformNote | undefined): Kept | undefined =>
    note === undefined || (note.expiresAt ?? '') <= now().toISOString()
      ? undefined
      : { ...bodySchema.parse(note.body), person: note.person };

  return {
    ask: async (asked) => {
      const email = addressKey(asked.email);
      if (email === undefined) return err({ kind: 'not_an_address' });
      const within = await isWithin(parts, `from ${asked.from}`, MOST_FROM);
      const own = within.ok && within.value ? await isWithin(parts, `to ${email}`, MOST_OF_ADDRESS) : within;
      if (!own.ok) return err({ kind: 'store_down' });
      if (!own.value) return err({ kind: 'too_many' });
      sendTo(email, asked).catch(report);
      return ok(undefined);
    },
    look: async (token, browser) => {
      const note = await notes.get(noteOf('link', hashOf(token)));
      if (!note.ok) return note;
      const link = linkIn(note.value);
      if (link === undefined) return ok(undefined);
      return ok({ email: link.email, here: browser !== undefined && hashOf(browser) === link.browser });
    },
    enter: async (token) => {
      // Of two who press at once, one has it.
      const note = await notes.take(noteOf('link', hashOf(token)));
      if (!note.ok) return note;
      const link = linkIn(note.value);
      if (link === undefined) return err({ kind: 'expired' });
      const { email, onwards } = link;
      const known = await personOf(email);
      if (!known.ok) return known;
      // Whose address it was may have changed since: it is then nobody's link.
      if (link.person !== undefined && known.value?.id !== link.person) return err({ kind: 'expired' });
      const person = known.value === undefined ? await admit(parts, email) : ok(known.value.id);
      if (!person.ok) return person;
      return person.value === undefined ? err({ kind: 'expired' }) : ok({ person: person.value, onwards });
    },
  };
}

/** Counted in the store, for every process: each takes a place of this quarter of an hour, while there is one. */
async function isWithin(
  { store, now }: SignInLinksParts,
  what: string,
  most: number,
): Promise<Result<boolean, StoreDown>> {
  const quarter = Math.floor(now().getTime() / LINK_MS);
  for (let place = 0; place < most; place++) {
    const note = noteOf('asked', `${hashOf(what)}:${quarter}:${place}`);
    const expiresAt = after(now, LINK_MS);
    const taken = await store.platformNotes.putNew({ ...note, person: undefined, body: null, expiresAt });
    if (!taken.ok || taken.value) return taken;
  }
  return ok(false);
}

/** Someone new, a prescriber of the body of that domain. */
async function admit(
  { store: { reserve }, newcomers }: SignInLinksParts,
  email: string,
): Promise<Result<string | undefined, StoreDown>> {
  if (newcomers === undefined || !isLetIn(newcomers, email)) return ok(undefined);
  const organisation = await placeBody(reserve, newcomers.body.siret, newcomers.body.name);
  if (!organisation.ok) return organisation;
  // The same for two first visits at once; whoever has it already has changed their address since.
  const own = `mail-${createHash('sha256').update(email).digest('hex').slice(0, 32)}`;
  const there = await reserve.person(own);
  if (!there.ok) return there;
  if (addressKey(there.value?.email) === email) return ok(own);
  const id = there.value === undefined ? own : randomUUID();
  const saved = await reserve.savePerson({
    id,
    name: email,
    email,
    organisation: organisation.value,
    roles: ['prescriber'],
    language: 'fr',
    address: undefined,
  });
  return saved.ok ? ok(id) : saved;
}

function isLetIn(newcomers: SignInLinksParts['newcomers'], email: string): boolean {
  return newcomers?.domains.includes(email.split('@').at(-1) ?? '') === true;
}

const noteOf = (kind: string, key: string) => ({ platform: 'mail', kind, key }) as const;
const after = (now: () => Date, ms: number) => new Date(now().getTime() + ms).toISOString();
