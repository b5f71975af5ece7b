import type { ModalView } from '@slack/types';
import type { HelpRequest } from '../../../src/handoff/port/views.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { actName, caseActs } from '../../../src/screens/case-acts.ts';
import { NO_CHOICE } from '../../../src/screens/consent.ts';
import { sayHelpFault } from '../../../src/screens/faults.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import type { CaseAction, HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { conversationOf } from '../address.ts';
import type { ApiFault, Workspace } from '../api.ts';
import type { Given } from '../context.ts';
import { ACTIONS } from '../ids.ts';
import type { Clicked } from '../inbound/inbound.ts';
import { note } from '../note.ts';
import { formOf } from '../render.ts';
import { type Texts, textsOf } from '../texts.ts';
import { readAnswerValue, readButton } from '../values.ts';
import {
  askView,
  availabilityView,
  completeView,
  consentView,
  correctView,
  feedbackView,
  needView,
  noticeView,
  shareBriefView,
} from '../views/forms.ts';
import { formAgain } from './commanded.ts';
import { type Tools, tell } from './reply.ts';
import type { RewordingHandlers } from './rewording.ts';

/** Acts at a case that need words first; their forms bear the names of their buttons. */
const CASE_FORMS: ReadonlyMap<string, CaseAction['kind']> = new Map<string, CaseAction['kind']>([
  [ACTIONS.casePass, 'pass_to'],
  [ACTIONS.caseReopen, 'reopen'],
  [ACTIONS.casePropose, 'propose_fiche'],
]);

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
    { language, all }: Texts,
  ): Promise<ModalView> => {
    const refuse = (fault: HelpFault) =>
      noticeView(all.handoffWeb.brief.title, sayHelpFault(fault, language), language);
    const person = await people.meet(workspace, user);
    if (!person.ok) return refuse({ kind: 'store_down' });
    const preview = await helping.preview(person.value.person, request);
    return preview.ok ? consentView(preview.value, NO_CHOICE, language) : refuse(preview.error);
  };

  /** What an act at a case needs, as the case stands; an act that is no longer theirs is said to be none. */
  const caseForm = async (
    { team, user, action }: Clicked,
    caseId: string | undefined,
    language: Language,
  ): Promise<ModalView | undefined> => {
    const kind = CASE_FORMS.get(action);
    const known = await people.known(team, user);
    if (kind === undefined || caseId === undefined || !known.ok || known.value === undefined) return undefined;
    const words = wordsOf(language);
    const title = actName(kind, words);
    const view = await helping.view(known.value.person, caseId);
    if (!view.ok) return noticeView(title, sayHelpFault(view.error, language), language);
    const [act] = caseActs(view.value, words, [kind]);
    if (act?.needs === undefined)
      return noticeView(title, sayHelpFault({ kind: 'wrong_status', status: view.value.status }, language), language);
    return formOf(act.needs, language, { callback: action, meta: { k: caseId } });
  };

  const onClick = async (workspace: Workspace, clicked: Clicked, trigger: string | undefined): Promise<void> => {
    const { team, user, channel, message, value } = clicked;
    const language = await people.language(workspace, user);
    const texts = textsOf(language);
    const place = { c: conversationOf({ team, channel, thread: message?.thread, user: undefined }) };
    const view = await viewOf(workspace, clicked, texts, place);
    if (view === 'lost') {
      await tell(tools, workspace, clicked, note(texts.slack.reword.lost, language));
      return;
    }
    if (view !== undefined) await open(workspace, trigger, clicked, view, readAnswerValue(value)?.q);
  };

  const viewOf = async (
    workspace: Workspace,
    clicked: Clicked,
    texts: Texts,
    place: { readonly c: string },
  ): Promise<ModalView | 'lost' | undefined> => {
    const { team, user, value, channel, message } = clicked;
    const { language } = texts;
    const { m, a, k } = readButton(value);
    switch (clicked.action) {
      case ACTIONS.askReservist: {
        const answer = readAnswerValue(value);
        const given = atHand.given.get(answer?.m ?? '');
        const question = given?.question ?? answer?.q ?? '';
        if (question === '') return askView(language, place);
        return consentFor(workspace, user, requestOf(question, given), texts);
      }
      case ACTIONS.homeAsk:
        return askView(language, place, atHand.last.get(`${team}:${user}`)?.question);
      case ACTIONS.homeNeed:
        return needView(language, place);
      case ACTIONS.homeAvailability:
        return availabilityView(language, place);
      case ACTIONS.feedback:
        return typeof m === 'string' ? feedbackView(language, { m }) : undefined;
      case ACTIONS.completeBrief: {
        const kept = await rewording.rewordingOf(value);
        if (kept === undefined) return 'lost';
        atHand.reworded.set(kept.id, kept);
        return completeView(kept.rewording, { ...place, m: kept.id }, language);
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
        return correctView(
          view.value,
          { a: view.value.id, v: view.value.version, ch: channel, ts: message.ts },
          language,
        );
      }
      case ACTIONS.casePass:
      case ACTIONS.caseReopen:
      case ACTIONS.casePropose:
        return caseForm(clicked, k, language);
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
