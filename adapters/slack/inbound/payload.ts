import { z } from 'zod';
import { LIMITS } from '../blocks/limits.ts';
import { EVENTS } from '../ids.ts';

/** Slack's own ids are letters and digits; those of servers that stand in for it may hold a little more. */
const id = z.string().regex(/^[\w.-]{1,64}$/);
const ts = z.string().regex(/^[\w.-]{1,40}$/);
/** A message of Slack's has 40,000 characters at most. */
const text = z.string().max(40_000);
const name = z.string().max(255);
const address = z.string().max(3_000);
/** Without one nothing can be opened, and an empty one is none. */
const trigger = z
  .string()
  .max(300)
  .nullish()
  .transform((value) => value || undefined);
const filled = z.string().max(10_000);

const inner = z.object({
  type: name,
  subtype: name.optional(),
  team: id.optional(),
  user: id.optional(),
  bot_id: id.nullish(),
  bot_profile: z.object({}).nullish(),
  text: text.optional(),
  ts: ts.optional(),
  thread_ts: ts.optional(),
  event_ts: ts.optional(),
  channel: id.optional(),
  channel_type: name.optional(),
  tab: name.optional(),
  files: z
    .array(z.object({ name: z.string().max(1_000).nullish() }))
    .max(100)
    .optional(),
  edited: z.object({}).optional(),
  assistant_thread: z
    .object({ user_id: id.optional(), channel_id: id.optional(), thread_ts: ts.optional() })
    .optional(),
  reaction: name.optional(),
  deleted_ts: ts.optional(),
  hidden: z.boolean().optional(),
  item: z.object({ channel: id.optional(), ts: ts.optional() }).optional(),
});
/** What a message was, or what it has become. */
const version = inner.extend({ type: name.optional() }).optional();

const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: id.nullish(),
  event_id: name.nullish(),
  event_time: z.union([z.string().max(40), z.number()]).nullish(),
});
export const heardEvent = envelope.extend({ event: inner.extend({ message: version, previous_message: version }) });
export type HeardEvent = z.infer<typeof heardEvent>;
/** One that is not listened to is acknowledged by its name. */
const otherEvent = envelope.extend({ event: z.object({ type: name }) });

/** Bolt takes `null` for something. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const team = z.object({ id }).nullish();
const user = z.object({ id, team_id: id.nullish() });
const message = z.object({ ts: ts.nullish(), thread_ts: ts.nullish(), text: text.nullish() });

const chosen = z.object({ value: z.string().max(LIMITS.buttonValue) });
const field = z.object({
  value: filled.nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).max(LIMITS.options).nullish(),
  selected_conversation: id.nullish(),
});
/** What was filled in: by block, then by element. */
export const formState = z.object({ values: z.record(name, z.record(name, field)) });
const view = z.object({
  id: id.nullish(),
  hash: name.nullish(),
  callback_id: name.nullish(),
  private_metadata: z.string().max(LIMITS.privateMetadata).nullish(),
  state: formState.nullish(),
});

export const blockActions = z.object({
  type: z.literal('block_actions'),
  team,
  user,
  trigger_id: trigger,
  channel: maybe(z.object({ id })),
  container: z
    .object({
      channel_id: id.nullish(),
      message_ts: ts.nullish(),
      thread_ts: ts.nullish(),
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  message: message.nullish(),
  view: maybe(view),
  response_url: address.nullish(),
  actions: z
    .array(
      z.object({
        action_id: name,
        action_ts: ts.nullish(),
        type: name.optional(),
        value: z.string().max(LIMITS.buttonValue).nullish(),
        selected_option: chosen.nullish(),
      }),
    )
    .min(1)
    .max(LIMITS.actionsElements),
});
export const command = z.object({
  command: name,
  text: text.nullish(),
  team_id: id.nullish(),
  channel_id: id.nullish(),
  user_id: id,
  response_url: address.nullish(),
  trigger_id: trigger,
});
export const messageAction = z.object({
  type: z.literal('message_action'),
  callback_id: name,
  team,
  user,
  channel: z.object({ id }),
  message,
  response_url: address.nullish(),
  trigger_id: trigger,
  action_ts: ts.nullish(),
});
export const submission = z.object({
  type: z.enum(['view_submission', 'view_closed']),
  team,
  user,
  view: view.extend({ callback_id: name }),
});
export const globalShortcut = z.object({
  type: z.literal('shortcut'),
  callback_id: name,
  team,
  user,
  trigger_id: trigger,
});

const INTERACTIONS: ReadonlyMap<string, z.ZodType<Record<string, unknown>>> = new Map<
  string,
  z.ZodType<Record<string, unknown>>
>([
  ['block_actions', blockActions],
  ['message_action', messageAction],
  ['view_submission', submission],
  ['view_closed', submission],
  ['shortcut', globalShortcut],
]);
const LISTENED: ReadonlySet<string> = new Set(EVENTS);
const kind = z.object({ type: name.optional(), command: name.optional(), event: z.unknown().optional() });
const eventKind = z.object({ type: name });

export type PayloadRead =
  | { readonly ok: true; readonly body: Record<string, unknown> }
  /** What it is and which of its fields does not fit; never what it says. */
  | { readonly ok: false; readonly type: string; readonly why: string };

/**
 * What Slack sends, whatever brought it: the fields that are used, checked, and nothing else. Neither Bolt nor anything of ours
 * looks at it before.
 */
export function readPayload(value: unknown): PayloadRead {
  const read = kind.safeParse(value);
  if (!read.success) return { ok: false, type: 'unknown', why: whyOf(read.error) };
  const { type = '' } = read.data;
  const named = eventKind.safeParse(read.data.event).data?.type;
  const schema =
    read.data.command !== undefined
      ? command
      : type === 'event_callback'
        ? named === undefined || LISTENED.has(named)
          ? heardEvent
          : otherEvent
        : INTERACTIONS.get(type);
  const what = named === undefined ? type || 'command' : `${type}.${named.slice(0, 60)}`;
  if (schema === undefined) return { ok: false, type: what.slice(0, 60), why: 'unknown' };
  const parsed = schema.safeParse(value);
  return parsed.success ? { ok: true, body: parsed.data } : { ok: false, type: what, why: whyOf(parsed.error) };
}

function whyOf({ issues: [first] }: z.ZodError): string {
  const where = (first?.path ?? []).filter((part) => typeof part === 'string' && /^\w{1,40}$/.test(part));
  return `${where.slice(0, 4).join('.') || 'payload'}: ${first?.code ?? 'does not fit'}`;
}
