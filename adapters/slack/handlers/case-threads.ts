// A case and its two threads: what is told, what is typed, what is clicked change the same cards.

import { z } from 'zod';
import { actSaid } from '../../../src/desk/port/act-said.ts';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { NotDelivered, Outgoing } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { caseNotice, caseScreen, offerOver } from '../../../src/screens/case.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { readConversation } from '../address.ts';
import { notDelivered, type Workspace } from '../api.ts';
import type { SlackMessage } from '../blocks/message.ts';
import type { Said } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import type { Sent } from '../send.ts';
import { textsOf } from '../texts.ts';
import { delivered, type Handled, type Tools, workspaceOf } from './reply.ts';

/** Whose thread of which case. */
interface CaseThread {
  readonly case: string;
  readonly person: string;
}

interface Root extends Sent {
  readonly team: string;
}

export interface CaseThreads {
  /** Undefined: no case's thread. */
  of(team: string, channel: string, thread: string): Promise<Result<CaseThread | undefined, NotDelivered>>;
  /** Something typed in a case's thread: it is passed on, and never searched; once for the id of its event. */
  say(workspace: Workspace, said: Said, thread: CaseThread, id: string): Handled;
  /** A message of a case, from the courier. */
  deliver(message: Outgoing): Handled;
  /** Shows a case as it stands now on the card that its thread hangs on. */
  refresh(workspace: Workspace, view: CaseView, person: string, language: Language): Promise<void>;
  /** A card that its reader saw elsewhere than in the thread's first message. */
  rootOf(caseId: string, person: string): Promise<Result<Root | undefined, NotDelivered>>;
}

const ROOT = 'case-root';
const THREAD = 'case-thread';
const SENDING = 'sending';
const LATER = err({ kind: 'later', why: 'the store is down' } as const);
/** Kept for as long as a case may be opened again. */
const KEPT_MS = 400 * 86_400_000;

const rootNote = z.object({ team: z.string(), channel: z.string(), ts: z.string() });
const threadNote = z.object({ case: z.string(), person: z.string() });
const sendingNote = z.object({ since: z.string() });

