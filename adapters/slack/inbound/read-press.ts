import { VERBS, type Verb, type VerbValue } from '../../../src/screens/verbs.ts';
import { ACTIONS } from '../ids.ts';
import { readButton, readJson } from '../values.ts';
import { CASE_ACTIONS } from '../wire.ts';

/** A button as the desk hears it. */
export type Press = { readonly [V in Verb]: { readonly verb: V; readonly value: VerbValue<V> } }[Verb];

const VERB_OF: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [ACTIONS.suggestion, 'say'],
  [ACTIONS.homeModules, 'say'],
  [ACTIONS.homeLearning, 'say'],
  [ACTIONS.wasQuestion, 'question'],
  [ACTIONS.beginTraining, 'begin_training'],
  [ACTIONS.register, 'register'],
  [ACTIONS.more, 'more'],
  [ACTIONS.share, 'share'],
  [ACTIONS.feedback, 'feedback'],
  [ACTIONS.askReservist, 'human'],
  [ACTIONS.homeAsk, 'human'],
  [ACTIONS.homeNeed, 'reword'],
  [ACTIONS.completeBrief, 'complete'],
  [ACTIONS.shareBrief, 'keep'],
  [ACTIONS.briefDocx, 'brief_file'],
  [ACTIONS.agreePrescriber, 'agree'],
  [ACTIONS.agreeBuyer, 'agree'],
  [ACTIONS.correctAgreement, 'correct'],
  [ACTIONS.agreementDocx, 'agreement_file'],
  [ACTIONS.purchase, 'purchase'],
  [ACTIONS.purchaseAct, 'purchase_act'],
  [ACTIONS.purchaseType, 'purchase_act'],
  [ACTIONS.purchaseFile, 'purchase_file'],
  [ACTIONS.calculate, 'calculate'],
  [ACTIONS.laterOffer, 'later'],
  [ACTIONS.caseShow, 'open'],
  [ACTIONS.caseSay, 'to_case'],
  [ACTIONS.homeAvailability, 'availability'],
  [ACTIONS.confirmAvailability, 'availability'],
  [ACTIONS.homeRole, 'role'],
  [ACTIONS.homeExport, 'my_data'],
  [ACTIONS.homeForget, 'forget_me'],
]);

const ACT_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CASE_ACTIONS).map(([act, action]) => [action, act] as const),
  [ACTIONS.caseUseful, 'rate'],
  [ACTIONS.caseUseless, 'rate'],
]);

/** What a button means, by the names that stand in messages people keep; undefined for none of ours. */
export function readPress(name: string, carried: string): Press | undefined {
  // Buttons of one kind in a row bear their place.
  const action = name.replace(/_\d+$/, '');
  const verb = ACT_OF.has(action) ? 'act' : VERB_OF.get(action);
  if (verb === 'purchase_act' || verb === 'purchase_file' || verb === 'calculate')
    return checked(verb, readJson(carried));
  return verb === undefined ? undefined : checked(verb, carriedBy(action, carried));
}

/** @param value of a client: always checked */
export function checked(verb: Verb, value: unknown): Press | undefined {
  const read = VERBS[verb].safeParse(value);
  return read.success ? ({ verb, value: read.data } as Press) : undefined;
}

/** By the full names; what is not carried is left out. */
function carriedBy(action: string, carried: string): Readonly<Record<string, unknown>> {
  const { m, c, q, r, f, u, d, a, k, t, o } = readButton(carried);
  switch (action) {
    case ACTIONS.homeModules:
    case ACTIONS.homeLearning:
      return { text: carried };
    case ACTIONS.homeRole:
      return { role: carried === 'buyer' ? 'buyer' : 'prescriber' };
    case ACTIONS.confirmAvailability:
      return { confirm: t };
    case ACTIONS.register:
    case ACTIONS.more:
    case ACTIONS.share:
    case ACTIONS.askReservist:
      return {
        // Of a form that is offered again no answer stands behind.
        reply: m || undefined,
        role: r === 'buyer' ? 'buyer' : 'prescriber',
        full: f === 1,
        question: q || undefined,
        conversation: c || undefined,
      };
    case ACTIONS.feedback:
      return { reply: m, useful: u === 1 };
    case ACTIONS.completeBrief:
    case ACTIONS.shareBrief:
    case ACTIONS.briefDocx:
      // A text that was cut to fit the button would lose its end.
      return {
        reply: m,
        direction: d === 'to_prescriber' ? d : 'to_buyer',
        text: q === undefined || q.endsWith('…') ? '' : q,
      };
    case ACTIONS.agreePrescriber:
    case ACTIONS.agreeBuyer:
      return { agreement: a, side: action === ACTIONS.agreeBuyer ? 'buyer' : 'prescriber' };
    case ACTIONS.caseUseful:
    case ACTIONS.caseUseless:
      return { case: k, act: 'rate', useful: action === ACTIONS.caseUseful };
    case ACTIONS.purchase:
      return { text: q, reply: m };
    default:
      return { text: q, conversation: c, on: o, under: m, agreement: a, case: k, act: ACT_OF.get(action) };
  }
}
