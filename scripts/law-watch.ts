import { loadConfig } from '../src/config/config.ts';
import { isIsoDate, parisDay } from '../src/days/iso-date.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { roundOfWatch } from '../src/law/create-watch.ts';
import { loadReadings, writeReadings } from '../src/law/readings.ts';
import { sayChange, sayReport } from '../src/law/say-change.ts';
import { createLog } from '../src/log.ts';
import type { Result } from '../src/result.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { lawTexts } from '../src/text/law-texts.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { composeLeaning, openSource } from './compose-law.ts';

const { command: texts } = lawTexts;
const now = () => new Date();

/** Watches the law once, says what is open, or closes what was read. */
async function main(): Promise<void> {
  const [act = '', ...args] = readCommandLine('law:watch').rest;
  const run = new Map([
    ['', watch],
    ['list', list],
    ['close', close],
  ]).get(act);
  if (run === undefined) throw new Error(texts.usage);
  const config = loadConfig(process.env);
  const store = await openStore({ data: config.data, databaseUrl: config.databaseUrl, log: createLog('warn') });
  try {
    await run(config, store, args);
  } finally {
    await store.close();
  }
}

type Act = (config: ReturnType<typeof loadConfig>, store: Store, args: readonly string[]) => Promise<void>;

/** Ends with 1 where some articles could not be compared. */
const watch: Act = async (config, store) => {
  const { law, knowledge } = config;
  if (law === undefined) throw new Error(texts.noSource);
  const { leaning, watched } = composeLeaning(knowledge, readCheckedCorpus(config));
  const readings = loadReadings(knowledge);
  const report = value(
    await roundOfWatch({
      records: store.law,
      articles: watched.articles,
      readings,
      open: () => openSource(law, watched),
      now,
      log: createLog('warn'),
    }),
  );
  if (report.recorded.length > 0) writeReadings(knowledge, [...readings, ...report.recorded]);
  say(sayReport(report, watched.left.length, leaning.on, parisDay(now())));
  if (report.failed !== undefined) process.exitCode = 1;
};

const list: Act = async (config, store) => {
  const open = value(await store.law.all()).filter(({ closed }) => closed === undefined);
  const { leaning } = composeLeaning(config.knowledge, readCheckedCorpus(config));
  const today = parisDay(now());
  say([[texts.open(open.length)], ...open.map((change) => sayChange(change, leaning.on(change.article), today))]);
};

/** Every change open of an article: who read it read what it says and will say. */
const close: Act = async (_, store, [article = '', readOn = '', ...name]) => {
  const by = name.join(' ').trim();
  if (by === '' || !isIsoDate(readOn) || readOn > parisDay(now())) throw new Error(texts.usage);
  const open = value(await store.law.all()).filter((one) => one.article === article && one.closed === undefined);
  if (open.length === 0) throw new Error(texts.notOpen(article));
  for (const { id } of open) value(await store.law.close(id, { at: now().toISOString(), readOn, by }));
  say([[texts.closed(article, readOn, by)]]);
};

function say(paragraphs: readonly (readonly string[])[]): void {
  process.stdout.write(frenchTypography(`${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`));
}

function value<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(texts.storeDown);
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
