import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import { clean } from '../card/clean.ts';
import type { Action, Element, InputText } from '../card/elements.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';

type Act = CaseAction['kind'];

/** Buttons that Teams shows; the most expected come first. */
const MOST = 5;
const ORDER: readonly Act[] = [
  'say',
  'accept',
  'rate',
  'answer',
  'close',
  'decline',
  'reopen',
  'open_identity',
  'propose_fiche',
  'give_back',
  'pass_to',
  'withdraw',
];
/** Characters of a message to the other side, of a reason. */
export const LONGEST = { said: 4_000, line: 500 } as const;

export const BOX = {
  text: 'text',
  reason: 'reason',
  comment: 'comment',
  why: 'why',
  question: 'question',
  answer: 'answer',
  reservist: 'reservist',
} as const;

/** What its reader may do now, each a button; what asks for words unfolds a form. */
export function caseActions(view: CaseView, say: Say): readonly Action[] {
  return ORDER.filter((act) => view.may.includes(act))
    .slice(0, MOST)
    .flatMap((act) => actionsFor(act, view, say));
}

/** Where the reply to the other side is written. */
export function saidBox({ side }: CaseView, { texts }: Say, typed = ''): InputText {
  const { case: says } = texts.handoffWeb;
  return {
    type: 'Input.Text',
    id: BOX.text,
    label: says.say[side],
    placeholder: says.sayWhy,
    isMultiline: true,
    maxLength: LONGEST.said,
    ...(typed === '' ? {} : { value: clean(typed).slice(0, LONGEST.said) }),
  };
}

function actionsFor(act: Act, view: CaseView, say: Say): readonly Action[] {
  const { case: says } = say.texts.handoffWeb;
  const execute = (title: string, changes: Partial<Extract<Action, { type: 'Action.Execute' }>> = {}): Action => ({
    type: 'Action.Execute',
    title,
    verb: VERBS.act,
    data: { case: view.id, act, on: view.version },
    ...changes,
  });
  const simple = (title: string, style: 'default' | 'positive' = 'default') =>
    execute(title, { style, associatedInputs: 'none' });
  const form = (title: string, body: readonly Element[], actions: readonly Action[]): Action => ({
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', body, actions },
  });
  switch (act) {
    case 'say':
      return [execute(says.send, { style: 'positive' })];
    case 'accept':
      return [simple(says.accept, 'positive')];
    case 'decline':
      return [form(says.decline, [box(BOX.reason, says.declineWhy)], [execute(says.decline)])];
    case 'answer':
      return [simple(says.answer)];
    case 'close':
      return [simple(says.close)];
    case 'open_identity':
      return [simple(says.openIdentity)];
    case 'give_back':
      return [form(says.giveBack, [hint(say.set(says.giveBackWhy))], [simple(says.giveBack)])];
    case 'withdraw':
      return [form(says.withdraw, [hint(say.set(says.withdrawWhy))], [simple(says.withdraw)])];
    case 'pass_to':
      return [form(says.passTo, [box(BOX.reservist, says.passToWhom)], [execute(says.passSend)])];
    case 'reopen':
      return [form(says.reopen, [box(BOX.why, say.set(says.reopenWhy), true)], [execute(says.reopenSend)])];
    case 'rate': {
      const rate = (useful: boolean, title: string) => execute(title, { data: { case: view.id, act, useful } });
      return [
        form(
          say.set(says.rate),
          [box(BOX.comment, says.rateComment)],
          [rate(true, says.rateYes), rate(false, says.rateNo)],
        ),
      ];
    }
    case 'propose_fiche': {
      const question = box(BOX.question, says.proposeQuestion, true, view.brief.question);
      const answer = box(BOX.answer, says.proposeAnswer, true, lastAnswer(view));
      return [form(says.propose, [hint(say.set(says.proposeWhy)), question, answer], [execute(says.proposeSend)])];
    }
  }
}

function box(id: string, label: string, isMultiline = false, value = ''): InputText {
  const typed = clean(value).slice(0, LONGEST.said / 2);
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline,
    maxLength: isMultiline ? LONGEST.said / 2 : LONGEST.line,
    ...(typed === '' ? {} : { value: typed }),
  };
}

function hint(text: string): Element {
  return { type: 'TextBlock', text, wrap: true, isSubtle: true };
}

function lastAnswer({ lines, side }: CaseView): string {
  const own = lines.filter((line) => line.kind === 'message' && (line.from === 'you' || line.from === side));
  const last = own.at(-1);
  return last?.kind === 'message' ? last.text : '';
}
