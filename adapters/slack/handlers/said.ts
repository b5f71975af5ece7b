import type { Happened, Shown } from '../../../src/desk/port/shown.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import { conversationOf } from '../address.ts';
import { notDelivered, type Workspace } from '../api.ts';
import { shorten } from '../blocks/clean.ts';
import type { SlackMessage } from '../blocks/message.ts';
import { commonOf } from '../face.ts';
import type { Deleted, Said } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { type Sent, type Target, wordsOf } from '../send.ts';
import {
  channelMode,
  delivered,
  type Handled,
  isDown,
  LATER,
  messageIdOf,
  rememberLast,
  showing,
  type Tools,
  whisperOr,
  workspaceOf,
} from '../tools.ts';
import { caseThread } from './case-roots.ts';
import { sayInCase } from './cases.ts';
import { createStream, endLeftStream, forgetStream, type Stream } from './stream.ts';

/** A line, where it was said, under the name that its answer bears; `id` and `attempt` are its event's. */
interface Line {
  readonly tools: Tools;
  readonly workspace: Workspace;
  readonly said: Said;
  readonly id: string;
  readonly attempt: number;
  readonly message: string;
  readonly conversation: string;
}

/** A question is answered once; said again in other words, its answer is replaced; taken back, it is forgotten. */
export async function onSaid(
  tools: Tools,
  said: Said,
  event: { readonly id: string; readonly attempt: number },
): Handled {
  const { context } = tools;
  const found = await workspaceOf(context, said.team);
  if (!found.ok) return found;
  const workspace = found.value;
  const { team, channel, ts, thread, user, mention } = said;
  if (workspace.botUser === undefined && context.atHand.ours.get(wordsOf(said.text)) === true) return ok(undefined);
  if (user === workspace.botUser || context.atHand.takenBack.get(keyOf(said)) === true) return ok(undefined);
  if (!mention && thread !== undefined) {
    const kept = await caseThread(tools, `${team}:${channel}:${thread}`);
    if (!kept.ok) return kept;
    if (kept.value !== undefined) return sayInCase(tools, workspace, said, kept.value, event.id);
  }
  const message = messageIdOf(team, channel, ts);
  const place = { team, channel, user: undefined, thread: mention ? (thread ?? ts) : thread };
  const line = { tools, workspace, said, ...event, message, conversation: conversationOf(place) };
  return mention ? onMention(line) : onDirect(line);
}

/** Says a line at the desk: what comes of it, or nothing where it was taken back meanwhile. */
async function hear(
  { tools, workspace, said, id, message, conversation }: Line,
  text: string,
  stream?: Stream,
): Promise<Result<Shown | undefined, NotDelivered>> {
  const { atHand, desk } = tools.context;
  const { user, edited, mention } = said;
  const common = await commonOf(tools, workspace, { user, id, conversation, isPrivate: !mention });
  const after = mention ? undefined : exchangeAbove(tools, said);
  const taken = new AbortController();
  atHand.inHand.set(keyOf(said), taken);
  try {
    const heard = {
      ...common,
      kind: 'said',
      text,
      message: edited ? `${message}-${id}`.slice(0, 60) : message,
      ...(after === undefined ? {} : { after }),
      ...(stream === undefined ? {} : { onSentence: stream.onSentence }),
    } as const;
    for await (const shown of desk.hear(heard, taken.signal)) {
      if (isDown(shown.happened)) return LATER;
      if (shown.happened.name === 'answer') rememberLast(tools.context, common.actor.account, shown.happened);
      if (!taken.signal.aborted) return ok(shown);
    }
    return ok(undefined);
  } finally {
    atHand.inHand.delete(keyOf(said));
  }
}

