import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OutboundMessage, Outcome } from '../src/answering/port/outcome.ts';
import { countWords } from '../src/answering/port/short.ts';
import { contains } from './golden.ts';

const caseSchema = z.object({
  id: z.string(),
  kind: z.string(),
  role: z.enum(['service', 'achat']),
  turns: z.array(z.string()).min(1),
  at: z.string(),
  expect: z.object({
    mode: z.enum(['answer', 'rule_with_limit', 'human', 'outside', 'greeting', 'clarify_or_answer']),
    verdict: z.string().nullable(),
    must_contain: z.array(z.string()),
    must_not: z.array(z.string()),
    articles: z.array(z.string()),
  }),
});

export type AskCase = z.infer<typeof caseSchema>;

/** Asks one text after another in one dialogue. */
export type Speak = (one: AskCase, texts: readonly string[]) => Promise<OutboundMessage>;

interface Graded {
  readonly one: AskCase;
  readonly reply: OutboundMessage;
  readonly words: number;
  /** The mode wanted. */
  readonly mode: boolean;
  /** Every element expected stands in the first words. */
  readonly atOnce: boolean;
  /** … or in those of a question offered, once it is pressed. */
  readonly offered: boolean;
}

const FIRST_WORDS = 120;

export function readAskSet(file: string): readonly AskCase[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => caseSchema.parse(JSON.parse(line)));
}

/**
 * Asks every dialogue of a set and prints what came of it, by kind: only the first 120 words count, as they are shown.
 * @param shown what a person reads of a reply before anything unfolds
 */
export async function printAskSet(
  cases: readonly AskCase[],
  speak: Speak,
  shown: (reply: OutboundMessage) => string,
  withFailures: boolean,
): Promise<void> {
  const graded: Graded[] = [];
  for (const one of cases) graded.push(await grade(one, speak, shown));
  if (withFailures) for (const one of graded.filter((g) => !isGood(g) || isFalse(g))) printCase(one, shown(one.reply));
  console.log('\nkind           n  mode  at once  offered  good  one answer  yes/no said  false  none  words');
  for (const kind of [...new Set(cases.map((one) => one.kind)), 'all'])
    printKind(
      kind,
      graded.filter(({ one }) => kind === 'all' || one.kind === kind),
    );
  const closed = graded.filter(({ one }) => one.expect.verdict === 'oui' || one.expect.verdict === 'non');
  const opened = closed.filter(({ reply, one }) => opensWith(reply, shown(reply)) === one.expect.verdict);
  console.log(`\nof ${closed.length} whose verdict is oui or non ${opened.length} open with it`);
  printBands(graded);
}

/** The yes or the no that a reply opens with, as a reader meets it: of the question found, or worked out. */
export function opensWith({ outcome }: OutboundMessage, text: string): 'oui' | 'non' | undefined {
  const said = outcome.kind === 'answer' ? outcome.verdict : undefined;
  const [, word] = /^\W*(oui|non)\b/i.exec(text) ?? [];
  return said === 'oui' || said === 'non' ? said : asVerdict(word?.toLowerCase());
}

function asVerdict(word: string | undefined): 'oui' | 'non' | undefined {
  return word === 'oui' || word === 'non' ? word : undefined;
}

async function grade(one: AskCase, speak: Speak, shown: (reply: OutboundMessage) => string): Promise<Graded> {
  const reply = await speak(one, one.turns);
  const holds = (text: string) => {
    const first = text.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
    return one.expect.must_contain.every((element) => contains(first, element));
  };
  const text = shown(reply);
  const atOnce = holds(text);
  let offered = atOnce;
  if (!atOnce && isDoubt(reply.outcome))
    for (const { question } of reply.outcome.choices)
      offered ||= holds(shown(await speak(one, [...one.turns, question])));
  return {
    one,
    reply,
    words: countWords(text),
    mode: isMode(one.expect.mode, reply.outcome, offered),
    atOnce,
    offered,
  };
}

function isDoubt(outcome: Outcome) {
  return outcome.kind === 'clarification' && outcome.reason === 'doubt';
}

