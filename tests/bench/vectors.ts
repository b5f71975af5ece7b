import { readCommandLine } from '../../scripts/command-line.ts';
import { readCheckedCorpus } from '../../scripts/compose.ts';
import { readGolden } from '../../scripts/golden.ts';
import { createRandom } from '../../scripts/random.ts';
import { loadConfig } from '../../src/config/config.ts';
import { parisDay } from '../../src/days/iso-date.ts';
import { loadServedEmbedder } from '../../src/model/join-embedders.ts';
import { corpusDocuments } from '../../src/retrieval/corpus-documents.ts';
import { buildGraph, buildVectorIndex, graphLibrary, type VectorIndex } from '../../src/retrieval/vector-index.ts';

/**
 * `npm run bench:vectors`: over the corpus's own parts, the graph beside looking at every vector: what building costs, what a
 * search costs (processor time, so that a busy machine does not count) and how much of the truth the graph finds. Past the corpus,
 * its parts come again, each a little aside.
 */
const SIZES = [500, 2_000, 8_000];
const NEIGHBOURS = 64;
const QUESTIONS = 200;
const ROUNDS = 3;
/** How far aside, of a unit length in all: a close variant, not a copy. */
const ASIDE = 0.3;

async function main(): Promise<void> {
  readCommandLine('bench:vectors');
  if (graphLibrary === null) throw new Error('hnswlib-node is not installed here: nothing to compare with');
  const embed = loadServedEmbedder();
  const documents = corpusDocuments(readCheckedCorpus(loadConfig(process.env)), parisDay(new Date()));
  const own = await embed.embed(documents.flatMap(({ title, parts }) => parts.map(({ text }) => `${title} ${text}`)));
  const queries = await embed.embed(
    readGolden(['tests/golden/questions.jsonl'])
      .slice(0, QUESTIONS)
      .map(({ text }) => text),
  );
  const random = createRandom(7);
  console.log(`${own.length} parts in the corpus, ${embed.dimensions} numbers each, ${queries.length} questions\n`);
  console.log('vectors   graph: build s  search ms  found   rows: build s  search ms');
  for (const size of SIZES) {
    const vectors = Array.from({ length: size }, (_, at) => {
      const vector = own[(at * 7) % own.length] ?? new Float32Array(embed.dimensions);
      return at < own.length ? vector : moveAside(vector, random);
    });
    const library = graphLibrary;
    const [graph, graphBuild] = time(() => buildGraph(vectors, embed.dimensions, library));
    const [rows, rowsBuild] = time(() => buildVectorIndex(vectors, embed.dimensions, null));
    const [truth, rowsSearch] = searchAll(rows, queries);
    const [found, graphSearch] = searchAll(graph, queries);
    const shared = found.reduce(
      (sum, points, at) => sum + points.filter((point) => truth[at]?.includes(point)).length,
      0,
    );
    console.log(
      [
        String(size).padStart(7),
        graphBuild.toFixed(2).padStart(16),
        graphSearch.toFixed(2).padStart(10),
        `${((100 * shared) / truth.flat().length).toFixed(1)} %`.padStart(7),
        rowsBuild.toFixed(2).padStart(14),
        rowsSearch.toFixed(2).padStart(10),
      ].join(' '),
    );
  }
}

/** What is found for each question, and the milliseconds of one. */
function searchAll(index: VectorIndex, queries: readonly Float32Array[]): readonly [number[][], number] {
  const once = () => queries.map((query) => index.search(query, NEIGHBOURS).map(({ point }) => point));
  const found = once();
  const [, seconds] = time(() => {
    for (let round = 0; round < ROUNDS; round++) once();
  });
  return [found, (seconds * 1000) / (ROUNDS * queries.length)];
}

/** Seconds of processor. */
function time<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

function moveAside(vector: Float32Array, random: () => number): Float32Array {
  const step = (2 * ASIDE * Math.sqrt(3)) / Math.sqrt(vector.length);
  const moved = vector.map((value) => value + (random() - 0.5) * step);
  const length = Math.hypot(...moved);
  return moved.map((value) => value / length);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
