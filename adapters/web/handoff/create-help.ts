import type { Helping } from '../../../src/handoff/port/helping.ts';
import { ok } from '../../../src/result.ts';
import type { Assets } from '../assets.ts';
import { createGuard, type Guard } from '../session/guard.ts';
import { invitationRoutes } from '../session/invitation-routes.ts';
import { createOpenId } from '../session/oidc.ts';
import type { HelpRoute, Log } from '../session/route.ts';
import { sessionRoutes } from '../session/routes.ts';
import type { Sessions } from '../session/sessions.ts';
import { createShelf } from '../session/shelf.ts';
import { createVisits, type Incoming, type SignIn, type Visit } from '../session/visit.ts';
import { createGuarded, createRefuse } from './faults.ts';
import type { HeardAside } from './heard.ts';
import type { HeldForm } from './kept.ts';
import { helpRoutes } from './routes.ts';
import { createShow } from './show.ts';

export interface HelpOptions {
  readonly helping: Helping;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
}

export interface Help {
  readonly demo: boolean;
  readonly visit: (incoming: Incoming) => Promise<Visit>;
  readonly routes: readonly HelpRoute[];
  readonly guard: Guard;
  /** What a line typed to the assistant is besides a question; nothing of the kind, or nobody signed in: undefined. */
  readonly hear: (visit: Visit, text: string, isQuestion: boolean) => Promise<HeardAside | undefined>;
}

/** What is typed by who is not signed in waits this long. */
const HELD_MS = 30 * 60_000;
const MOST_HELD = 200;

/** Signing in and the pages of the hand-over, as the web door serves them. */
export function createHelp(
  { helping, signIn, sessions }: HelpOptions,
  { assets, listensOn, now, log }: { assets: Assets; listensOn: string; now: () => Date; log: Log | undefined },
): Help {
  const openId = signIn.kind === 'openid' ? createOpenId(signIn, log) : undefined;
  const held = createShelf<HeldForm>({ lifetimeMs: HELD_MS, most: MOST_HELD, now });
  const show = createShow(assets);
  const guard = createGuard({ held, show });
  const guarded = createGuarded(log);
  const help = helpRoutes({
    helping,
    sessions,
    guard,
    show,
    now,
    log,
    guarded,
    refuse: createRefuse(show),
  });
  const signing = sessionRoutes({
    helping,
    sessions,
    signIn,
    openId,
    held,
    show,
    now,
    log,
    resume: (asked, { path }) => (path === '/aide' ? help.ask(asked) : undefined),
  });
  return {
    demo: signIn.kind === 'demo',
    visit: createVisits({ helping, sessions, signIn, listensOn, log }),
    routes: [
      ...signing,
      ...(signIn.kind === 'openid' ? invitationRoutes({ accept: signIn.acceptInvitation, guard, show, log }) : []),
      ...help.routes,
    ],
    guard,
    hear: async ({ person }, text, isQuestion) => {
      if (person === undefined) return undefined;
      // With a store that is down the assistant still answers questions.
      const heard = await guarded(async () =>
        ok(await helping.hear(person.person, text, isQuestion ? { case: undefined } : undefined)),
      );
      return !isQuestion && heard.ok && heard.value.ok && heard.value.value.kind !== 'question'
        ? heard.value.value
        : undefined;
    },
  };
}
