import type { ModalView } from '@slack/types';
import { frenchTypography } from '../../../src/french/typography.ts';
import type { CaseView } from '../../../src/handoff/port/views.ts';
import type { AgreementView } from '../../../src/rewording/port/agreement.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { SLOTS, type Slot } from '../../../src/vocabulary/rewording.ts';
import { input, option, plain } from '../blocks/build.ts';
import { shorten } from '../blocks/clean.ts';
import { LIMITS } from '../blocks/limits.ts';
import { richText } from '../blocks/markdown.ts';
import { VIEWS } from '../ids.ts';
import type { Texts } from '../texts.ts';
import { modal } from './modal.ts';

/** Names of the fields of every form, as they come back. */
export const FIELDS = {
  text: 'text',
  direction: 'direction',
  reason: 'reason',
  comment: 'comment',
  where: 'where',
  side: 'side',
  question: 'question',
  answer: 'answer',
} as const;

/** Where the answer to a form goes. */
export interface FormPlace {
  /** The dialogue. */
  readonly c: string;
}

function area(initial?: string, most: number = LIMITS.inputInitial) {
  return {
    type: 'plain_text_input' as const,
    multiline: true,
    max_length: most,
    ...(initial === undefined || initial === '' ? {} : { initial_value: shorten(initial, most) }),
  };
}

export function askView(texts: Texts, place: FormPlace, question = ''): ModalView {
  const { ask } = texts.slack;
  return modal(VIEWS.ask, ask, texts, place, [input(FIELDS.text, ask.text, area(question), { hint: ask.hint })]);
}

export function needView(texts: Texts, place: FormPlace, text = ''): ModalView {
  const { need } = texts.slack;
  const options = (['guess', 'to_buyer', 'to_prescriber'] as const).map((one) => option(need.directions[one], one));
  const [guess] = options;
  return modal(VIEWS.need, need, texts, place, [
    input(FIELDS.text, need.text, area(text), { hint: need.hint }),
    input(FIELDS.direction, need.direction, {
      type: 'radio_buttons',
      options,
      ...(guess === undefined ? {} : { initial_option: guess }),
    }),
  ]);
}

export function feedbackView(texts: Texts, answered: { readonly m: string }): ModalView {
  const { feedback } = texts.slack;
  const { choices } = texts.all.web.feedback;
  return modal(VIEWS.feedback, feedback, texts, answered, [
    input(FIELDS.reason, feedback.reason, {
      type: 'radio_buttons',
      options: Object.entries(choices).map(([name, label]) => option(label, name)),
    }),
    input(FIELDS.comment, feedback.comment, area('', 500), { optional: true }),
  ]);
}

/** The brief, slot by slot: what is missing first. At most one need: a message that holds two is completed twice. */
export function completeView(reworded: Rewording, kept: FormPlace & { readonly m: string }, texts: Texts): ModalView {
  const { completeForm } = texts.slack.reword;
  const { slot: names } = texts.all.rewording;
  const asked = new Map(reworded.questions.map(({ slot, text }) => [slot, frenchTypography(text)]));
  const fields = reworded.missing.map((slot) =>
    input(slot, asked.get(slot) ?? names[slot], area('', 500), {
      optional: true,
      ...(asked.has(slot) ? { hint: names[slot] } : {}),
    }),
  );
  return modal(VIEWS.completeBrief, completeForm, texts, kept, [
    ...richText(fields.length === 0 ? completeForm.nothing : completeForm.intro),
    ...fields,
  ]);
}

export function shareBriefView(kept: FormPlace & { readonly m: string }, texts: Texts): ModalView {
  const { shareForm } = texts.slack.reword;
  const { side } = texts.all.rewording;
  return modal(VIEWS.shareBrief, shareForm, texts, kept, [
    input(
      FIELDS.where,
      shareForm.where,
      {
        type: 'conversations_select',
        default_to_current_conversation: true,
        filter: { exclude_bot_users: true },
      },
      { hint: shareForm.hint },
    ),
    input(FIELDS.side, shareForm.side, {
      type: 'radio_buttons',
      options: [option(side.prescriber, 'prescriber'), option(side.buyer, 'buyer')],
    }),
  ]);
}

/** Every slot of the first need as it stands; the lines of a field are its sayings. */
export function correctView(
  view: AgreementView,
  kept: { readonly a: string; readonly v: number; readonly ch: string; readonly ts: string },
  texts: Texts,
): ModalView {
  const { correctForm } = texts.slack.reword;
  const { slot: names, agreement } = texts.all.rewording;
  const { side } = texts.all.rewording;
  const need = view.needs[0];
  const fields =
    need === undefined
      ? []
      : SLOTS.filter((slot: Slot) => need.slots[slot] !== undefined || need.missing.includes(slot)).map((slot) =>
          input(slot, names[slot], area(need.slots[slot]?.said.map(({ value }) => value).join('\n'), 2_000), {
            hint: agreement.oneByLine,
            optional: true,
          }),
        );
  return modal(VIEWS.correctAgreement, correctForm, texts, kept, [
    ...richText(correctForm.intro),
    input(FIELDS.side, texts.slack.reword.shareForm.side, {
      type: 'radio_buttons',
      options: [option(side.prescriber, 'prescriber'), option(side.buyer, 'buyer')],
    }),
    ...fields,
  ]);
}

export function availabilityView(texts: Texts, place: FormPlace): ModalView {
  const { availability } = texts.slack;
  return modal(VIEWS.availability, availability, texts, place, [
    input(FIELDS.text, availability.text, area('', 500), { hint: availability.hint }),
  ]);
}

interface CaseForm {
  /** The case. */
  readonly k: string;
}

export function passView(texts: Texts, kept: CaseForm): ModalView {
  const { passForm } = texts.slack.case;
  return modal(VIEWS.pass, passForm, texts, kept, [
    input(FIELDS.text, passForm.name, { type: 'plain_text_input', max_length: 200 }, { hint: passForm.hint }),
  ]);
}

export function reopenView(texts: Texts, kept: CaseForm): ModalView {
  const { reopenForm } = texts.slack.case;
  return modal(VIEWS.reopen, reopenForm, texts, kept, [input(FIELDS.text, reopenForm.why, area('', 2_000))]);
}

/** The solved question and its answer, as last said, to be cleared of names. */
export function proposeView(view: CaseView, texts: Texts): ModalView {
  const { case: says } = texts.all.handoffWeb;
  const own = view.lines.filter((line) => line.kind === 'message' && line.from === 'you').at(-1);
  const kept: CaseForm = { k: view.id };
  return modal(VIEWS.propose, texts.slack.case.proposeForm, texts, kept, [
    ...richText(says.proposeWhy),
    input(FIELDS.question, says.proposeQuestion, area(view.brief.question, 2_000)),
    input(FIELDS.answer, says.proposeAnswer, area(own?.kind === 'message' ? own.text : '', LIMITS.inputInitial)),
  ]);
}

/** A form that says one thing: what is left to do is to close it. */
export function noticeView(title: string, markdown: string, texts: Texts): ModalView {
  return {
    type: 'modal',
    title: plain(title, LIMITS.modalTitle),
    close: plain(texts.all.rewording.close, LIMITS.modalButton),
    blocks: [...richText(markdown)],
  };
}
