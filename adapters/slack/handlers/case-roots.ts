import { z } from 'zod';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { caseScreen } from '../../../src/screens/case.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { notDelivered, type Workspace } from '../api.ts';
import type { SlackMessage } from '../blocks/message.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import type { Sent, Target } from '../send.ts';
import { LATER, type Tools } from '../tools.ts';

/** Whose thread of which case. */
export interface CaseThread {
  readonly case: string;
  readonly person: string;
}

/** The message that a case's thread hangs on. */
export interface Root extends Sent {
  readonly team: string;
}

const ROOT = 'case-root';
const THREAD = 'case-thread';
const SENDING = 'sending';
const BEARER = 'case-bearer';
/** Kept for as long as a case may be opened again. */
const KEPT_MS = 400 * 86_400_000;

const rootNote = z.object({ team: z.string(), channel: z.string(), ts: z.string() });
const threadNote = z.object({ case: z.string(), person: z.string() });
const sendingNote = z.object({ since: z.string() });
const bearerNote = z.object({ channel: z.string(), ts: z.string(), text: z.string(), on: z.number() });

type Down = Result<undefined, NotDelivered>;

const read = async <T>({ context }: Tools, kind: string, key: string, schema: z.ZodType<T>) => {
  const found = await context.notes.get({ platform: 'slack', kind, key });
  return found.ok ? ok(schema.safeParse(found.value?.body).data) : LATER;
};

async function put({ context }: Tools, kind: string, key: string, person: string | undefined, body: unknown) {
  const expiresAt = new Date(context.now().getTime() + KEPT_MS).toISOString();
  const written = await context.notes.put({ platform: 'slack', kind, key, person, body, expiresAt });
  return written.ok ? ok(undefined) : LATER;
}

async function remove({ context }: Tools, kind: string, key: string): Promise<void> {
  const gone = await context.notes.remove({ platform: 'slack', kind, key });
  if (!gone.ok) context.log.warn({ kind, key }, 'a note was left');
}

export function rootOf(
  tools: Tools,
  { case: id, person }: CaseThread,
): Promise<Result<Root | undefined, NotDelivered>> {
  return read(tools, ROOT, `${id}:${person}`, rootNote);
}

export async function setRoot(tools: Tools, thread: CaseThread, root: Root): Promise<Down> {
  const key = `${root.team}:${root.channel}:${root.ts}`;
  tools.context.atHand.notCases.delete(key);
  const kept = await put(tools, THREAD, key, thread.person, { case: thread.case, person: thread.person });
  return kept.ok ? put(tools, ROOT, `${thread.case}:${thread.person}`, thread.person, root) : kept;
}

/** Undefined: no case's thread. */
export async function caseThread(tools: Tools, key: string): Promise<Result<CaseThread | undefined, NotDelivered>> {
  const { notCases } = tools.context.atHand;
  if (notCases.get(key) === true) return ok(undefined);
  const kept = await read(tools, THREAD, key, threadNote);
  // A thread becomes a case's when its first message is posted, by whichever process: never once people write in it.
  if (kept.ok && kept.value === undefined) notCases.set(key, true);
  return kept;
}

/** Where a case stands, and what may be done now. */
export function cardOf(view: CaseView, language: Language): SlackMessage {
  return messageOf(caseScreen(view, { language, writes: 'thread', talk: false }));
}

/** Shows a case as it stands now on the card that its thread hangs on. */
export async function refresh(
  tools: Tools,
  workspace: Workspace,
  view: CaseView,
  { person, language }: { readonly person: string; readonly language: Language },
): Promise<void> {
  const { context, send } = tools;
  // What it says is said in the thread all the same.
  if (context.isWithout(workspace.team, 'chat.update')) return;
  const root = await rootOf(tools, { case: view.id, person });
  if (!root.ok || root.value === undefined) return;
  const updated = await send.update(workspace, root.value, cardOf(view, language));
  if (!updated.ok) context.log.warn({ case: view.id, fault: updated.error.kind }, 'the card of a case was not updated');
}

/** Once, though the process may die between sending and noting it: what was being sent is looked for first. */
export async function sendOnce(
  tools: Tools,
  workspace: Workspace,
  id: string,
  to: Target,
  content: SlackMessage,
): Promise<Result<Sent, NotDelivered>> {
  const begun = await read(tools, SENDING, id, sendingNote);
  if (!begun.ok) return begun;
  const since = begun.value?.since;
  if (since !== undefined) {
    const found = await tools.send.find(workspace, to, id, since);
    if (!found.ok) return err(notDelivered(found.error));
    if (found.value !== undefined) return ok(found.value);
  }
  const oldest = String(Math.floor(tools.context.now().getTime() / 1_000) - 60);
  if (since === undefined && !(await put(tools, SENDING, id, undefined, { since: oldest })).ok) return LATER;
  const sent = await tools.send.post(workspace, to, content, id);
  return sent.ok ? ok(sent.value) : err(notDelivered(sent.error));
}

export function forgetSending(tools: Tools, id: string): Promise<void> {
  return remove(tools, SENDING, id);
}

/**
 * What is to be done at once stands under the latest line alone: the one that bore it on an earlier version of the case loses it,
 * and keeps its words.
 */
export async function bear(
  tools: Tools,
  workspace: Workspace,
  { id, version }: Pick<CaseView, 'id' | 'version'>,
  { person, language }: { readonly person: string; readonly language: Language },
  bearer?: Sent & { readonly text: string },
): Promise<void> {
  const key = `${id}:${person}`;
  const before = await read(tools, BEARER, key, bearerNote);
  if (!before.ok) return;
  const isFormer = before.value !== undefined && (bearer?.ts ?? before.value.ts) !== before.value.ts;
  const isPast = before.value !== undefined && before.value.on < version;
  if (before.value !== undefined && (isFormer || isPast)) {
    const { text, channel, ts } = before.value;
    const at = { channel, ts };
    const updated = tools.context.isWithout(workspace.team, 'chat.update')
      ? ok(undefined)
      : await tools.send.update(workspace, at, note(text, language));
    if (!updated.ok) tools.context.log.warn({ case: id, fault: updated.error.kind }, 'buttons of a line were left');
  }
  if (bearer !== undefined) await put(tools, BEARER, key, person, { ...bearer, on: version });
  else if (isPast) await remove(tools, BEARER, key);
}
