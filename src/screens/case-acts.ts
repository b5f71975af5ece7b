import type { CaseView } from '../handoff/port/views.ts';
import type { CaseAction } from '../vocabulary/cases.ts';
import type { Act, Confirm, Form, TextField } from './screen.ts';
import type { VerbValue } from './verbs.ts';
import type { Words } from './words.ts';

type Kind = CaseAction['kind'];

/** The most expected first. */
const ORDER: readonly Kind[] = [
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

/** Characters of a message to the other side, of a text to keep, of a reason. */
export const LONGEST = { said: 4_000, text: 2_000, line: 500 } as const;

/** Names of the fields, as they come back. */
export const BOX = {
  text: 'text',
  reason: 'reason',
  comment: 'comment',
  why: 'why',
  question: 'question',
  answer: 'answer',
  reservist: 'reservist',
} as const;

/** What its reader may do now. @param among those that are wanted here; all, where none are named */
export function caseActs(view: CaseView, words: Words, among: readonly Kind[] = ORDER): readonly Act[] {
  return ORDER.filter((kind) => view.may.includes(kind) && among.includes(kind)).flatMap((kind) =>
    actsFor(kind, view, words),
  );
}

/** Where the reply to the other side is written. */
export function sayField({ side }: Pick<CaseView, 'side'>, { all }: Words, typed = ''): TextField {
  const { case: says } = all.handoffWeb;
  return {
    ...field(BOX.text, says.say[side], LONGEST.said, typed),
    multiline: true,
    hint: says.sayWhy,
  };
}

/** What an act is called, on its button and above its form. */
function actName(kind: Kind, { all, own }: Words): string {
  const { case: says } = all.handoffWeb;
  const names = {
    ...all.handoff.action,
    say: says.send,
    accept: own.case.accept,
    decline: says.decline,
    rate: says.rate,
  };
  return names[kind];
}

function actsFor(kind: Kind, view: CaseView, words: Words): readonly Act[] {
  const { all, own } = words;
  const { case: says } = all.handoffWeb;
  const name = actName(kind, words);
  const act = (
    look: Act['look'],
    more: { readonly label?: string; readonly confirm?: Confirm; readonly needs?: Form } = {},
    value: Partial<VerbValue<'act'>> = {},
  ): Act => ({
    verb: 'act',
    value: { case: view.id, act: kind, ...value },
    label: name,
    look,
    on: { kind: 'case', id: view.id, version: view.version },
    ...more,
  });
  const confirm = (asked: Omit<Confirm, 'no'>): Confirm => ({ ...asked, no: own.cancel });
  const form = (fields: readonly TextField[], submit: string, intro?: string): Form => ({
    title: name,
    fields,
    submit,
    ...(intro === undefined ? {} : { intro }),
  });
  switch (kind) {
    case 'say':
      return [act('primary')];
    case 'accept':
    case 'answer':
      return [act('primary')];
    case 'decline':
      return [
        act('plain', { needs: { ...form([field(BOX.reason, says.declineWhy, LONGEST.line)], name), optional: true } }),
      ];
    case 'close':
    case 'give_back':
    case 'open_identity':
      return [act('plain', { confirm: confirm(own.case.confirm[kind]) })];
    case 'withdraw':
      return [act('danger', { confirm: confirm(own.case.confirm.withdraw) })];
    case 'pass_to':
      return [
        act('plain', {
          needs: form([required(field(BOX.reservist, says.passToWhom, LONGEST.line), says.passToWhom)], says.passSend),
        }),
      ];
    case 'reopen': {
      const why = { ...field(BOX.why, says.reopenWhy, LONGEST.text), multiline: true };
      return [act('plain', { needs: form([required(why, says.reopenWhy)], says.reopenSend) })];
    }
    case 'rate': {
      const comment = form([field(BOX.comment, says.rateComment, LONGEST.line)], says.rateNo, says.rate);
      return [
        act('primary', { label: says.rateYes }, { useful: true }),
        act('plain', { label: says.rateNo, needs: { ...comment, optional: true } }, { useful: false }),
      ];
    }
    case 'propose_fiche': {
      const question = {
        ...field(BOX.question, says.proposeQuestion, LONGEST.text, view.brief.question),
        multiline: true,
      };
      const answer = { ...field(BOX.answer, says.proposeAnswer, LONGEST.text, lastAnswer(view)), multiline: true };
      const needs = form(
        [required(question, says.proposeQuestion), required(answer, says.proposeAnswer)],
        says.proposeSend,
        says.proposeWhy,
      );
      return [act('plain', { needs })];
    }
  }
}

function field(name: string, label: string, max: number, value = ''): TextField {
  return { kind: 'text', name, label, max, ...(value === '' ? {} : { value: value.slice(0, max) }) };
}

function required(one: TextField, said: string): TextField {
  return { ...one, required: said };
}

function lastAnswer({ lines, side }: CaseView): string {
  const own = lines.filter((line) => line.kind === 'message' && (line.from === 'you' || line.from === side)).at(-1);
  return own?.kind === 'message' ? own.text : '';
}
