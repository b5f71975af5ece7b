import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { phrasingsOf, withPhrasings } from '../src/corpus/phrasings.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { loadServedEmbedder } from '../src/model/join-embedders.ts';
import { type LocalEmbedder, loadLocalEmbedder } from '../src/model/local-embedder.ts';
import { fittedSettings } from '../src/retrieval/settings.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { readGolden } from './golden.ts';
import { createRandom, shuffled } from './random.ts';
import { fineTune } from './train-embedder/fine-tune.ts';
import { holdOut, nearAny } from './train-embedder/hold-out.ts';
import { withNewWords } from './train-embedder/new-words.ts';
import { corpusTexts, trainingPools } from './train-embedder/pools.ts';
import { retrieverOver } from './train-embedder/retriever-over.ts';
import { GIVEN, GOLDEN, SEED, SETTINGS } from './train-embedder/settings.ts';
import { readWeights, writeWeights } from './train-embedder/weights-file.ts';

/**
 * `npm run phrasings [-- --set FILE] [-- --train]`: where the fiche of each sealed question comes, with a quarter, half and all
 * of the ways of asking. `index`: they are indexed, with the vectors that are served. `training`: the given vectors learn from them,
 * only what is shown of each question is indexed. `both`. The same seed gives the same table.
 */
const SEALED = 'tests/golden/sealed/fiches.jsonl';
const SHARES = [0.25, 0.5, 1] as const;
const LIMIT = 5;
const sealedSchema = z.object({
  text: z.string().min(1),
  fiche: z.string().min(1),
  /** Fiches that a fair reader takes as right too. */
  also: z.array(z.string()).default([]),
});
type Sealed = z.infer<typeof sealedSchema>;

const line = readCommandLine('phrasings');
const path = line.value('set') ?? SEALED;
if (!existsSync(path)) {
  console.error(
    `no set of questions at ${path}: one JSON object a line, {text, fiche, also?}; another is given by --set FILE`,
  );
  process.exit(1);
}
const set = readSet(path);
const corpus = readCheckedCorpus(loadConfig(process.env));
const at = parisDay(new Date());
const strange = [...new Set(set.flatMap(({ fiche, also }) => [fiche, ...also]))].filter(
  (id) => !corpus.fiches.some((one) => one.id === id),
);
if (strange.length > 0) console.error(`no fiche has the id ${strange.join(', ')}: such questions are never found`);
const banned = nearAny([...readGolden(GOLDEN), ...set].map(({ text }) => text));
const served = loadServedEmbedder();

console.log(`${set.length} questions of ${path}; seed ${SEED}`);
console.log(`${'share'.padEnd(8)} phrasings  ${'as'.padEnd(10)}  hit@1   hit@3   hit@5`);
for (const share of SHARES) {
  const kept = sharedOut(corpus, share);
  await printRow(share, kept, 'index', kept, served);
  if (!line.has('train')) continue;
  const tuned = trained(kept);
  await printRow(share, kept, 'training', shownOnly(corpus), tuned);
  await printRow(share, kept, 'both', kept, tuned);
}

function readSet(file: string): readonly Sealed[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => sealedSchema.parse(JSON.parse(row)));
}

/** A share of each fiche's phrasings, one at least; a smaller share is part of a larger one. */
function sharedOut(whole: Corpus, share: number): Corpus {
  const random = createRandom(SEED);
  const fiches = whole.fiches.map((fiche) => {
    const texts = shuffled([...new Set(phrasingsOf(fiche).map(({ text }) => text))], random);
    const kept = new Set(texts.slice(0, Math.max(1, Math.round(texts.length * share))));
    return withPhrasings(fiche, (text) => kept.has(text));
  });
  return { ...whole, fiches };
}

/** Each question by what is shown of it alone. */
function shownOnly(whole: Corpus): Corpus {
  const fiches = whole.fiches.map((fiche) => ({
    ...fiche,
    questions: fiche.questions.map((question) => ({ ...question, said: [] })),
  }));
  return { ...whole, fiches };
}

/** The given vectors after they have learnt from a corpus, as they would be shipped: read back from their file. */
function trained(from: Corpus): LocalEmbedder {
  const start = withNewWords(readWeights(GIVEN), corpusTexts(from, at));
  const tuned = fineTune(start, trainingPools(from, at, holdOut([]), banned), SETTINGS, createRandom(SEED));
  const file = join(tmpdir(), `truchement-phrasings-${process.pid}`);
  try {
    writeWeights(file, tuned);
    return loadLocalEmbedder(file);
  } finally {
    for (const end of ['bin', 'json', 'vocab.txt']) rmSync(`${file}.${end}`, { force: true });
  }
}

async function printRow(
  share: number,
  kept: Corpus,
  as: string,
  indexed: Corpus,
  embedder: LocalEmbedder,
): Promise<void> {
  const retriever = (await retrieverOver(indexed, at, embedder, fittedSettings))(fittedSettings.denseWeight);
  const ranks: number[] = [];
  for (const { text, fiche, also } of set) {
    const { hits } = await retriever.retrieve({ text }, LIMIT);
    ranks.push(hits.findIndex(({ document }) => document.id === fiche || also.includes(document.id)) + 1);
  }
  const hit = (k: number) => (ranks.filter((rank) => rank > 0 && rank <= k).length / ranks.length).toFixed(3);
  const number = kept.fiches.flatMap((fiche) => phrasingsOf(fiche)).length;
  console.log(
    `${`${share * 100} %`.padEnd(8)} ${String(number).padStart(9)}  ${as.padEnd(10)}  ${hit(1)}   ${hit(3)}   ${hit(5)}`,
  );
}
