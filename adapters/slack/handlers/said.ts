import type { NotDelivered } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { conversationOf } from '../address.ts';
import { notDelivered, type Workspace } from '../api.ts';
import { shorten } from '../blocks/clean.ts';
import { wordsOf } from '../direct.ts';
import type { Deleted, Said } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import type { Sent, Target } from '../send.ts';
import { textsOf } from '../texts.ts';
import type { Asides } from './aside.ts';
import type { CaseThreads } from './case-threads.ts';
import {
  ask,
  channelMode,
  delivered,
  type Handled,
  messageIdOf,
  showing,
  type Tools,
  whisperOr,
  workspaceOf,
} from './reply.ts';
import { createStream, endLeftStream, forgetStream } from './stream.ts';

/** A question is answered once; said again in other words, its answer is replaced; taken back, it is forgotten. */
export function createSaidHandler(tools: Tools, threads: CaseThreads, asides: Asides) {
  const { context, people, send } = tools;
  const { atHand } = context;

  const onSaid = async (said: Said, { id, attempt }: { readonly id: string; readonly attempt: number }): Handled => {
    const found = await workspaceOf(context, said.team);
    if (!found.ok) return found;
    const workspace = found.value;
    if (workspace.botUser === undefined && atHand.ours.get(wordsOf(said.text)) === true) return ok(undefined);
    if (said.user === workspace.botUser || atHand.takenBack.get(keyOf(said)) === true) return ok(undefined);
    if (!said.mention && said.thread !== undefined) {
      const kept = await threads.of(said.team, said.channel, said.thread);
      if (!kept.ok) return kept;
      if (kept.value !== undefined) return threads.say(workspace, said, kept.value, id);
    }
    return said.mention ? onMention(workspace, said, id, attempt) : onDirect(workspace, said, id, attempt);
  };

  const onDirect = async (workspace: Workspace, said: Said, id: string, attempt: number): Handled => {
    const { team, channel, ts, thread, user } = said;
    const target: Target = { channel, thread };
    const key = keyOf(said);
    const message = messageIdOf(team, channel, ts);
    const before = await answerBefore(workspace, said, attempt);
    if (!before.ok) return before;
    if (said.edited && before.value === undefined) return ok(undefined);
    if (!said.edited && before.value !== undefined) return ok(undefined);
    if (said.text === '') return sayNothingToAnswer(workspace, said, target);
    const conversation = conversationOf({ team, channel, thread, user: undefined });
    const aside = await asides.hear(workspace, { user, text: said.text, conversation, event: id });
    if (!aside.ok) return aside;
    if (aside.value !== undefined) {
      const { value: content } = aside;
      return delivered(
        before.value === undefined
          ? await send.post(workspace, target, content, message)
          : await send.update(workspace, before.value, content, message),
      );
    }
    const pane = said.pane || atHand.titled.get(threadKey(said)) === true;
    if (pane) settlePane(workspace, said);
    const left =
      thread === undefined || attempt === 0 || said.edited
        ? undefined
        : await endLeftStream(context, workspace, message);
    const stream =
      thread === undefined || said.edited || left !== undefined
        ? undefined
        : createStream(context, workspace, { channel, thread, user, id: message });
    const answerId = said.edited ? `${message}-${id}`.slice(0, 60) : message;
    const taken = new AbortController();
    atHand.inHand.set(key, taken);
    const reply = await ask(
      tools,
      workspace,
      user,
      { id: answerId, conversation, text: said.text, after: exchangeAbove(said) },
      { signal: taken.signal, ...(stream === undefined ? {} : { onSentence: stream.onSentence }) },
    ).finally(() => atHand.inHand.delete(key));
    const begun = left ?? (await stream?.end());
    if (taken.signal.aborted) return begun === undefined ? ok(undefined) : drop(workspace, begun, message);
    const content = showing(context, { reply, question: said.text });
    if (before.value !== undefined) {
      const updated = await send.update(workspace, before.value, content, message);
      if (updated.ok) remember(key, team, before.value, answerId);
      return delivered(updated);
    }
    if (begun !== undefined) {
      const updated = await send.update(workspace, begun, content, message);
      if (updated.ok) {
        remember(key, team, begun, answerId);
        await forgetStream(context, message);
      }
      if (updated.ok || notDelivered(updated.error).kind !== 'never') return delivered(updated);
      // What was begun cannot be changed: it goes, and the answer comes by itself.
      const dropped = await drop(workspace, begun, message);
      if (!dropped.ok) return dropped;
    }
    const sent = await send.post(workspace, target, content, message);
    if (sent.ok) remember(key, team, sent.value, answerId);
    return delivered(sent);
  };

  /** What a thread of one's own messages hangs on: a question asked there, or its answer. */
  const exchangeAbove = ({ team, channel, thread }: Said) => {
    if (thread === undefined) return undefined;
    const asked = messageIdOf(team, channel, thread);
    const message = atHand.answered.get(`${team}:${channel}:${thread}`) ?? asked;
    return { conversation: conversationOf({ team, channel, thread: undefined, user: undefined }), message };
  };

  /** Takes away an answer that was only begun. */
  const drop = async (workspace: Workspace, { channel, ts }: Sent, message: string): Handled => {
    const deleted = await workspace.api.call('chat.delete', { channel, ts });
    if (!deleted.ok && deleted.error.kind !== 'refused') return delivered(deleted);
    await forgetStream(context, message);
    return ok(undefined);
  };

  const onMention = async (workspace: Workspace, said: Said, id: string, attempt: number): Handled => {
    const { team, channel, ts, thread, user } = said;
    const message = messageIdOf(team, channel, ts);
    const isPublic = (await channelMode(context, team, channel)) === 'public';
    const before = isPublic ? await answerBefore(workspace, said, attempt) : ok(undefined);
    if (!before.ok) return before;
    if (!said.edited && before.value !== undefined) return ok(undefined);
    const inThread: Target = { channel, thread: thread ?? ts };
    const conversation = conversationOf({ team, channel, thread: thread ?? ts, user: undefined });
    const aside = await asides.hear(workspace, { user, text: said.text, conversation });
    if (!aside.ok) return aside;
    // One's own hours, data and lessons are for oneself, whatever the channel's rule.
    if (aside.value !== undefined)
      return delivered(await send.post(workspace, { channel: user }, aside.value, message));
    const answerId = said.edited ? `${message}-${id}`.slice(0, 60) : message;
    const reply = await ask(tools, workspace, user, { id: answerId, conversation, text: said.text || 'aide' });
    const content = showing(context, { reply, question: said.text }, { place: isPublic ? 'channel' : 'private' });
    if (!isPublic) {
      // Slack shows a private message in a thread only once the thread has been begun.
      const whispered = await whisperOr(context, send, workspace, { channel, user, thread }, content, inThread);
      if (whispered.ok || whispered.error.kind !== 'refused') return delivered(whispered);
      return delivered(await send.post(workspace, { channel: user }, content, message));
    }
    if (before.value !== undefined) return delivered(await send.update(workspace, before.value, content, message));
    const sent = await send.post(workspace, inThread, content, message);
    if (sent.ok) remember(keyOf(said), team, sent.value, answerId);
    return delivered(sent);
  };

  /** At hand; else among the messages, when a process may have died with the answer given, or when the question has changed. */
  const answerBefore = async (
    workspace: Workspace,
    said: Said,
    attempt: number,
  ): Promise<Result<Sent | undefined, NotDelivered>> => {
    // For the first time here: the intake knows what has come before.
    if (attempt === 0 && !said.edited) return ok(undefined);
    const posted = atHand.answers.get(keyOf(said));
    if (posted !== undefined) return ok({ channel: said.channel, ts: posted.ts });
    const thread = said.thread ?? (said.mention ? said.ts : undefined);
    const id = messageIdOf(said.team, said.channel, said.ts);
    const found = await send.find(workspace, { channel: said.channel, thread }, id, said.ts);
    return found.ok ? found : err(notDelivered(found.error));
  };

  const remember = (key: string, team: string, { channel, ts }: Sent, message: string): void => {
    atHand.answers.set(key, { ts, message });
    atHand.answered.set(`${team}:${channel}:${ts}`, message);
  };

  const sayNothingToAnswer = async (workspace: Workspace, said: Said, target: Target): Handled => {
    const language = await people.language(workspace, said.user);
    const { command } = textsOf(language).slack;
    const text = said.files.length > 0 ? command.filesOnly : command.help;
    return delivered(
      await send.post(workspace, target, note(text, language), messageIdOf(said.team, said.channel, said.ts)),
    );
  };

  /** Says that work is under way, and what the thread is about, without waiting: neither is worth a late answer. */
  const settlePane = (workspace: Workspace, said: Said): void => {
    const { api, team } = workspace;
    const { channel, thread } = said;
    if (thread === undefined || context.isWithout(team, 'assistant.threads')) return;
    const tell = async (): Promise<void> => {
      const { working } = textsOf('fr').slack.assistant;
      const status = await api.call('assistant.threads.setStatus', {
        channel_id: channel,
        thread_ts: thread,
        status: working,
      });
      if (!status.ok) {
        if (status.error.kind === 'refused') context.without(team, 'assistant.threads', status.error.error);
        return;
      }
      await api.call('assistant.threads.setTitle', {
        channel_id: channel,
        thread_ts: thread,
        title: shorten(said.text, 100),
      });
    };
    tell().catch((error: unknown) => context.log.error({ err: error }, 'the status of a thread could not be set'));
  };

  const onDeleted = async ({ team, channel, ts, thread }: Deleted): Handled => {
    const found = await workspaceOf(context, team);
    if (!found.ok) return found;
    const kept = thread === undefined ? ok(undefined) : await threads.of(team, channel, thread);
    if (!kept.ok) return kept;
    // What was passed on in a case has been read.
    if (kept.value !== undefined) return ok(undefined);
    context.conversing.forget(conversationOf({ team, channel, thread, user: undefined }));
    const key = keyOf({ team, channel, ts });
    const id = messageIdOf(team, channel, ts);
    const posted = atHand.answers.get(key);
    atHand.answers.delete(key);
    atHand.given.delete(id);
    const at =
      posted === undefined ? await send.find(found.value, { channel, thread }, id, ts) : ok({ channel, ts: posted.ts });
    if (!at.ok) return delivered(at);
    const begun = at.value ?? (thread === undefined ? undefined : await endLeftStream(context, found.value, id));
    return begun === undefined ? ok(undefined) : drop(found.value, begun, id);
  };

  const takeBack = (deleted: Deleted): void => {
    const key = keyOf(deleted);
    atHand.takenBack.set(key, true);
    atHand.inHand.get(key)?.abort();
  };

  return { onSaid, onDeleted, takeBack };
}

const keyOf = ({ team, channel, ts }: Pick<Said, 'team' | 'channel' | 'ts'>) => `${team}:${channel}:${ts}`;
const threadKey = ({ team, channel, thread }: Said) => `${team}:${channel}:${thread ?? ''}`;
