import { randomUUID } from 'node:crypto';
import { renderMarkdown } from '../adapters/console/markdown.ts';
import { answerAsk } from '../src/calls/answer-ask.ts';
import { askLine } from '../src/calls/port/lines.ts';
import { loadConfig } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import type { Assistant } from '../src/respond.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';

/** `ask "question"` for a person; `ask --batch FILE` or JSON Lines on standard input for a tool. */
async function main(): Promise<void> {
  const line = readCommandLine('ask');
  const config = loadConfig(process.env);
  const composed = await compose(config, createLog('warn'));
  // Whoever sits at the server speaks as the body that it is set up for.
  const assistant: Pick<Assistant, 'respond'> = {
    respond: (message) => composed.assistant.respond({ ...message, siret: config.body?.siret }),
  };
  const batch = line.value('batch');
  const question = line.rest.join(' ');
  if (batch === undefined && question !== '') {
    const reply = await assistant.respond({
      id: '1',
      address: { platform: 'console', conversation: randomUUID() },
      text: question,
    });
    process.stdout.write(`${renderMarkdown(reply.text, process.stdout.isTTY)}\n`);
    return;
  }
  await runBatch(batch, (input) => answerLine(assistant, input));
}

async function answerLine(assistant: Pick<Assistant, 'respond'>, input: unknown): Promise<object> {
  const parsed = askLine.safeParse(input);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { id, ...fields } = parsed.data;
  return { id, ...(await answerAsk(assistant.respond, fields, { id, dialogue: '' })) };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
