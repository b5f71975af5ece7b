import { ok } from '../../../src/result.ts';
import type { Shown } from '../../../src/screens/outcome.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { readConversation } from '../address.ts';
import type { Workspace } from '../api.ts';
import { escapeMarkdown } from '../blocks/clean.ts';
import type { Given } from '../context.ts';
import { ACTIONS } from '../ids.ts';
import type { Clicked, Reacted } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { textsOf } from '../texts.ts';
import { type AnswerValue, readAnswerValue, readButton } from '../values.ts';
import type { Asides } from './aside.ts';
import { createCaseClicks } from './case-clicks.ts';
import type { CaseThreads } from './case-threads.ts';
import type { createHomeHandler } from './home.ts';
import { createOwnAffairs } from './own-affairs.ts';
import {
  ask,
  delivered,
  type Handled,
  messageIdOf,
  replace,
  sayBeside,
  showing,
  type Tools,
  tell,
  whisperOr,
  workspaceOf,
} from './reply.ts';
import type { RewordingHandlers } from './rewording.ts';

/** Seconds within which the same button pressed again is the same press. */
const DOUBLE_S = 10;

export interface ClickParts {
  readonly tools: Tools;
  readonly threads: CaseThreads;
  readonly rewording: RewordingHandlers;
  readonly home: ReturnType<typeof createHomeHandler>;
  readonly asides: Asides;
}

