import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { readFigures } from '../src/corpus/figures.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { type ComputeOn, createCompute } from '../src/rules/compute.ts';
import { createEvaluate } from '../src/rules/engine.ts';
import { readRequest } from '../src/rules/read-request.ts';
import { readRulebook } from '../src/rules/rulebook.ts';
import { commandTexts } from '../src/text/command-texts.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';

const lineSchema = z.looseObject({
  id: z.string({ error: 'id is missing' }),
  role: z.enum(['prescripteur', 'acheteur']).optional(),
});

/** JSON Lines in (`--batch FILE` or standard input), one conclusion or one fault out for each. */
async function main(): Promise<void> {
  const line = readCommandLine('rules');
  const compute = loadRules(loadConfig(process.env).knowledge);
  const today = parisDay(new Date());
  await runBatch(line.value('batch'), async (input) => answerLine(compute, input, today));
}

function loadRules(knowledge: string): ComputeOn {
  const file = join(knowledge, 'figures.yaml');
  const { figures } = readFigures(readFileSync(file, 'utf8'), file);
  const book = readRulebook(knowledge);
  return createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
}

function answerLine(compute: ComputeOn, input: unknown, today: string): object {
  const parsed = lineSchema.safeParse(input);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const { id, role } = parsed.data;
  if (parsed.data['goal'] === undefined && typeof parsed.data['text'] === 'string')
    return { id, error: { field: 'goal', message: commandTexts.rules.textAlone } };
  const request = readRequest(parsed.data['goal'], parsed.data['situation'], parsed.data['at'], today);
  if (!request.ok) return { id, error: request.error };
  const concluded = compute(request.value, role === 'acheteur' ? 'achat' : 'service');
  return concluded.ok ? { id, ...concluded.value } : { id, error: concluded.error };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
