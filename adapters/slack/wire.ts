import type { Act } from '../../src/screens/screen.ts';
import type { CaseAction } from '../../src/vocabulary/cases.ts';
import { ACTIONS } from './ids.ts';
import { packValue } from './values.ts';

/** A button as Slack sends it back. */
export interface Wire {
  readonly id: string;
  readonly value: string;
}

/** What is done at a case with one button. */
export const CASE_ACTIONS: Readonly<Record<Exclude<CaseAction['kind'], 'say' | 'rate'>, string>> = {
  accept: ACTIONS.acceptOffer,
  decline: ACTIONS.declineOffer,
  answer: ACTIONS.caseAnswered,
  give_back: ACTIONS.caseGiveBack,
  pass_to: ACTIONS.casePass,
  open_identity: ACTIONS.caseIdentity,
  close: ACTIONS.caseClose,
  reopen: ACTIONS.caseReopen,
  withdraw: ACTIONS.caseWithdraw,
  propose_fiche: ACTIONS.casePropose,
};

/**
 * How a button bears what is pressed: names and keys stand in messages that people keep for years, so they do not change.
 * Undefined for what cannot be pressed here.
 * @param conversation the dialogue that the button stands in
 */
export function wireOf(act: Act, conversation = ''): Wire | undefined {
  const { verb, value } = act;
  const ofCase = (id: string) => packValue({ k: id }, 'k');
  switch (verb) {
    case 'say':
      return { id: ACTIONS.suggestion, value: sayValue(value, conversation) };
    case 'question':
    case 'begin_training': {
      const id = verb === 'question' ? ACTIONS.wasQuestion : ACTIONS.beginTraining;
      return { id, value: packValue({ c: value.conversation ?? conversation, q: value.text ?? '' }, 'q') };
    }
    case 'register':
    case 'more':
    case 'share':
      return { id: ACTIONS[verb], value: answerValue(value, conversation) };
    case 'human':
      return value.reply === undefined
        ? { id: ACTIONS.homeAsk, value: 'home' }
        : { id: ACTIONS.askReservist, value: answerValue(value, conversation) };
    case 'feedback':
      return { id: ACTIONS.feedback, value: packValue({ m: value.reply, u: value.useful ? 1 : 0 }, 'm') };
    case 'reword':
      return { id: ACTIONS.homeNeed, value: 'home' };
    case 'complete':
    case 'keep':
    case 'brief_file':
      return {
        id: { complete: ACTIONS.completeBrief, keep: ACTIONS.shareBrief, brief_file: ACTIONS.briefDocx }[verb],
        value: packValue({ m: value.reply, d: value.direction, q: value.text }, 'q'),
      };
    case 'agree':
      return {
        id: value.side === 'buyer' ? ACTIONS.agreeBuyer : ACTIONS.agreePrescriber,
        value: packValue({ a: value.agreement }, 'a'),
      };
    case 'correct':
    case 'agreement_file':
      return {
        id: verb === 'correct' ? ACTIONS.correctAgreement : ACTIONS.agreementDocx,
        value: packValue({ a: value.agreement }, 'a'),
      };
    case 'preview':
      return { id: ACTIONS.consentRefresh, value: value.case };
    case 'act': {
      if (value.act === 'say') return undefined;
      const rated = value.useful === true ? ACTIONS.caseUseful : ACTIONS.caseUseless;
      return { id: value.act === 'rate' ? rated : CASE_ACTIONS[value.act], value: ofCase(value.case) };
    }
    case 'later':
      return { id: ACTIONS.laterOffer, value: ofCase(value.case) };
    case 'open':
      return { id: ACTIONS.caseShow, value: ofCase(value.case) };
    case 'to_case':
      return { id: ACTIONS.caseSay, value: packValue({ k: value.case, q: value.text }, 'q') };
    case 'availability':
      return value.confirm === undefined
        ? { id: ACTIONS.homeAvailability, value: 'home' }
        : { id: ACTIONS.confirmAvailability, value: packValue({ t: value.confirm }, 't') };
    case 'purchase':
    case 'purchase_act':
    case 'purchase_file':
      return purchaseWire(act);
    case 'calculate':
      return { id: ACTIONS.calculate, value: JSON.stringify(value) };
    case 'role':
      return { id: ACTIONS.homeRole, value: value.role ?? '' };
    case 'modules':
      return { id: ACTIONS.homeModules, value: 'modules' };
    case 'learning':
      return { id: ACTIONS.homeLearning, value: 'mes formations' };
    case 'my_data':
      return { id: ACTIONS.homeExport, value: 'home' };
    case 'forget_me':
      return { id: ACTIONS.homeForget, value: 'home' };
    default:
      return undefined;
  }
}

function sayValue({ text, on, under, conversation }: Extract<Act, { verb: 'say' }>['value'], here: string): string {
  const more = { ...(on === undefined ? {} : { o: on }), ...(under === undefined ? {} : { m: under }) };
  return packValue({ c: conversation ?? here, q: text, ...more }, 'q');
}

function purchaseWire(act: Extract<Act, { verb: 'purchase' | 'purchase_act' | 'purchase_file' }>): Wire {
  if (act.verb === 'purchase') return { id: ACTIONS.purchase, value: purchaseValue(act.value) };
  const typed = act.needs === undefined ? ACTIONS.purchaseAct : ACTIONS.purchaseType;
  return { id: act.verb === 'purchase_file' ? ACTIONS.purchaseFile : typed, value: JSON.stringify(act.value) };
}

function purchaseValue({ text = '', reply }: Extract<Act, { verb: 'purchase' }>['value']): string {
  return packValue({ q: text, ...(reply === undefined ? {} : { m: reply }) }, 'q');
}

function answerValue(
  { reply = '', role = 'prescriber', full, question = '', conversation }: Extract<Act, { verb: 'human' }>['value'],
  here: string,
): string {
  return packValue({ m: reply, c: conversation ?? here, r: role, f: full === true ? 1 : 0, q: question }, 'q');
}
