import { FEEDBACK_CHOICES, type FeedbackChoice } from '../../../src/vocabulary/reasons.ts';
import { heading, note } from '../card/elements.ts';
import type { Say } from '../say.ts';
import type { CardPart } from './card-part.ts';

export const FEEDBACK_BOX = { why: 'why', comment: 'comment' } as const;
/** Characters of a comment that are kept. */
const LONGEST_COMMENT = 1_000;

/** Behind Teams' own thumbs: why an answer was of no use, or just thanks. */
export function feedbackPart(useful: boolean, { texts, teams, set }: Say): CardPart {
  const { feedback } = texts.web;
  const title = useful ? set(teams.feedback.glad) : feedback.why;
  return {
    body: [
      // What is asked names its own choices.
      ...(useful ? [heading(title)] : [note(set(teams.feedback.what), { isSubtle: true })]),
      ...(useful
        ? []
        : [
            {
              type: 'Input.ChoiceSet',
              id: FEEDBACK_BOX.why,
              label: feedback.why,
              style: 'expanded',
              wrap: true,
              choices: FEEDBACK_CHOICES.map((value) => ({ title: feedback.choices[value], value })),
            } as const,
          ]),
      {
        type: 'Input.Text',
        id: FEEDBACK_BOX.comment,
        label: feedback.comment,
        isMultiline: true,
        maxLength: LONGEST_COMMENT,
      },
    ],
    actions: [{ type: 'Action.Submit', title: feedback.send, data: {} }],
    said: title,
  };
}

/** «unclear: je n’ai pas compris le seuil»; undefined when nothing was said. */
export function sayWhy(why: unknown, comment: unknown): string | undefined {
  const choice: FeedbackChoice | undefined = FEEDBACK_CHOICES.find((known) => known === why);
  const words = typeof comment === 'string' ? comment.trim().slice(0, LONGEST_COMMENT) : '';
  const parts = [choice, words].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(': ');
}
