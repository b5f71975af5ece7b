import { randomUUID } from 'node:crypto';
import { renderMarkdown } from '../adapters/console/markdown.ts';
import { answerAsk } from '../src/calls/answer-ask.ts';
import type { AskHouse } from '../src/calls/answer-house.ts';
import { askLine } from '../src/calls/port/lines.ts';
import { loadConfig } from '../src/config/config.ts';
import { clauseWanted, findClauses, readClauses } from '../src/corpus/clauses.ts';
import { createLog } from '../src/log.ts';
import type { Assistant } from '../src/respond.ts';
import { clausesScreen } from '../src/screens/clauses.ts';
import { saveKeptYaml } from '../src/yaml.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { openAskHouse } from './compose-ask-house.ts';
import { openLaw } from './open-law.ts';

/** `ask "question"` for a person; `ask --batch FILE` or JSON Lines on standard input for a tool. */
async function main(): Promise<void> {
  const line = readCommandLine('ask');
  const config = loadConfig(process.env);
  const log = createLog('warn');
  const law = await openLaw(config, () => composed.corpus, log);
  const composed = await compose(config, log, law.changes === undefined ? {} : { changes: law.changes });
  await law.start();
  const { house, close } = await openAskHouse(config, log);
  // Whoever sits at the server speaks as the body that it is set up for.
  const assistant: Answers = {
    respond: (message) => composed.assistant.respond({ ...message, siret: config.body?.siret }),
  };
  const batch = line.value('batch');
  const question = line.rest.join(' ');
  try {
    if (batch === undefined && question !== '')
      await answerPerson(assistant, { house, knowledge: config.knowledge }, question);
    else await runBatch(batch, (input) => answerLine(assistant, house, input));
  } finally {
    await law.close();
    await close();
    saveKeptYaml();
  }
}

type Answers = Pick<Assistant, 'respond'>;

async function answerPerson(
  { respond }: Answers,
  { house, knowledge }: { readonly house: AskHouse | undefined; readonly knowledge: string },
  question: string,
): Promise<void> {
  const said = await house?.(question);
  const address = { platform: 'console', conversation: randomUUID() } as const;
  const own = said?.lines.join('\n\n') ?? clausesSaid(knowledge, question);
  const isAlone = own !== undefined && (said === undefined || said.place === 'alone');
  const law = isAlone ? undefined : (await respond({ id: '1', address, text: question })).text;
  const text = (said?.place === 'under' ? [law, own] : [own, law]).filter((one) => one !== undefined).join('\n\n');
  process.stdout.write(`${renderMarkdown(text, process.stdout.isTTY)}\n`);
}

/** «une clause pour …», where one that served is near. */
function clausesSaid(knowledge: string, question: string): string | undefined {
  const wanted = clauseWanted(question);
  const found = wanted === undefined ? [] : findClauses(readClauses(knowledge), wanted);
  return found.length === 0 ? undefined : clausesScreen(found, question).said;
}

async function answerLine({ respond }: Answers, house: AskHouse | undefined, input: unknown): Promise<object> {
  const parsed = askLine.safeParse(input);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const { id, ...fields } = parsed.data;
  return { id, ...(await answerAsk(respond, fields, { id, dialogue: '', house })) };
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
