import { answerRules } from '../src/calls/answer-rules.ts';
import { rulesLine } from '../src/calls/port/lines.ts';
import { loadConfig } from '../src/config/config.ts';
import { parisDay } from '../src/days/iso-date.ts';
import type { AnswerOn } from '../src/rules/answer.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { composeRules } from './compose-rules.ts';
import { printSpoken, readSpoken, type SpokenCase, type SpokenReply } from './golden-spoken.ts';

/** JSON Lines in (`--batch FILE` or standard input), one conclusion or one fault out for each. */
async function main(): Promise<void> {
  const line = readCommandLine('rules');
  const answer = composeRules(loadConfig(process.env).knowledge);
  const today = parisDay(new Date());
  const spoken = line.value('spoken');
  if (spoken !== undefined) return printSpoken(readSpoken(spoken), (one) => replyTo(answer, one));
  await runBatch(line.value('batch'), async (input) => answerLine(answer, input, today));
}

function replyTo(answer: AnswerOn, { text, at, role }: SpokenCase): SpokenReply {
  const concluded = answer({ text, at }, role, at);
  if (!concluded.ok) return { text: concluded.error.message, goal: undefined, asks: false };
  const { goal, explanation, articles, missing } = concluded.value;
  const told = [...explanation.map((line) => line.text), articles.join(', ')].join(' ');
  return { text: told, goal, asks: missing.length > 0 };
}

function answerLine(answer: AnswerOn, input: unknown, today: string): object {
  const parsed = rulesLine.safeParse(input);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const { id, ...fields } = parsed.data;
  const concluded = answerRules(answer, fields, today);
  return concluded.ok ? { id, ...concluded.value } : { id, error: concluded.error };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
