import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OutboundMessage } from '../src/answering/port/outcome.ts';
import { fold } from '../src/french/words.ts';
import type { InboundMessage } from '../src/message/message.ts';
import type { Assistant } from '../src/respond.ts';

const questionSchema = z.object({
  id: z.string(),
  role: z.enum(['prescripteur', 'acheteur']),
  text: z.string(),
  topic: z.string(),
  mode: z.enum(['answer', 'escalate', 'out_of_scope']),
  facts: z.array(z.string()),
  must_contain: z.array(z.string()),
  must_not_anchors: z.array(z.string()).default([]),
});

/** Those that are not sealed. */
export const GOLDEN = ['questions', 'own', 'second', 'third', 'fourth', 'fifth', 'sixth'].map(
  (name) => `tests/golden/${name}.jsonl`,
);

export type GoldenQuestion = z.infer<typeof questionSchema>;

export function readGolden(files: readonly string[]): readonly GoldenQuestion[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => questionSchema.parse(JSON.parse(line))),
  );
}

export interface Verdict {
  readonly question: GoldenQuestion;
  readonly reply: OutboundMessage;
  readonly ms: number;
  readonly missing: readonly string[];
  readonly forbidden: readonly string[];
  /** Sentences heard while the reply came; those that the reply then does not hold. */
  readonly heard: number;
  readonly withdrawn: readonly string[];
  /** What was to be shown for the question's mode: see `passes`. */
  readonly passed: boolean;
}

/** Asks every question in a dialogue of its own and judges each reply. */
export async function judgeAll(
  questions: readonly GoldenQuestion[],
  assistant: Assistant,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of questions) {
    const message: InboundMessage = {
      id: question.id,
      address: { platform: 'console', conversation: `golden ${question.id}` },
      text: question.text,
      role: question.role === 'acheteur' ? 'buyer' : 'prescriber',
    };
    const started = performance.now();
    const heard: string[] = [];
    const reply = await assistant.respond(message, { onSentence: (sentence) => heard.push(sentence) });
    const ms = performance.now() - started;
    const judged = [reply, ...(await pressed(message, reply, assistant))].map((one) => {
      const missing = question.must_contain.filter((element) => !contains(one.text, element));
      return { missing, passed: passes(question, one, missing) };
    });
    const { missing, passed } = judged.find((one) => one.passed) ?? judged[0] ?? { missing: [], passed: false };
    const forbidden = question.must_not_anchors.filter((anchor) => contains(reply.text, anchor));
    const withdrawn = heard.filter((sentence) => !reply.text.includes(sentence));
    const isRight = passed && forbidden.length === 0;
    verdicts.push({ question, reply, ms, missing, forbidden, heard: heard.length, withdrawn, passed: isRight });
  }
  return verdicts;
}

/** What each question that a reply in doubt offers is answered with: the right one among them answers too. */
async function pressed(
  message: InboundMessage,
  { outcome }: OutboundMessage,
  assistant: Assistant,
): Promise<readonly OutboundMessage[]> {
  if (outcome.kind !== 'clarification' || outcome.reason !== 'doubt') return [];
  const replies: OutboundMessage[] = [];
  for (const { question } of outcome.choices) replies.push(await assistant.respond({ ...message, text: question }));
  return replies;
}

/**
 * An answerable question must be answered with every expected element; a case for a human must come out as a hand-over,
 * or as an answer that names its limit; what is outside must be refused. Nothing forbidden, ever.
 */
function passes(question: GoldenQuestion, { outcome }: OutboundMessage, missing: readonly string[]): boolean {
  switch (question.mode) {
    case 'answer':
      return missing.length === 0 && outcome.kind !== 'refusal';
    case 'escalate':
      return outcome.kind === 'handoff' || (outcome.kind === 'answer' && outcome.limit !== undefined);
    case 'out_of_scope':
      return outcome.kind === 'refusal' || outcome.kind === 'smalltalk';
  }
}

/** Any of the `|` alternatives, without regard to case, accents or spaces; whole words for short ones. */
export function contains(text: string, element: string): boolean {
  const squeezed = squeeze(text);
  const folded = fold(text);
  return element.split('|').some((alternative) => {
    const wanted = squeeze(alternative);
    if (wanted.length > 4) return squeezed.includes(wanted);
    const word = fold(alternative)
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![a-z0-9])${word.replace(/\s+/g, '\\s*')}(?![a-z0-9])`).test(folded);
  });
}

function squeeze(text: string): string {
  return fold(text)
    .replace(/([lrd])\.\s*(?=\d)/g, '$1')
    .replace(/\s+/g, '');
}
