import type { Language } from '../vocabulary/people.ts';
import { FEEDBACK_CHOICES } from '../vocabulary/reasons.ts';
import { makeScreen, markdown } from './make.ts';
import type { Act, Field, Form, Screen } from './screen.ts';
import { wordsOf } from './words.ts';

export const FEEDBACK_BOX = { why: 'why', comment: 'comment' } as const;
/** Characters of a comment that are kept. */
const LONGEST_COMMENT = 1_000;

/** Two thumbs; the one that points down asks why. */
export function feedbackActs(reply: string, language: Language): readonly Act[] {
  const { all, own } = wordsOf(language);
  const { feedback } = all.web;
  const thumb = (useful: boolean, label: string, spoken: string): Act => ({
    verb: 'feedback',
    value: { reply, useful },
    label,
    spoken,
    look: 'plain',
    ...(useful ? {} : { needs: whyForm(language) }),
  });
  return [thumb(true, feedback.yes, own.feedback.useful), thumb(false, feedback.no, own.feedback.useless)];
}

/** Behind a platform's own thumbs: why an answer was of no use, or just thanks. */
export function feedbackScreen(useful: boolean, language: Language): Screen {
  const { all, own } = wordsOf(language);
  const { feedback } = all.web;
  const [why, comment] = whyFields(language);
  const fields = [...(useful || why === undefined ? [] : [why]), ...(comment === undefined ? [] : [comment])];
  return makeScreen({
    ref: { view: 'feedback', key: '' },
    language,
    // What is asked names its own choices.
    blocks: [markdown(useful ? own.feedback.glad : own.feedback.what)],
    fields,
    acts: [{ verb: 'feedback', value: { reply: '', useful }, label: feedback.send, look: 'primary' }],
    said: useful ? own.feedback.glad : feedback.why,
  });
}

/** Why an answer was of no use. */
export function whyForm(language: Language): Form {
  const { all, own } = wordsOf(language);
  return { title: own.feedback.title, fields: whyFields(language), submit: all.web.feedback.send };
}

function whyFields(language: Language): readonly Field[] {
  const { feedback } = wordsOf(language).all.web;
  return [
    {
      kind: 'choice',
      name: FEEDBACK_BOX.why,
      label: feedback.why,
      choices: FEEDBACK_CHOICES.map((value) => ({ value, label: feedback.choices[value] })),
      value: [],
      several: false,
    },
    {
      kind: 'text',
      name: FEEDBACK_BOX.comment,
      label: feedback.comment,
      max: LONGEST_COMMENT,
      multiline: true,
    },
  ];
}

/** «unclear: je n’ai pas compris le seuil»; undefined when nothing was said. */
export function sayWhy(why: unknown, comment: unknown): string | undefined {
  const choice = FEEDBACK_CHOICES.find((known) => known === why);
  const words = typeof comment === 'string' ? comment.trim().slice(0, LONGEST_COMMENT) : '';
  const parts = [choice, words].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(': ');
}
