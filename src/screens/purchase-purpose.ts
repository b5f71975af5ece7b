import { frenchDate } from '../days/iso-date.ts';
import type { PurchaseView } from '../purchases/port/purchasing.ts';
import { purposeTexts as says } from '../text/purpose-texts.ts';
import { WAS_SO } from '../vocabulary/purchases.ts';
import { heading, notice } from './make.ts';
import type { Act, Block, Fact, Form } from './screen.ts';

/** Names of the boxes, as they come back. */
export const PURPOSE_BOX = {
  serves: 'serves',
  effects: 'effects',
  recall: 'recall',
  was: 'was',
  text: 'text:outcome',
  question: 'text:lesson-question',
  answer: 'text:lesson-answer',
} as const;
/** In how many months it may be asked whether it was so; 0: never. */
export const RECALLS = [0, 6, 12, 24] as const;
const IN_A_YEAR = 12;
const LONGEST_LINE = 300;
const LONGEST = 2_000;

/** What it is for and what ought to be left of it, once it was said. */
export function purposeBlocks({ purpose }: Pick<PurchaseView, 'purpose'>): readonly Block[] {
  if (typeof purpose !== 'object') return [];
  const { serves, leaves, recall, outcome } = purpose;
  const facts: readonly Fact[] = [
    ...(serves === '' ? [] : [{ name: says.serves, value: serves }]),
    ...leaves.map(({ theme, effect, measure }) => ({ name: says.themes[theme], value: `${effect} (${measure})` })),
    ...(outcome === undefined ? [] : [{ name: says.asked, value: sayOutcome(outcome) }]),
  ];
  return [
    heading(says.heading),
    { kind: 'facts', facts, verbatim: true },
    ...notice(outcome === undefined && recall !== undefined ? says.recallOn(frenchDate(recall)) : undefined),
  ];
}

function sayOutcome({ was, text }: { readonly was: (typeof WAS_SO)[number]; readonly text: string }): string {
  return text === '' ? says.was[was] : `${says.was[was]}\u00a0: ${text}`;
}

/** What may be said of it now. */
export function purposeActs({ id: purchase, version: on, may, purpose, effects }: PurchaseView): readonly Act[] {
  const act = (kind: 'purpose' | 'skip_purpose' | 'outcome' | 'lesson', label: string, needs?: Form): Act => ({
    verb: 'purchase_do',
    value: { purchase, on, do: kind },
    label,
    look: 'plain',
    ...(needs === undefined ? {} : { needs }),
  });
  return [
    ...(may.includes('purpose')
      ? [act('purpose', typeof purpose === 'object' ? says.change : says.ask, purposeForm({ purpose, effects }))]
      : []),
    ...(may.includes('skip_purpose') ? [act('skip_purpose', says.skip)] : []),
    ...(may.includes('outcome') ? [act('outcome', says.outcome, OUTCOME)] : []),
    ...(may.includes('lesson') ? [act('lesson', says.lesson, LESSON)] : []),
  ];
}

function purposeForm({ purpose, effects }: Pick<PurchaseView, 'purpose' | 'effects'>): Form {
  const said = typeof purpose === 'object' ? purpose : undefined;
  const kept = new Set(said?.leaves.map(({ effect }) => effect));
  return {
    title: says.ask,
    fields: [
      {
        kind: 'text',
        name: PURPOSE_BOX.serves,
        label: says.serves,
        hint: says.servesHint,
        max: LONGEST_LINE,
        value: said?.serves ?? '',
      },
      {
        kind: 'choice',
        name: PURPOSE_BOX.effects,
        label: says.leaves,
        hint: says.leavesHint,
        choices: effects.map(({ id, effect, measure }) => ({ value: id, label: `${effect} (${measure})` })),
        value: effects.filter(({ effect }) => kept.has(effect)).map(({ id }) => id),
        several: true,
      },
      {
        kind: 'choice',
        name: PURPOSE_BOX.recall,
        label: says.recall,
        choices: RECALLS.map((months) => ({ value: String(months), label: says.recallIn(months) })),
        value: [String(IN_A_YEAR)],
        several: false,
      },
    ],
    submit: says.go,
  };
}

const OUTCOME: Form = {
  title: says.asked,
  fields: [
    {
      kind: 'choice',
      name: PURPOSE_BOX.was,
      label: says.asked,
      choices: WAS_SO.map((was) => ({ value: was, label: says.was[was] })),
      value: [],
      several: false,
      required: says.needed,
    },
    { kind: 'text', name: PURPOSE_BOX.text, label: says.text, max: LONGEST_LINE },
  ],
  submit: says.outcome,
};

const LESSON: Form = {
  title: says.lesson,
  intro: says.lessonIntro,
  fields: [
    { kind: 'text', name: PURPOSE_BOX.question, label: says.lessonQuestion, max: LONGEST_LINE, required: says.needed },
    {
      kind: 'text',
      name: PURPOSE_BOX.answer,
      label: says.lessonAnswer,
      max: LONGEST,
      multiline: true,
      required: says.needed,
    },
  ],
  submit: says.lessonGo,
};
