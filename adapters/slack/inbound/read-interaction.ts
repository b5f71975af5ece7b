import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ANY_TEAM } from '../address.ts';
import { LIMITS } from '../blocks/limits.ts';
import { SHORTCUTS } from '../ids.ts';
import type { Arrival, Clicked, Commanded, Picked } from './inbound.ts';
import { laneOf, readText } from './read-event.ts';

const text = z.string();
const team = z.looseObject({ id: text }).nullish();
const user = z.looseObject({ id: text, team_id: text.nullish() });
const message = z.looseObject({ ts: text.nullish(), thread_ts: text.nullish(), text: text.nullish() });

const action = z.looseObject({
  action_id: text,
  action_ts: text.nullish(),
  value: text.nullish(),
  selected_option: z.looseObject({ value: text }).nullish(),
});
const blockActions = z.looseObject({
  type: z.literal('block_actions'),
  team,
  user,
  trigger_id: text.nullish(),
  channel: z.looseObject({ id: text }).nullish(),
  container: z
    .looseObject({
      channel_id: text.nullish(),
      message_ts: text.nullish(),
      thread_ts: text.nullish(),
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  message: message.nullish(),
  response_url: text.nullish(),
  actions: z.array(action).min(1),
});
const command = z.looseObject({
  command: text,
  text: text.nullish(),
  team_id: text.nullish(),
  channel_id: text.nullish(),
  user_id: text,
  response_url: text.nullish(),
  trigger_id: text.nullish(),
});
const messageAction = z.looseObject({
  type: z.literal('message_action'),
  callback_id: text,
  team,
  user,
  channel: z.looseObject({ id: text }),
  message,
  response_url: text.nullish(),
  trigger_id: text.nullish(),
  action_ts: text.nullish(),
});

export function readClick(
  body: unknown,
): (Arrival & { readonly body: Clicked; readonly trigger: string | undefined }) | undefined {
  const parsed = blockActions.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const [clicked] = data.actions;
  if (clicked === undefined) return undefined;
  const ts = data.message?.ts ?? data.container?.message_ts;
  const read: Clicked = {
    kind: 'clicked',
    team: teamOf(data),
    channel: data.channel?.id ?? data.container?.channel_id ?? data.user.id,
    user: data.user.id,
    action: clicked.action_id,
    value: clicked.value ?? clicked.selected_option?.value ?? '',
    respondAt: data.response_url || undefined,
    message:
      ts == null
        ? undefined
        : {
            ts,
            thread: data.message?.thread_ts ?? data.container?.thread_ts ?? undefined,
            hidden: data.container?.is_ephemeral === true,
          },
  };
  const id = `click:${read.user}:${read.action}:${clicked.action_ts ?? data.trigger_id ?? randomUUID()}`;
  return { id, lane: laneOf(read), body: read, trigger: data.trigger_id ?? undefined };
}

export function readCommand(
  body: unknown,
): (Arrival & { readonly body: Commanded; readonly trigger: string | undefined }) | undefined {
  const parsed = command.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const read: Commanded = {
    kind: 'commanded',
    team: data.team_id ?? ANY_TEAM,
    channel: data.channel_id ?? data.user_id,
    user: data.user_id,
    text: readText(data.text ?? ''),
    respondAt: data.response_url ?? '',
  };
  const id = `command:${read.user}:${data.trigger_id ?? (read.respondAt || randomUUID())}:${read.text.slice(0, 40)}`;
  return { id, lane: laneOf(read), body: read, trigger: data.trigger_id ?? undefined };
}

/** A message that someone wants reworded. */
export function readPicked(
  body: unknown,
): (Arrival & { readonly body: Picked; readonly trigger: string | undefined }) | undefined {
  const parsed = messageAction.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const read: Picked = {
    kind: 'picked',
    team: teamOf(data),
    channel: data.channel.id,
    user: data.user.id,
    text: readText(data.message.text ?? ''),
    direction: data.callback_id === SHORTCUTS.toPrescriber ? 'to_prescriber' : 'to_buyer',
    respondAt: data.response_url ?? '',
  };
  const id = `pick:${read.user}:${data.action_ts ?? data.trigger_id ?? randomUUID()}`;
  return { id, lane: laneOf(read), body: read, trigger: data.trigger_id ?? undefined };
}

const submission = z.looseObject({
  type: z.enum(['view_submission', 'view_closed']),
  team,
  user,
  view: z.looseObject({
    id: text.nullish(),
    callback_id: text,
    private_metadata: text.max(LIMITS.privateMetadata).nullish(),
    state: z.unknown().optional(),
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
  const { user: who, view } = parsed.data;
  const { callback_id: form, private_metadata: meta, state, id } = view;
  return { team: teamOf(parsed.data), user: who.id, form, view: id ?? undefined, meta: meta ?? undefined, state };
}

const opened = z.looseObject({
  type: z.literal('block_actions'),
  view: z.looseObject({
    id: text,
    hash: text.nullish(),
    private_metadata: text.nullish(),
    state: z.unknown().optional(),
  }),
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
  trigger_id: text.nullish(),
});

export function readShortcut(body: unknown): { team: string; user: string; trigger: string | undefined } | undefined {
  const parsed = globalShortcut.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  return { team: teamOf(data), user: data.user.id, trigger: data.trigger_id ?? undefined };
}

function teamOf({
  team: where,
  user: who,
}: {
  readonly team?: { readonly id: string } | null | undefined;
  readonly user: { readonly team_id?: string | null | undefined };
}): string {
  return where?.id ?? who.team_id ?? ANY_TEAM;
}
