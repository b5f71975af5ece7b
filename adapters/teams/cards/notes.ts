import { type Direction, LONGEST_TEXT } from '../../../src/vocabulary/rewording.ts';
import { type Action, heading, note, notice } from '../card/elements.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';

export const QUESTION_BOX = 'question';
export const REWORD_BOX = { text: 'text', direction: 'direction' } as const;

/** A sentence or two of ours, as a card that takes another's place. */
export function notePart(text: string, alert = false): CardPart {
  return { body: [alert ? notice(text, 'attention') : note(text)], actions: [], said: text };
}

/** Who this is, what it does, that it is a program, and what becomes of what is written. */
export function welcomePart(scope: 'personal' | 'groupChat' | 'channel', { teams, texts, set }: Say): CardPart {
  const { welcome } = teams;
  const body = [
    heading(welcome.title, 'Large'),
    note(set(welcome.text)),
    ...(scope === 'personal' ? [] : [note(set(welcome.group))]),
    note(set(welcome.privacy), { isSubtle: true }),
    note(set(texts.web.footer), { isSubtle: true, size: 'Small' }),
  ];
  return { body, actions: [], said: `${welcome.title}. ${welcome.text}` };
}

/** Asking a human without a question asked before. */
export function humanPart({ teams, texts, set }: Say): CardPart {
  const { ask } = texts.handoffWeb;
  return {
    body: [
      heading(ask.title, 'Large'),
      note(set(ask.intro)),
      note(set(teams.human.ask)),
      {
        type: 'Input.Text',
        id: QUESTION_BOX,
        label: teams.human.question,
        placeholder: set(ask.hint),
        isMultiline: true,
        isRequired: true,
        errorMessage: set(ask.empty),
        maxLength: 4_000,
      },
    ],
    actions: [{ type: 'Action.Execute', title: teams.human.go, style: 'positive', verb: VERBS.human }],
    said: `${ask.title}. ${teams.human.ask}`,
  };
}

/** A text to reword, and which way; `submit` gives it in as a dialog does. */
export function rewordFormPart(
  { text, direction }: { readonly text: string; readonly direction: Direction | undefined },
  { say, action }: { readonly say: Say; readonly action: 'execute' | 'submit' },
): CardPart {
  const { teams, texts, set } = say;
  const { rewording } = texts;
  const go: Action =
    action === 'execute'
      ? { type: 'Action.Execute', title: teams.reword.go, style: 'positive', verb: VERBS.reword }
      : { type: 'Action.Submit', title: teams.reword.go, data: { do: 'reword' } };
  return {
    body: [
      heading(teams.reword.title, 'Large'),
      {
        type: 'Input.Text',
        id: REWORD_BOX.text,
        label: teams.reword.ask,
        placeholder: teams.reword.hint,
        isMultiline: true,
        isRequired: true,
        errorMessage: set(teams.reword.empty),
        maxLength: LONGEST_TEXT,
        ...(text === '' ? {} : { value: text }),
      },
      {
        type: 'Input.ChoiceSet',
        id: REWORD_BOX.direction,
        label: rewording.directionName,
        style: 'compact',
        choices: [
          { title: rewording.guess, value: 'guess' },
          { title: rewording.direction.to_buyer, value: 'to_buyer' },
          { title: rewording.direction.to_prescriber, value: 'to_prescriber' },
        ],
        value: direction ?? 'guess',
      },
    ],
    actions: [go],
    said: `${teams.reword.title}. ${teams.reword.hint}`,
  };
}

/** What is kept about a person, and its erasure. */
export function forgetMePart({ texts, teams, set }: Say): CardPart {
  const { data } = texts.handoffWeb;
  return {
    body: [heading(data.forgetAsk.title, 'Large'), note(set(data.forgetAsk.text))],
    actions: [{ type: 'Action.Execute', title: teams.data.confirm, style: 'destructive', verb: VERBS.forgetMe }],
    said: `${data.forgetAsk.title} ${data.forgetAsk.text}`,
  };
}
