import type { Point } from '../rewording/port/agreement.ts';
import { pointsAbove } from '../rewording/port/points.ts';
import type { LintFinding, Rewording, SlotQuestion } from '../rewording/port/rewording.ts';
import { askedLine, sayBeside, wordedPart } from '../rewording/port/say-form.ts';
import type { Language } from '../vocabulary/people.ts';
import { escapeMarkdown, heading, inShort, makeScreen, markdown, notice } from './make.ts';
import type { Act, Block, Field, Form, Screen } from './screen.ts';
import { type Words, wordsOf } from './words.ts';

/** Characters of an answer to a question. */
const LONGEST_ANSWER = 500;
const MOST_QUESTIONS = 4;
const MOST_TERMS = 12;
const MOST_FINDINGS = 8;

/** Under which the answer to a question comes back. */
export function answerName({ slot, need }: Pick<SlotQuestion, 'slot' | 'need'>): string {
  return `answer-${slot}-${need}`;
}

export interface RewordingSetting {
  readonly language: Language;
  /** Key under which it is kept: it can then be completed and agreed on. */
  readonly reply: string | undefined;
  /** Its questions are answered on the screen itself; else in a form. */
  readonly boxes: boolean;
}

/** The message, what it comes down to for the other side, what to look at before sending it and what it lacks. */
export function rewordingScreen(rewording: Rewording, { language, reply, boxes }: RewordingSetting): Screen {
  const words = wordsOf(language);
  const { rewording: says } = words.all;
  const { direction, text } = rewording;
  const isWorded = rewording.wordedBy === 'model';
  const title = says.rewordedFor[direction];
  const asks = boxes && reply !== undefined;
  return makeScreen({
    ref: { view: 'rewording', key: reply ?? '' },
    language,
    title,
    blocks: [
      ...(rewording.direction === 'to_buyer'
        ? [...askedBlocks(rewording), ...messageBlocks(rewording), ...besideBlocks(rewording)]
        : pointBlocks(rewording, words)),
      ...notice(isWorded ? says.faithful : undefined, 'good'),
      ...gapBlocks(rewording, asks, words),
      ...findingBlocks(rewording, words),
      ...termBlocks(rewording, words),
    ],
    fields: asks ? questionFields(rewording, language) : [],
    acts: reply === undefined ? [] : actsOf(rewording, reply, boxes, words),
    said: [`${title}.`, text, ...(isWorded ? [says.faithful] : [])].join(' '),
  });
}

function actsOf(rewording: Rewording, reply: string, boxes: boolean, words: Words): readonly Act[] {
  const { rewording: says } = words.all;
  const { own, language } = words;
  const value = { reply, direction: rewording.direction, text: rewording.source };
  const complete: Act = boxes
    ? { verb: 'complete', value, label: says.answerSend, look: 'primary' }
    : { verb: 'complete', value, label: own.complete, look: 'primary', needs: completeForm(rewording, language) };
  return [
    ...(rewording.questions.length === 0 ? [] : [complete]),
    ...(rewording.direction === 'to_buyer' || !boxes
      ? [{ verb: 'keep', value, label: own.keep, look: 'plain' } as const]
      : []),
    { verb: 'brief_file', value, label: own.briefFile, look: 'plain' },
  ];
}

/** A box for each question that the text leaves open. */
export function completeForm(rewording: Rewording, language: Language): Form {
  const { all, own } = wordsOf(language);
  return {
    title: own.complete,
    intro: all.rewording.questionsWhy,
    fields: questionFields(rewording, language),
    submit: all.rewording.answerSend,
  };
}

function questionFields(rewording: Rewording, language: Language): readonly Field[] {
  const words = wordsOf(language);
  const apart = new Map(rewording.questions.map((one) => [answerName(one), one] as const));
  return [...apart.values()].slice(0, MOST_QUESTIONS).map((one) => ({
    kind: 'text',
    name: answerName(one),
    label: asked(one, rewording, words),
    max: LONGEST_ANSWER,
  }));
}

function asked({ need, text }: SlotQuestion, rewording: Rewording, { all }: Words): string {
  const several = rewording.direction === 'to_buyer' && rewording.needs.length > 1;
  return several ? `${all.rewording.forNeed(need + 1)} ${text}` : text;
}

type ToBuyer = Extract<Rewording, { direction: 'to_buyer' }>;

