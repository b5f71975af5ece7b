import { asList, asText, isJson } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { messageAt } from '../populate.ts';
import type { Message } from '../types.ts';
import { validateBlocks } from '../validate/message.ts';
import { wireMessage } from '../wire.ts';
import {
  type Ask,
  findConversation,
  findThread,
  type Handler,
  isRefusal,
  type Refusal,
  refuse,
  refuseFor,
  tooLong,
  withIds,
} from './answer.ts';
import { announce, post } from './post.ts';

const startStream: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), true);
  if (isRefusal(channel)) return channel;
  const threadTs = findThread(ask, channel);
  if (isRefusal(threadTs)) return threadTs;
  // «Streamed messages should always be replies to a user request»; at the top of a channel only.
  if (threadTs === undefined && channel.kind === 'im') return refuse('invalid_thread_ts');
  if (channel.kind !== 'im') {
    if (ask.args['recipient_team_id'] === undefined) return refuse('missing_recipient_team_id');
    if (ask.args['recipient_user_id'] === undefined) return refuse('missing_recipient_user_id');
    if (!ask.world.users.has(asText(ask.args['recipient_user_id']))) return refuse('user_not_found');
  }
  const bad = badContent(ask);
  if (bad !== undefined) return bad;
  const message = post(ask.world, channel, { payload: {}, threadTs, shownTo: undefined, via: 'api', streaming: true });
  append(ask, message);
  ask.world.journal.add({ kind: 'stream', step: 'started', message });
  return { ok: true, channel: channel.id, ts: message.ts };
};

const appendStream: Handler = (ask) => {
  const message = streamed(ask);
  if (isRefusal(message)) return message;
  const bad = badContent(ask);
  if (bad !== undefined) return bad;
  if (ask.args['markdown_text'] === undefined && ask.args['chunks'] === undefined) return refuse('no_text');
  append(ask, message);
  ask.world.journal.add({ kind: 'stream', step: 'appended', message });
  return { ok: true, channel: message.channel, ts: message.ts };
};

const stopStream: Handler = (ask) => {
  const message = streamed(ask);
  if (isRefusal(message)) return message;
  const bad = badContent(ask);
  if (bad !== undefined) return bad;
  const blocks = ask.args['blocks'];
  if (blocks !== undefined) {
    const faults = validateBlocks(blocks);
    if (faults.length > 0) return refuseFor(faults);
  }
  append(ask, message);
  if (message.text.trim() === '') return refuse('no_text');
  message.streaming = false;
  if (blocks !== undefined) message.blocks = [...(message.blocks ?? []), ...withIds(ask.world, asList(blocks))];
  if (isJson(ask.args['metadata'])) message.metadata = ask.args['metadata'];
  ask.world.journal.add({ kind: 'stream', step: 'stopped', message });
  const channel = ask.world.channels.get(message.channel);
  if (channel !== undefined) announce(ask.world, channel, message);
  return {
    ok: true,
    channel: message.channel,
    ts: message.ts,
    message: wireMessage(ask.world, message, true),
  };
};

export const stream: Readonly<Record<string, Handler>> = {
  'chat.startStream': startStream,
  'chat.appendStream': appendStream,
  'chat.stopStream': stopStream,
};

const CHUNKS = new Set(['markdown_text', 'task_update', 'plan_update', 'blocks']);

function badContent(ask: Ask): Refusal | undefined {
  if (tooLong(ask.args['markdown_text'])) return refuse('msg_too_long');
  const chunks = ask.args['chunks'];
  if (chunks === undefined) return undefined;
  if (!Array.isArray(chunks)) return refuse('invalid_chunks');
  for (const chunk of chunks) {
    const type = isJson(chunk) ? asText(chunk['type']) : '';
    if (!CHUNKS.has(type)) return refuse('invalid_chunks');
    if (type === 'markdown_text' && typeof chunk['text'] !== 'string') return refuse('invalid_chunks');
    if (type === 'task_update' && !(asText(chunk['id']) && asText(chunk['title']) && asText(chunk['status'])))
      return refuse('invalid_chunks');
    if (type === 'blocks') {
      const faults = validateBlocks(chunk['blocks']);
      if (faults.length > 0) return refuseFor(faults);
    }
  }
  const written = asList(chunks).reduce((sum, chunk) => sum + asText(chunk['text']).length, 0);
  return written > LIMITS.markdown ? refuse('msg_too_long') : undefined;
}

function append(ask: Ask, message: Message): void {
  message.text += asText(ask.args['markdown_text']);
  for (const chunk of asList(ask.args['chunks'])) {
    if (chunk['type'] === 'markdown_text') message.text += asText(chunk['text']);
    if (chunk['type'] === 'blocks')
      message.blocks = [...(message.blocks ?? []), ...withIds(ask.world, asList(chunk['blocks']))];
  }
}

function streamed(ask: Ask): Message | Refusal {
  const channel = findConversation(ask, asText(ask.args['channel']), true);
  if (isRefusal(channel)) return channel;
  const message = messageAt(ask.world, channel.id, asText(ask.args['ts']));
  if (message === undefined) return refuse('message_not_found');
  if (message.botId === undefined) return refuse('message_not_owned_by_app');
  return message.streaming ? message : refuse('message_not_in_streaming_state');
}
