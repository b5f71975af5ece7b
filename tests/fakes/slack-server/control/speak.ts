import { subscriptionOf } from '../api/post.ts';
import type { Json } from '../json.ts';
import { dmOf, workspaceOf } from '../populate.ts';
import type { Channel, Delivery, Message, SharedFile, User } from '../types.ts';
import { wireMessage } from '../wire.ts';
import type { World } from '../world.ts';
import type { Events } from './events.ts';
import { encodeTyped } from './typed-text.ts';

/** What a person wrote, and what became of telling the app. */
interface Said {
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
}

interface Speaking {
  /** In the thread of which message, by its `ts`. */
  readonly threadTs?: string;
  readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** What people do with messages. Each resolves once the app has acknowledged, or has not within its three seconds. */
export interface Speech {
  /** In a conversation the person is a member of. */
  say(user: User, channel: Channel, text: string, how?: Speaking): Promise<Said>;
  /** The same, addressed to the bot. */
  mention(user: User, channel: Channel, text: string, how?: Speaking): Promise<Said>;
  dm(user: User, text: string, how?: Speaking): Promise<Said>;
  edit(message: Message, text: string): Promise<readonly Delivery[]>;
  deleteMessage(message: Message): Promise<readonly Delivery[]>;
  react(user: User, message: Message, name: string): Promise<readonly Delivery[]>;
  /** With `link_shared` for the domains of the app's that are given. */
  shareLink(user: User, channel: Channel, url: string): Promise<Said>;
}

export function createSpeech(world: World, events: Events): Speech {
  return { say, mention, dm, edit, deleteMessage, react, shareLink };

  async function say(user: User, channel: Channel, text: string, how: Speaking = {}): Promise<Said> {
    if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
    const message: Message = {
      channel: channel.id,
      ts: world.ids.ts(),
      team: channel.team,
      user: user.id,
      botId: user.isBot ? `B${user.id.slice(1)}` : undefined,
      shownTo: undefined,
      threadTs: how.threadTs,
      clientId: crypto.randomUUID(),
      subtype: (how.files ?? []).length > 0 ? 'file_share' : undefined,
      text: encodeTyped(text),
      blocks: undefined,
      metadata: undefined,
      files: (how.files ?? []).map((file) => keepFile(file)),
      edited: undefined,
      streaming: false,
      deleted: false,
      reactions: [],
      chosen: new Map(),
    };
    world.messages.get(channel.id)?.push(message);
    world.journal.add({ kind: 'message', message, via: 'person' });
    return { message, deliveries: await tell(channel, message) };
  }

  async function tell(channel: Channel, message: Message): Promise<readonly Delivery[]> {
    const workspace = workspaceOf(world, channel.team);
    const wire = { ...wireMessage(world, message, false), channel: channel.id, event_ts: message.ts };
    const bot = workspace.botUser;
    const mentioned = channel.kind !== 'im' && message.text.includes(`<@${bot}>`);
    const sent = [];
    // The two events of one message race; the mention usually comes first.
    if (mentioned) sent.push(events.send(channel.team, 'app_mention', { ...wire, type: 'app_mention' }));
    if (channel.members.has(bot))
      sent.push(events.send(channel.team, subscriptionOf(channel), { ...wire, channel_type: channel.kind }));
    return (await Promise.all(sent)).flat();
  }

  function mention(user: User, channel: Channel, text: string, how?: Speaking): Promise<Said> {
    return say(user, channel, `<@${workspaceOf(world, channel.team).botUser}> ${text}`, how);
  }

  function dm(user: User, text: string, how?: Speaking): Promise<Said> {
    return say(user, dmOf(world, user), text, how);
  }

  function edit(message: Message, text: string): Promise<readonly Delivery[]> {
    const before = wireMessage(world, message, false);
    message.text = encodeTyped(text);
    message.edited = world.ids.ts();
    return tellOf(message, {
      subtype: 'message_changed',
      message: wireMessage(world, message, false),
      previous_message: before,
    });
  }

  function deleteMessage(message: Message): Promise<readonly Delivery[]> {
    const before = wireMessage(world, message, false);
    message.deleted = true;
    return tellOf(message, { subtype: 'message_deleted', deleted_ts: message.ts, previous_message: before });
  }

  function tellOf(message: Message, what: Json): Promise<readonly Delivery[]> {
    const channel = channelOf(world, message);
    const ts = world.ids.ts();
    const event = {
      type: 'message',
      hidden: true,
      channel: channel.id,
      ts,
      event_ts: ts,
      channel_type: channel.kind,
    };
    return events.send(channel.team, subscriptionOf(channel), { ...event, ...what });
  }

  function react(user: User, message: Message, name: string): Promise<readonly Delivery[]> {
    message.reactions.push({ name, users: [user.id] });
    return events.send(message.team, 'reaction_added', {
      type: 'reaction_added',
      user: user.id,
      reaction: name,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      item_user: message.user,
      event_ts: world.ids.ts(),
    });
  }

  async function shareLink(user: User, channel: Channel, url: string): Promise<Said> {
    const said = await say(user, channel, url);
    const link = await events.send(channel.team, 'link_shared', {
      type: 'link_shared',
      user: user.id,
      channel: channel.id,
      message_ts: said.message.ts,
      unfurl_id: `${channel.id}.${said.message.ts}`,
      source: 'conversations_history',
      is_bot_user_member: channel.members.has(workspaceOf(world, channel.team).botUser),
      links: [{ url, domain: new URL(url).hostname }],
      event_ts: world.ids.ts(),
    });
    return { message: said.message, deliveries: [...said.deliveries, ...link] };
  }

  function keepFile(given: { readonly name: string; readonly bytes: Buffer }): SharedFile {
    const file = { id: world.ids.next('F'), title: given.name, size: given.bytes.length, ...given };
    world.files.set(file.id, file);
    return file;
  }
}

export function channelOf(world: World, message: Message): Channel {
  const channel = world.channels.get(message.channel);
  if (channel === undefined) throw new Error(`no channel ${message.channel}`);
  return channel;
}
