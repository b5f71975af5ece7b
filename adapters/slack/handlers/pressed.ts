import type { Happened, Shown } from '../../../src/desk/port/shown.ts';
import { ok } from '../../../src/result.ts';
import { escapeMarkdown } from '../../../src/screens/make.ts';
import type { Shown as OutcomeShown } from '../../../src/screens/outcome.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { conversationOf, isDirect, readConversation } from '../address.ts';
import type { Workspace } from '../api.ts';
import { commonOf } from '../face.ts';
import type { Clicked, Reacted } from '../inbound/inbound.ts';
import { type Press, readPress } from '../inbound/read-press.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import {
  delivered,
  type Handled,
  isDown,
  LATER,
  messageIdOf,
  replace,
  sayBeside,
  showing,
  type Tools,
  tell,
  workspaceOf,
} from '../tools.ts';
import { uploadFile } from '../upload.ts';
import { showAgreed } from './brief.ts';
import { showCase } from './cases.ts';
import { publishHome } from './home.ts';

type Of<N extends Happened['name']> = Extract<Happened, { readonly name: N }>;

/** Where a button was pressed, and what it means. */
interface Pressing {
  readonly tools: Tools;
  readonly workspace: Workspace;
  readonly clicked: Clicked;
  readonly press: Press;
  /** The dialogue of the message that bears it. */
  readonly conversation: string;
}

/** What buttons do that need no form. */
export async function onClicked(tools: Tools, clicked: Clicked, id: string): Handled {
  const found = await workspaceOf(tools.context, clicked.team);
  if (!found.ok) return found;
  const press = readPress(clicked.action, clicked.value);
  if (press === undefined) {
    tools.context.log.info({ action: clicked.action }, 'a button that does nothing here was clicked');
    return ok(undefined);
  }
  const pressing = { tools, workspace: found.value, clicked, press, conversation: conversationHere(clicked) };
  const heard = await heardOf(pressing, id);
  for await (const shown of tools.context.desk.hear(heard)) {
    const done = await showOne(pressing, heard.key, shown);
    if (!done.ok) return done;
  }
  return press.verb === 'role' ? publishHome(tools, found.value, clicked.user) : ok(undefined);
}

/** A reply that one press gives is heard as if it had been typed, and what was pressed is not typed again. */
async function heardOf({ tools, workspace, clicked, press, conversation }: Pressing, id: string) {
  const { user, at, channel, message } = clicked;
  // In Home, in a form, and where one person alone sees it, nobody else reads.
  const isPrivate = message === undefined || message.hidden || isDirect(channel);
  const common = await commonOf(tools, workspace, {
    user,
    id,
    at,
    isPrivate,
    conversation: ('conversation' in press.value ? press.value.conversation : undefined) ?? conversation,
  });
  const on = message === undefined ? undefined : `${channel}:${message.ts}`;
  if (press.verb === 'say') {
    const { conversation: _here, ...said } = press.value;
    return { ...common, kind: 'said', ...said, message: common.key, pressed: on } as const;
  }
  // Pressed twice, the line goes once.
  const value = press.verb === 'to_case' ? { ...press.value, key: message?.ts } : press.value;
  return { ...common, kind: 'pressed', ...press, value, filled: new Map(), on } as Parameters<
    Tools['context']['desk']['hear']
  >[0];
}

function conversationHere({ team, channel, message }: Clicked): string {
  return conversationOf({ team, channel, thread: message?.thread, user: undefined });
}

async function showOne(pressing: Pressing, key: string, shown: Shown): Handled {
  const { tools, workspace, clicked, press, conversation } = pressing;
  const { happened, screen, instead, again } = shown;
  if (isDown(happened)) return LATER;
  // What the first press brought is on its way; an answer that is turned is the same however often.
  if (again && press.verb !== 'register' && press.verb !== 'more') return ok(undefined);
  switch (happened.name) {
    case 'answer':
      return showAnswer(pressing, key, happened);
    case 'chosen': {
      if (happened.again) break;
      const content = showing({ ...happened, lesson: undefined }, { place: placeOf(clicked), chosen: happened.chosen });
      return delivered(await replace(tools, workspace, clicked, content));
    }
    case 'agreement':
    case 'no_brief':
      return showAgreed(tools, workspace, clicked, happened, screen.language);
    case 'file': {
      const place = { channel: clicked.channel, thread: clicked.message?.thread ?? clicked.message?.ts };
      const failed = note(catalogues[screen.language].slack.reword.fileFailed, screen.language);
      return giveFile(tools, workspace, { place, spot: clicked }, { ...happened.file, comment: screen.said }, failed);
    }
    case 'data':
      return giveData(pressing, happened, shown);
    case 'forgotten':
      return sayForgotten(pressing, shown);
    case 'thanked':
      return ok(undefined);
    case 'case':
    case 'went':
    case 'left_open':
      return showCase(tools, workspace, clicked, press, shown);
    case 'refused':
      if ('case' in press.value) return showCase(tools, workspace, clicked, press, shown);
  }
  // A lesson stays where it was opened.
  const show = instead && happened.name !== 'taught' ? replace : sayBeside;
  return delivered(await show(tools, workspace, clicked, messageOf(screen, conversation)));
}

