import { z } from 'zod';
import type { Once } from '../../../src/once.ts';
import { ownValue } from '../../../src/own-value.ts';
import type { SlotAnswer } from '../../../src/rewording/port/add-answers.ts';
import type { AgreementAct } from '../../../src/rewording/port/agreement.ts';
import { slotName } from '../../../src/screens/agreement.ts';
import { BOX } from '../../../src/screens/case-acts.ts';
import { CONSENT, type ConsentChoices, linesOf } from '../../../src/screens/consent.ts';
import { FEEDBACK_BOX, sayWhy } from '../../../src/screens/feedback.ts';
import { answerName } from '../../../src/screens/rewording.ts';
import { NEED_BOX } from '../../../src/screens/start.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import type { Language, Role } from '../../../src/vocabulary/people.ts';
import { type Direction, SLOTS } from '../../../src/vocabulary/rewording.ts';
import type { BriefWish } from '../handlers/case-help.ts';

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

export function roleOf(given: Given, name: string): Role | undefined {
  const value = ownValue(given, name);
  return value === 'prescriber' || value === 'buyer' ? value : undefined;
}

export function directionOf(given: Given): Direction | undefined {
  const value = given[NEED_BOX.direction];
  return value === 'to_buyer' || value === 'to_prescriber' ? value : undefined;
}

export function readBrief(given: Given): BriefWish | undefined {
  const wish = textOf(given, 'do');
  const caseId = textOf(given, 'case');
  if (caseId === '' || (wish !== 'update' && wish !== 'send' && wish !== 'give_up')) return undefined;
  return { caseId, seen: textOf(given, 'seen'), wish, choices: readChoices(given) };
}

function readChoices(given: Given): ConsentChoices {
  return {
    lifted: textOf(given, CONSENT.lifted)
      .split(',')
      .filter((id) => id !== ''),
    added: linesOf(textOf(given, CONSENT.added)),
    amountsAsRanges: given[CONSENT.amounts] === 'true',
    sameBody: given[CONSENT.sameBody] === 'true',
    question: textOf(given, CONSENT.question) || undefined,
    withAnswer: typeof given[CONSENT.answer] === 'string' ? given[CONSENT.answer] === 'true' : undefined,
  };
}

/** The case as the card showed it, whose buttons do each thing once however often they are pressed. */
export function onceOf(given: Given): Once {
  const on = given['on'];
  return typeof on === 'number' && Number.isInteger(on) ? { key: `v${on}`, on } : {};
}

/** What a button of a case asks for; undefined when it is none of ours. */
export function readAct(given: Given): CaseAction | undefined {
  const kind = textOf(given, 'act');
  switch (kind) {
    case 'say':
      return { kind, text: textOf(given, BOX.text) };
    case 'accept':
    case 'answer':
    case 'give_back':
    case 'open_identity':
    case 'close':
    case 'withdraw':
      return { kind };
    case 'decline':
      return { kind, reason: textOf(given, BOX.reason) || undefined };
    case 'pass_to':
      return { kind, reservist: textOf(given, BOX.reservist) };
    case 'reopen':
      return { kind, why: textOf(given, BOX.why) };
    case 'propose_fiche':
      return { kind, question: textOf(given, BOX.question), answer: textOf(given, BOX.answer) };
    case 'rate': {
      const { useful } = given;
      if (typeof useful !== 'boolean') return undefined;
      return { kind, useful, comment: textOf(given, BOX.comment) || undefined };
    }
    default:
      return undefined;
  }
}

/** Answers to the questions of a rewording, from their boxes. */
export function readAnswers(given: Given): readonly SlotAnswer[] {
  return SLOTS.flatMap((slot) =>
    [0, 1, 2, 3].flatMap((need) => {
      const text = textOf(given, answerName({ slot, need })).replace(/\s+/g, ' ');
      return text === '' ? [] : [{ slot, need, text }];
    }),
  );
}

/** What the boxes of a brief say, slot by slot; what says what stands already changes nothing. */
export function readCorrections(given: Given, by: Role): readonly Extract<AgreementAct, { kind: 'corrected' }>[] {
  return SLOTS.flatMap((slot) =>
    [0, 1, 2, 3].flatMap((need) => {
      const value = textOf(given, slotName(need, slot));
      return value === '' ? [] : [{ kind: 'corrected' as const, by, need, slot, value }];
    }),
  );
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
