import { asText, isJson } from '../json.ts';
import { messageAt } from '../populate.ts';
import { validateMessage } from '../validate/message.ts';
import { wireMessage } from '../wire.ts';
import { type Ask, findConversation, findThread, type Handler, isRefusal, refuse, refuseFor } from './answer.ts';
import { change, post, remove } from './post.ts';

const postMessage: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), true);
  if (isRefusal(channel)) return channel;
  const faults = faultsOf(ask, 'post');
  if (faults.length > 0) return refuseFor(faults);
  const threadTs = findThread(ask, channel);
  if (isRefusal(threadTs)) return threadTs;
  const message = post(ask.world, channel, { payload: ask.args, threadTs, shownTo: undefined, via: 'api' });
  return { ok: true, channel: channel.id, ts: message.ts, message: wireMessage(ask.world, message, true) };
};

const postEphemeral: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), true);
  if (isRefusal(channel)) return channel;
  const user = asText(ask.args['user']);
  if (!channel.members.has(user)) return refuse('user_not_in_channel');
  const faults = faultsOf(ask, 'ephemeral');
  if (faults.length > 0) return refuseFor(faults);
  const threadTs = findThread(ask, channel);
  if (isRefusal(threadTs)) return threadTs;
  const message = post(ask.world, channel, { payload: ask.args, threadTs, shownTo: user, via: 'api' });
  return { ok: true, message_ts: message.ts };
};

const update: Handler = (ask) => {
  const found = ownMessage(ask, asText(ask.args['ts']), 'cant_update_message');
  if (isRefusal(found)) return found;
  if (found.streaming) return refuse('streaming_state_conflict');
  const faults = faultsOf(ask, 'update');
  if (faults.length > 0) return refuseFor(faults);
  change(ask.world, found, ask.args, 'api');
  return {
    ok: true,
    channel: found.channel,
    ts: found.ts,
    text: found.text,
    message: wireMessage(ask.world, found, true),
  };
};

const erase: Handler = (ask) => {
  const found = ownMessage(ask, asText(ask.args['ts']), 'cant_delete_message');
  if (isRefusal(found)) return found;
  remove(ask.world, found, 'api');
  return { ok: true, channel: found.channel, ts: found.ts };
};

const getPermalink: Handler = (ask) => {
  const channel = findConversation(ask, asText(ask.args['channel']), false);
  if (isRefusal(channel)) return channel;
  const ts = asText(ask.args['message_ts']);
  if (messageAt(ask.world, channel.id, ts) === undefined) return refuse('message_not_found');
  return {
    ok: true,
    channel: channel.id,
    permalink: `https://${ask.workspace.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`,
  };
};

const unfurl: Handler = (ask) => {
  const message = messageAt(ask.world, asText(ask.args['channel']), asText(ask.args['ts']));
  if (message === undefined) return refuse('cannot_find_message');
  const unfurls = ask.args['unfurls'];
  if (!isJson(unfurls)) return refuse('invalid_unfurls_format');
  const stranger = Object.keys(unfurls).find((url) => !message.text.includes(url.replaceAll('&', '&amp;')));
  if (stranger !== undefined) return refuse('cannot_unfurl_message');
  ask.world.journal.add({ kind: 'unfurl', channel: message.channel, ts: message.ts, unfurls });
  return { ok: true };
};

export const chat: Readonly<Record<string, Handler>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': erase,
  'chat.getPermalink': getPermalink,
  'chat.unfurl': unfurl,
};

function ownMessage(ask: Ask, ts: string, error: string) {
  // An update or a deletion wants the id of the conversation, not of a user.
  const channel = findConversation(ask, asText(ask.args['channel']), false);
  if (isRefusal(channel)) return channel;
  const message = messageAt(ask.world, channel.id, ts);
  if (message === undefined || message.shownTo !== undefined) return refuse('message_not_found');
  return message.botId === undefined ? refuse(error) : message;
}

/** Without the house's wish for a `text`, when the server is not strict. */
function faultsOf(ask: Ask, sending: 'post' | 'update' | 'ephemeral') {
  const faults = validateMessage(ask.args, sending);
  return ask.world.strict ? faults : faults.filter((fault) => !fault.message.includes('text fallback'));
}
