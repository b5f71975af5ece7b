import { z } from 'zod';
import type { SlotAnswer } from '../../../src/rewording/port/add-answers.ts';
import type { AgreementAct } from '../../../src/rewording/port/agreement.ts';
import { slotName } from '../../../src/screens/agreement.ts';
import { CONSENT, type ConsentChoices, linesOf } from '../../../src/screens/consent.ts';
import { answerName } from '../../../src/screens/rewording.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { SLOTS, type Slot } from '../../../src/vocabulary/rewording.ts';
import { formState } from '../inbound/payload.ts';
import { TOGGLES } from '../render.ts';

/** What was filled in, by the name of the field. */
export interface FormState {
  /** Undefined when left empty. */
  text(name: string): string | undefined;
  one(name: string): string | undefined;
  many(name: string): readonly string[];
  conversation(name: string): string | undefined;
  /** Whether anything was sent of it: Slack sends every field, others only those that were touched. */
  has(name: string): boolean;
}

/** @param state `view.state` as Slack sends it; what cannot be read counts as left empty */
export function readState(state: unknown): FormState {
  const parsed = formState.safeParse(state);
  const fields = new Map(
    Object.entries(parsed.data?.values ?? {}).flatMap(([name, elements]) =>
      Object.values(elements).map((element) => [name, element] as const),
    ),
  );
  return {
    text: (name) => fields.get(name)?.value?.trim() || undefined,
    one: (name) => fields.get(name)?.selected_option?.value,
    many: (name) => fields.get(name)?.selected_options?.map(({ value }) => value) ?? [],
    has: (name) => fields.has(name),
    conversation: (name) => fields.get(name)?.selected_conversation ?? undefined,
  };
}

/** What the consent form keeps: the case, and the mark of the text that it shows; the choices too, where they are short. */
export const consentMeta = z.object({
  k: z.string(),
  h: z.string(),
  c: z
    .object({
      lifted: z.array(z.string()),
      added: z.array(z.string()),
      amountsAsRanges: z.boolean(),
      sameBody: z.boolean().default(false),
      question: z.string().optional(),
      withAnswer: z.boolean().optional(),
    })
    .optional(),
});

/** What was chosen in the consent form. @param shown the choices as it was shown: a field that is not sent back was left as it was */
export function readConsent(state: FormState, shown: ConsentChoices | undefined): ConsentChoices {
  const left = (name: string) => (state.has(name) ? undefined : shown);
  const ticked = state.many(TOGGLES);
  return {
    lifted: left(CONSENT.lifted)?.lifted ?? state.many(CONSENT.lifted),
    added: left(CONSENT.added)?.added ?? linesOf(state.text(CONSENT.added) ?? ''),
    amountsAsRanges: left(TOGGLES)?.amountsAsRanges ?? ticked.includes(CONSENT.amounts),
    sameBody: left(TOGGLES)?.sameBody ?? ticked.includes(CONSENT.sameBody),
    question: left(CONSENT.question)?.question ?? state.text(CONSENT.question),
    withAnswer: left(TOGGLES)?.withAnswer ?? (state.has(TOGGLES) ? ticked.includes(CONSENT.answer) : undefined),
  };
}

/** Answers to the questions of a rewording. */
export function readAnswers(state: FormState): readonly SlotAnswer[] {
  return ofSlots(state, (slot, need) => answerName({ slot, need })).map(({ value, ...place }) => ({
    ...place,
    text: value.replace(/\s+/g, ' '),
  }));
}

/** What the fields of a brief say, slot by slot. */
export function readCorrections(
  state: FormState,
  by: Role,
): readonly (Extract<AgreementAct, { kind: 'corrected' }> & { readonly slot: Slot })[] {
  return ofSlots(state, (slot, need) => slotName(need, slot)).map((said) => ({ kind: 'corrected', by, ...said }));
}

const MOST_NEEDS = 4;

function ofSlots(state: FormState, nameOf: (slot: Slot, need: number) => string) {
  const needs = Array.from({ length: MOST_NEEDS }, (_, need) => need);
  return SLOTS.flatMap((slot) =>
    needs.flatMap((need) => {
      const value = state.text(nameOf(slot, need));
      return value === undefined ? [] : [{ slot, need, value }];
    }),
  );
}
