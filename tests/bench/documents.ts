import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readCommandLine } from '../../scripts/command-line.ts';
import { compose, ownSearch } from '../../scripts/compose.ts';
import { loadConfig } from '../../src/config/config.ts';
import { indexTerms } from '../../src/french/words.ts';
import { createLog } from '../../src/log.ts';
import { loadServedEmbedder } from '../../src/model/join-embedders.ts';
import { fittedSettings } from '../../src/retrieval/settings.ts';
import { openOwnSqlite } from '../../src/store/own-sqlite.ts';
import { ms } from './beside-echo.ts';
import { createTexts } from './documents/made-texts.ts';
import { startPostgres } from './documents/start-postgres.ts';
import { cpuOf } from './processor.ts';

/**
 * `npm run bench:documents [-- --built DIR --files N | --passages LIST]`: an organisation's own documents in the embedded index. A folder of files
 * is taken in, a server starts on it, one file is changed and one removed, which an index that was open before has to see.
 * With `--passages 10000,100000`, PostgreSQL is filled to these sizes instead by a process of its own, as `npm run ingest` is
 * one, and searched by another.
 * Times as a person waits, and the processor beside them, for a machine that others use too.
 */
const line = readCommandLine('bench:documents');
const built = line.value('built');
const files = line.number('files', 5_000);
const passages = line.value('passages');
const BARS = { start: 2_000, changed: 2_000, search: 80, memory: 600 };
const SECTIONS = 3;
const SECTION_WORDS = 150;
const SEARCHES = 200;
/** How often the processor of a process that will end is looked at. */
const LOOK_MS = 50;