async function showAnswer(pressing: Pressing, key: string, answer: Of<'answer'>): Handled {
  const { tools, workspace, clicked, press } = pressing;
  const place = placeOf(clicked);
  switch (press.verb) {
    case 'share':
      return share(pressing, answer);
    case 'register':
    case 'more': {
      // What everybody reads stays as it is: whoever wants it otherwise sees it beside, alone.
      const isForAll = place === 'channel';
      const { role, full } = press.value;
      const depth = full ? 'full' : 'short';
      const content = showing(answer, { role, depth, place: isForAll ? 'private' : place });
      return delivered(await (isForAll ? sayBeside : replace)(tools, workspace, clicked, content));
    }
  }
  // What was clicked is read above the answer.
  const { youAsked } = catalogues[answer.reply.language].slack.answer;
  const content = showing(answer, { place, above: youAsked(answer.question) });
  const { team, channel, message } = clicked;
  if (message?.hidden === true)
    return delivered(await tell(tools, workspace, { ...clicked, thread: message.thread }, content));
  const sent = await tools.send.post(workspace, { channel, thread: message?.thread }, content, key);
  if (sent.ok) tools.context.atHand.answered.set(`${team}:${sent.value.channel}:${sent.value.ts}`, key);
  return delivered(sent);
}

/** An answer that one person saw, shown to the channel: in the thread it was asked in, under their name. */
async function share({ tools, workspace, clicked, press }: Pressing, answer: Of<'answer'>): Handled {
  if (press.verb !== 'share') return ok(undefined);
  const { role, full, reply, conversation = '' } = press.value;
  const { language } = answer.reply;
  const { answer: says } = catalogues[language].slack;
  const content = showing(answer, { role, depth: full ? 'full' : 'short', place: 'channel' });
  const thread = clicked.message?.thread ?? readConversation(conversation)?.thread;
  const by = await tools.people.profile(workspace, clicked.user);
  const named = note(`*${says.shared(escapeMarkdown(by.name))}*`, language);
  const shared = { text: content.text, blocks: [...named.blocks, ...content.blocks].slice(0, 50) };
  const id = messageIdOf(clicked.team, clicked.channel, `share:${reply}`);
  const sent = await tools.send.post(workspace, { channel: clicked.channel, thread }, shared, id);
  if (!sent.ok || clicked.respondAt === undefined) return delivered(sent);
  // It is shared: tried again, it would be shared again.
  const told = await tools.send.respond(workspace, clicked.respondAt, note(says.sharedDone, language), 'replace');
  if (!told.ok) tools.context.log.warn({ team: clicked.team, fault: told.error }, 'a response_url was refused');
  return ok(undefined);
}

/** A file where it was asked for; where files are not allowed, what is said in its place. */
export async function giveFile(
  tools: Tools,
  workspace: Workspace,
  { place, spot }: { readonly place: Parameters<typeof uploadFile>[1]; readonly spot: Parameters<typeof tell>[2] },
  file: Parameters<typeof uploadFile>[2],
  failed: ReturnType<typeof note>,
): Handled {
  const uploaded = await uploadFile(workspace, place, file);
  if (uploaded.ok || uploaded.error.kind !== 'refused') return delivered(uploaded);
  tools.context.log.warn({ team: workspace.team, error: uploaded.error.error }, 'a file was refused');
  return delivered(await tell(tools, workspace, spot, failed));
}

async function giveData(pressing: Pressing, { kept }: Of<'data'>, { screen }: Shown): Handled {
  const { tools, workspace, clicked } = pressing;
  if (kept === undefined) return ok(undefined);
  const { language } = screen;
  const { slack, handoffWeb } = catalogues[language];
  const channel = (await tools.send.open(workspace, clicked.user)) ?? clicked.user;
  const file = { name: handoffWeb.data.file, bytes: Buffer.from(kept.json), comment: slack.home.exported };
  // As far as a message goes.
  const inline = note(`${slack.home.exported}\n\n\`\`\`\n${kept.json}\n\`\`\``, language);
  const spot = { ...clicked, channel, respondAt: undefined };
  return giveFile(tools, workspace, { place: { channel }, spot }, file, inline);
}

/** What Slack's own notes keep of someone goes with the rest. */
async function sayForgotten({ tools, workspace, clicked }: Pressing, { screen }: Shown): Handled {
  const { team, user } = clicked;
  const { atHand, notes } = tools.context;
  const key = `${team}:${user}`;
  if (!(await notes.remove({ platform: 'slack', kind: 'role', key })).ok) return LATER;
  atHand.roles.delete(key);
  atHand.last.delete(key);
  const sent = await tools.send.post(workspace, { channel: user }, messageOf(screen));
  return sent.ok ? publishHome(tools, workspace, user) : delivered(sent);
}

/** A thumb under an answer, where the answer is still known by its message. */
export async function onReacted(tools: Tools, { team, channel, user, ts, useful }: Reacted): Handled {
  const reply = tools.context.atHand.answered.get(`${team}:${channel}:${ts}`);
  const found = await workspaceOf(tools.context, team);
  if (!found.ok || reply === undefined) return found.ok ? ok(undefined) : found;
  const conversation = conversationOf({ team, channel, thread: undefined, user: undefined });
  const common = await commonOf(tools, found.value, { user, id: ts, conversation, isPrivate: isDirect(channel) });
  const value = { reply, useful };
  for await (const _ of tools.context.desk.hear({
    ...common,
    kind: 'pressed',
    verb: 'feedback',
    value,
    filled: new Map(),
  }));
  return ok(undefined);
}

function placeOf({ channel, message }: Clicked): OutcomeShown['place'] {
  if (isDirect(channel)) return 'dm';
  return message?.hidden === true ? 'private' : 'channel';
}
