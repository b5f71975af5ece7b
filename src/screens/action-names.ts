import { ownValue } from '../own-value.ts';
import type { Verb } from './verbs.ts';

/**
 * By which name a button of a chat platform is known, and by which keys it carries its value: they stand in messages that
 * people keep for years, so they do not change.
 */
export interface ActionName {
  readonly name: string;
  readonly verb: Verb;
  /** Each part of the value by its key there. */
  readonly keys: Readonly<Record<string, string>>;
  /** Parts that the name says by itself; the first name that a value fits is its own. */
  readonly says?: Readonly<Record<string, string | boolean>>;
  /** For a value that has this part. */
  readonly having?: string;
  /** What is carried beside, where one name stands for several verbs. */
  readonly mark?: readonly [key: string, value: string];
  /** Parts that are not carried, as they are read. */
  readonly unsaid?: Readonly<Record<string, string | boolean>>;
  /** The whole value as JSON, under this key where there are keys. */
  readonly whole?: string;
  /** This part alone, as it stands. */
  readonly bare?: string;
}

type Name = Omit<ActionName, 'name' | 'verb'>;
const named = (name: string, verb: Verb, keys: ActionName['keys'] = {}, more: Omit<Name, 'keys'> = {}): ActionName => ({
  name,
  verb,
  keys,
  ...more,
});

const ANSWER = { reply: 'm', conversation: 'c', role: 'r', full: 'f', question: 'q' };
const PLAINLY = { unsaid: { role: 'prescriber', full: false } };
const LINE = { text: 'q', conversation: 'c' };
const REWORDED = { reply: 'm', direction: 'd', text: 'q' };
const TO_BUYER = { unsaid: { direction: 'to_buyer', text: '' } };
const onCase = (name: string, act: string): ActionName => named(name, 'act', { case: 'k' }, { says: { act } });

/** Of Slack; listed in docs/slack.md. */
export const SLACK_NAMES: readonly ActionName[] = [
  named('ask_suggestion', 'say', { ...LINE, on: 'o', under: 'm' }),
  named('home_modules', 'say', {}, { says: { text: 'modules' } }),
  named('home_learning', 'say', {}, { says: { text: 'mes formations' } }),
  named('home_modules', 'modules'),
  named('home_learning', 'learning'),
  named('was_question', 'question', LINE),
  named('training_begin', 'begin_training', LINE),
  named('answer_register', 'register', ANSWER, PLAINLY),
  named('answer_more', 'more', ANSWER, PLAINLY),
  named('answer_share', 'share', ANSWER, PLAINLY),
  named('answer_feedback', 'feedback', { reply: 'm', useful: 'u' }, { unsaid: { useful: false } }),
  named('ask_reservist', 'human', ANSWER, { having: 'reply', ...PLAINLY }),
  named('home_ask', 'human'),
  named('home_need', 'reword'),
  named('brief_complete', 'complete', REWORDED, TO_BUYER),
  named('brief_share', 'keep', REWORDED, TO_BUYER),
  named('brief_docx', 'brief_file', REWORDED, TO_BUYER),
  named('agreement_accept_prescriber', 'agree', { agreement: 'a' }, { says: { side: 'prescriber' } }),
  named('agreement_accept_buyer', 'agree', { agreement: 'a' }, { says: { side: 'buyer' } }),
  named('agreement_correct', 'correct', { agreement: 'a' }),
  named('agreement_docx', 'agreement_file', { agreement: 'a' }),
  named('purchase_begin', 'interview', { text: 'q', reply: 'm' }),
  named('purchase_act', 'interview_act', {}, { whole: '' }),
  named('purchase_type', 'interview_act', {}, { whole: '' }),
  named('purchase_file', 'interview_file', {}, { whole: '' }),
  named('demand_letter', 'purchase', { text: 'q' }, { says: { as: 'letter' } }),
  named('demand_begin', 'purchase', { text: 'q' }),
  named('demand_list', 'purchases'),
  named('programme', 'programme'),
  named('demand_open', 'purchase_open', {}, { bare: 'purchase' }),
  named('demand_do', 'purchase_do', {}, { whole: '' }),
  named('demand_page', 'boss', {}, { whole: '' }),
  named('calculate', 'calculate', {}, { whole: '' }),
  named('consent_refresh', 'preview', {}, { bare: 'case' }),
  onCase('offer_accept', 'accept'),
  onCase('offer_decline', 'decline'),
  named('offer_later', 'later', { case: 'k' }),
  onCase('case_answered', 'answer'),
  onCase('case_give_back', 'give_back'),
  onCase('case_pass_to', 'pass_to'),
  onCase('case_open_identity', 'open_identity'),
  onCase('case_close', 'close'),
  onCase('case_reopen', 'reopen'),
  onCase('case_withdraw', 'withdraw'),
  onCase('case_propose_fiche', 'propose_fiche'),
  named('case_rate_useful', 'act', { case: 'k' }, { says: { act: 'rate', useful: true } }),
  named('case_rate_useless', 'act', { case: 'k' }, { says: { act: 'rate', useful: false } }),
  named('case_show', 'open', { case: 'k' }),
  named('case_say', 'to_case', { case: 'k', text: 'q' }),
  named('availability_confirm', 'availability', { confirm: 't' }, { having: 'confirm' }),
  named('home_availability', 'availability'),
  named('home_role', 'role', {}, { bare: 'role' }),
  named('home_export', 'my_data'),
  named('home_forget', 'forget_me'),
];

