import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { readFigures } from '../src/corpus/figures.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { type AnswerOn, createAnswer } from '../src/rules/answer.ts';
import { createCompute } from '../src/rules/compute.ts';
import { createEvaluate } from '../src/rules/engine.ts';
import { readRulebook } from '../src/rules/rulebook.ts';
import { readDemandModel } from '../src/rules/text/demand-model.ts';
import { readWords } from '../src/rules/words.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { printSpoken, readSpoken, type SpokenCase, type SpokenReply } from './golden-spoken.ts';

const lineSchema = z.looseObject({
  id: z.string({ error: 'id is missing' }),
  role: z.enum(['prescripteur', 'acheteur']).optional(),
  goal: z.unknown().optional(),
  situation: z.unknown().optional(),
  text: z.unknown().optional(),
  at: z.unknown().optional(),
});

/** JSON Lines in (`--batch FILE` or standard input), one conclusion or one fault out for each. */
async function main(): Promise<void> {
  const line = readCommandLine('rules');
  const answer = loadRules(loadConfig(process.env).knowledge);
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

function loadRules(knowledge: string): AnswerOn {
  const file = join(knowledge, 'figures.yaml');
  const { figures } = readFigures(readFileSync(file, 'utf8'), file);
  const book = readRulebook(knowledge);
  const compute = createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
  return createAnswer(compute, {
    words: readWords(knowledge),
    objects: book.objects,
    model: readDemandModel(knowledge),
  });
}

function answerLine(answer: AnswerOn, input: unknown, today: string): object {
  const parsed = lineSchema.safeParse(input);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const { id, role, goal, situation, text, at } = parsed.data;
  const concluded = answer({ goal, situation, text, at }, role === 'acheteur' ? 'achat' : 'service', today);
  return concluded.ok ? { id, ...concluded.value } : { id, error: concluded.error };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
