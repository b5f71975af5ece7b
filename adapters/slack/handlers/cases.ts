import type { Happened, Shown } from '../../../src/desk/port/shown.ts';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { NotDelivered, Outgoing, Words } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { offerOver } from '../../../src/screens/case.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { conversationOf, readConversation } from '../address.ts';
import type { Workspace } from '../api.ts';
import { commonOf, TRAITS } from '../face.ts';
import type { Clicked, Said } from '../inbound/inbound.ts';
import type { Press } from '../inbound/read-press.ts';
import { note } from '../note.ts';
import { messageOf } from '../render.ts';
import { delivered, type Handled, isDown, LATER, replace, type Tools, workspaceOf } from '../tools.ts';
import {
  bear,
  type CaseThread,
  cardOf,
  forgetSending,
  type Root,
  refresh,
  rootOf,
  sendOnce,
  setRoot,
} from './case-roots.ts';

type Refused = Extract<Happened, { readonly name: 'refused' }>;
type Stands = Extract<Happened, { readonly name: 'case' }>;

/** A message of a case, from the courier: in the thread of the case, whose first message is its card. */
export async function deliver(tools: Tools, message: Outgoing): Handled {
  const direct = await directOf(tools, message);
  if (!direct.ok) return direct;
  const { workspace, channel } = direct.value;
  const root = await rootOf(tools, message);
  if (!root.ok) return root;
  for await (const { happened, screen } of tools.context.desk.tell({ kind: 'message', message }, TRAITS)) {
    if (happened.name !== 'told') return LATER;
    const shown = await show(tools, workspace, { message, screen, view: happened.view, root: root.value, channel });
    if (!shown.ok) return shown;
  }
  return ok(undefined);
}

/** Words of no case to a person, in their own messages with the app: never in a channel. */
export async function tellWords(tools: Tools, words: Words): Handled {
  const direct = await directOf(tools, words);
  if (!direct.ok) return direct;
  const { workspace, channel } = direct.value;
  const conversation = conversationOf({ team: workspace.team, channel, thread: undefined, user: undefined });
  for await (const { screen } of tools.context.desk.tell({ kind: 'words', words }, TRAITS)) {
    const sent = await tools.send.post(workspace, { channel }, messageOf(screen, conversation), words.id);
    if (!sent.ok) return delivered(sent);
  }
  return ok(undefined);
}

interface Delivery {
  readonly message: Outgoing;
  readonly screen: Screen;
  readonly view: CaseView | undefined;
  readonly root: Root | undefined;
  readonly channel: string;
}

async function show(tools: Tools, workspace: Workspace, delivery: Delivery): Handled {
  const { message, screen, view, root, channel } = delivery;
  const { id, kind, language, text } = message;
  if (kind === 'offer' && view !== undefined) {
    const opened = await openThread(tools, workspace, delivery, view, id);
    return opened.ok ? ok(undefined) : opened;
  }
  if (kind === 'offer_over' && root !== undefined)
    return delivered(await tools.send.update(workspace, root, messageOf(offerOver(text, language))));
  const first =
    root === undefined && view !== undefined
      ? await openThread(tools, workspace, delivery, view, `root:${view.id}:${message.person}`)
      : ok(root);
  if (!first.ok) return first;
  if (root !== undefined && view !== undefined) await refresh(tools, workspace, view, message);
  // The card itself has just said it.
  if (root === undefined && view !== undefined && kind === 'searching') return ok(undefined);
  const to = { channel: first.value?.channel ?? channel, thread: first.value?.ts };
  const sent = await sendOnce(tools, workspace, id, to, view === undefined ? note(text, language) : messageOf(screen));
  if (!sent.ok) return sent;
  await forgetSending(tools, id);
  // What is passed on changes nothing that may be done.
  const bears = screen.acts.length === 0 ? undefined : { ...sent.value, text };
  if (view !== undefined && (bears !== undefined || kind !== 'relayed'))
    await bear(tools, workspace, view, message, bears);
  return ok(undefined);
}

async function openThread(
  tools: Tools,
  workspace: Workspace,
  { message, channel }: Delivery,
  view: CaseView,
  id: string,
): Promise<Result<Root, NotDelivered>> {
  const sent = await sendOnce(tools, workspace, id, { channel }, cardOf(view, message.language));
  if (!sent.ok) return sent;
  const root = { ...sent.value, team: workspace.team };
  const kept = await setRoot(tools, message, root);
  if (!kept.ok) return kept;
  await forgetSending(tools, id);
  return ok(root);
}

/** A person's own conversation with the app: never a channel. */
async function directOf({ context }: Tools, { to }: Pick<Outgoing, 'to'>) {
  const place = readConversation(to.conversation);
  if (place === undefined) return err({ kind: 'never', why: 'not an address of Slack' } as const);
  const found = await workspaceOf(context, place.team);
  if (!found.ok) return found.error.kind === 'never' ? err({ ...found.error, kind: 'gone' } as const) : found;
  return ok({ workspace: found.value, channel: place.user ?? place.channel });
}