const data = mkdtempSync(join(tmpdir(), 'truchement-documents-'));
const folder = join(data, 'partage');
mkdirSync(folder);
let write: (words: number) => string;
const put = (number: number, more = '') => {
  const sections = Array.from({ length: SECTIONS }, (_, n) => `## Partie ${n + 1}\n\n${write(SECTION_WORDS)}`);
  writeFileSync(join(folder, `note-${number}.md`), `# Note ${number}\n\n${sections.join('\n\n')}\n\n${more}`);
};
try {
  await run('ingest');
  write = createTexts(7, data);
  if (passages !== undefined) await grow(passages.split(',').map(Number));
  else await takeFolder();
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function takeFolder(): Promise<void> {
  say('start, no document', await start(), undefined);
  for (let number = 0; number < files; number++) put(number);
  say(`${files} files taken in`, await run('ingest', '--documents', '--add', folder), undefined);
  say('start', await start(), BARS.start);

  const embed = loadServedEmbedder();
  const own = openOwnSqlite(data, ['all'], embed.dimensions);
  const search = async (text: string) => {
    const [vector] = await embed.embed([text]);
    const found = vector && (await own.find(indexTerms(text), vector));
    if (!found?.ok) throw new Error('not searched');
    await own.pages([...new Set(found.value.words.slice(0, 8).map(({ id }) => id))]);
    return found.value;
  };
  say('the first search', await timed(() => search('qui signe le bon de commande ?')), undefined);
  put(1, 'Le portillon du salamandrier se verrouille à dix-neuf heures.');
  say('one file changed', await run('ingest', '--documents'), BARS.changed);
  say('the search that sees it', await timed(() => search('salamandrier')), undefined);
  if ((await search('salamandrier')).words.length !== 1) throw new Error('the change is not found');
  rmSync(join(folder, 'note-1.md'));
  say('one file removed', await run('ingest', '--documents'), BARS.changed);
  if ((await search('salamandrier')).words.length > 0) throw new Error('what was removed is found');
  const times: number[] = [];
  for (let n = 0; n < SEARCHES; n++) {
    const text = write(1).split(' ').slice(0, 12).join(' ');
    times.push((await timed(() => search(text))).took);
  }
  times.sort((one, other) => one - other);
  say('a search, median', { took: times[SEARCHES >> 1] ?? 0 }, undefined);
  say('a search, p95', { took: times[Math.floor(SEARCHES * 0.95)] ?? 0 }, undefined);
  await own.close();
}

/** PostgreSQL filled to each of these sizes, as documents of forty passages, and searched as the assistant searches. */
async function grow(sizes: readonly number[]): Promise<void> {
  const postgres = startPostgres(data);
  if (postgres === undefined) throw new Error('no PostgreSQL here');
  try {
    const embed = loadServedEmbedder();
    const records = await postgres.open();
    const config = loadConfig({ TRUCHEMENT_DATA: data });
    const { reading, retriever } = await compose(config, createLog('warn'));
    const search = ownSearch({ ...reading, own: records }, fittedSettings.denseWeight, {
      warn: (down: unknown) => {
        throw new Error(`not searched: ${JSON.stringify(down)}`);
      },
    });
    let kept = 0;
    for (const size of sizes) {
      kept = await postgres.fill(kept, size);
      await postgres.analyse();
      const asked: Parameters<typeof search>[0][] = [];
      for (let n = 0; n < SEARCHES; n++) {
        const text = write(1).split(' ').slice(0, 12).join(' ');
        const { hits, judged } = await retriever.retrieve({ text });
        asked.push({ text, typed: text, hits, judged });
      }
      await search({ text: '', typed: '', hits: [], judged: [] });
      const measured: [string, (one: Parameters<typeof search>[0]) => Promise<unknown>][] = [
        [
          'candidates of SQL',
          async ({ text }) => records.find(indexTerms(text), (await embed.embed([text]))[0] ?? new Float32Array()),
        ],
        ['the whole search', search],
      ];
      for (const [what, ask] of measured) {
        const [app, sql] = [cpuOf(process.pid), postgres.cpu()];
        const times: number[] = [];
        for (const one of asked) times.push((await timed(() => ask(one))).took);
        times.sort((one, other) => one - other);
        const each = (cpu: number) => ms(cpu / SEARCHES);
        say(`  ${what}, median`, { took: times[SEARCHES >> 1] ?? 0 }, undefined);
        say(`  ${what}, p95`, { took: times[Math.floor(SEARCHES * 0.95)] ?? 0 }, BARS.search);
        process.stdout.write(
          `    processor: ${each(cpuOf(process.pid) - app)} here, ${each(postgres.cpu() - sql)} in PostgreSQL\n`,
        );
      }
      process.stdout.write(
        `  memory of what searches: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB (wanted: ${BARS.memory})\n`,
      );
    }
    await records.close();
  } finally {
    await postgres.stop();
  }
}

interface Took {
  readonly took: number;
  readonly cpu?: number | undefined;
}

function begin(script: string, args: readonly string[]): ChildProcess {
  const run = built === undefined ? ['--import', 'tsx', `scripts/${script}.ts`] : [join(built, `scripts/${script}.js`)];
  return spawn(process.execPath, [...run, ...args], {
    env: {
      ...process.env,
      TRUCHEMENT_DATA: data,
      TRUCHEMENT_KNOWLEDGE: built === undefined ? 'knowledge' : join(built, 'knowledge'),
      PORT: '0',
      DOCUMENTS_MINUTES: '0',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

async function run(script: string, ...args: string[]): Promise<Took> {
  let cpu = 0;
  const took = await timed(
    () =>
      new Promise<void>((resolve, reject) => {
        const child = begin(script, args);
        child.stdout?.resume();
        const clock = setInterval(() => {
          cpu = cpuOf(child.pid ?? 0);
        }, LOOK_MS);
        child.once('exit', (code) => {
          clearInterval(clock);
          if (code === 0) resolve();
          else reject(new Error(`${script} ended with ${code}`));
        });
      }),
  );
  return { ...took, cpu };
}

async function start(): Promise<Took> {
  let cpu = 0;
  const begun = performance.now();
  const child = begin('start', []);
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on('line', (text) => {
        if (text.includes('http://')) resolve();
      });
  });
  const took = performance.now() - begun;
  cpu = cpuOf(child.pid ?? 0);
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
  return { took, cpu };
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const begun = performance.now();
  await work();
  return { took: performance.now() - begun };
}

function say(what: string, { took, cpu }: Took, bar: number | undefined): void {
  const verdict = bar === undefined ? '' : ` (wanted: ${ms(bar)}${took <= bar ? '' : ', MISSED'})`;
  const processor = cpu === undefined ? '' : `, ${ms(cpu)} of processor`;
  process.stdout.write(`${what.padEnd(28)}${ms(took)}${processor}${verdict}\n`);
}
