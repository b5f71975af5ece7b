import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcp } from '../adapters/mcp/server.ts';
import { SCOPES } from '../src/calls/port/calls.ts';
import { loadConfig } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { openAskHouse } from './compose-ask-house.ts';
import { composeCalls } from './compose-calls.ts';
import { openLaw } from './open-law.ts';
import { programVersion } from './program-version.ts';

/** `npm run -s mcp`: the tools on standard input and output, for a client on this machine; whoever starts it is of the body. */
async function main(): Promise<void> {
  readCommandLine('mcp');
  const config = loadConfig(process.env);
  const log = createLog('warn');
  const { house } = await openAskHouse(config, log);
  const law = await openLaw(config, () => composed.corpus, log);
  const composed = await compose(config, log, law.changes === undefined ? {} : { changes: law.changes });
  await law.start();
  const calls = composeCalls(config, composed, { house });
  const version = programVersion();
  const caller = { id: 'stdio', ofBody: true };
  serveStdio(() => createMcp({ calls, caller, scopes: new Set(SCOPES), version, now: () => new Date() }), {
    onerror: (error) => process.stderr.write(`${error.message}\n`),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
