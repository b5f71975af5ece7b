import type { ModalView } from '@slack/types';
import type { HelpRequest, PreviewChoices } from '../../../src/handoff/port/views.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { conversationOf } from '../address.ts';
import type { ApiFault, Workspace } from '../api.ts';
import { note } from '../cards/case.ts';
import type { Given } from '../context.ts';
import { ACTIONS } from '../ids.ts';
import type { Clicked } from '../inbound/inbound.ts';
import { type Texts, textsOf } from '../texts.ts';
import { readAnswerValue, readButton } from '../values.ts';
import { consentView } from '../views/consent.ts';
import {
  askView,
  availabilityView,
  completeView,
  correctView,
  feedbackView,
  needView,
  noticeView,
  passView,
  proposeView,
  reopenView,
  shareBriefView,
} from '../views/forms.ts';
import { sayHelpFault } from './case-threads.ts';
import { formAgain } from './commanded.ts';
import { type Tools, tell } from './reply.ts';
import type { RewordingHandlers } from './rewording.ts';

export const NO_CHOICES: PreviewChoices = { lifted: [], added: [], amountsAsRanges: false };

/** Buttons that open a form: what opens it holds for three seconds, so it is opened at once. */
const FORMS: ReadonlySet<string> = new Set([
  ACTIONS.askReservist,
  ACTIONS.completeBrief,
  ACTIONS.shareBrief,
  ACTIONS.correctAgreement,
  ACTIONS.casePass,
  ACTIONS.caseReopen,
  ACTIONS.casePropose,
  ACTIONS.homeAsk,
  ACTIONS.homeNeed,
  ACTIONS.homeAvailability,
]);

export function opensForm({ action, value }: Clicked): boolean {
  return FORMS.has(action) || (action === ACTIONS.feedback && readButton(value)['u'] === 0);
}

export function createForms(tools: Tools, rewording: RewordingHandlers) {
  const { context, people } = tools;
  const { helping, interpreting, atHand } = context;

  /** Opens a form; when it comes too late, the person is offered it again where they are. */
  const open = async (
    workspace: Workspace,
    trigger: string | undefined,
    spot: {
      readonly team: string;
      readonly channel: string;
      readonly user: string;
      readonly respondAt?: string | undefined;
    },
    view: ModalView,
    question = '',
  ): Promise<Result<undefined, ApiFault>> => {
    const opened =
      trigger === undefined
        ? err({ kind: 'refused' as const, error: 'no_trigger' })
        : await workspace.api.call('views.open', { trigger_id: trigger, view: JSON.stringify(view) });
    if (opened.ok) return ok(undefined);
    context.log.warn({ team: workspace.team, form: view.callback_id, fault: opened.error }, 'a form was not opened');
    const language = await people.language(workspace, spot.user);
    return tell(tools, workspace, spot, formAgain(question, spot, textsOf(language)));
  };

  /** The consent form for a question: what would leave, masked, as a draft; nothing leaves. */
  const consentFor = async (
    workspace: Workspace,
    user: string,
    request: HelpRequest,
    texts: Texts,
  ): Promise<ModalView> => {
    const { title } = texts.slack.consent;
    const person = await people.meet(workspace, user);
    if (!person.ok) return noticeView(title, sayHelpFault({ kind: 'store_down' }, texts.language), texts);
    const preview = await helping.preview(person.value.person, request);
    if (!preview.ok) return noticeView(title, sayHelpFault(preview.error, texts.language), texts);
    return consentView(preview.value, NO_CHOICES, texts);
  };

  const onClick = async (workspace: Workspace, clicked: Clicked, trigger: string | undefined): Promise<void> => {
    const { team, user, channel, message, value } = clicked;
    const language = await people.language(workspace, user);
    const texts = textsOf(language);
    const place = { c: conversationOf({ team, channel, thread: message?.thread, user: undefined }) };
    const view = await formOf(workspace, clicked, texts, place);
    if (view === 'lost') {
      await tell(tools, workspace, clicked, note(texts.slack.reword.lost, language));
      return;
    }
    if (view !== undefined) await open(workspace, trigger, clicked, view, readAnswerValue(value)?.q);
  };

  const formOf = async (
    workspace: Workspace,
    clicked: Clicked,
    texts: Texts,
    place: { readonly c: string },
  ): Promise<ModalView | 'lost' | undefined> => {
    const { team, user, value, channel, message } = clicked;
    const { m, a, k } = readButton(value);
    switch (clicked.action) {
      case ACTIONS.askReservist: {
        const answer = readAnswerValue(value);
        const given = atHand.given.get(answer?.m ?? '');
        const question = given?.question ?? answer?.q ?? '';
        if (question === '') return askView(texts, place);
        return consentFor(workspace, user, requestOf(question, given), texts);
      }
      case ACTIONS.homeAsk:
        return askView(texts, place, atHand.last.get(`${team}:${user}`)?.question);
      case ACTIONS.homeNeed:
        return needView(texts, place);
      case ACTIONS.homeAvailability:
        return availabilityView(texts, place);
      case ACTIONS.feedback:
        return typeof m === 'string' ? feedbackView(texts, { m }) : undefined;
      case ACTIONS.completeBrief: {
        const kept = await rewording.rewordingOf(value);
        if (kept === undefined) return 'lost';
        atHand.reworded.set(kept.id, kept);
        return completeView(kept.rewording, { ...place, m: kept.id }, texts);
      }
      case ACTIONS.shareBrief: {
        const kept = await rewording.rewordingOf(value);
        if (kept === undefined) return 'lost';
        atHand.reworded.set(kept.id, kept);
        return shareBriefView({ ...place, m: kept.id }, texts);
      }
      case ACTIONS.correctAgreement: {
        const view = typeof a === 'string' ? await interpreting.agreement(a) : undefined;
        if (view?.ok !== true || message === undefined) return 'lost';
        return correctView(view.value, { a: view.value.id, v: view.value.version, ch: channel, ts: message.ts }, texts);
      }
      case ACTIONS.casePass:
        return typeof k === 'string' ? passView(texts, { k }) : undefined;
      case ACTIONS.caseReopen:
        return typeof k === 'string' ? reopenView(texts, { k }) : undefined;
      case ACTIONS.casePropose: {
        const known = await people.known(team, user);
        if (typeof k !== 'string' || !known.ok || known.value === undefined) return undefined;
        const view = await helping.view(known.value.person, k);
        return view.ok
          ? proposeView(view.value, texts)
          : noticeView(texts.slack.case.proposeForm.title, sayHelpFault(view.error, texts.language), texts);
      }
      default:
        return undefined;
    }
  };

  return { open, onClick, consentFor };
}

/** The question as typed, and what was answered to it. */
export function requestOf(question: string, given: Given | undefined): HelpRequest {
  if (given === undefined) return { question, answered: undefined, need: undefined };
  const { outcome, text } = given.reply;
  return {
    question,
    answered: outcome.kind === 'answer' || outcome.kind === 'handoff' ? text : undefined,
    need: outcome.kind === 'rewording' ? text : undefined,
  };
}
