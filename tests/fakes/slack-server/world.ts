import { type Clock, createClock } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Json } from './json.ts';
import type { Channel, Message, SharedFile, User, View, Workspace } from './types.ts';

/** The app as registered with Slack. */
export interface Registration {
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly appToken: string;
}

interface Trigger {
  readonly user: string;
  readonly at: number;
  used: boolean;
}

interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  /** What it answers, when a message was interacted with. */
  readonly message: Message | undefined;
  readonly at: number;
  uses: number;
}

interface Upload {
  readonly fileId: string;
  readonly name: string;
  readonly length: number;
  bytes: Buffer | undefined;
  completed: boolean;
}

/** The whole state of the server: handlers read and change it, nothing else holds any. */
export interface World {
  readonly app: Registration;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly journal: Journal;
  readonly workspaces: Map<string, Workspace>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** By channel, in order of time; the ephemeral ones too. */
  readonly messages: Map<string, Message[]>;
  readonly views: Map<string, View>;
  /** What each user has open, the top last. */
  readonly stacks: Map<string, string[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly uploads: Map<string, Upload>;
  readonly files: Map<string, SharedFile>;
  /** `channel ts` of each thread of the assistant's pane. */
  readonly assistantThreads: Set<string>;
  /** What the app is said to be doing, by `channel ts`, until it says something. */
  readonly statuses: Map<string, string>;
  readonly codes: Map<
    string,
    { readonly team: string; readonly user: string; readonly redirectUri: string; used: boolean }
  >;
  /** Whether a message of blocks without `text` is refused. */
  readonly strict: boolean;
  baseUrl: string;
  /** Who says yes on the consent page. */
  installer: { readonly team: string; readonly user: string } | undefined;
  /** Sends an event of a workspace to the app, if it listens to it. */
  announce: (team: string, subscription: string, event: Json) => void;
}

export function createWorld(options: {
  readonly wall?: (() => number) | undefined;
  readonly patienceMs?: number | undefined;
  readonly strict?: boolean | undefined;
  readonly app?: Partial<Registration> | undefined;
}): World {
  const clock = createClock(options.wall ?? Date.now);
  return {
    app: {
      appId: 'A0TRUCHEMENT',
      clientId: '1111.2222',
      clientSecret: 'a-client-secret-of-the-test',
      signingSecret: 'a-signing-secret-of-the-test',
      appToken: 'xapp-1-A0TRUCHEMENT-1-test',
      ...options.app,
    },
    clock,
    ids: createIds(clock),
    journal: createJournal(options.patienceMs ?? 10_000),
    workspaces: new Map(),
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    uploads: new Map(),
    files: new Map(),
    assistantThreads: new Set(),
    statuses: new Map(),
    codes: new Map(),
    strict: options.strict ?? true,
    baseUrl: '',
    installer: undefined,
    announce: () => undefined,
  };
}
