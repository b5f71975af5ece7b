import { asText, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { type Ask, findConversation, type Handler, isRefusal, refuse } from './answer.ts';

type What = 'status' | 'title' | 'prompts';

const setStatus: Handler = (ask) => {
  const loading = ask.args['loading_messages'];
  if (loading !== undefined && (!Array.isArray(loading) || loading.length > LIMITS.loadingMessages))
    return refuse('invalid_arguments');
  // A status is for a thread of any conversation since the bot may work in channels too.
  return keep(ask, 'status', { status: asText(ask.args['status']), loading_messages: loading }, false);
};

const setTitle: Handler = (ask) => keep(ask, 'title', { title: asText(ask.args['title']) }, true);

const setPrompts: Handler = (ask) => {
  const prompts = ask.args['prompts'];
  if (!Array.isArray(prompts) || prompts.length === 0) return refuse('invalid_arguments');
  if (prompts.length > LIMITS.prompts)
    return refuse('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] no more than 4 items allowed [json-pointer:/prompts]'] },
    });
  const whole = prompts.every((prompt) => asText(prompt?.title) !== '' && asText(prompt?.message) !== '');
  return whole ? keep(ask, 'prompts', { prompts, title: ask.args['title'] }, true) : refuse('invalid_arguments');
};

export const assistant: Readonly<Record<string, Handler>> = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setTitle': setTitle,
  'assistant.threads.setSuggestedPrompts': setPrompts,
};

function keep(ask: Ask, what: What, body: Json, inAssistant: boolean): Json {
  const { world } = ask;
  const channel = findConversation(ask, asText(ask.args['channel_id']), false);
  if (isRefusal(channel)) return channel;
  const threadTs = asText(ask.args['thread_ts']);
  // Prompts of an agent's own conversation are of no thread.
  if (what === 'prompts' && threadTs === '' && channel.id.startsWith('D')) {
    world.journal.add({ kind: 'assistant', what, channel: channel.id, threadTs, body });
    return { ok: true };
  }
  const root = world.messages.get(channel.id)?.some((message) => message.ts === threadTs);
  const key = `${channel.id} ${threadTs}`;
  if (!root || (inAssistant && !world.assistantThreads.has(key))) return refuse('invalid_thread_ts');
  if (what === 'status') world.statuses.set(key, asText(body['status']));
  world.journal.add({ kind: 'assistant', what, channel: channel.id, threadTs, body });
  return { ok: true };
}
