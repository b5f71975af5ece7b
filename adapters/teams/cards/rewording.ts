import type { LintFinding, PlainPoints, Rewording, SlotQuestion } from '../../../src/rewording/port/rewording.ts';
import { oneLine, shorten } from '../card/clean.ts';
import { type Action, type Element, type FactSet, heading, note, notice, type TextRun } from '../card/elements.ts';
import { ownWords } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';

export interface RewordingSetting {
  readonly say: Say;
  /** Key under which it is kept: it can then be completed and agreed on. */
  readonly reply: string | undefined;
}

/** Characters of an answer to a question. */
const LONGEST_ANSWER = 2_000;
const MOST_QUESTIONS = 4;
const MOST_TERMS = 12;

/** Name of the box where a question is answered. */
export function answerName({ slot, need }: Pick<SlotQuestion, 'slot' | 'need'>): string {
  return `answer-${slot}-${need}`;
}

/** The text in the other side's words, what it lacks, what to look at again, and that nothing was lost. */
export function rewordingPart(rewording: Rewording, { say, reply }: RewordingSetting): CardPart {
  const { rewording: texts } = say.texts;
  const { direction, text, terms, lint, fidelity, missing } = rewording;
  const gaps = missing.map((slot) => texts.slot[slot].toLowerCase()).join(', ');
  const shown = terms.slice(0, MOST_TERMS);
  const glossary: Element[] = shown.map(({ from, to, explanation }) => ({
    type: 'RichTextBlock',
    inlines: [plain(`« ${from} » → `), bold(to), plain(`\u00a0: ${say.set(explanation)}`)],
  }));
  return {
    body: [
      heading(texts.rewordedFor[direction], 'Large'),
      { type: 'Container', style: 'emphasis', items: ownWords(say.set(text)) },
      ...(rewording.direction === 'to_prescriber' ? pointElements(rewording.points, say) : []),
      ...findingElements(lint, rewording, say),
      ...(gaps === '' ? [] : [notice(`${texts.toSay}\u00a0: ${gaps}.`, 'warning')]),
      ...questionElements(rewording, reply, say),
      ...fidelityElements(rewording, say),
      ...(glossary.length === 0
        ? []
        : [{ type: 'Container', id: 'terms', isVisible: false, items: glossary } as const]),
    ],
    actions: actionsOf(rewording, glossary.length, { say, reply }),
    said: `${texts.rewordedFor[direction]}. ${text} ${fidelity.faithful ? texts.faithful : ''}`,
  };
}

function actionsOf(rewording: Rewording, terms: number, { say, reply }: RewordingSetting): readonly Action[] {
  const { rewording: texts } = say.texts;
  const own: Action[] =
    reply === undefined
      ? []
      : [
          ...(rewording.questions.length === 0
            ? []
            : [{ type: 'Action.Execute', title: texts.answerSend, verb: VERBS.complete, data: { reply } } as const]),
          ...(rewording.direction === 'to_buyer'
            ? [{ type: 'Action.Execute', title: say.teams.reword.keep, verb: VERBS.keep, data: { reply } } as const]
            : []),
        ];
  if (terms === 0) return own;
  return [...own, { type: 'Action.ToggleVisibility', title: say.teams.reword.terms(terms), targetElements: ['terms'] }];
}

/** What a buyer's message comes down to; what it does not say is left out. */
function pointElements(points: PlainPoints, { texts, set }: Say): readonly Element[] {
  const { points: names } = texts.rewording;
  const said = {
    asked: points.asked.join(' '),
    send: points.send.join(' ; '),
    byWhen: points.byWhen ?? '',
    otherwise: points.otherwise ?? '',
    why: points.why ?? '',
    example: points.example ?? '',
  };
  const names_ = Object.keys(said) as (keyof typeof said)[];
  return names_
    .filter((name) => said[name] !== '')
    .map((name) => ({ type: 'RichTextBlock', inlines: [bold(`${names[name]}\u00a0: `), plain(set(said[name]))] }));
}

function findingElements(lint: readonly LintFinding[], { source }: Rewording, { texts, set }: Say): readonly Element[] {
  if (lint.length === 0) return [];
  return [
    heading(texts.rewording.findings(lint.length)),
    ...lint.map(
      ({ code, span, articles, message, suggestion }): Element => ({
        type: 'Container',
        style: 'warning',
        items: [
          {
            type: 'RichTextBlock',
            inlines: [
              bold(`${texts.rewording.lint[code]}\u00a0: `),
              plain(`« ${shorten(oneLine(source.slice(...span)), 300)} »`),
            ],
          },
          ...ownWords(set(`${message}${articles.length === 0 ? '' : ` (${articles.join(', ')})`}`)),
          { type: 'RichTextBlock', inlines: [bold(`${texts.rewording.instead}\u00a0: `), plain(set(suggestion))] },
        ],
      }),
    ),
  ];
}

/** A box for each question, where the answer can be taken up. */
function questionElements(rewording: Rewording, reply: string | undefined, { texts, set }: Say): readonly Element[] {
  const { questions } = rewording;
  if (questions.length === 0) return [];
  const several = rewording.direction === 'to_buyer' && rewording.needs.length > 1;
  const label = ({ need, text }: SlotQuestion) => set(several ? `${texts.rewording.forNeed(need + 1)} ${text}` : text);
  if (reply === undefined)
    return [heading(texts.rewording.questions), ...questions.flatMap((one) => ownWords(label(one)))];
  return [
    heading(texts.rewording.questions),
    note(set(texts.rewording.questionsWhy), { isSubtle: true }),
    ...questions.slice(0, MOST_QUESTIONS).map(
      (one): Element => ({
        type: 'Input.Text',
        id: answerName(one),
        label: label(one),
        maxLength: LONGEST_ANSWER,
      }),
    ),
  ];
}

function fidelityElements({ fidelity }: Rewording, { texts }: Say): readonly Element[] {
  const { rewording } = texts;
  if (fidelity.faithful) return [notice(rewording.faithful, 'good')];
  const facts: FactSet['facts'] = fidelity.defects.map(({ kind, source, target }) => ({
    title: rewording.defect[kind],
    value: `« ${source || rewording.nowhere} » → « ${target || rewording.nowhere} »`,
  }));
  return [
    heading(rewording.unfaithful(fidelity.defects.length)),
    ...facts.map(
      ({ title, value }): Element => ({
        type: 'RichTextBlock',
        inlines: [bold(`${title}\u00a0: `), plain(value)],
      }),
    ),
  ];
}

function plain(text: string): TextRun {
  return { type: 'TextRun', text };
}

function bold(text: string): TextRun {
  return { type: 'TextRun', text, weight: 'Bolder' };
}
