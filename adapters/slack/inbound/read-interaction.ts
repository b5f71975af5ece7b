import { z } from 'zod';
import { LIMITS } from '../blocks/limits.ts';
import { SHORTCUTS } from '../ids.ts';
import type { Arrival, Clicked, Commanded, Picked } from './inbound.ts';
import { laneOf, readText } from './read-event.ts';

const text = z.string();
const team = z.looseObject({ id: text }).nullish();
const user = z.looseObject({ id: text, team_id: text.optional() });
const message = z.looseObject({ ts: text.optional(), thread_ts: text.optional(), text: text.optional() });

const action = z.looseObject({
  action_id: text,
  action_ts: text.optional(),
  value: text.optional(),
  selected_option: z.looseObject({ value: text }).nullish(),
});
const blockActions = z.looseObject({
  type: z.literal('block_actions'),
  team,
  user,
  trigger_id: text.optional(),
  channel: z.looseObject({ id: text }).optional(),
  container: z
    .looseObject({
      channel_id: text.optional(),
      message_ts: text.optional(),
      thread_ts: text.optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: message.optional(),
  response_url: text.optional(),
  actions: z.array(action).min(1),
});
const command = z.looseObject({
  command: text,
  text: text.optional(),
  team_id: text,
  channel_id: text,
  user_id: text,
  response_url: text.optional(),
  trigger_id: text.optional(),
});
const messageAction = z.looseObject({
  type: z.literal('message_action'),
  callback_id: text,
  team,
  user,
  channel: z.looseObject({ id: text }),
  message,
  response_url: text.optional(),
  trigger_id: text.optional(),
  action_ts: text.optional(),
});

export function readClick(
  body: unknown,
): (Arrival & { readonly body: Clicked; readonly trigger: string | undefined }) | undefined {
  const parsed = blockActions.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const [clicked] = data.actions;
  const teamId = data.team?.id ?? data.user.team_id;
  if (clicked === undefined || teamId === undefined) return undefined;
  const ts = data.message?.ts ?? data.container?.message_ts;
  const read: Clicked = {
    kind: 'clicked',
    team: teamId,
    channel: data.channel?.id ?? data.container?.channel_id ?? data.user.id,
    user: data.user.id,
    action: clicked.action_id,
    value: clicked.value ?? clicked.selected_option?.value ?? '',
    respondAt: data.response_url,
    message:
      ts === undefined
        ? undefined
        : {
            ts,
            thread: data.message?.thread_ts ?? data.container?.thread_ts,
            hidden: data.container?.is_ephemeral === true,
          },
  };
  const id = `click:${read.user}:${read.action}:${clicked.action_ts ?? data.trigger_id ?? ts ?? ''}`;
  return { id, lane: laneOf(read), body: read, trigger: data.trigger_id };
}

export function readCommand(
  body: unknown,
): (Arrival & { readonly body: Commanded; readonly trigger: string | undefined }) | undefined {
  const parsed = command.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const read: Commanded = {
    kind: 'commanded',
    team: data.team_id,
    channel: data.channel_id,
    user: data.user_id,
    text: readText(data.text ?? ''),
    respondAt: data.response_url ?? '',
  };
  const id = `command:${read.user}:${data.trigger_id ?? data.response_url ?? ''}:${read.text.slice(0, 40)}`;
  return { id, lane: laneOf(read), body: read, trigger: data.trigger_id };
}

/** A message that someone wants reworded. */
export function readPicked(
  body: unknown,
): (Arrival & { readonly body: Picked; readonly trigger: string | undefined }) | undefined {
  const parsed = messageAction.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const teamId = data.team?.id ?? data.user.team_id;
  if (teamId === undefined) return undefined;
  const read: Picked = {
    kind: 'picked',
    team: teamId,
    channel: data.channel.id,
    user: data.user.id,
    text: readText(data.message.text ?? ''),
    direction: data.callback_id === SHORTCUTS.toPrescriber ? 'to_prescriber' : 'to_buyer',
    respondAt: data.response_url ?? '',
  };
  const id = `pick:${read.user}:${data.action_ts ?? data.trigger_id ?? ''}`;
  return { id, lane: laneOf(read), body: read, trigger: data.trigger_id };
}

const submission = z.looseObject({
  type: z.enum(['view_submission', 'view_closed']),
  team,
  user,
  view: z.looseObject({
    id: text.optional(),
    callback_id: text,
    private_metadata: text.max(LIMITS.privateMetadata).optional(),
    state: z.unknown(),
  }),
});

export interface Submitted {
  readonly team: string;
  readonly user: string;
  readonly form: string;
  readonly view: string | undefined;
  readonly meta: string | undefined;
  readonly state: unknown;
}

export function readSubmission(body: unknown): Submitted | undefined {
  const parsed = submission.safeParse(body);
  if (!parsed.success) return undefined;
  const { user: who, view, team: where } = parsed.data;
  const teamId = where?.id ?? who.team_id;
  if (teamId === undefined) return undefined;
  const { callback_id: form, private_metadata: meta, state, id } = view;
  return { team: teamId, user: who.id, form, view: id, meta, state };
}

const opened = z.looseObject({
  type: z.literal('block_actions'),
  view: z.looseObject({ id: text, hash: text.optional(), private_metadata: text.optional(), state: z.unknown() }),
});

/** The form that what was clicked stands in. */
export function readFormOf(body: unknown) {
  const parsed = opened.safeParse(body);
  return parsed.success ? parsed.data.view : undefined;
}

const globalShortcut = z.looseObject({
  type: z.literal('shortcut'),
  callback_id: text,
  team,
  user,
  trigger_id: text.optional(),
});

export function readShortcut(body: unknown): { team: string; user: string; trigger: string | undefined } | undefined {
  const parsed = globalShortcut.safeParse(body);
  const teamId = parsed.data?.team?.id ?? parsed.data?.user.team_id;
  if (!parsed.success || teamId === undefined) return undefined;
  return { team: teamId, user: parsed.data.user.id, trigger: parsed.data.trigger_id };
}
