import type { Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { dmOf } from '../populate.ts';
import type { Channel, Workspace } from '../types.ts';
import { type Fault, say } from '../validate/faults.ts';
import type { World } from '../world.ts';

/** A call that has passed the door: method known, token good, scopes granted, arguments present. */
export interface Ask {
  readonly world: World;
  readonly args: Json;
  /** Of the token; of nobody for `oauth.v2.access` and the app-level methods. */
  readonly workspace: Workspace;
}

export type Handler = (ask: Ask) => Json;

/** An answer with Slack's error code. */
export type Refusal = { readonly ok: false; readonly error: string };

export function refuse(error: string, more: Json = {}): Refusal {
  return { ok: false, error, ...more };
}

/** The first fault gives the code; all of them are told. */
export function refuseFor(faults: readonly Fault[]): Refusal {
  const [first] = faults;
  const code = first?.code ?? 'invalid_arguments';
  return refuse(code, {
    errors: faults.map((fault) => fault.message),
    response_metadata: { messages: faults.map(say) },
  });
}

/** Where a bot may post: its own conversations; public ones too with `chat:write.public`. */
export function findConversation(ask: Ask, id: string, posting: boolean): Channel | Refusal {
  const { world, workspace } = ask;
  const user = world.users.get(id);
  if (posting && user !== undefined && user.team === workspace.id) {
    if (user.isBot) return refuse('cannot_dm_bot');
    return user.deleted ? refuse('user_disabled') : dmOf(world, user);
  }
  const channel = world.channels.get(id);
  if (channel === undefined || channel.team !== workspace.id) return refuse('channel_not_found');
  const inside = channel.members.has(workspace.botUser);
  if (!inside && channel.kind !== 'channel') return refuse('channel_not_found');
  if (posting && channel.archived) return refuse('is_archived');
  if (posting && !inside && !workspace.scopes.includes('chat:write.public')) return refuse('not_in_channel');
  return channel;
}

export function isRefusal<T>(found: T | Refusal): found is Refusal {
  return typeof found === 'object' && found !== null && 'ok' in found && found.ok === false;
}

/** Blocks and elements without an id get one, as in Slack. */
export function withIds(world: World, blocks: readonly Json[]): Json[] {
  const named = (element: unknown): unknown =>
    typeof element === 'object' && element !== null && INTERACTIVE.test(String(Reflect.get(element, 'type')))
      ? { action_id: world.ids.next('a').slice(-5), ...element }
      : element;
  return blocks.map((block) => {
    const filled: Record<string, unknown> = { block_id: world.ids.next('b').slice(-5), ...block };
    if (filled['accessory'] !== undefined) filled['accessory'] = named(filled['accessory']);
    if (filled['element'] !== undefined) filled['element'] = named(filled['element']);
    if (Array.isArray(filled['elements']) && /^(actions|context_actions)$/.test(String(filled['type'])))
      filled['elements'] = filled['elements'].map(named);
    return filled;
  });
}

const INTERACTIVE =
  /^(button|workflow_button|checkboxes|radio_buttons|overflow|.*_select|.*picker|.*_input|.*_button|feedback_buttons)$/;

/** A page of a list, with Slack's cursors (here: the place to go on from, in base 64). */
export function pageOf<T>(
  ask: Ask,
  items: readonly T[],
): { readonly page: readonly T[]; readonly metadata: Json } | Refusal {
  const limit = Math.min(Number(ask.args['limit'] ?? 100), 1_000);
  if (!Number.isInteger(limit) || limit < 1) return refuse('invalid_limit');
  const cursor = ask.args['cursor'];
  const from = cursor === undefined || cursor === '' ? 0 : Number(Buffer.from(String(cursor), 'base64').toString());
  if (!Number.isInteger(from)) return refuse('invalid_cursor');
  const more = from + limit < items.length;
  return {
    page: items.slice(from, from + limit),
    metadata: { next_cursor: more ? Buffer.from(String(from + limit)).toString('base64') : '' },
  };
}

export const isTs = (value: unknown): value is string => typeof value === 'string' && /^\d{10}\.\d{6}$/.test(value);

/** The thread a message may join: its root, never another reply. */
export function findThread(ask: Ask, channel: Channel): string | undefined | Refusal {
  const given = ask.args['thread_ts'];
  if (given === undefined || given === '') return undefined;
  if (!isTs(given)) return refuse('invalid_thread_ts');
  const root = ask.world.messages.get(channel.id)?.find((message) => message.ts === given);
  if (root === undefined) return refuse('thread_not_found');
  return root.threadTs === undefined || root.threadTs === root.ts ? given : refuse('cannot_reply_to_message');
}

export const tooLong = (text: unknown): boolean => typeof text === 'string' && text.length > LIMITS.markdown;
