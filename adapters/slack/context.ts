import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import { createLatest, type Latest } from '../../src/latest.ts';
import type { PlatformParts } from '../../src/platform.ts';
import type { Rewording } from '../../src/rewording/port/rewording.ts';
import type { Language, Role } from '../../src/vocabulary/people.ts';
import type { Workspaces } from './api.ts';

export interface Log {
  info(details: object, text: string): void;
  warn(details: object, text: string): void;
  error(details: object, text: string): void;
}

/** An answer as it was given, for its buttons. */
export interface Given {
  readonly reply: OutboundMessage;
  readonly question: string;
}

/** A rewording as it was shown, for its buttons. */
interface Reworded {
  readonly rewording: Rewording;
  readonly language: Language;
}

/** What a message of ours answers. */
interface Posted {
  /** Of our message. */
  readonly ts: string;
  /** Id of the message that was answered. */
  readonly message: string;
}

/**
 * What is kept at hand, never written down: a restart costs a button the text it would change, and the button then makes it
 * again from what it carries.
 */
export interface AtHand {
  readonly given: Latest<Given>;
  readonly reworded: Latest<Reworded>;
  /** By `team:channel:ts` of the question. */
  readonly answers: Latest<Posted>;
  /** By `team:channel:ts` of the answer: which message it answers. */
  readonly answered: Latest<string>;
  /** What someone last asked, by `team:user`. */
  readonly last: Latest<Given>;
  /** Threads of the assistant's pane that have a title. */
  readonly titled: Latest<true>;
  /** Roles people have said, by `team:user`; `none` when nothing is noted. */
  readonly roles: Latest<Role | 'none'>;
  readonly channels: Latest<'public' | 'private'>;
  /** Interactions that were heard, so that one that comes twice opens no second form. */
  readonly heard: Latest<true>;
  /** The first press of each button of late, by message, person and button; its time in seconds. */
  readonly pressed: Latest<{ readonly id: string; readonly at: number }>;
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
    given: createLatest(2_000),
    reworded: createLatest(300),
    answers: createLatest(10_000),
    answered: createLatest(10_000),
    last: createLatest(2_000),
    titled: createLatest(5_000),
    roles: createLatest(20_000),
    channels: createLatest(5_000),
    heard: createLatest(5_000),
    pressed: createLatest(5_000),
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
