import type { Act } from '../../src/screens/screen.ts';
import { oneLine, shorten } from './card/clean.ts';
import type { Action } from './card/elements.ts';
import { VERBS } from './verbs.ts';

type Data = Readonly<Record<string, string | number | boolean>>;

/**
 * How a button of a card bears what is pressed: the names stand in cards that people keep for years, so they do not change.
 * Undefined for what cannot be pressed here.
 */
export function wireOf(act: Act): { readonly verb: string; readonly data: Data } | undefined {
  const { verb, value, on } = act;
  switch (verb) {
    case 'register':
      return { verb: VERBS.register, data: { reply: value.reply, to: value.role } };
    case 'human':
      return { verb: VERBS.human, data: defined({ reply: value.reply }) };
    case 'question':
      return { verb: VERBS.question, data: defined({ text: value.text }) };
    case 'preview':
    case 'send':
    case 'give_up':
      return { verb: VERBS.brief, data: { ...value, do: verb === 'preview' ? 'update' : verb } };
    case 'act':
      return { verb: VERBS.act, data: defined({ ...value, on: on?.version }) };
    case 'open':
      return { verb: VERBS.open, data: value };
    case 'desk':
      return { verb: VERBS.desk, data: {} };
    case 'to_case':
      return { verb: VERBS.toCase, data: defined({ case: value.case, key: value.key }) };
    case 'availability':
      return { verb: VERBS.availability, data: defined({ confirm: value.confirm }) };
    case 'reword':
      return { verb: VERBS.reword, data: {} };
    case 'complete':
    case 'keep':
      return { verb: verb === 'keep' ? VERBS.keep : VERBS.complete, data: { reply: value.reply } };
    case 'agree':
    case 'correct':
    case 'reopen_agreement':
      return {
        verb: VERBS.agreement,
        data: defined({ id: value.agreement, version: on?.version, by: value.side, act: AGREEMENT[verb] }),
      };
    case 'purchase':
      return { verb: VERBS.purchase, data: defined({ text: value.text, reply: value.reply }) };
    case 'purchase_act': {
      // What is typed in the box of the card bears the same name.
      const { said: choice, ...step } = value;
      return { verb: VERBS.purchaseAct, data: defined({ ...step, choice }) };
    }
    case 'purchase_file':
      return { verb: VERBS.purchaseFile, data: value };
    case 'calculate':
      return { verb: VERBS.calculate, data: { value: JSON.stringify(value) } };
    case 'forget_me':
      return { verb: VERBS.forgetMe, data: {} };
    default:
      return undefined;
  }
}

const AGREEMENT = { agree: 'accepted', correct: 'save', reopen_agreement: 'reopened' } as const;

/** Said in the person's name, and shown as its label: it works in channels too, where Teams shows no suggestion. */
export function sayAction({ label, value }: Extract<Act, { verb: 'say' }>): Action {
  return {
    type: 'Action.Submit',
    title: shorten(oneLine(label), 60),
    data: {
      msteams: {
        type: 'messageBack',
        displayText: shorten(oneLine(label), 200),
        text: shorten(value.text, 500),
        value: defined({ on: value.on, under: value.under }),
      },
    },
  };
}

function defined(data: Readonly<Record<string, string | number | boolean | undefined>>): Data {
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined),
  );
}
