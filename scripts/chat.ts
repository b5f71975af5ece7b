import { createConsolePlatform } from '../adapters/console/console.ts';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { explainRetrieval } from '../src/retrieval/explain.ts';
import { endWithReader } from './batch.ts';
import { compose } from './compose.ts';

/** `npm run chat`: the assistant in the terminal. */
async function main(): Promise<void> {
  const { assistant, memory } = await compose(loadConfig(process.env), createLog('warn'));
  const platform = createConsolePlatform({
    conversing: { respond: assistant.respond, addFeedback: memory.addFeedback, forget: memory.forget },
    explain: async (text) => explainRetrieval(await assistant.explain(text)),
    input: process.stdin,
    output: process.stdout,
  });
  await platform.start();
  await platform.stop();
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
