import type { Suggestion } from '../../../src/message/message.ts';
import { shorten } from '../card/clean.ts';
import type { Action } from '../card/elements.ts';
import { plainText } from '../card/markdown.ts';

/** Buttons that Teams shows under a card; further ones would hide in a menu. */
const MOST = 5;

/** Each is read as its text, and shown as its label in the person's name: it works in channels too, where Teams shows no suggestion. */
export function choiceActions(choices: readonly Suggestion[]): readonly Action[] {
  return choices.slice(0, MOST).map(({ label, text, on }) => ({
    type: 'Action.Submit',
    title: shorten(plainText(label), 60),
    data: {
      msteams: {
        type: 'messageBack',
        displayText: shorten(plainText(label), 200),
        text: shorten(text, 500),
        value: on === undefined ? {} : { on },
      },
    },
  }));
}
