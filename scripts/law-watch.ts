import { loadConfig } from '../src/config/config.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { loadReadings, writeReadings } from '../src/law/readings.ts';
import { sayReport } from '../src/law/say-change.ts';
import { watchLaw } from '../src/law/watch-law.ts';
import { lawTexts } from '../src/text/law-texts.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { composeLeaning, openSource } from './compose-law.ts';

/** One round of the watch: what changed, and what leans on it. Ends with 1 where some articles could not be compared. */
async function main(): Promise<void> {
  readCommandLine('law:watch');
  const config = loadConfig(process.env);
  if (config.law === undefined) throw new Error(lawTexts.command.noSource);
  const { leaning, watched } = composeLeaning(config.knowledge, readCheckedCorpus(config));
  const readings = loadReadings(config.knowledge);
  const today = parisDay(new Date());
  const source = openSource(config.law, watched);
  const report = await watchLaw({ source, articles: watched.articles, readings, today });
  if (report.recorded.length > 0) writeReadings(config.knowledge, [...readings, ...report.recorded]);
  const said = sayReport(report, watched.left.length, leaning.on, today);
  process.stdout.write(frenchTypography(`${said.map((lines) => lines.join('\n')).join('\n\n')}\n`));
  if (report.failed !== undefined) process.exitCode = 1;
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