function isMode(mode: AskCase['expect']['mode'], outcome: Outcome, held: boolean): boolean {
  switch (mode) {
    case 'answer':
      return outcome.kind === 'answer' || outcome.kind === 'clarification' || (outcome.kind === 'handoff' && held);
    case 'rule_with_limit':
      return outcome.kind === 'answer' || outcome.kind === 'clarification' || outcome.kind === 'handoff';
    case 'human':
      return outcome.kind === 'handoff' || (outcome.kind === 'answer' && outcome.human);
    case 'outside':
      return outcome.kind === 'refusal' || outcome.kind === 'smalltalk';
    case 'greeting':
      return outcome.kind === 'smalltalk';
    case 'clarify_or_answer':
      return outcome.kind !== 'answer' || held;
  }
}

/** What is for a human, outside or no question is judged by what is done with it. */
function isGood({ one, mode, offered }: Graded): boolean {
  const byElements = one.expect.mode === 'answer' || one.expect.mode === 'rule_with_limit';
  return mode && (offered || !byElements);
}

function verdictOf({ outcome }: OutboundMessage): string | undefined {
  const verdict = outcome.kind === 'answer' && outcome.computed === undefined ? outcome.verdict : undefined;
  return verdict === 'oui' || verdict === 'non' ? verdict : undefined;
}

function isFalse({ one, reply }: Graded): boolean {
  const said = verdictOf(reply);
  const { verdict } = one.expect;
  return said !== undefined && (verdict === 'oui' || verdict === 'non' || verdict === 'depend') && said !== verdict;
}

function printKind(kind: string, list: readonly Graded[]): void {
  const count = (of: (one: Graded) => boolean) => list.filter(of).length;
  const words = list.map((one) => one.words).sort((a, b) => a - b);
  const cells = [
    count(({ mode }) => mode),
    count(({ atOnce }) => atOnce),
    count(({ offered }) => offered),
    count(isGood),
    count(({ reply }) => reply.outcome.kind === 'answer'),
    count(({ reply }) => verdictOf(reply) !== undefined),
    count(isFalse),
    count(({ reply: { outcome } }) => outcome.kind === 'refusal' && outcome.reason === 'no_source'),
    words[Math.floor(words.length / 2)] ?? 0,
  ];
  const widths = [6, 9, 9, 6, 12, 13, 7, 6, 7];
  console.log(
    `${kind.padEnd(12)} ${String(list.length).padStart(3)}${cells.map((cell, i) => String(cell).padStart(widths[i] ?? 6)).join('')}`,
  );
}

/** What one answer says of itself, and how often it holds what was expected. */
function printBands(graded: readonly Graded[]): void {
  console.log('\nconfidence of one answer   n   mean  elements held');
  for (const [from, to] of [
    [0, 0.2],
    [0.2, 0.35],
    [0.35, 0.5],
    [0.5, 0.7],
    [0.7, 1.01],
  ] as const) {
    const band = graded.flatMap(({ reply: { outcome }, atOnce }) =>
      outcome.kind === 'answer' && outcome.confidence >= from && outcome.confidence < to
        ? [{ confidence: outcome.confidence, atOnce }]
        : [],
    );
    const mean = band.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, band.length);
    const held = band.filter(({ atOnce }) => atOnce).length / Math.max(1, band.length);
    console.log(
      `${`${from} to ${Math.min(1, to)}`.padEnd(22)} ${String(band.length).padStart(6)} ${mean.toFixed(2).padStart(6)} ${held.toFixed(2).padStart(14)}`,
    );
  }
}

function printCase({ one, reply, offered }: Graded, text: string): void {
  const { outcome } = reply;
  const said = verdictOf(reply);
  const confidence = 'confidence' in outcome ? outcome.confidence.toFixed(2) : '–';
  console.log(
    `${one.id} ${one.expect.mode}/${one.expect.verdict} → ${outcome.kind}${isDoubt(outcome) ? ' (doubt)' : ''} ${said ?? ''} ${confidence} ${offered ? 'held' : 'lacks'} « ${one.turns.join(' | ')} »`,
  );
  console.log(`    ${text.replace(/\s+/g, ' ').slice(0, 240)}`);
}
