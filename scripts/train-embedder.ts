import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Presets, SingleBar } from 'cli-progress';
import { loadConfig } from '../src/config/config.ts';
import { phrasingsOf } from '../src/corpus/phrasings.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { loadLocalEmbedder } from '../src/model/local-embedder.ts';
import { fittedSettings } from '../src/retrieval/settings.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { readGolden } from './golden.ts';
import { createRandom } from './random.ts';
import { fineTune } from './train-embedder/fine-tune.ts';
import { holdOut, nearAny } from './train-embedder/hold-out.ts';
import { measure, measuringFor } from './train-embedder/measure.ts';
import { withNewWords } from './train-embedder/new-words.ts';
import { corpusTexts, trainingPools } from './train-embedder/pools.ts';
import { compareMeasures, reportLines } from './train-embedder/report.ts';
import { GIVEN, GOLDEN, SEED, SETTINGS } from './train-embedder/settings.ts';
import { readWeights, writeWeights } from './train-embedder/weights-file.ts';

/**
 * `npm run train-embedder [-- --cdtn DIR] [-- --fold 1]`: fine-tunes the given French rows on the corpus and writes them
 * where they are better. `--fold N` (1 to 4) is for trying settings: it measures on fifth N, keeps fifth 0 untouched
 * as well, and writes nothing.
 */
const TUNED = fileURLToPath(new URL('../src/model/weights/truchement128', import.meta.url));
const line = readCommandLine('train-embedder');
const fold = line.number('fold', 0);
const kept = holdOut(fold === 0 ? [0] : [0, fold]);
const corpus = readCheckedCorpus(loadConfig(process.env));
const at = parisDay(new Date());
const golden = readGolden(GOLDEN);
const keptQuestions = corpus.fiches.flatMap((fiche) =>
  phrasingsOf(fiche)
    .map(({ text }) => text)
    .filter((text) => kept.keepsQuestion(fiche, text)),
);
const banned = nearAny([...golden.map(({ text }) => text), ...keptQuestions]);
const pools = trainingPools(corpus, at, kept, banned);
const given = readWeights(GIVEN);
const start = withNewWords(given, corpusTexts(corpus, at));
console.log(
  `${corpus.fiches.length} fiches, ${corpus.lexicon.length} concepts, ${corpus.boundaries.length} themes: ` +
    `${pools.length} pools; ${start.words.length - given.words.length} words added; seed ${SEED}`,
);

const bar = new SingleBar({ format: 'training [{bar}] {value}/{total} epochs, loss {loss}' }, Presets.shades_classic);
const started = performance.now();
bar.start(SETTINGS.epochs, 0, { loss: '–' });
const tuned = fineTune(start, pools, SETTINGS, createRandom(SEED), (done, loss) =>
  bar.update(done, { loss: loss.toFixed(3) }),
);
bar.stop();
console.log(`trained in ${((performance.now() - started) / 1000).toFixed(0)} s; measuring`);

const measuring = measuringFor({
  corpus,
  at,
  held: holdOut([fold]),
  golden: golden.filter((question) => question.mode === 'answer' && question.facts.length > 0),
  cdtn: line.value('cdtn'),
  settings: fittedSettings,
});
// What is measured is what would be shipped: the int8 rows, read back by the loader.
const candidate = join(tmpdir(), `truchement128-${process.pid}`);
try {
  writeWeights(candidate, tuned);
  const before = await measure(measuring, loadLocalEmbedder(GIVEN));
  const after = await measure(measuring, loadLocalEmbedder(candidate));
  for (const line of reportLines(before, after)) console.log(line);
  const comparison = compareMeasures(before, after);
  for (const line of comparison.shortOfBar) console.log(`short of the bar: ${line}`);
  if (comparison.worse.length > 0) {
    for (const line of comparison.worse) console.error(`not written: ${line}`);
    process.exitCode = 1;
  } else if (fold !== 0) console.log('a trial on another fifth: nothing written');
  else console.log(`written to ${TUNED}.*, sha256 ${writeWeights(TUNED, tuned)}`);
} finally {
  for (const end of ['bin', 'json', 'vocab.txt']) rmSync(`${candidate}.${end}`, { force: true });
}
