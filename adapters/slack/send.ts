import { z } from 'zod';
import { ok, type Result } from '../../src/result.ts';
import { type ApiFault, isBlockFault, isMissing, type Workspace } from './api.ts';
import type { SlackMessage } from './blocks/message.ts';
import type { SlackContext } from './context.ts';

/** How our messages are found again after a crash. */
const REPLY_EVENT = 'truchement_reply';

export interface Target {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** A message that was posted; its channel as Slack names it. */
export interface Sent {
  readonly channel: string;
  readonly ts: string;
}

const posted = z.looseObject({
  channel: z.string().optional(),
  ts: z.string().optional(),
  message_ts: z.string().optional(),
});

/** Sends, updates and finds the app's own messages; what a workspace cannot show is left out, never the answer. */
export interface Sender {
  /** @param id told again after a crash, so that it can be found */
  post(workspace: Workspace, to: Target, message: SlackMessage, id?: string): Promise<Result<Sent, ApiFault>>;
  /** Seen by one person of a channel. */
  whisper(
    workspace: Workspace,
    to: Target & { readonly user: string },
    message: SlackMessage,
  ): Promise<Result<undefined, ApiFault>>;
  update(workspace: Workspace, at: Sent, message: SlackMessage, id?: string): Promise<Result<undefined, ApiFault>>;
  /** By a `response_url`. */
  respond(
    workspace: Workspace,
    url: string,
    message: SlackMessage,
    how: 'new' | 'replace' | 'in_channel',
  ): Promise<Result<undefined, ApiFault>>;
  /** The message that was posted under this id since `oldest`, if one was. */
  find(workspace: Workspace, to: Target, id: string, oldest: string): Promise<Result<Sent | undefined, ApiFault>>;
}

export function createSender({ without, isWithout }: Pick<SlackContext, 'without' | 'isWithout'>): Sender {
  /** Whole first; without feedback buttons where they are not known; in the last place the words alone. */
  async function trying<T>(
    team: string,
    message: SlackMessage,
    send: (content: { readonly text: string; readonly blocks?: string }) => Promise<Result<T, ApiFault>>,
  ): Promise<Result<T, ApiFault>> {
    const plainer = message.blocks.filter(({ type }) => type !== 'context_actions');
    const first = isWithout(team, 'context_actions') ? plainer : message.blocks;
    const sent = await send({ text: message.text, blocks: JSON.stringify(first) });
    if (sent.ok || !isBlockFault(sent.error)) return sent;
    if (plainer.length < first.length) {
      const again = await send({ text: message.text, blocks: JSON.stringify(plainer) });
      if (again.ok) without(team, 'context_actions', faultName(sent.error));
      if (again.ok || !isBlockFault(again.error)) return again;
    }
    without(team, 'blocks', faultName(sent.error));
    return send({ text: message.text });
  }

  const metadata = (id: string | undefined) =>
    id === undefined ? {} : { metadata: JSON.stringify({ event_type: REPLY_EVENT, event_payload: { id } }) };

  return {
    post: async ({ api, team }, { channel, thread }, message, id) => {
      const sent = await trying(team, message, (content) =>
        api.call('chat.postMessage', {
          channel,
          ...(thread === undefined ? {} : { thread_ts: thread }),
          ...content,
          ...metadata(id),
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      if (!sent.ok) return sent;
      const read = posted.safeParse(sent.value);
      return ok({ channel: read.data?.channel ?? channel, ts: read.data?.ts ?? '' });
    },
    whisper: async ({ api, team }, { channel, thread, user }, message) => {
      const sent = await trying(team, message, (content) =>
        api.call('chat.postEphemeral', {
          channel,
          user,
          ...(thread === undefined ? {} : { thread_ts: thread }),
          ...content,
        }),
      );
      return sent.ok ? ok(undefined) : sent;
    },
    update: async ({ api, team }, { channel, ts }, message, id) => {
      const sent = await trying(team, message, (content) =>
        api.call('chat.update', { channel, ts, ...content, ...metadata(id) }),
      );
      return sent.ok ? ok(undefined) : sent;
    },
    respond: ({ api, team }, url, message, how) =>
      trying(team, message, ({ text, blocks }) =>
        api.respond(url, {
          text,
          ...(blocks === undefined ? {} : { blocks: JSON.parse(blocks) }),
          replace_original: how === 'replace',
          ...(how === 'in_channel'
            ? { response_type: 'in_channel' }
            : how === 'new'
              ? { response_type: 'ephemeral' }
              : {}),
        }),
      ),
    find: async ({ api, team }, { channel, thread }, id, oldest) => {
      const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
      // What an app may read is granted for each kind of conversation (`im:history`, `channels:history`): its id begins with it.
      const here = `${method} of ${channel.charAt(0)}`;
      if (isWithout(team, method) || isWithout(team, here)) return ok(undefined);
      const found = await api.call(method, {
        channel,
        ...(thread === undefined ? {} : { ts: thread }),
        oldest,
        limit: 100,
        include_all_metadata: true,
      });
      if (!found.ok) {
        if (found.error.kind !== 'refused') return found;
        // Better an answer twice than none.
        const { error } = found.error;
        if (isMissing(found.error)) without(team, error === 'unknown_method' ? method : here, error);
        return ok(undefined);
      }
      const ts = history
        .safeParse(found.value)
        .data?.messages?.find((one) => one.metadata?.event_payload?.id === id)?.ts;
      return ok(ts === undefined ? undefined : { channel, ts });
    },
  };
}

const history = z.looseObject({
  messages: z
    .array(
      z.looseObject({
        ts: z.string(),
        metadata: z.looseObject({ event_payload: z.looseObject({ id: z.unknown() }).optional() }).optional(),
      }),
    )
    .optional(),
});

function faultName(fault: ApiFault): string {
  return fault.kind === 'refused' ? fault.error : fault.kind;
}
