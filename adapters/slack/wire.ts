import { carriedBy, nameOf, SLACK_NAMES } from '../../src/screens/action-names.ts';
import type { Act } from '../../src/screens/screen.ts';
import { packValue } from './values.ts';

/** A button as Slack sends it back. */
export interface Wire {
  readonly id: string;
  readonly value: string;
}

/**
 * How a button bears what is pressed; undefined for what cannot be pressed here.
 * @param conversation the dialogue that the button stands in
 */
export function wireOf(act: Act, conversation = ''): Wire | undefined {
  const name = nameOf(SLACK_NAMES, act);
  if (name === undefined) return undefined;
  // What is to be typed opens a form.
  const id = act.verb === 'interview_act' && act.needs !== undefined ? 'purchase_type' : name.name;
  if (name.whole !== undefined) return { id, value: JSON.stringify(act.value) };
  const value: Readonly<Record<string, unknown>> = { conversation, ...act.value };
  if (name.bare !== undefined) return { id, value: String(new Map(Object.entries(value)).get(name.bare) ?? '') };
  const carried = Object.entries(carriedBy(name, value)).map(([key, said]) => [key, said === true ? 1 : said || 0]);
  const [[first = ''] = []] = carried;
  if (carried.length === 0) return { id, value: 'home' };
  return {
    id,
    value: packValue(Object.fromEntries(carried), 'q' in Object.fromEntries(carried) ? 'q' : String(first)),
  };
}