export function createCaseThreads(tools: Tools): CaseThreads {
  const { context, people, send } = tools;
  const { helping, notes, atHand, now } = context;

  const put = async (kind: string, key: string, person: string | undefined, body: unknown) => {
    const expiresAt = new Date(now().getTime() + KEPT_MS).toISOString();
    return notes.put({ platform: 'slack', kind, key, person, body, expiresAt });
  };

  const rootOf: CaseThreads['rootOf'] = async (caseId, person) => {
    const found = await notes.get({ platform: 'slack', kind: ROOT, key: `${caseId}:${person}` });
    if (!found.ok) return LATER;
    return ok(rootNote.safeParse(found.value?.body).data);
  };

  const setRoot = async (caseId: string, person: string, root: Root): Promise<Result<undefined, NotDelivered>> => {
    const thread = `${root.team}:${root.channel}:${root.ts}`;
    atHand.notCases.delete(thread);
    const kept = await put(THREAD, thread, person, { case: caseId, person } satisfies CaseThread);
    if (!kept.ok) return LATER;
    const rooted = await put(ROOT, `${caseId}:${person}`, person, root);
    return rooted.ok ? ok(undefined) : LATER;
  };

  const refresh: CaseThreads['refresh'] = async (workspace, view, person, language) => {
    // What it says is said in the thread all the same.
    if (context.isWithout(workspace.team, 'chat.update')) return;
    const root = await rootOf(view.id, person);
    if (!root.ok || root.value === undefined) return;
    const updated = await send.update(workspace, root.value, cardOf(view, language));
    if (!updated.ok)
      context.log.warn({ case: view.id, fault: updated.error.kind }, 'the card of a case was not updated');
  };

  /** Once, though the process may die between sending and noting it: what was being sent is looked for first. */
  const sendOnce = async (
    workspace: Workspace,
    id: string,
    to: { readonly channel: string; readonly thread?: string | undefined },
    content: Parameters<typeof send.post>[2],
  ): Promise<Result<Sent, NotDelivered>> => {
    const key = { platform: 'slack', kind: SENDING, key: id } as const;
    const begun = await notes.get(key);
    if (!begun.ok) return LATER;
    const since = sendingNote.safeParse(begun.value?.body).data?.since;
    if (since !== undefined) {
      const found = await send.find(workspace, to, id, since);
      if (!found.ok) return err(notDelivered(found.error));
      if (found.value !== undefined) return ok(found.value);
    }
    const oldest = String(Math.floor(now().getTime() / 1_000) - 60);
    if (since === undefined && !(await put(SENDING, id, undefined, { since: oldest })).ok) return LATER;
    const sent = await send.post(workspace, to, content, id);
    return sent.ok ? ok(sent.value) : err(notDelivered(sent.error));
  };

  const forgetSending = async (id: string): Promise<void> => {
    const gone = await notes.remove({ platform: 'slack', kind: SENDING, key: id });
    if (!gone.ok) context.log.warn({ id }, 'a note of something sent was left');
  };

  /** A person's own conversation with the app: never a channel. */
  const directOf = async (message: Outgoing) => {
    const place = readConversation(message.to.conversation);
    if (place === undefined) return err({ kind: 'never', why: 'not an address of Slack' } as const);
    const found = await workspaceOf(context, place.team);
    if (!found.ok) return found.error.kind === 'never' ? err({ ...found.error, kind: 'gone' } as const) : found;
    return ok({ workspace: found.value, channel: place.user ?? place.channel });
  };

  const deliver: CaseThreads['deliver'] = async (message) => {
    const direct = await directOf(message);
    if (!direct.ok) return direct;
    const { workspace, channel } = direct.value;
    const { id, case: caseId, person, kind, language, text } = message;
    const root = await rootOf(caseId, person);
    if (!root.ok) return root;
    const view = await helping.view(person, caseId);
    if (!view.ok && view.error.kind === 'store_down') return LATER;
    if (kind === 'offer' && view.ok) {
      const sent = await sendOnce(workspace, id, { channel }, cardOf(view.value, language));
      if (!sent.ok) return sent;
      const kept = await setRoot(caseId, person, { ...sent.value, team: workspace.team });
      if (kept.ok) await forgetSending(id);
      return kept;
    }
    if (kind === 'offer_over' && root.value !== undefined)
      return delivered(await send.update(workspace, root.value, messageOf(offerOver(text, language))));
    if (!view.ok) {
      const sent = await sendOnce(workspace, id, { channel, thread: root.value?.ts }, note(text, language));
      if (sent.ok) await forgetSending(id);
      return sent.ok ? ok(undefined) : sent;
    }
    const opened =
      root.value === undefined ? await openThread(workspace, channel, view.value, person, language) : ok(root.value);
    if (!opened.ok) return opened;
    const first = opened.value;
    if (root.value !== undefined) await refresh(workspace, view.value, person, language);
    // The card itself has just said it.
    if (root.value === undefined && kind === 'searching') return ok(undefined);
    const content = messageOf(caseNotice(message, view.value, { language, writes: 'thread', about: false }));
    const sent = await sendOnce(workspace, id, { channel: first.channel, thread: first.ts }, content);
    if (!sent.ok) return sent;
    await forgetSending(id);
    return ok(undefined);
  };

  const openThread = async (
    workspace: Workspace,
    channel: string,
    view: CaseView,
    person: string,
    language: Language,
  ): Promise<Result<Root, NotDelivered>> => {
    const id = `root:${view.id}:${person}`;
    const sent = await sendOnce(workspace, id, { channel }, cardOf(view, language));
    if (!sent.ok) return sent;
    const root = { ...sent.value, team: workspace.team };
    const kept = await setRoot(view.id, person, root);
    if (!kept.ok) return kept;
    await forgetSending(id);
    return ok(root);
  };

  const say: CaseThreads['say'] = async (workspace, said, { case: caseId, person }, id) => {
    const { channel, ts, thread } = said;
    const language = await people.language(workspace, said.user);
    const texts = textsOf(language);
    const refuse = async (why: string): Handled =>
      delivered(await send.post(workspace, { channel, thread }, note(why, language), `refused:${ts}`));
    if (said.edited) return refuse(texts.slack.case.editsNotRelayed);
    if (said.files.length > 0) return refuse(texts.slack.case.filesRefused);
    const action: CaseAction = actSaid(said.text) ?? { kind: 'say', text: said.text };
    const acted = await helping.act(person, caseId, action, { key: id });
    if (!acted.ok) {
      if (acted.error.kind === 'store_down') return LATER;
      return refuse(texts.slack.case.notRelayed(sayHelpFault(acted.error, language)));
    }
    await refresh(workspace, acted.value, person, language);
    await mark(workspace, channel, ts);
    const own = acted.value.lines.findLast((line) => line.kind === 'message' && line.from === 'you');
    if (action.kind === 'say' && own?.kind === 'message' && own.hidden !== undefined)
      return delivered(await send.post(workspace, { channel, thread }, note(own.hidden, language), `hidden:${ts}`));
    return ok(undefined);
  };

  /** A tick under what was passed on; where reactions are not allowed, no news is good news. */
  const mark = async ({ api, team }: Workspace, channel: string, ts: string): Promise<void> => {
    if (context.isWithout(team, 'reactions.add')) return;
    const added = await api.call('reactions.add', { channel, timestamp: ts, name: 'white_check_mark' });
    if (!added.ok && added.error.kind === 'refused' && added.error.error !== 'already_reacted')
      context.without(team, 'reactions.add', added.error.error);
  };

  return {
    rootOf,
    refresh,
    deliver,
    say,
    of: async (team, channel, thread) => {
      const key = `${team}:${channel}:${thread}`;
      if (atHand.notCases.get(key) === true) return ok(undefined);
      const found = await notes.get({ platform: 'slack', kind: THREAD, key });
      if (!found.ok) return LATER;
      const kept = threadNote.safeParse(found.value?.body).data;
      // A thread becomes a case's when its first message is posted, by whichever process: never once people write in it.
      if (kept === undefined) atHand.notCases.set(key, true);
      return ok(kept);
    },
  };
}

/** The message that a case's thread hangs on: where it stands, and what may be done now. */
export function cardOf(view: CaseView, language: Language): SlackMessage {
  return messageOf(caseScreen(view, { language, writes: 'thread', talk: false }));
}
