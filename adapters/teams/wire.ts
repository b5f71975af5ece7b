import { carriedBy, nameOf, TEAMS_NAMES } from '../../src/screens/action-names.ts';
import type { Act } from '../../src/screens/screen.ts';
import { oneLine, shorten } from './card/clean.ts';
import type { Action } from './card/elements.ts';

type Data = Readonly<Record<string, string | number | boolean>>;

/** How a button of a card bears what is pressed; undefined for what cannot be pressed here. */
export function wireOf(act: Act): { readonly verb: string; readonly data: Data } | undefined {
  const name = nameOf(TEAMS_NAMES, act);
  if (name === undefined) return undefined;
  const { name: verb, whole } = name;
  if (whole !== undefined) return { verb, data: { [whole]: JSON.stringify(act.value) } };
  const version = act.on === undefined ? {} : { [act.on.kind === 'case' ? 'on' : 'version']: act.on.version };
  return { verb, data: { ...carriedBy(name, act.value), ...version } };
}

/** Said in the person's name, and shown as its label: it works in channels too, where Teams shows no suggestion. */
export function sayAction({ label, value: { text, on, under } }: Extract<Act, { verb: 'say' }>): Action {
  return {
    type: 'Action.Submit',
    title: shorten(oneLine(label), 60),
    data: {
      msteams: {
        type: 'messageBack',
        displayText: shorten(oneLine(label), 200),
        text: shorten(text, 500),
        value: { ...(on === undefined ? {} : { on }), ...(under === undefined ? {} : { under }) },
      },
    },
  };
}
