import { createHash, randomUUID } from 'node:crypto';
import { ANY_TEAM, isDirect } from '../address.ts';
import type { Arrival, Inbound, Said } from './inbound.ts';
import { type HeardEvent, heardEvent } from './payload.ts';

type Event = HeardEvent['event'];

const USEFUL = new Set(['+1', 'thumbsup', 'white_check_mark', 'heavy_check_mark', 'clap', 'heart']);
const USELESS = new Set(['-1', 'thumbsdown', 'x']);

/**
 * An event of the Events API as what it means here. Undefined for what is not for us: what apps say (ours and others, so that
 * two never talk to one another), joins, topics, events that are not listened to.
 */
export function readEvent(body: unknown): Arrival | undefined {
  const parsed = heardEvent.safeParse(body);
  if (!parsed.success) return undefined;
  const { team_id: given, event } = parsed.data;
  const team = given ?? event.team ?? ANY_TEAM;
  const read = readInner(team, event);
  return read && { id: idOf(read, parsed.data), lane: laneOf(read), body: read };
}

/**
 * The same at each delivery, and for a message that is told as two events: what was said where and when. Everything else by
 * Slack's own id; without one, by what it holds.
 */
function idOf(read: Inbound, { event_id: id, event_time: time, event }: HeardEvent): string {
  if (read.kind === 'said' && !read.edited) return `said:${hash([read.channel, read.ts, read.user, read.text])}`;
  if (id) return id;
  const at = time ?? event.event_ts ?? event.ts;
  return at === undefined ? randomUUID() : `event:${hash([at, read])}`;
}

function hash(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url');
}

function readInner(team: string, event: Event): Inbound | undefined {
  switch (event.type) {
    case 'message':
      return readMessage(team, event);
    case 'app_mention':
      // Said by name in the app's own messages, it is said there as anything else is.
      return readSaid(team, event, {
        mention: event.channel_type !== 'im' && !isDirect(String(event.channel)),
        edited: event.edited !== undefined,
      });
    case 'app_home_opened':
      return readOpened(team, event);
    case 'assistant_thread_started':
    case 'assistant_thread_context_changed':
      return readPane(team, event);
    case 'reaction_added':
      return readReaction(team, event);
    case 'app_uninstalled':
    case 'tokens_revoked':
      return { kind: 'uninstalled', team };
    default:
      return undefined;
  }
}

/** One's own Home, or one's own messages. Where else they look (`app_context_changed`) changes nothing, and is never read. */
function readOpened(team: string, { user, channel, tab = 'home' }: Event): Inbound | undefined {
  if (user === undefined) return undefined;
  if (tab === 'home') return { kind: 'home', team, user };
  return tab === 'messages' && channel !== undefined
    ? { kind: 'pane', team, channel, user, changed: false }
    : undefined;
}

/** Only the app's own conversations: in channels it hears what is said to it by name, and nothing else. */
function readMessage(team: string, event: Event): Inbound | undefined {
  if (event.channel_type !== 'im' && !isDirect(String(event.channel))) return undefined;
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
      return readSaid(team, event, { mention: false, edited: false });
    case 'message_changed':
      return readChange(team, event);
    case 'message_deleted': {
      const before = event.previous_message;
      const ts = event.deleted_ts ?? before?.ts;
      if (ts === undefined || typeof event.channel !== 'string' || isApp(before)) return undefined;
      return { kind: 'deleted', team, channel: event.channel, ts, thread: before?.thread_ts };
    }
    default:
      return undefined;
  }
}

function readSaid(team: string, event: Partial<Event>, more: Pick<Said, 'mention' | 'edited'>): Said | undefined {
  const { channel, user } = event;
  const ts = event.ts ?? event.event_ts;
  if (isApp(event) || typeof channel !== 'string' || typeof user !== 'string' || ts === undefined) return undefined;
  return {
    kind: 'said',
    team,
    channel,
    user,
    ts,
    text: readText(event.text ?? ''),
    thread: event.thread_ts,
    pane: event.assistant_thread !== undefined,
    files: (event.files ?? []).map(({ name }) => name ?? ''),
    ...more,
  };
}

/** The words have changed, not only a link that was unfurled. */
function readChange(team: string, event: Event): Said | undefined {
  const { message: after, previous_message: before } = event;
  if (after === undefined || after.text === before?.text) return undefined;
  if (after.edited === undefined && before?.text === undefined) return undefined;
  return readSaid(team, { ...after, type: 'message', channel: event.channel }, { mention: false, edited: true });
}

function readPane(team: string, event: Event): Inbound | undefined {
  const { user_id: user, channel_id: channel, thread_ts: thread } = event.assistant_thread ?? {};
  if (user === undefined || channel === undefined || thread === undefined) return undefined;
  return { kind: 'pane', team, channel, user, thread, changed: event.type === 'assistant_thread_context_changed' };
}

function readReaction(team: string, { user, item, reaction = '' }: Event): Inbound | undefined {
  const plain = reaction.replace(/::skin-tone-\d$/, '');
  if (typeof user !== 'string' || item?.channel === undefined || item.ts === undefined) return undefined;
  if (!USEFUL.has(plain) && !USELESS.has(plain)) return undefined;
  return { kind: 'reacted', team, channel: item.channel, user, ts: item.ts, useful: USEFUL.has(plain) };
}

function isApp(event: { bot_id?: unknown; bot_profile?: unknown; subtype?: unknown } | undefined): boolean {
  return Boolean(event?.bot_id) || Boolean(event?.bot_profile) || event?.subtype === 'bot_message';
}

/** What is written on a link, and where it leads when that does not say it. */
function readLink(address: string, label: string): string {
  return address.includes(label.trim()) ? (label.trim() === '' ? address : label) : `${label} (${address})`;
}

/** What was typed: Slack's own escapes undone, the app's name gone, people and channels as their names where given. */
export function readText(slack: string): string {
  return slack
    .replace(/^\s*<@[A-Z0-9]+(?:\|[^<>]*)?>[\s,:]*/, '')
    .replace(/<(?:@|#|!subteam\^)[A-Z0-9]+\|([^<>]*)>/g, '$1')
    .replace(/<[@#][A-Z0-9]+>/g, '')
    .replace(/<!(?:date\^[^<|>]*\|)?([^<>|]*)(?:\|[^<>]*)?>/g, '$1')
    .replace(/<([^<>|]+)\|([^<>]*)>/g, (_, address: string, label: string) => readLink(address, label))
    .replace(/<([^<>|]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

export function laneOf(body: Inbound): string {
  switch (body.kind) {
    case 'said':
      return `${body.team}:${body.channel}:${body.thread ?? (body.mention ? body.ts : '')}`;
    case 'deleted':
      return `${body.team}:${body.channel}:${body.thread ?? ''}`;
    case 'clicked':
      return body.message === undefined
        ? `${body.team}:@${body.user}`
        : `${body.team}:${body.channel}:${body.message.thread ?? ''}`;
    case 'pane':
      return `${body.team}:${body.channel}:${body.thread ?? ''}`;
    case 'commanded':
    case 'picked':
      return `${body.team}:${body.channel}:@${body.user}`;
    case 'brief':
      return `${body.team}:${body.channel}:${body.agreement}`;
    case 'filled':
    case 'told':
    case 'home':
      return `${body.team}:@${body.user}`;
    case 'reacted':
      return `${body.team}:${body.channel}:${body.ts}`;
    case 'uninstalled':
      return body.team;
  }
}
