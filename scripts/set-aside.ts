import { loadConfig } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import { openStore } from '../src/store/open-store.ts';
import { readCommandLine } from './command-line.ts';
import { handleOf, saySetAside } from './doctor/set-aside.ts';

/**
 * `npm run set-aside`: what killed its process or threw three times. `-- retry HANDLE` tries one anew as if nothing had
 * happened, `-- drop HANDLE` never again; the handle is the one that is listed.
 */
async function main([how, handle]: readonly string[]): Promise<void> {
  const { data, databaseUrl } = loadConfig(process.env);
  const store = await openStore({ data, databaseUrl, log: createLog('silent') });
  try {
    const found = await store.trials.setAside();
    if (!found.ok) throw new Error(`The store is down: ${found.error.reason}`);
    if (how === undefined) {
      for (const one of found.value) process.stdout.write(`${saySetAside(one)}\n`);
      return;
    }
    const one = found.value.find((each) => handleOf(each) === handle);
    if ((how !== 'retry' && how !== 'drop') || one === undefined)
      throw new Error('npm run set-aside -- retry HANDLE | drop HANDLE, a handle of npm run set-aside');
    const done = await store.trials.release(one, how, new Date().toISOString());
    if (!done.ok) throw new Error(`The store is down: ${done.error.reason}`);
  } finally {
    await store.close();
  }
}

main(readCommandLine('set-aside').rest).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
