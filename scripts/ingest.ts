import cliProgress from 'cli-progress';
import { loadConfig } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import { loadServedEmbedder } from '../src/model/join-embedders.ts';
import { addDocuments } from './add-documents.ts';
import { readCommandLine } from './command-line.ts';
import { indexDocuments } from './own-documents.ts';

/**
 * `npm run ingest [-- --add PATH… [--collection NAME] [--audience all|ORGANISATION]]`: checks the whole corpus, takes in
 * an organisation's own documents, and builds the index anew. With `--documents`, the documents alone. Exit code 1 when the
 * corpus or a file is at fault.
 */
async function main(): Promise<void> {
  const line = readCommandLine('ingest');
  const config = loadConfig(process.env);
  const added = line.value('add');
  const started = performance.now();
  const report = await addDocuments({
    data: config.data,
    paths: added === undefined ? [] : [added, ...line.rest],
    collection: line.value('collection'),
    audience: line.value('audience'),
  });
  if (report.outcomes.some((outcome) => outcome.kind === 'failed')) process.exitCode = 1;
  const { made, dropped, all } = await indexDocuments(config, loadServedEmbedder());
  if (made + dropped > 0) console.log(`${made} of ${all} documents made ready to be found, ${dropped} taken out`);
  if (line.has('documents')) return;
  const { compose, SAMPLE } = await import('./compose.ts');
  const bar = new cliProgress.SingleBar({
    format: 'index {bar} {value}/{total} passages',
    stream: process.stderr,
    clearOnComplete: true,
  });
  let begun = false;
  const { corpus, opened, reading, assistant, ready } = await compose(config, createLog('warn'), {
    force: true,
    onProgress: (done, total) => {
      if (!begun) bar.start(total, 0);
      begun = true;
      bar.update(done);
    },
  });
  bar.stop();
  // What the first start, its first answer and its first rewording would make, and keep, besides.
  await reading.judge.warm();
  await assistant.respond({
    id: '1',
    address: { platform: 'console', conversation: '1' },
    text: SAMPLE,
  });
  await ready();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${corpus.modules.length} modules, ${corpus.fiches.length} fiches, ${corpus.figures.size} figures, ${corpus.lexicon.length} concepts: ` +
      `${opened.index.documents.length} documents indexed in ${seconds} s`,
  );
  if (opened.notKept !== undefined)
    throw new Error(`The index could not be written to ${config.data}: ${opened.notKept}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