async function onDirect(line: Line): Handled {
  const { tools, workspace, said, attempt, message, conversation } = line;
  const { context, send } = tools;
  const { team, channel, thread, edited } = said;
  const before = await answerBefore(line);
  if (!before.ok) return before;
  // What is new is answered, what was changed is answered anew.
  if (edited !== (before.value !== undefined)) return ok(undefined);
  if (said.text === '') return sayNothingToAnswer(line);
  if (thread !== undefined && (said.pane || context.atHand.titled.get(`${team}:${channel}:${thread}`) === true))
    settlePane(line, thread);
  const grows = thread !== undefined && !edited;
  const left = grows && attempt > 0 ? await endLeftStream(context, workspace, message) : undefined;
  const stream =
    grows && left === undefined
      ? createStream(context, workspace, { channel, thread, user: said.user, id: message })
      : undefined;
  const came = await hear(line, said.text, stream);
  const begun = left ?? (await stream?.end());
  if (!came.ok) return came;
  if (came.value === undefined) return begun === undefined ? ok(undefined) : drop(tools, workspace, begun, message);
  const { happened } = came.value;
  const content =
    happened.name === 'answer'
      ? showing(happened, aboveOf(said, happened))
      : messageOf(came.value.screen, conversation);
  const answerId = happened.name === 'answer' ? happened.reply.inReplyTo : message;
  const shown = before.value ?? begun;
  if (shown !== undefined) {
    const updated = await send.update(workspace, shown, content, message);
    if (updated.ok) remember(line, shown, answerId);
    if (updated.ok && begun !== undefined) await forgetStream(context, message);
    if (updated.ok || begun === undefined || notDelivered(updated.error).kind !== 'never') return delivered(updated);
    // What was begun cannot be changed: it goes, and the answer comes by itself.
    const dropped = await drop(tools, workspace, begun, message);
    if (!dropped.ok) return dropped;
  }
  return post(line, { channel, thread }, content, answerId);
}

/** What is written beside a file is answered, and the file is not what it was answered from. */
function aboveOf({ files }: Said, { reply }: Extract<Happened, { readonly name: 'answer' }>) {
  return files.length === 0 ? {} : { above: deskTexts[reply.language].filesUnread };
}

async function post(line: Line, to: Target, content: SlackMessage, answerId: string): Handled {
  const sent = await line.tools.send.post(line.workspace, to, content, line.message);
  if (sent.ok) remember(line, sent.value, answerId);
  return delivered(sent);
}

/** What a thread of one's own messages hangs on: a question asked there, or its answer. */
function exchangeAbove({ context }: Tools, { team, channel, thread }: Said) {
  if (thread === undefined) return undefined;
  const asked = messageIdOf(team, channel, thread);
  const message = context.atHand.answered.get(`${team}:${channel}:${thread}`) ?? asked;
  return { conversation: conversationOf({ team, channel, thread: undefined, user: undefined }), message };
}

/** Takes away an answer that was only begun. */
async function drop({ context }: Tools, workspace: Workspace, { channel, ts }: Sent, message: string): Handled {
  const deleted = await workspace.api.call('chat.delete', { channel, ts });
  if (!deleted.ok && deleted.error.kind !== 'refused') return delivered(deleted);
  await forgetStream(context, message);
  return ok(undefined);
}

async function onMention(line: Line): Handled {
  const { tools, workspace, said, message, conversation } = line;
  const { context, send } = tools;
  const { team, channel, ts, thread, user } = said;
  const isPublic = (await channelMode(context, team, channel)) === 'public';
  const before = isPublic ? await answerBefore(line) : ok(undefined);
  if (!before.ok) return before;
  if (!said.edited && before.value !== undefined) return ok(undefined);
  const came = await hear(line, said.text || 'aide');
  if (!came.ok || came.value === undefined) return came.ok ? ok(undefined) : came;
  const { happened } = came.value;
  // One's own hours, data and lessons are for oneself, whatever the channel's rule.
  if (happened.name !== 'answer')
    return delivered(
      await send.post(workspace, { channel: user }, messageOf(came.value.screen, conversation), message),
    );
  const content = showing(happened, { ...aboveOf(said, happened), place: isPublic ? 'channel' : 'private' });
  const inThread: Target = { channel, thread: thread ?? ts };
  if (!isPublic) {
    // Slack shows a private message in a thread only once the thread has been begun.
    const whispered = await whisperOr(context, send, workspace, { channel, user, thread }, content, inThread);
    if (whispered.ok || whispered.error.kind !== 'refused') return delivered(whispered);
    return delivered(await send.post(workspace, { channel: user }, content, message));
  }
  if (before.value !== undefined) return delivered(await send.update(workspace, before.value, content, message));
  return post(line, inThread, content, happened.reply.inReplyTo);
}

