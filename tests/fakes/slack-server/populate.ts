import { EVERY_SCOPE } from './scopes.ts';
import type { Channel, Message, User, Workspace } from './types.ts';
import type { World } from './world.ts';

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
