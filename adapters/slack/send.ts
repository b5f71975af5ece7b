import { z } from 'zod';
import { ok, type Result } from '../../src/result.ts';
import { type ApiFault, isBlockFault, isMissing, type Workspace } from './api.ts';
import type { SlackMessage } from './blocks/message.ts';
import type { SlackContext } from './context.ts';
import { readText } from './inbound/read-event.ts';

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
  /**
   * A person's id stands for the conversation with them, and Slack says which it is: where it does not, the conversation is
   * opened, since what is said there later has to be known again.
   * @param id told again after a crash, so that it can be found
   */
  post(workspace: Workspace, to: Target, message: SlackMessage, id?: string): Promise<Result<Sent, ApiFault>>;
  /** Seen by one person of a channel. */
  whisper(
    workspace: Workspace,
    to: Target & { readonly user: string },
    message: SlackMessage,
  ): Promise<Result<undefined, ApiFault>>;
  /** A message that cannot be changed is said anew under it. */
  update(workspace: Workspace, at: Sent, message: SlackMessage, id?: string): Promise<Result<undefined, ApiFault>>;
  /** The conversation with a person, where Slack says it. */
  open(workspace: Workspace, user: string): Promise<string | undefined>;
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

type Parts = Pick<SlackContext, 'without' | 'isWithout' | 'atHand'>;

export function createSender(parts: Parts): Sender {
  return {
    post: (...given) => post(parts, ...given),
    update: (...given) => update(parts, ...given),
    find: (...given) => find(parts, ...given),
    open: (...given) => open(parts, ...given),
    whisper: async ({ api, team }, { channel, thread, user }, message) => {
      const place = { channel, user, ...(thread === undefined ? {} : { thread_ts: thread }) };
      const sent = await trying(parts, team, message, (content) =>
        api.call('chat.postEphemeral', { ...place, ...content }),
      );
      return sent.ok ? ok(undefined) : sent;
    },
    respond: ({ api, team }, url, message, how) =>
      trying(parts, team, message, ({ text, blocks }) =>
        api.respond(url, {
          text,
          ...(blocks === undefined ? {} : { blocks: JSON.parse(blocks) }),
          replace_original: how === 'replace',
          ...(how === 'replace' ? {} : { response_type: how === 'new' ? 'ephemeral' : how }),
        }),
      ),
  };
}

/** Whole first; without feedback buttons where they are not known; in the last place the words alone. */
async function trying<T>(
  { without, isWithout }: Parts,
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

async function post(
  parts: Parts,
  ...[workspace, to, message, id]: Parameters<Sender['post']>
): ReturnType<Sender['post']> {
  // Before it is sent: Slack may tell of it first.
  if (workspace.botUser === undefined) parts.atHand.ours.set(wordsOf(readText(message.text)), true);
  const sent = await postAt(parts, workspace, to, message, id);
  if (!USER.test(to.channel)) return sent;
  if (sent.ok && !USER.test(sent.value.channel)) return sent;
  if (!sent.ok && !(sent.error.kind === 'refused' && sent.error.error === 'channel_not_found')) return sent;
  const channel = await open(parts, workspace, to.channel);
  if (channel === undefined) return sent;
  return sent.ok ? ok({ ...sent.value, channel }) : postAt(parts, workspace, { ...to, channel }, message, id);
}

async function postAt(
  parts: Parts,
  ...[{ api, team }, { channel, thread }, message, id]: Parameters<Sender['post']>
): ReturnType<Sender['post']> {
  const place = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
  const more = { ...metadata(id), unfurl_links: false, unfurl_media: false };
  const sent = await trying(parts, team, message, (content) =>
    api.call('chat.postMessage', { ...place, ...content, ...more }),
  );
  if (!sent.ok) return sent;
  const read = posted.safeParse(sent.value);
  return ok({ channel: read.data?.channel ?? channel, ts: read.data?.ts ?? '' });
}

async function open(
  { without, isWithout }: Parts,
  { api, team }: Workspace,
  user: string,
): Promise<string | undefined> {
  if (isWithout(team, 'conversations.open')) return undefined;
  const found = await api.call('conversations.open', { users: user });
  if (!found.ok && isMissing(found.error)) without(team, 'conversations.open', faultName(found.error));
  return found.ok ? opened.safeParse(found.value).data?.channel.id : undefined;
}

async function update(
  parts: Parts,
  ...[workspace, { channel, ts }, message, id]: Parameters<Sender['update']>
): ReturnType<Sender['update']> {
  const { api, team } = workspace;
  if (!parts.isWithout(team, UPDATE)) {
    const updated = await trying(parts, team, message, (content) =>
      api.call('chat.update', { channel, ts, ...content, ...metadata(id) }),
    );
    if (updated.ok || !isMissing(updated.error)) return updated.ok ? ok(undefined) : updated;
    parts.without(team, UPDATE, faultName(updated.error));
  }
  const said = await post(parts, workspace, { channel, thread: ts }, message, id);
  return said.ok ? ok(undefined) : said;
}

async function find(
  { without, isWithout }: Parts,
  ...[{ api, team }, { channel, thread }, id, oldest]: Parameters<Sender['find']>
): ReturnType<Sender['find']> {
  const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
  // What an app may read is granted for each kind of conversation (`im:history`, `channels:history`): its id begins with it.
  const here = `${method} of ${channel.charAt(0)}`;
  if (isWithout(team, method) || isWithout(team, here)) return ok(undefined);
  const place = { channel, ...(thread === undefined ? {} : { ts: thread }) };
  const found = await api.call(method, { ...place, oldest, limit: 100, include_all_metadata: true });
  if (!found.ok) {
    if (found.error.kind !== 'refused') return found;
    // Better an answer twice than none.
    const { error } = found.error;
    if (isMissing(found.error)) without(team, error === 'unknown_method' ? method : here, error);
    return ok(undefined);
  }
  const { messages = [] } = history.safeParse(found.value).data ?? {};
  const ts = messages.find((one) => one.metadata?.event_payload?.id === id)?.ts;
  return ok(ts === undefined ? undefined : { channel, ts });
}

/** A text as it is known again after Slack has had it: letters and digits. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

const opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) });
const USER = /^[UW]/;
const UPDATE = 'chat.update';

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
