import { loadConfig } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import { readCommandLine } from './command-line.ts';
import { type Finding, found } from './doctor/finding.ts';
import { findHere } from './doctor/here.ts';
import { findModel } from './doctor/model.ts';
import { createScrub } from './doctor/secrets.ts';
import { findService } from './doctor/service.ts';
import { findServices } from './doctor/services.ts';

/**
 * `npm run doctor`: what is set up, and whether it works, one line each. Writes nothing but a trial file; asks each service
 * once; never prints a secret. Exit code 1 when something that is set up does not work.
 */
const scrub = createScrub(process.env);

async function main(): Promise<void> {
  readCommandLine('doctor');
  const findings = await examine();
  const width = Math.max(...findings.map(({ name }) => name.length));
  for (const { name, state, say } of findings)
    process.stdout.write(`${scrub(`${state.padEnd(5)}  ${name.padEnd(width)}  ${say}`)}\n`);
  process.exitCode = findings.some(({ state }) => state === 'fault') ? 1 : 0;
}

async function examine(): Promise<readonly Finding[]> {
  const runtime = found('node', 'ok', process.version);
  let config: ReturnType<typeof loadConfig>;
  try {
    config = loadConfig(process.env);
  } catch (error) {
    const why =
      error instanceof Error
        ? error.message
            .split('\n')
            .slice(1)
            .map((line) => line.trim())
        : [];
    return [runtime, ...why.map((line) => found('config', 'fault', line))];
  }
  const groups = await Promise.all([
    findHere(config, createLog('silent')),
    findModel(config.model),
    findServices(config),
  ]);
  return [runtime, found('config', 'ok', 'every variable is usable'), ...groups.flat(), ...findService(config)];
}

main().catch((error: unknown) => {
  process.stderr.write(`${scrub(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
});
