import { createHash } from 'node:crypto';
import type { Happened } from '../../src/desk/port/shown.ts';
import type { NotDelivered } from '../../src/message/delivery.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { type Shown as OutcomeShown, outcomeScreen } from '../../src/screens/outcome.ts';
import { isDirect } from './address.ts';
import { type ApiFault, isMissing, notDelivered, type Workspace } from './api.ts';
import type { SlackMessage } from './blocks/message.ts';
import type { SlackContext } from './context.ts';
import type { Clicked, Spot } from './inbound/inbound.ts';
import type { People } from './people.ts';
import { messageOf } from './render.ts';
import type { Sender, Target } from './send.ts';

export type Handled = Promise<Result<undefined, NotDelivered>>;

/** What every handler works with. */
export interface Tools {
  readonly context: SlackContext;
  readonly people: People;
  readonly send: Sender;
}

/** The id of the message that was answered: it tells nobody who asked, nor where. */
export function messageIdOf(team: string, channel: string, ts: string): string {
  return createHash('sha256').update(`${team}:${channel}:${ts}`).digest('base64url').slice(0, 24);
}

export function delivered(result: Result<unknown, ApiFault>): Result<undefined, NotDelivered> {
  return result.ok ? ok(undefined) : err(notDelivered(result.error));
}

/** The workspace of an event; an event of one where the app is no longer installed ends there. */
export async function workspaceOf(
  { workspaces }: SlackContext,
  team: string,
): Promise<Result<Workspace, NotDelivered>> {
  const found = await workspaces.of(team);
  if (!found.ok) return err({ kind: 'later', why: found.error.why });
  return found.value === undefined ? err({ kind: 'never', why: 'not installed in this workspace' }) : ok(found.value);
}

/** The same under its workspace's own name: an app with a token of its own serves one, whatever it is called. */
export async function placed<T extends { readonly team: string }>({ workspaces }: SlackContext, what: T): Promise<T> {
  const found = await workspaces.of(what.team);
  return found.ok && found.value !== undefined ? { ...what, team: found.value.team } : what;
}

/** Whether the answers of a channel are for all to see. */
export async function channelMode(
  { notes, atHand }: SlackContext,
  team: string,
  channel: string,
): Promise<'public' | 'private'> {
  const key = `${team}:${channel}`;
  const kept = atHand.channels.get(key);
  if (kept !== undefined) return kept;
  const noted = await notes.get({ platform: 'slack', kind: 'channel', key });
  if (!noted.ok) return 'private';
  const mode = noted.value?.body === 'public' ? 'public' : 'private';
  atHand.channels.set(key, mode);
  return mode;
}

/** What is done later, the store being down: tried again. */
export const LATER = err({ kind: 'later', why: 'the store is down' } as const);

export function isDown(happened: Happened): boolean {
  return (happened.name === 'refused' || happened.name === 'no_brief') && happened.fault.kind === 'store_down';
}

/** What someone last asked, for the form that asks for a human. */
export function rememberLast(
  { atHand }: SlackContext,
  account: string,
  { reply, question }: Extract<Happened, { readonly name: 'answer' }>,
): void {
  if (reply.outcome.kind !== 'smalltalk') atHand.last.set(account, { reply: reply.inReplyTo, question });
}

/** An answer as it is shown this time. */
export function showing(
  { reply, question, lesson, purchase }: Omit<Extract<Happened, { readonly name: 'answer' }>, 'name'>,
  more: Partial<OutcomeShown> = {},
): SlackMessage {
  const screen = outcomeScreen({
    reply,
    question,
    lesson,
    purchase,
    role: reply.role,
    depth: 'short',
    key: reply.inReplyTo,
    place: 'dm',
    human: true,
    turns: true,
    folds: false,
    thumbs: true,
    boxes: false,
    ...more,
  });
  return messageOf(screen, reply.address.conversation);
}

const WHISPER = 'chat.postEphemeral';

