import type { Desk } from '../../src/desk/port/shown.ts';
import { createLatest, type Latest } from '../../src/latest.ts';
import type { PlatformParts } from '../../src/platform.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import type { Workspaces } from './api.ts';

export interface Log {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
}

/** What is kept at hand, never written down. */
export interface AtHand {
  /** Of our answer, by `team:channel:ts` of the question. */
  readonly answers: Latest<string>;
  /** By `team:channel:ts` of the answer: which message it answers. */
  readonly answered: Latest<string>;
  /** What someone last asked, by `team:user`. */
  readonly last: Latest<{ readonly reply: string; readonly question: string }>;
  /** Threads of the assistant's pane that have a title. */
  readonly titled: Latest<true>;
  /** Roles people have said, by `team:user`; `none` when nothing is noted. */
  readonly roles: Latest<Role | 'none'>;
  readonly channels: Latest<'public' | 'private'>;
  /** Interactions that were heard, so that one that comes twice opens no second form. */
  readonly heard: Latest<true>;
  /** Threads that are no case's. */
  readonly notCases: Latest<true>;
  /** Questions being answered, by `team:channel:ts`. */
  readonly inHand: Map<string, AbortController>;
  /** What the app has said of late where Slack does not say who it is, lest it answers itself; see `wordsOf`. */
  readonly ours: Latest<true>;
  /** Messages that were taken back, by `team:channel:ts`. */
  readonly takenBack: Latest<true>;
}

export interface SlackContext extends PlatformParts {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly log: Log;
  readonly now: () => Date;
  readonly atHand: AtHand;
  /** Says once what is done without. */
  readonly without: (team: string, what: string, why: string) => void;
  readonly isWithout: (team: string, what: string) => boolean;
}

export function createAtHand(): AtHand {
  return {
    answers: createLatest(10_000),
    answered: createLatest(10_000),
    last: createLatest(2_000),
    titled: createLatest(5_000),
    roles: createLatest(20_000),
    channels: createLatest(5_000),
    heard: createLatest(5_000),
    notCases: createLatest(20_000),
    inHand: new Map(),
    ours: createLatest(2_000),
    takenBack: createLatest(2_000),
  };
}

export function createWithout(log: Log): Pick<SlackContext, 'without' | 'isWithout'> {
  const known = new Set<string>();
  return {
    without: (team, what, why) => {
      const name = `${team} ${what}`;
      if (known.has(name)) return;
      known.add(name);
      log.warn({ team, what, why }, 'done without: Slack does not offer it here');
    },
    isWithout: (team, what) => known.has(`${team} ${what}`),
  };
}
