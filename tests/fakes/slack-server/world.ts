import { type Clock, createClock } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { EVERY_SCOPE } from './scopes.ts';
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

export function addWorkspace(
  world: World,
  given: { readonly name: string; readonly scopes?: readonly string[]; readonly installed?: boolean },
): Workspace {
  const id = world.ids.next('T');
  const botUser = world.ids.next('U');
  const workspace: Workspace = {
    id,
    name: given.name,
    domain: given.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    botUser,
    botId: world.ids.next('B'),
    scopes: [...(given.scopes ?? EVERY_SCOPE)],
    token: `xoxb-${id}-1`,
    state: given.installed === false ? 'absent' : 'installed',
  };
  world.workspaces.set(id, workspace);
  world.users.set(botUser, {
    id: botUser,
    team: id,
    name: 'truchement',
    realName: 'Truchement',
    email: undefined,
    isBot: true,
    deleted: false,
    locale: 'fr-FR',
  });
  return workspace;
}

export function addUser(
  world: World,
  workspace: Workspace,
  given: { readonly name: string; readonly email?: string; readonly isBot?: boolean; readonly locale?: string },
): User {
  const user: User = {
    id: world.ids.next('U'),
    team: workspace.id,
    name: given.name.toLowerCase().replaceAll(' ', '.'),
    realName: given.name,
    email: given.email,
    isBot: given.isBot ?? false,
    deleted: false,
    locale: given.locale ?? 'fr-FR',
  };
  world.users.set(user.id, user);
  return user;
}

export function addChannel(
  world: World,
  workspace: Workspace,
  given: { readonly name: string; readonly kind?: Channel['kind']; readonly members: readonly string[] },
): Channel {
  const kind = given.kind ?? 'channel';
  const channel: Channel = {
    id: world.ids.next(kind === 'im' ? 'D' : kind === 'channel' ? 'C' : 'G'),
    team: workspace.id,
    name: given.name,
    kind,
    members: new Set(given.members),
    archived: false,
  };
  world.channels.set(channel.id, channel);
  world.messages.set(channel.id, []);
  return channel;
}

/** The direct conversation of a user and the bot, made at need. */
export function dmOf(world: World, user: User): Channel {
  const workspace = workspaceOf(world, user.team);
  for (const channel of world.channels.values())
    if (channel.kind === 'im' && channel.members.has(user.id) && channel.members.has(workspace.botUser)) return channel;
  return addChannel(world, workspace, { name: user.name, kind: 'im', members: [user.id, workspace.botUser] });
}

export function workspaceOf(world: World, team: string): Workspace {
  const workspace = world.workspaces.get(team);
  if (workspace === undefined) throw new Error(`no workspace ${team}`);
  return workspace;
}

export function messageAt(world: World, channel: string, ts: string): Message | undefined {
  return world.messages.get(channel)?.find((message) => message.ts === ts && !message.deleted);
}

/** A right to open one modal, within three seconds. */
export function grantTrigger(world: World, user: string): string {
  const id = `${world.ids.next('')}.${Math.floor(world.clock.now())}.${world.ids.next('x').toLowerCase()}`;
  world.triggers.set(id, { user, at: world.clock.now(), used: false });
  return id;
}

export function useTrigger(world: World, id: string): { readonly user: string } | { readonly error: string } {
  const trigger = world.triggers.get(id);
  if (trigger === undefined) return { error: 'invalid_trigger_id' };
  if (trigger.used) return { error: 'exchanged_trigger_id' };
  if (world.clock.now() - trigger.at >= LIMITS.triggerLifeMs) return { error: 'expired_trigger_id' };
  trigger.used = true;
  return { user: trigger.user };
}

export function grantResponseUrl(
  world: World,
  given: { readonly channel: string; readonly user: string; readonly message?: Message },
): string {
  const id = world.ids.next('R');
  world.responseUrls.set(id, {
    channel: given.channel,
    user: given.user,
    message: given.message,
    at: world.clock.now(),
    uses: 0,
  });
  return `${world.baseUrl}/response/${id}`;
}
