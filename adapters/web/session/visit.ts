import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { LinkSettings } from '../../../src/reserve/port/sign-in-links.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { readCookie } from './cookies.ts';
import { isFromThisMachine, isLoopback, type Origin } from './loopback.ts';
import type { OpenIdSettings } from './oidc.ts';
import type { Session, Sessions } from './sessions.ts';

/** How people sign in: as anyone of the demo, on this machine alone; by their administration's identity provider; or by a link sent to them. */
export type SignIn =
  | { readonly kind: 'demo' }
  | ({ readonly kind: 'openid' } & OpenIdSettings)
  | ({ readonly kind: 'mail' } & LinkSettings & Pick<OpenIdSettings, 'acceptInvitation'>);

/** A request as signing in needs it. */
export interface Incoming extends Origin {
  /** Path and query as asked for, before anything is cut off. */
  readonly url: string;
  readonly cookies: string | undefined;
  readonly secure: boolean;
}

/** Who is at the other end, as far as a page needs to know. */
export interface Visit {
  /** What the addresses of this window begin with: `/demo/<person>` while a demo identity is played, else nothing. */
  readonly base: string;
  readonly person: SignedIn | undefined;
  readonly session: (Session & { readonly id: string }) | undefined;
  /** The identities could not be read: not the same as nobody being signed in. */
  readonly down: boolean;
  readonly secure: boolean;
  readonly cookies: string | undefined;
  /** Whether a demo identity may be chosen. */
  readonly atThisMachine: boolean;
}

export const NOBODY: Visit = {
  base: '',
  person: undefined,
  session: undefined,
  down: false,
  secure: false,
  cookies: undefined,
  atThisMachine: false,
};

const DEMO = /^(?<base>\/demo\/[^/?#]+)(?<rest>[/?].*)?$/;

/**
 * A demo identity is bound to the addresses of its window: `/demo/<person>/reserve` is `/reserve` as that person sees it,
 * and the session's cookie is sent for those addresses only. Two windows of one browser so play two people.
 */
export function splitDemo(url: string): { readonly base: string; readonly url: string } {
  const { base, rest } = DEMO.exec(url)?.groups ?? {};
  if (base === undefined) return { base: '', url };
  return { base, url: rest === undefined ? '/' : rest.startsWith('?') ? `/${rest}` : rest };
}

export function demoBase(person: string): string {
  return `/demo/${encodeURIComponent(person)}`;
}

export function createVisits(parts: {
  readonly helping: Helping;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** The interface the server listens on. */
  readonly listensOn: string;
  readonly log: { error(fields: object, text: string): void } | undefined;
}): (incoming: Incoming) => Promise<Visit> {
  const { helping, sessions, signIn, listensOn, log } = parts;
  const demo = signIn.kind === 'demo';

  return async (incoming) => {
    const base = demo ? splitDemo(incoming.url).base : '';
    const atThisMachine = isLoopback(listensOn) && isFromThisMachine(incoming);
    const { cookies } = incoming;
    const secure = signIn.kind !== 'demo' ? signIn.publicUrl.startsWith('https:') : incoming.secure;
    const nobody: Visit = { ...NOBODY, base, secure, cookies, atThisMachine };
    const id = readCookie(cookies, 'session', { secure, path: base === '' ? '/' : base });
    if (id === undefined || (demo && (!atThisMachine || base === ''))) return nobody;
    try {
      const session = await sessions.read(id);
      if (session === undefined || (demo && demoBase(session.person) !== base)) return nobody;
      const person = await helping.signedIn(session.person);
      // Signed in, and yet nobody: the port says so of a store that is down too.
      return { ...nobody, session: { ...session, id }, person, down: person === undefined };
    } catch (error) {
      log?.error({ err: error }, 'who is signed in could not be read');
      return { ...nobody, down: true };
    }
  };
}