const SEEN = { case: 'case', seen: 'seen' };
const BRIEF = { agreement: 'id', side: 'by' };
/** The card knows its rewording by its key alone. */
const KEPT = { unsaid: { direction: 'to_buyer', text: '' } };

/** Of the cards of Teams. */
export const TEAMS_NAMES: readonly ActionName[] = [
  named('register', 'register', { reply: 'reply', role: 'to' }, { unsaid: { full: true } }),
  named('human', 'human', { reply: 'reply' }),
  named('question', 'question', { text: 'text' }),
  named('brief', 'preview', SEEN, { mark: ['do', 'update'], unsaid: { seen: '-' } }),
  named('brief', 'send', SEEN, { mark: ['do', 'send'], unsaid: { seen: '-' } }),
  named('brief', 'give_up', SEEN, { mark: ['do', 'give_up'], unsaid: { seen: '-' } }),
  named('act', 'act', { case: 'case', act: 'act', useful: 'useful' }),
  named('open', 'open', { case: 'case' }),
  named('desk', 'desk'),
  // What is said stands in the box of the card.
  named('to_case', 'to_case', { case: 'case', key: 'key' }, { unsaid: { text: '' } }),
  named('availability', 'availability', { confirm: 'confirm' }),
  named('reword', 'reword'),
  named('complete', 'complete', { reply: 'reply' }, KEPT),
  named('keep', 'keep', { reply: 'reply' }, KEPT),
  named('agreement', 'agree', BRIEF, { mark: ['act', 'accepted'] }),
  named('agreement', 'correct', BRIEF, { mark: ['act', 'save'] }),
  named('agreement', 'reopen_agreement', BRIEF, { mark: ['act', 'reopened'] }),
  named('purchase', 'interview', { text: 'text', reply: 'reply' }),
  // What is typed in the box of the card bears the name of the part.
  named('purchase_act', 'interview_act', {
    purchase: 'purchase',
    on: 'on',
    do: 'do',
    fact: 'fact',
    said: 'choice',
    part: 'part',
  }),
  named('purchase_file', 'interview_file', { purchase: 'purchase', as: 'as' }),
  named('demand_letter', 'purchase', { text: 'text' }, { says: { as: 'letter' } }),
  named('demand_begin', 'purchase', { text: 'text' }),
  named('demand_list', 'purchases'),
  named('programme', 'programme'),
  named('demand_open', 'purchase_open', { purchase: 'purchase' }),
  named('demand_do', 'purchase_do', {}, { whole: 'value' }),
  named('demand_page', 'boss', {}, { whole: 'value' }),
  named('calculate', 'calculate', {}, { whole: 'value' }),
  named('forget_me', 'forget_me'),
];

type Value = Readonly<Record<string, unknown>>;
type Carried = string | number | boolean;

/** The name of a button; undefined where the platform has none for it. */
export function nameOf(
  names: readonly ActionName[],
  { verb, value }: { readonly verb: Verb; readonly value: Value },
): ActionName | undefined {
  const fits = ([part, said]: readonly [string, unknown]) => ownValue(value, part) === said;
  return names.find(
    (one) =>
      one.verb === verb &&
      Object.entries(one.says ?? {}).every(fits) &&
      (one.having === undefined || ownValue(value, one.having) !== undefined),
  );
}

/** What the button carries of its value, by its own keys. */
export function carriedBy({ keys, mark }: ActionName, value: Value): Readonly<Record<string, Carried>> {
  const carried = Object.entries(keys).flatMap(([part, key]): (readonly [string, Carried])[] => {
    const said = ownValue(value, part);
    return typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean' ? [[key, said]] : [];
  });
  return Object.fromEntries(mark === undefined ? carried : [...carried, mark]);
}

/** The value again; never trusted: the verbs' own shapes check it. @param read by its own keys; undefined for what says nothing */
export function valueFrom({ keys, says, unsaid }: ActionName, read: (key: string) => unknown): Value {
  const parts = Object.entries(keys).flatMap(([part, key]) => {
    const said = read(key);
    return said === undefined ? [] : [[part, said] as const];
  });
  return { ...unsaid, ...Object.fromEntries(parts), ...says };
}