/** Says something to someone where they are: to them alone in a channel, by the address that Slack gave for it if there is one. */
export async function tell(
  { context, send }: Tools,
  workspace: Workspace,
  spot: Spot & { readonly respondAt?: string | undefined; readonly thread?: string | undefined },
  message: SlackMessage,
): Promise<Result<undefined, ApiFault>> {
  const { channel, thread, user, respondAt } = spot;
  if (respondAt !== undefined && respondAt !== '') {
    const said = await send.respond(workspace, respondAt, message, 'new');
    if (said.ok || said.error.kind === 'rate_limited') return said;
    context.log.warn({ team: workspace.team, fault: said.error.kind }, 'a response_url was refused');
  }
  // Where nobody can be spoken to alone in a channel, it is said in their own messages.
  const isChannel = channel.startsWith('C') || channel.startsWith('G');
  if (isChannel) {
    const said = await whisper(context, send, workspace, { channel, thread, user }, message);
    if (said !== undefined && (said.ok || said.error.kind !== 'refused')) return said;
  }
  const direct: Target = channel.startsWith('D') ? { channel, thread } : { channel: user };
  const sent = await send.post(workspace, direct, message);
  return sent.ok ? ok(undefined) : sent;
}

/** Beside what was clicked, for whoever clicked: in their own messages it stays, in a channel they alone see it. */
export async function sayBeside(
  tools: Tools,
  workspace: Workspace,
  clicked: Spot & Pick<Clicked, 'message' | 'respondAt'>,
  message: SlackMessage,
): Promise<Result<undefined, ApiFault>> {
  const thread = clicked.message?.thread;
  if (!isDirect(clicked.channel)) return tell(tools, workspace, { ...clicked, thread }, message);
  const sent = await tools.send.post(workspace, { channel: clicked.channel, thread }, message);
  return sent.ok ? ok(undefined) : sent;
}

/** To one person alone; undefined where this town's Slack lets nobody, which is remembered. */
async function whisper(
  { without, isWithout }: SlackContext,
  send: Sender,
  workspace: Workspace,
  to: Target & { readonly user: string },
  message: SlackMessage,
): Promise<Result<undefined, ApiFault> | undefined> {
  const { team } = workspace;
  if (isWithout(team, WHISPER)) return undefined;
  const said = await send.whisper(workspace, to, message);
  if (said.ok || !isMissing(said.error)) return said;
  without(team, WHISPER, said.error.kind === 'refused' ? said.error.error : '');
  return undefined;
}

/** To one person of a channel; for all to see where Slack cannot do that, in the thread `otherwise` names. */
export async function whisperOr(
  context: SlackContext,
  send: Sender,
  workspace: Workspace,
  to: Target & { readonly user: string },
  message: SlackMessage,
  otherwise: Target = to,
): Promise<Result<undefined, ApiFault>> {
  const whispered = await whisper(context, send, workspace, to, message);
  if (whispered !== undefined) return whispered;
  const posted = await send.post(workspace, otherwise, message);
  return posted.ok ? ok(undefined) : posted;
}

/**
 * Shows in the place of what was clicked: by its time, or by `response_url` for what one person sees; beside it, to whoever
 * clicked, where neither can be had.
 */
export async function replace(
  tools: Tools,
  workspace: Workspace,
  clicked: Spot & Pick<Clicked, 'message' | 'respondAt'>,
  message: SlackMessage,
): Promise<Result<undefined, ApiFault>> {
  const { send } = tools;
  const { channel, message: at, respondAt } = clicked;
  if (at !== undefined && !at.hidden) {
    const updated = await send.update(workspace, { channel, ts: at.ts }, message);
    if (updated.ok || updated.error.kind !== 'refused') return updated;
  }
  if (respondAt !== undefined) {
    const replaced = await send.respond(workspace, respondAt, message, 'replace');
    if (replaced.ok || replaced.error.kind === 'rate_limited') return replaced;
  }
  return tell(tools, workspace, { ...clicked, respondAt: undefined, thread: at?.thread }, message);
}