/** Something typed in a case's thread: it is passed on, and never searched; once for the id of its event. */
export async function sayInCase(
  tools: Tools,
  workspace: Workspace,
  said: Said,
  thread: CaseThread,
  id: string,
): Handled {
  const { team, channel, ts, thread: at, user } = said;
  const place = { channel, thread: at };
  const conversation = conversationOf({ team, channel, thread: at, user: undefined });
  const common = await commonOf(tools, workspace, { user, id, conversation, isPrivate: true });
  const { language } = common.actor;
  const says = catalogues[language].slack.case;
  const refuse = async (why: string): Handled =>
    delivered(await tools.send.post(workspace, place, note(why, language), `refused:${ts}`));
  if (said.edited) return refuse(says.editsNotRelayed);
  const heard = { ...common, kind: 'said', text: said.text, message: common.key, case: thread.case } as const;
  for await (const { happened } of tools.context.desk.hear({ ...heard, files: said.files.length })) {
    if (isDown(happened)) return LATER;
    if (happened.name === 'refused') return refuse(says.notRelayed(sayHelpFault(happened.fault, language)));
    if (happened.name !== 'case') continue;
    await refresh(tools, workspace, happened.view, { ...thread, language });
    await mark(tools, workspace, channel, ts);
    if (happened.did !== 'say') await bear(tools, workspace, happened.view, { ...thread, language });
    else if (happened.hidden !== undefined)
      return delivered(await tools.send.post(workspace, place, note(happened.hidden, language), `hidden:${ts}`));
  }
  return ok(undefined);
}

/** A tick under what was passed on; where reactions are not allowed, no news is good news. */
async function mark({ context }: Tools, { api, team }: Workspace, channel: string, ts: string): Promise<void> {
  if (context.isWithout(team, 'reactions.add')) return;
  const added = await api.call('reactions.add', { channel, timestamp: ts, name: 'white_check_mark' });
  if (!added.ok && added.error.kind === 'refused' && added.error.error !== 'already_reacted')
    context.without(team, 'reactions.add', added.error.error);
}

/** Where something of a case was pressed, and by whom: what comes of it is shown there. */
interface AtCase {
  readonly tools: Tools;
  readonly workspace: Workspace;
  readonly clicked: Pick<Clicked, 'team' | 'channel' | 'user' | 'message' | 'respondAt'>;
  readonly press: Press;
  readonly screen: Screen;
  /** The message that bears the button, else the card of the case. */
  readonly card: { readonly channel: string; readonly ts: string } | undefined;
  readonly root: Root | undefined;
  readonly person: string;
}

/** What the buttons of a case come to: on its offer, its card, its lines, or the line that was held back for it. */
export async function showCase(
  tools: Tools,
  workspace: Workspace,
  clicked: AtCase['clicked'],
  press: Press,
  { happened, screen }: Shown,
): Handled {
  const known = await tools.people.recognise(workspace, clicked.user);
  if (!known.ok) return LATER;
  const person = known.value?.person ?? '';
  const id = 'case' in press.value ? press.value.case : '';
  const root = await rootOf(tools, { case: id, person });
  if (!root.ok) return root;
  const { channel, message } = clicked;
  const card = message === undefined ? root.value : { channel, ts: message.ts };
  const at: AtCase = { tools, workspace, clicked, press, screen, card, root: root.value, person };
  switch (happened.name) {
    case 'went':
      await refresh(tools, workspace, happened.view, { person, language: screen.language });
      return delivered(
        await replace(
          tools,
          workspace,
          clicked,
          messageOf(screen, conversationOf({ ...clicked, thread: message?.thread, user: undefined })),
        ),
      );
    case 'refused':
      return showRefusal(at, happened);
    case 'case':
      return press.verb === 'open' ? postAt(at, messageOf(screen)) : showDone(at, happened);
    default:
      return postAt(at, messageOf(screen));
  }
}

const OVER: ReadonlySet<Refused['fault']['kind']> = new Set(['taken', 'offer_expired', 'unknown_case']);

async function showRefusal(at: AtCase, { fault }: Refused): Handled {
  const { tools, workspace, clicked, press, screen, card } = at;
  const why = sayHelpFault(fault, screen.language);
  const isOffer = press.verb === 'act' && (press.value.act === 'accept' || press.value.act === 'decline');
  if (isOffer && card !== undefined && OVER.has(fault.kind))
    return delivered(await tools.send.update(workspace, card, messageOf(offerOver(why, screen.language))));
  if (press.verb === 'to_case') return delivered(await replace(tools, workspace, clicked, note(why, screen.language)));
  return postAt(at, note(why, screen.language));
}

async function showDone(at: AtCase, { view, did }: Stands): Handled {
  const { tools, workspace, clicked, screen, card, person } = at;
  const { language } = screen;
  if (did === 'accept' || did === 'decline') {
    const shown = did === 'accept' ? cardOf(view, language) : messageOf(offerOver(screen.said, language));
    return card === undefined ? ok(undefined) : delivered(await tools.send.update(workspace, card, shown));
  }
  await refresh(tools, workspace, view, { person, language });
  await bear(tools, workspace, view, { person, language });
  const { done } = catalogues[language].handoffWeb.case;
  const said = did === undefined ? undefined : done[did];
  if (said === undefined) return ok(undefined);
  const thread = clicked.message?.thread;
  const isLine = thread !== undefined && thread !== clicked.message?.ts;
  // An opinion stands where it was asked for.
  if (did === 'rate' && isLine && card !== undefined)
    return delivered(await tools.send.update(workspace, card, note(said, language)));
  return postAt(at, note(said, language));
}

/** In the thread of the case. */
async function postAt({ tools, workspace, clicked, press, root }: AtCase, content: ReturnType<typeof note>): Handled {
  const { message, channel, user } = clicked;
  const here =
    message === undefined || press.verb === 'open' ? undefined : { channel, thread: message.thread ?? message.ts };
  const there = root === undefined ? { channel: user } : { channel: root.channel, thread: root.ts };
  return delivered(await tools.send.post(workspace, here ?? there, content));
}
