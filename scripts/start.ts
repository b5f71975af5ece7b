import cliProgress from 'cli-progress';
import { createWebPlatform } from '../adapters/web/web.ts';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { catalogues } from '../src/text/catalogues.ts';
import { compose } from './compose.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
const { start: texts } = catalogues.fr.web;

/** `npm start`: the assistant behind its web page, until it is told to stop. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel);
  const progress = startProgress();
  const { assistant, memory } = await compose(config, log, { onProgress: progress.show }).finally(progress.stop);
  const web = createWebPlatform({
    host: config.host,
    port: config.port,
    conversing: { respond: assistant.respond, addFeedback: memory.addFeedback, forget: memory.forget },
    log,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      web.stop().catch(fail);
    });
  }
  const address = await web.start().catch((error: unknown) => {
    throw isPortInUse(error) ? new Error(texts.portInUse(config.port), { cause: error }) : error;
  });
  if (!LOOPBACK.test(config.host)) process.stderr.write(`${texts.exposed(config.host)}\n`);
  process.stdout.write(`${texts.listening(address ?? '')}\n`);
}

/** A bar on a terminal, from the first passage that has to be indexed: a fresh index shows nothing. */
function startProgress(): { readonly show: (done: number, total: number) => void; readonly stop: () => void } {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar(
    { format: 'index {bar} {value}/{total}', hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    show: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
