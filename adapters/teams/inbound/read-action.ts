import { z } from 'zod';
import type { Once } from '../../../src/once.ts';
import { ownValue } from '../../../src/own-value.ts';
import { FEEDBACK_BOX, sayWhy } from '../../../src/screens/feedback.ts';
import { NEED_BOX } from '../../../src/screens/start.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import type { Direction } from '../../../src/vocabulary/rewording.ts';

/** What a button brings: its own data and what the boxes of its card hold; always from a client, so always checked. */
export type Given = Readonly<Record<string, unknown>>;

const execute = z.object({
  action: z.object({ verb: z.string().max(100), data: z.record(z.string(), z.unknown()).catch({}).default({}) }),
});

/** The verb and data of an `Action.Execute`. */
export function readExecute(value: unknown): { readonly verb: string; readonly given: Given } | undefined {
  const parsed = execute.safeParse(value);
  return parsed.success ? { verb: parsed.data.action.verb, given: parsed.data.action.data } : undefined;
}

export function textOf(given: Given, name: string): string {
  const value = ownValue(given, name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

/** In which language the card speaks whose button it is. */
export function languageOf(given: Given): Language | undefined {
  const value = given['lang'];
  return value === 'fr' || value === 'en' ? value : undefined;
}

export function directionOf(given: Given): Direction | undefined {
  const value = given[NEED_BOX.direction];
  return value === 'to_buyer' || value === 'to_prescriber' ? value : undefined;
}

/** The case as the card showed it, whose buttons do each thing once however often they are pressed. */
export function onceOf(given: Given): Once {
  const on = given['on'];
  return typeof on === 'number' && Number.isInteger(on) ? { key: `v${on}`, on } : {};
}

/** Of the form that Teams shows by itself where it does not ask for ours. */
const TEAMS_OWN_BOX = 'feedbackText';

const feedback = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});

/** Teams' own thumbs, and the form behind them: the latter comes as JSON in a string. */
export function readFeedback(
  value: unknown,
): { readonly useful: boolean; readonly why: string | undefined } | undefined {
  const wrapped = z.object({ data: z.unknown() }).safeParse(value);
  const parsed = feedback.safeParse(wrapped.success && wrapped.data.data !== undefined ? wrapped.data.data : value);
  if (!parsed.success) return undefined;
  const { reaction, feedback: given } = parsed.data.actionValue;
  const form = z.record(z.string(), z.unknown()).safeParse(typeof given === 'string' ? parseJson(given) : given);
  // Local tools send what was written as it is.
  const boxes = form.success ? form.data : { [FEEDBACK_BOX.comment]: given };
  return {
    useful: reaction === 'like',
    why: sayWhy(boxes[FEEDBACK_BOX.why], boxes[FEEDBACK_BOX.comment] ?? boxes[TEAMS_OWN_BOX]),
  };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
