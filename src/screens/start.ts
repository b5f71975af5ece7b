import type { Language } from '../vocabulary/people.ts';
import type { Direction } from '../vocabulary/rewording.ts';
import { LONGEST_TEXT } from '../vocabulary/rewording.ts';
import { LONGEST } from './case-acts.ts';
import { interviewAct } from './interview.ts';
import { makeScreen, markdown, notice } from './make.ts';
import type { Act, ChoiceField, Form, Screen, TextField } from './screen.ts';
import { wordsOf } from './words.ts';

/** Names of the fields, as they come back. */
export const QUESTION_BOX = 'question';
export const NEED_BOX = { text: 'text', direction: 'direction' } as const;

/** Asking a human without a question asked before: the question, then what would leave. */
export function askForm(language: Language, question = ''): Form {
  const { ask } = wordsOf(language).all.handoffWeb;
  const box: TextField = {
    kind: 'text',
    name: QUESTION_BOX,
    label: ask.question,
    hint: ask.hint,
    max: LONGEST.said,
    multiline: true,
    required: ask.empty,
    ...(question === '' ? {} : { value: question }),
  };
  return { title: ask.title, intro: ask.intro, fields: [box], submit: ask.go };
}

export function askScreen(language: Language, question = ''): Screen {
  return formScreen('ask', 'human', askForm(language, question), language);
}

/** What a button needs first, as a screen whose one act is the button pressed. */
export function needsScreen({ title, intro, fields, submit }: Form, act: Act, language: Language): Screen {
  return makeScreen({
    ref: { view: 'need', key: '' },
    language,
    title,
    blocks: intro === undefined ? [] : [markdown(intro)],
    fields,
    acts: [{ ...act, label: submit, look: 'primary' }],
    said: `${title}. ${intro ?? ''}`,
  });
}

/** A text to be said in the other side's words, and which way. */
export function needForm(language: Language, text = '', direction?: Direction): Form {
  const { all, own } = wordsOf(language);
  const { rewording } = all;
  const box: TextField = {
    kind: 'text',
    name: NEED_BOX.text,
    label: rewording.field,
    hint: rewording.hint,
    max: LONGEST_TEXT,
    multiline: true,
    required: own.need.empty,
    ...(text === '' ? {} : { value: text }),
  };
  const way: ChoiceField = {
    kind: 'choice',
    name: NEED_BOX.direction,
    label: rewording.directionName,
    choices: [
      { value: 'guess', label: rewording.guess },
      { value: 'to_buyer', label: rewording.direction.to_buyer },
      { value: 'to_prescriber', label: rewording.direction.to_prescriber },
    ],
    value: [direction ?? 'guess'],
    several: false,
  };
  return { title: own.need.title, fields: [box, way], submit: rewording.go };
}

export function needScreen(language: Language, text = '', direction?: Direction): Screen {
  return formScreen('need', 'reword', needForm(language, text, direction), language);
}

function formScreen(view: 'ask' | 'need', verb: 'human' | 'reword', form: Form, language: Language): Screen {
  const screen = needsScreen(form, { verb, value: {}, label: '', look: 'primary' }, language);
  return { ...screen, ref: { view, key: '' } };
}

/** Who this is, what it does, that it is a program, and what becomes of what is written. */
export function welcomeScreen(scope: 'personal' | 'groupChat' | 'channel', language: Language): Screen {
  const { all, own } = wordsOf(language);
  const { welcome } = own;
  return makeScreen({
    ref: { view: 'welcome', key: '' },
    language,
    title: welcome.title,
    blocks: [
      markdown(welcome.text),
      ...(scope === 'personal' ? [] : [markdown(welcome.group)]),
      ...notice(welcome.privacy),
      ...notice(all.web.footer),
    ],
    acts: scope === 'personal' ? [interviewAct(language)] : [],
    said: `${welcome.title}. ${welcome.text}`,
    audience: scope === 'personal' ? 'one' : 'all',
  });
}