/** At hand; else among the messages, when a process may have died with the answer given, or when the question has changed. */
async function answerBefore({
  tools,
  workspace,
  said,
  attempt,
  message,
}: Line): Promise<Result<Sent | undefined, NotDelivered>> {
  // For the first time here: the intake knows what has come before.
  if (attempt === 0 && !said.edited) return ok(undefined);
  const posted = tools.context.atHand.answers.get(keyOf(said));
  if (posted !== undefined) return ok({ channel: said.channel, ts: posted });
  const thread = said.thread ?? (said.mention ? said.ts : undefined);
  const found = await tools.send.find(workspace, { channel: said.channel, thread }, message, said.ts);
  return found.ok ? found : err(notDelivered(found.error));
}

function remember({ tools, said }: Line, { channel, ts }: Sent, message: string): void {
  tools.context.atHand.answers.set(keyOf(said), ts);
  tools.context.atHand.answered.set(`${said.team}:${channel}:${ts}`, message);
}

async function sayNothingToAnswer({ tools, workspace, said, message }: Line): Handled {
  const language = await tools.people.language(workspace, said.user);
  const { command } = catalogues[language].slack;
  const text = said.files.length > 0 ? command.filesOnly : command.help;
  const { channel, thread } = said;
  return delivered(await tools.send.post(workspace, { channel, thread }, note(text, language), message));
}

/** Says that work is under way, and what the thread is about, without waiting: neither is worth a late answer. */
function settlePane({ tools, workspace, said }: Line, thread: string): void {
  const { context } = tools;
  const { api, team } = workspace;
  if (context.isWithout(team, 'assistant.threads')) return;
  const at = { channel_id: said.channel, thread_ts: thread };
  const settle = async (): Promise<void> => {
    const { working } = catalogues['fr'].slack.assistant;
    const status = await api.call('assistant.threads.setStatus', { ...at, status: working });
    if (status.ok) await api.call('assistant.threads.setTitle', { ...at, title: shorten(said.text, 100) });
    else if (status.error.kind === 'refused') context.without(team, 'assistant.threads', status.error.error);
  };
  settle().catch((error: unknown) => context.log.error({ err: error }, 'the status of a thread could not be set'));
}

/** What was answered goes with what was asked, and so does what the dialogue remembered of it. */
export async function onDeleted(tools: Tools, deleted: Deleted): Handled {
  const { team, channel, ts, thread } = deleted;
  const { context, send } = tools;
  const found = await workspaceOf(context, team);
  if (!found.ok) return found;
  const kept = thread === undefined ? ok(undefined) : await caseThread(tools, `${team}:${channel}:${thread}`);
  // What was passed on in a case has been read.
  if (!kept.ok || kept.value !== undefined) return kept.ok ? ok(undefined) : kept;
  context.conversing.forget(conversationOf({ team, channel, thread, user: undefined }));
  const id = messageIdOf(team, channel, ts);
  const posted = context.atHand.answers.get(keyOf(deleted));
  context.atHand.answers.delete(keyOf(deleted));
  const at =
    posted === undefined ? await send.find(found.value, { channel, thread }, id, ts) : ok({ channel, ts: posted });
  if (!at.ok) return delivered(at);
  const begun = at.value ?? (thread === undefined ? undefined : await endLeftStream(context, found.value, id));
  return begun === undefined ? ok(undefined) : drop(tools, found.value, begun, id);
}

/** A message is taken back: what is being done for it stops. What had been done is undone when its turn comes. */
export function takeBack({ context }: Tools, deleted: Deleted): void {
  const key = keyOf(deleted);
  context.atHand.takenBack.set(key, true);
  context.atHand.inHand.get(key)?.abort();
}

const keyOf = ({ team, channel, ts }: Pick<Said, 'team' | 'channel' | 'ts'>) => `${team}:${channel}:${ts}`;
