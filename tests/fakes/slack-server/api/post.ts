import type { Via } from '../journal.ts';
import { asList, asText, isJson, type Json } from '../json.ts';
import type { Channel, Message, SharedFile } from '../types.ts';
import { wireMessage } from '../wire.ts';
import type { World } from '../world.ts';
import { withIds } from './answer.ts';

/** Puts a message of the app's in a conversation, and tells the journal and the other listeners. */
export function post(
  world: World,
  channel: Channel,
  given: {
    readonly payload: Json;
    readonly threadTs: string | undefined;
    readonly shownTo: string | undefined;
    readonly via: Via;
    readonly files?: readonly SharedFile[];
    readonly streaming?: boolean;
  },
): Message {
  const workspace = world.workspaces.get(channel.team);
  const { payload } = given;
  const message: Message = {
    channel: channel.id,
    ts: world.ids.ts(),
    team: channel.team,
    user: workspace?.botUser ?? '',
    botId: workspace?.botId ?? '',
    shownTo: given.shownTo,
    threadTs: given.threadTs,
    clientId: undefined,
    subtype: undefined,
    text: asText(payload['text']) || asText(payload['markdown_text']),
    blocks: payload['blocks'] === undefined ? undefined : withIds(world, asList(payload['blocks'])),
    metadata: isJson(payload['metadata']) ? payload['metadata'] : undefined,
    files: given.files ?? [],
    edited: undefined,
    streaming: given.streaming ?? false,
    deleted: false,
    reactions: [],
    chosen: new Map(),
  };
  world.messages.get(channel.id)?.push(message);
  // What is said in a thread ends its status.
  world.statuses.delete(`${channel.id} ${given.threadTs}`);
  world.journal.add({ kind: 'message', message, via: given.via });
  if (given.shownTo === undefined && given.streaming !== true) announce(world, channel, message);
  return message;
}

/** Slack tells an app of its own messages too: a loop for those who answer everything. */
export function announce(world: World, channel: Channel, message: Message): void {
  world.announce(channel.team, subscriptionOf(channel), {
    ...wireMessage(world, message, true),
    channel: channel.id,
    event_ts: message.ts,
    channel_type: channel.kind,
  });
}

/** The «bot event» by which an app hears a conversation. */
export function subscriptionOf(channel: Channel): string {
  return { channel: 'message.channels', group: 'message.groups', im: 'message.im', mpim: 'message.mpim' }[channel.kind];
}

export function change(world: World, message: Message, payload: Json, via: Via): void {
  if (payload['text'] !== undefined || payload['markdown_text'] !== undefined)
    message.text = asText(payload['text']) || asText(payload['markdown_text']);
  // Without the field the blocks stay; an empty array takes them away (chat.update, «blocks»).
  if (payload['blocks'] !== undefined) message.blocks = withIds(world, asList(payload['blocks']));
  if (isJson(payload['metadata'])) message.metadata = payload['metadata'];
  message.edited = world.ids.ts();
  message.chosen.clear();
  world.journal.add({ kind: 'update', message, via });
}

export function remove(world: World, message: Message, via: Via): void {
  message.deleted = true;
  world.journal.add({ kind: 'delete', message, via });
}
