import { asText, type Json } from '../json.ts';
import { addChannel, dmOf } from '../populate.ts';
import type { Message, User } from '../types.ts';
import { wireChannel, wireMessage } from '../wire.ts';
import { type Ask, findConversation, type Handler, isRefusal, isTs, pageOf, refuse } from './answer.ts';

const open: Handler = (ask) => {
  const { world, workspace, args } = ask;
  if (args['channel'] !== undefined) {
    const channel = findConversation(ask, asText(args['channel']), false);
    return isRefusal(channel) ? channel : { ok: true, channel: { id: channel.id } };
  }
  const ids = asText(args['users']).split(',').filter(Boolean);
  if (ids.length === 0) return refuse('users_list_not_supplied');
  if (ids.length > 8) return refuse('too_many_users');
  const users: User[] = [];
  for (const id of ids) {
    const user = world.users.get(id);
    if (user === undefined || user.team !== workspace.id) return refuse('user_not_found');
    if (user.deleted) return refuse('user_disabled');
    if (user.isBot) return refuse('cannot_dm_bot');
    users.push(user);
  }
  const [only] = users;
  const channel =
    users.length === 1 && only !== undefined
      ? dmOf(world, only)
      : addChannel(world, workspace, {
          name: `mpdm-${ids.join('--')}`,
          kind: 'mpim',
          members: [...ids, workspace.botUser],
        });
  return { ok: true, channel: { id: channel.id } };
};

const info: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), false);
  return isRefusal(channel) ? channel : { ok: true, channel: wireChannel(channel, ask.workspace) };
};

const list: Handler = (ask) => {
  const kinds = asText(ask.args['types']) || 'public_channel';
  const wanted = new Set(kinds.split(',').map((kind) => KINDS[kind.trim()]));
  const mine = [...ask.world.channels.values()].filter(
    (channel) =>
      channel.team === ask.workspace.id &&
      wanted.has(channel.kind) &&
      (channel.kind === 'channel' || channel.members.has(ask.workspace.botUser)),
  );
  const paged = pageOf(ask, mine);
  if (isRefusal(paged)) return paged;
  return {
    ok: true,
    channels: paged.page.map((channel) => wireChannel(channel, ask.workspace)),
    response_metadata: paged.metadata,
  };
};

const KINDS: Readonly<Record<string, string>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};

const members: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), false);
  if (isRefusal(channel)) return channel;
  const paged = pageOf(ask, [...channel.members]);
  return isRefusal(paged) ? paged : { ok: true, members: paged.page, response_metadata: paged.metadata };
};

const history: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), false);
  if (isRefusal(channel)) return channel;
  if (!channel.members.has(ask.workspace.botUser)) return refuse('not_in_channel');
  const roots = seen(ask, channel.id).filter(
    (message) => message.threadTs === undefined || message.threadTs === message.ts,
  );
  return toldOf(ask, roots.reverse());
};

const replies: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), false);
  if (isRefusal(channel)) return channel;
  const ts = ask.args['ts'];
  const all = ask.world.messages.get(channel.id) ?? [];
  if (!isTs(ts) || !all.some((message) => message.ts === ts)) return refuse('thread_not_found');
  const root = all.find((message) => message.ts === ts)?.threadTs ?? ts;
  // The root is always told, whatever the window.
  return toldOf(
    ask,
    seen(ask, channel.id, root).filter((message) => message.ts === root || message.threadTs === root),
  );
};

export const conversations: Readonly<Record<string, Handler>> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
};

/** What anybody sees in a conversation, within the window asked. */
function seen(ask: Ask, channel: string, always?: string): Message[] {
  const inclusive = isTrue(ask.args['inclusive']);
  const oldest = Number(ask.args['oldest'] ?? 0);
  const latest = Number(ask.args['latest'] ?? Number.POSITIVE_INFINITY);
  return (ask.world.messages.get(channel) ?? []).filter((message) => {
    if (message.deleted || message.shownTo !== undefined) return false;
    if (message.ts === always) return true;
    const at = Number(message.ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function toldOf(ask: Ask, messages: readonly Message[]): Json {
  const paged = pageOf(ask, messages);
  if (isRefusal(paged)) return paged;
  const withMetadata = isTrue(ask.args['include_all_metadata']);
  const told = paged.page.map((message) => wireMessage(ask.world, message, withMetadata));
  const { metadata } = paged;
  return { ok: true, messages: told, has_more: metadata['next_cursor'] !== '', response_metadata: metadata };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
