import type { HelpRequest } from '../handoff/port/views.ts';
import { CONSENT, type ConsentChoices, linesOf, NO_CHOICE } from '../screens/consent.ts';
import { QUESTION_BOX } from '../screens/start.ts';
import type { HelpFault } from '../vocabulary/cases.ts';
import { type Context, givenOf, guarded, withPerson } from './context.ts';
import { flag, list, text } from './filled.ts';
import type { Filled, Given, Heard, PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

/** A human is asked for: what would leave of the question is shown; nothing leaves. */
export async function human(context: Context, heard: PressedOf<'human'>): Promise<readonly Happened[]> {
  const { value, filled } = heard;
  const given = value.reply === undefined ? undefined : await givenOf(context, heard, value.reply);
  const typed = text(filled, QUESTION_BOX);
  const question = typed || given?.question || value.question || '';
  return question === ''
    ? [{ name: 'ask' }]
    : draft(context, heard, requestOf(question, question === given?.question ? given : undefined));
}

export function draft(context: Context, heard: Heard, request: HelpRequest): Promise<readonly Happened[]> {
  // Sent again by its own form, it is the same draft.
  const once = heard.kind === 'pressed' ? heard.once : undefined;
  return withPerson(context, heard, async ({ person }, helping) => {
    const preview = await guarded(context, () => helping.preview(person, request, once));
    return [
      preview.ok
        ? { name: 'consent', preview: preview.value, choices: NO_CHOICE }
        : { name: 'refused', fault: preview.error },
    ];
  });
}

/** The same draft under other choices. */
export async function revise(context: Context, heard: PressedOf<'preview'>): Promise<readonly Happened[]> {
  const { value, filled } = heard;
  const choices = choicesOf(filled);
  return withPerson(context, heard, async ({ person }, helping) => {
    const preview = await guarded(context, () => helping.revise(person, value.case, choices));
    if (!preview.ok) return [await refused(context, heard, preview.error)];
    return [{ name: 'consent', preview: preview.value, choices, why: 'updated' }];
  });
}

/** What was seen leaves, and nothing else: what has changed since is seen again first. */
export async function send(context: Context, heard: PressedOf<'send'>): Promise<readonly Happened[]> {
  const { value, filled } = heard;
  const choices = choicesOf(filled);
  return withPerson(context, heard, async ({ person }, helping) => {
    const consent = { seen: value.seen, choices, sameBodyPreferred: choices.sameBody };
    const sent = await guarded(context, () => helping.send(person, value.case, consent));
    if (!sent.ok) return [await refused(context, heard, sent.error)];
    if (sent.value.kind === 'sent') return [{ name: 'case', view: sent.value.view, did: 'send' }];
    return [{ name: 'consent', preview: sent.value.preview, choices, why: 'changed' }];
  });
}

export async function giveUp(context: Context, heard: PressedOf<'give_up'>): Promise<readonly Happened[]> {
  const { value } = heard;
  return withPerson(context, heard, async ({ person }, helping) => {
    const left = await guarded(context, () => helping.act(person, value.case, { kind: 'withdraw' }));
    return [left.ok ? { name: 'given_up' } : await refused(context, heard, left.error)];
  });
}

/** A draft that has left already, or was given up, is shown as what it has become. */
async function refused(
  context: Context,
  { actor, value }: PressedOf<'preview'> | PressedOf<'send'> | PressedOf<'give_up'>,
  fault: HelpFault,
): Promise<Happened> {
  const { helping } = context;
  const person = fault.kind === 'wrong_status' ? await actor.meet() : undefined;
  if (helping === undefined || person?.ok !== true) return { name: 'refused', fault };
  const view = await guarded(context, () => helping.view(person.value.person, value.case));
  return { name: 'stale_draft', fault, view: view.ok ? view.value : undefined };
}

/** What whoever helps has to know was said: an answer, what was known, the questions offered in doubt. */
const TELLS: ReadonlySet<Given['reply']['outcome']['kind']> = new Set(['answer', 'handoff', 'clarification']);

/** The question as typed, and what was said to it. */
export function requestOf(question: string, given: Given | undefined): HelpRequest {
  if (given === undefined) return { question, answered: undefined, need: undefined };
  const { outcome, text: said } = given.reply;
  return {
    question,
    answered: TELLS.has(outcome.kind) ? said : undefined,
    need: outcome.kind === 'rewording' ? said : undefined,
  };
}

function choicesOf(filled: Filled): ConsentChoices {
  const added = filled.get(CONSENT.added);
  return {
    lifted: list(filled, CONSENT.lifted),
    added: Array.isArray(added) ? added : linesOf(text(filled, CONSENT.added)),
    amountsAsRanges: flag(filled, CONSENT.amounts) ?? false,
    sameBody: flag(filled, CONSENT.sameBody) ?? false,
    question: text(filled, CONSENT.question) || undefined,
    withAnswer: flag(filled, CONSENT.answer),
    deadline: filled.has(CONSENT.deadline) ? text(filled, CONSENT.deadline) : undefined,
  };
}