/** The questions that a long message hides. */
function askedBlocks({ asked }: ToBuyer): readonly Block[] {
  const { name, said } = askedLine(asked);
  return asked.length === 0 ? [] : [markdown(`**${name}**\u00a0: ${escapeMarkdown(said.join(' '))}`)];
}

/** The message as it was written, or a model's wording of it. */
function messageBlocks(rewording: ToBuyer): readonly Block[] {
  const worded = wordedPart(rewording);
  if (worded !== undefined) return [markdown(escapeMarkdown(worded))];
  return [{ kind: 'quote', text: rewording.source }];
}

/** What is sure and the message does not say by itself; the form goes with the file of the need. */
function besideBlocks({ forms }: ToBuyer): readonly Block[] {
  const facts = forms.flatMap(sayBeside);
  return facts.length === 0 ? [] : [{ kind: 'facts', facts, verbatim: true }];
}

function gapBlocks(rewording: Rewording, asks: boolean, words: Words): readonly Block[] {
  const { missing, questions, direction } = rewording;
  const { rewording: says } = words.all;
  const gaps = missing.map((slot) => says.slot[slot].toLowerCase()).join(', ');
  const steps = questions.map((one) => ({ label: asked(one, rewording, words), is: 'todo' }) as const);
  return [
    // What it lacks stands beside it.
    ...(direction === 'to_buyer' || missing.length === 0 ? [] : notice(`${says.toSay}\u00a0: ${gaps}.`, 'warning')),
    ...(questions.length === 0 ? [] : [heading(says.questions)]),
    ...(steps.length === 0 ? [] : asks ? notice(says.questionsWhy) : [{ kind: 'steps', steps } as const]),
  ];
}

/** The points of law stand beside a department's message: what to write instead unfolds. */
function findingBlocks({ lint, source, direction }: Rewording, words: Words): readonly Block[] {
  if (lint.length === 0) return [];
  const lines = lint.slice(0, MOST_FINDINGS).map((finding) => `- ${sayFinding(finding, source, words)}`);
  const label = words.all.rewording.findings(lint.length);
  const blocks = [markdown(lines.join('\n'))];
  return direction === 'to_buyer' ? [{ kind: 'fold', id: 'findings', label, blocks }] : [heading(label), ...blocks];
}

function sayFinding(
  { code, span, articles, message, suggestion }: LintFinding,
  source: string,
  { all }: Words,
): string {
  const { rewording: says } = all;
  const law = articles.length === 0 ? '' : ` (${articles.join(', ')})`;
  const quoted = escapeMarkdown(inShort(source.slice(...span), 160));
  return `**${says.lint[code]}** «\u00a0${quoted}\u00a0»\u00a0: ${escapeMarkdown(message)}${law} **${says.instead}**\u00a0: ${escapeMarkdown(suggestion)}`;
}

/** A buyer knows the words of the trade. */
function termBlocks({ terms, direction }: Rewording, { own }: Words): readonly Block[] {
  if (terms.length === 0 || direction === 'to_buyer') return [];
  const facts = terms.slice(0, MOST_TERMS).map(({ from, to, explanation }) => ({
    name: `«\u00a0${from}\u00a0» → ${to}`,
    value: explanation,
  }));
  return [{ kind: 'fold', id: 'terms', label: own.terms(terms.length), blocks: [{ kind: 'facts', facts }] }];
}

/** What a buyer's message asks, where that saves reading it all; it is folded below only where nothing else may be asked. */
function pointBlocks(
  { points, message, source }: Extract<Rewording, { direction: 'to_prescriber' }>,
  { all }: Words,
): readonly Block[] {
  const { points: names } = all.rewording;
  const above = pointsAbove(points, source);
  const said = (name: Point['point']) => above.points.flatMap(({ point, text }) => (point === name ? [text] : []));
  const asked = said('asked').map((text, i) => `${i + 1}. ${escapeMarkdown(text)}`);
  const rest = said('otherwise').map((text) => `**${names.otherwise}**\u00a0: ${escapeMarkdown(text)}`);
  const quote: Block = { kind: 'quote', text: message };
  const isAll = above.title === 'asked' && above.points.length > 0;
  return [
    ...notice(points.asks === 'nothing' ? names.nothing : undefined),
    ...(asked.length === 0 || isAll ? [] : [heading(names.dated)]),
    ...(asked.length === 0 ? [] : [markdown(asked.join('\n'))]),
    ...(rest.length === 0 ? [] : [markdown(rest.join('\n\n'))]),
    isAll ? { kind: 'fold', id: 'message', label: names.message, blocks: [quote] } : quote,
  ];
}
