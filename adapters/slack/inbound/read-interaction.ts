import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ANY_TEAM } from '../address.ts';
import { ACTS_MENU, SHORTCUTS } from '../ids.ts';
import type { Arrival, Clicked, Commanded, Picked } from './inbound.ts';
import { blockActions, command, globalShortcut, messageAction, submission } from './payload.ts';
import { laneOf, readText } from './read-event.ts';

export function readClick(
  body: unknown,
): (Arrival & { readonly body: Clicked; readonly trigger: string | undefined }) | undefined {
  const parsed = blockActions.safeParse(body);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const [first] = data.actions;
  if (first === undefined) return undefined;
  const clicked = fromMenu(first);
  const ts = data.message?.ts ?? data.container?.message_ts;
  const read: Clicked = {
    kind: 'clicked',
    team: teamOf(data),
    channel: data.channel?.id ?? data.container?.channel_id ?? data.user.id,
    user: data.user.id,
    action: clicked.action_id,
    value: clicked.value ?? clicked.selected_option?.value ?? '',
    at: Number.parseFloat(clicked.action_ts ?? '') || undefined,
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

/** What was chosen in a menu is the button it stands for. */
function fromMenu(clicked: z.infer<typeof blockActions>['actions'][number]): typeof clicked {
  const chosen = clicked.action_id === ACTS_MENU ? (clicked.selected_option?.value ?? '') : '';
  const space = chosen.indexOf(' ');
  if (space < 1) return clicked;
  return { ...clicked, action_id: chosen.slice(0, space), value: chosen.slice(space + 1) };
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

/** The form that what was clicked stands in. */
export function readFormOf(body: unknown) {
  const view = blockActions.safeParse(body).data?.view;
  return view?.id == null ? undefined : { ...view, id: view.id };
}

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
