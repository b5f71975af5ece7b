import type { ModalView } from '@slack/types';
import type { BriefPreview } from '../../../src/handoff/port/views.ts';
import type { AgreementView } from '../../../src/rewording/port/agreement.ts';
import type { Rewording } from '../../../src/rewording/port/rewording.ts';
import { correctForm, sideField } from '../../../src/screens/agreement.ts';
import { hoursForm } from '../../../src/screens/aside.ts';
import { type ConsentChoices, consentScreen } from '../../../src/screens/consent.ts';
import { whyForm } from '../../../src/screens/feedback.ts';
import { makeScreen, markdown, type Told } from '../../../src/screens/make.ts';
import { completeForm } from '../../../src/screens/rewording.ts';
import { askForm, needForm } from '../../../src/screens/start.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { input } from '../blocks/build.ts';
import { VIEWS } from '../ids.ts';
import { closingOf, formOf, modalOf } from '../render.ts';
import type { Texts } from '../texts.ts';

/** Where the answer to a form goes. */
export interface FormPlace {
  /** The dialogue. */
  readonly c: string;
}

/** Where a brief is shown: Slack's own field. */
export const WHERE = 'where';

const LONGEST_CHOICES = 2_500;

export function askView(language: Language, place: FormPlace, question = ''): ModalView {
  return formOf(askForm(language, question), language, { callback: VIEWS.ask, meta: place });
}

export function needView(language: Language, place: FormPlace): ModalView {
  return formOf(needForm(language), language, { callback: VIEWS.need, meta: place });
}

export function feedbackView(language: Language, answered: { readonly m: string }): ModalView {
  return formOf(whyForm(language), language, { callback: VIEWS.feedback, meta: answered });
}

export function availabilityView(language: Language, place: FormPlace): ModalView {
  return formOf(hoursForm(language), language, { callback: VIEWS.availability, meta: place });
}

/** What leaves, before it does; the form keeps the choices where they are short. */
export function consentView(
  preview: BriefPreview,
  choices: ConsentChoices,
  language: Language,
  told?: Told,
): ModalView {
  const fits = JSON.stringify(choices).length <= LONGEST_CHOICES;
  const meta = { k: preview.case, h: preview.seen, ...(fits ? { c: choices } : {}) };
  return modalOf(consentScreen(preview, choices, language, told), { callback: VIEWS.consent, meta });
}

export function completeView(
  reworded: Rewording,
  kept: FormPlace & { readonly m: string },
  language: Language,
): ModalView {
  return formOf(completeForm(reworded, language), language, { callback: VIEWS.completeBrief, meta: kept });
}

export function shareBriefView(kept: FormPlace & { readonly m: string }, { slack, language }: Texts): ModalView {
  const { shareForm } = slack.reword;
  const where = input(
    WHERE,
    shareForm.where,
    {
      type: 'conversations_select',
      default_to_current_conversation: true,
      filter: { exclude_bot_users: true },
    },
    { hint: shareForm.hint },
  );
  const form = { title: shareForm.title, fields: [sideField(language)], submit: shareForm.submit };
  return formOf(form, language, { callback: VIEWS.shareBrief, meta: kept, more: [where] });
}

export function correctView(
  view: AgreementView,
  kept: { readonly a: string; readonly v: number; readonly ch: string; readonly ts: string },
  language: Language,
): ModalView {
  return formOf(correctForm(view, language), language, { callback: VIEWS.correctAgreement, meta: kept });
}

/** A form that says one thing: what is left to do is to close it. */
export function noticeView(title: string, text: string, language: Language): ModalView {
  return closingOf(makeScreen({ ref: { view: 'note', key: '' }, language, title, blocks: [markdown(text)] }));
}
