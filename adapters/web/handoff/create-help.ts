import type { Desk } from '../../../src/desk/port/shown.ts';
import type { Animating } from '../../../src/handoff/port/animating.ts';
import type { Helping } from '../../../src/handoff/port/helping.ts';
import type { Assets } from '../assets.ts';
import { peopleRoutes } from '../people/routes.ts';
import type { Log, Route } from '../route.ts';
import { createGuard, type Guard } from '../session/guard.ts';
import { createHeld } from '../session/held.ts';
import { invitationRoutes } from '../session/invitation-routes.ts';
import { createOpenId, type Errands } from '../session/oidc.ts';
import { sessionRoutes } from '../session/routes.ts';
import type { Sessions } from '../session/sessions.ts';
import { createVisits, type Incoming, type SignIn, type Visit } from '../session/visit.ts';
import { ask } from './brief/routes.ts';
import { createGuarded, createRefuse } from './faults.ts';
import type { HelpParts } from './route.ts';
import { helpRoutes } from './routes.ts';
import { createShow } from './show.ts';

export interface HelpOptions {
  readonly helping: Helping;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  /** What browsers must bring back, of the way to the provider and of what was typed before it. */
  readonly errands: Errands;
  /** Left out, nobody looks after people here. */
  readonly animating?: Animating | undefined;
}

export interface Help {
  readonly demo: boolean;
  readonly visit: (incoming: Incoming) => Promise<Visit>;
  readonly routes: readonly Route[];
  readonly guard: Guard;
}

/** Signing in and the pages of the hand-over, as the web door serves them. */
export function createHelp(
  { helping, signIn, sessions, errands, animating }: HelpOptions,
  {
    desk,
    assets,
    listensOn,
    now,
    log,
  }: { desk: Desk; assets: Assets; listensOn: string; now: () => Date; log: Log | undefined },
): Help {
  const openId = signIn.kind === 'openid' ? createOpenId(signIn, log) : undefined;
  const held = createHeld(errands, now);
  const show = createShow(assets);
  const guard = createGuard({ held, show });
  const parts: HelpParts = {
    desk,
    helping,
    sessions,
    guard,
    show,
    now,
    log,
    guarded: createGuarded(log),
    refuse: createRefuse(show),
  };
  const signing = sessionRoutes({
    helping,
    sessions,
    signIn,
    openId,
    held,
    errands,
    show,
    now,
    log,
    resume: (asked, { path }) => (path === '/aide' ? ask(parts, asked) : undefined),
  });
  const publicUrl = signIn.kind === 'openid' ? signIn.publicUrl : undefined;
  return {
    demo: signIn.kind === 'demo',
    visit: createVisits({ helping, sessions, signIn, listensOn, log }),
    routes: [
      ...signing,
      ...(signIn.kind !== 'demo' ? invitationRoutes({ accept: signIn.acceptInvitation, guard, show, log }) : []),
      ...helpRoutes(parts),
      ...(animating === undefined ? [] : peopleRoutes({ animating, publicUrl, guard, show, log })),
    ],
    guard,
  };
}