/** What buttons do that need no form. */
export function createClickHandler({ tools, threads, rewording, home, asides }: ClickParts) {
  const { context, people, send } = tools;
  const { helping, conversing, atHand } = context;
  const own = createOwnAffairs({ tools, home, asides });
  const cases = createCaseClicks(tools, threads);

  const onClicked = async (clicked: Clicked, id: string): Handled => {
    const found = await workspaceOf(context, clicked.team);
    if (!found.ok) return found;
    const workspace = found.value;
    // Buttons of one kind in a row bear their place.
    const action = clicked.action.replace(/_\d+$/, '');
    switch (action) {
      case ACTIONS.suggestion:
        return onSuggestion(workspace, clicked, id, 'heard');
      case ACTIONS.wasQuestion:
        return onSuggestion(workspace, clicked, id, 'asked');
      case ACTIONS.beginTraining:
        return own.onBeginTraining(workspace, clicked);
      case ACTIONS.homeModules:
      case ACTIONS.homeLearning:
        return own.onLearn(workspace, clicked);
      case ACTIONS.register:
      case ACTIONS.more:
        return onAnswer(workspace, clicked);
      case ACTIONS.share:
        return onShare(workspace, clicked, id);
      case ACTIONS.feedback:
        return onFeedback(clicked);
      case ACTIONS.agreePrescriber:
        return rewording.onAgree(clicked, id, 'prescriber');
      case ACTIONS.agreeBuyer:
        return rewording.onAgree(clicked, id, 'buyer');
      case ACTIONS.briefDocx:
      case ACTIONS.agreementDocx:
        return rewording.onDocx(clicked, id);
      case ACTIONS.acceptOffer:
        return cases.onOffer(workspace, clicked, id, { kind: 'accept' });
      case ACTIONS.declineOffer:
        return cases.onOffer(workspace, clicked, id, { kind: 'decline', reason: undefined });
      case ACTIONS.laterOffer:
        return cases.onLater(workspace, clicked);
      case ACTIONS.caseAnswered:
        return cases.onCase(workspace, clicked, id, { kind: 'answer' });
      case ACTIONS.caseGiveBack:
        return cases.onCase(workspace, clicked, id, { kind: 'give_back' });
      case ACTIONS.caseIdentity:
        return cases.onCase(workspace, clicked, id, { kind: 'open_identity' });
      case ACTIONS.caseClose:
        return cases.onCase(workspace, clicked, id, { kind: 'close' });
      case ACTIONS.caseWithdraw:
        return cases.onCase(workspace, clicked, id, { kind: 'withdraw' });
      case ACTIONS.caseUseful:
        return cases.onCase(workspace, clicked, id, { kind: 'rate', useful: true, comment: undefined });
      case ACTIONS.caseUseless:
        return cases.onCase(workspace, clicked, id, { kind: 'rate', useful: false, comment: undefined });
      case ACTIONS.caseShow:
        return cases.onShow(workspace, clicked);
      case ACTIONS.caseSay:
        return cases.onSay(workspace, clicked, id);
      case ACTIONS.homeRole:
        return own.onRole(workspace, clicked);
      case ACTIONS.homeExport:
        return own.onExport(workspace, clicked);
      case ACTIONS.homeForget:
        return own.onForget(workspace, clicked);
      case ACTIONS.confirmAvailability:
        return own.onAvailability(workspace, clicked);
      default:
        context.log.info({ action }, 'a button that does nothing here was clicked');
        return ok(undefined);
    }
  };

  /** The answer that buttons stand under; asked again in its own dialogue when it is not at hand any more. */
  const givenOf = async (workspace: Workspace, { user }: Clicked, value: AnswerValue): Promise<Given | undefined> => {
    const kept = atHand.given.get(value.m);
    if (kept !== undefined) return kept;
    if (value.q === '') return undefined;
    const reply = await ask(tools, workspace, user, { id: value.m, conversation: value.c, text: value.q });
    return { reply, question: value.q };
  };

  const onAnswer = async (workspace: Workspace, clicked: Clicked): Handled => {
    const value = readAnswerValue(clicked.value);
    if (value === undefined) return ok(undefined);
    const given = await givenOf(workspace, clicked, value);
    if (given === undefined) return sayLost(workspace, clicked);
    // What everybody reads stays as it is: whoever wants it otherwise sees it beside, alone.
    const isForAll = placeOf(clicked) === 'channel';
    const place = isForAll ? 'private' : placeOf(clicked);
    const content = showing(context, given, { role: value.r, depth: value.f === 1 ? 'full' : 'short', place });
    return delivered(await (isForAll ? sayBeside : replace)(tools, workspace, clicked, content));
  };

  /** An answer that one person saw, shown to the channel: in the thread it was asked in, under their name. */
  const onShare = async (workspace: Workspace, clicked: Clicked, press: string): Handled => {
    const value = readAnswerValue(clicked.value);
    if (value === undefined || isPressedTwice(clicked, press)) return ok(undefined);
    const given = await givenOf(workspace, clicked, value);
    if (given === undefined) return sayLost(workspace, clicked);
    const { answer: says } = textsOf(given.reply.language).slack;
    const content = showing(context, given, {
      role: value.r,
      depth: value.f === 1 ? 'full' : 'short',
      place: 'channel',
    });
    const place = readConversation(value.c);
    const target = { channel: clicked.channel, thread: clicked.message?.thread ?? place?.thread };
    const id = messageIdOf(clicked.team, clicked.channel, `share:${value.m}`);
    const by = await people.profile(workspace, clicked.user);
    const named = note(`*${says.shared(escapeMarkdown(by.name))}*`, given.reply.language);
    const shared = { text: content.text, blocks: [...named.blocks, ...content.blocks].slice(0, 50) };
    const sent = await send.post(workspace, target, shared, id);
    if (!sent.ok) return delivered(sent);
    if (clicked.respondAt === undefined) return ok(undefined);
    // It is shared: tried again, it would be shared again.
    const told = await send.respond(
      workspace,
      clicked.respondAt,
      note(says.sharedDone, given.reply.language),
      'replace',
    );
    if (!told.ok) context.log.warn({ team: clicked.team, fault: told.error }, 'a response_url was refused');
    return ok(undefined);
  };

  /**
   * A second press of the same button, made before what the first one brought could be seen, asks for nothing more; delivered
   * again (the same `id`), the first is still the first.
   */
  const isPressedTwice = ({ team, channel, user, action, message, at = 0 }: Clicked, id: string): boolean => {
    const key = `${team}:${channel}:${message?.ts ?? ''}:${user}:${action}`;
    const first = atHand.pressed.get(key);
    if (first !== undefined && first.id !== id && Math.abs(at - first.at) < DOUBLE_S) return true;
    atHand.pressed.set(key, { id, at });
    return false;
  };

  /** Said as if it had been typed; what was clicked is read above the answer. */
  const onSuggestion = async (workspace: Workspace, clicked: Clicked, id: string, as: 'heard' | 'asked'): Handled => {
    const { c, q, o } = readButton(clicked.value);
    if (typeof c !== 'string' || typeof q !== 'string' || q === '') return ok(undefined);
    if (isPressedTwice(clicked, id)) return ok(undefined);
    const { team, channel, user, message } = clicked;
    if (as === 'heard') {
      const aside = await asides.hear(workspace, { user, text: q, conversation: c, on: o });
      if (!aside.ok) return aside;
      if (aside.value !== undefined) return delivered(await sayBeside(tools, workspace, clicked, aside.value));
    }
    if (as === 'asked') {
      const known = await people.recognise(workspace, user);
      // Until a case moves, what follows is a question too.
      if (known.ok && known.value !== undefined) await helping.hear(known.value.person, q, { case: undefined });
    }
    const key = messageIdOf(team, user, id);
    const reply = await ask(tools, workspace, user, { id: key, conversation: c, text: q });
    const { youAsked } = textsOf(reply.language).slack.answer;
    const content = showing(context, { reply, question: q }, { place: placeOf(clicked), above: youAsked(q) });
    if (message?.hidden === true)
      return delivered(await tell(tools, workspace, { ...clicked, thread: message.thread }, content));
    const sent = await send.post(workspace, { channel, thread: message?.thread }, content, key);
    if (sent.ok) atHand.answered.set(`${team}:${sent.value.channel}:${sent.value.ts}`, key);
    return delivered(sent);
  };

  const onFeedback = async ({ value }: Clicked): Handled => {
    const { m, u } = readButton(value);
    // «Pas utile» asks why, in a form.
    if (typeof m === 'string' && u === 1) conversing.addFeedback({ messageId: m, useful: true, why: undefined });
    return ok(undefined);
  };

  const onReacted = async ({ team, channel, ts, useful }: Reacted): Handled => {
    const messageId = atHand.answered.get(`${team}:${channel}:${ts}`);
    if (messageId !== undefined) conversing.addFeedback({ messageId, useful, why: undefined });
    return ok(undefined);
  };

  const sayLost = async (workspace: Workspace, clicked: Clicked): Handled => {
    const language: Language = await people.language(workspace, clicked.user);
    const sorry = note(textsOf(language).slack.answer.lost, language);
    if (clicked.message?.hidden === true) return delivered(await tell(tools, workspace, clicked, sorry));
    const to = { channel: clicked.channel, thread: clicked.message?.thread, user: clicked.user };
    return delivered(await whisperOr(context, send, workspace, to, sorry));
  };

  return { onClicked, onReacted };
}

function placeOf({ channel, message }: Clicked): Shown['place'] {
  if (channel.startsWith('D')) return 'dm';
  return message?.hidden === true ? 'private' : 'channel';
}
