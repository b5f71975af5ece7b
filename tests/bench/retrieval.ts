// One thing: every engine asked the same questions in one run, by the same measures.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, insertMultiple, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { readCommandLine } from '../../scripts/command-line.ts';
import { indexTerms } from '../../src/french/words.ts';
import type { Embed } from '../../src/model/embed.ts';
import { loadServedEmbedder } from '../../src/model/join-embedders.ts';
import { buildHybridIndex } from '../../src/retrieval/build-index.ts';
import { searchHybrid } from '../../src/retrieval/hybrid.ts';
import { passageTerms } from '../../src/retrieval/library-documents.ts';
import { rankPassages } from '../../src/retrieval/own-passages.ts';
import type { OwnRecords } from '../../src/retrieval/own-records.ts';
import { fittedSettings } from '../../src/retrieval/settings.ts';

import { openOwnSqlite } from '../../src/store/own-sqlite.ts';
import { startPostgres } from './documents/start-postgres.ts';

const scratch = mkdtempSync(join(tmpdir(), 'truchement-retrieval-'));
const postgres = startPostgres(scratch);

const USAGE = `usage: npm run bench:retrieval -- --set DIR
  DIR holds corpus.jsonl {id, title, text}, queries.jsonl {id, text, topic} and qrels.tsv (query, document, grade; tab-separated).`;

/** The first queries of each topic: the later ones are close variants of them. */
const QUERIES_A_TOPIC = 4;
/** Words of a part: about what a fiche's section holds. */
const WORDS_A_PART = 110;
/** How deep each engine is asked; the measures look at the first ten. */
const DEPTH = 10;
/** Parts of one text fill several places of the hybrid list. */
const PARTS_DEPTH = 60;

const textSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
const querySchema = z.object({ id: z.string(), text: z.string(), topic: z.union([z.number(), z.string()]) });

type Text = z.infer<typeof textSchema>;
type Query = z.infer<typeof querySchema>;

interface TestSet {
  readonly texts: readonly Text[];
  readonly queries: readonly Query[];
  /** Ids of the relevant texts by query. */
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Ids of the texts found, best first, without repeats. */
type Search = (query: string) => Promise<readonly string[]>;

interface Engine {
  readonly name: string;
  build(texts: readonly Text[]): Promise<Search>;
}

interface Row {
  readonly name: string;
  readonly ndcg: number;
  readonly recall: number;
  readonly mrr: number;
  readonly indexSeconds: number;
  readonly p50: number;
  readonly p95: number;
  /** Of the heap and of the whole process, in MiB, between an empty engine and one that has answered. */
  readonly heap: number;
  readonly rss: number;
}

/** `npm run bench:retrieval -- --set DIR`: the project's search beside two others, on one set, in one run. */
async function main(): Promise<void> {
  const set = readSet(readCommandLine('bench:retrieval').value('set'));
  console.log(`${set.texts.length} texts, ${set.queries.length} queries\n`);
  const rows: Row[] = [];
  for (const engine of [hybrid, ...ownEngines(), miniSearch, orama]) {
    process.stderr.write(`${engine.name}…\n`);
    rows.push(await measure(engine, set));
  }
  printTable(rows);
}

/** @throws with the usage when a file is missing, and with the line when one is not as expected */
function readSet(folder: string | undefined): TestSet {
  if (folder === undefined || folder === '') throw new Error(`no test set given\n${USAGE}`);
  for (const name of ['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'])
    if (!existsSync(join(folder, name))) throw new Error(`${join(folder, name)} does not exist\n${USAGE}`);
  const asked = new Map<string | number, number>();
  const queries = readLines(folder, 'queries.jsonl', querySchema).filter(({ topic }) => {
    const before = asked.get(topic) ?? 0;
    asked.set(topic, before + 1);
    return before < QUERIES_A_TOPIC;
  });
  const relevant = new Map<string, Set<string>>();
  for (const row of readFileSync(join(folder, 'qrels.tsv'), 'utf8').split('\n')) {
    const [query, text, grade] = row.split('\t');
    if (query === undefined || text === undefined || !(Number(grade) > 0)) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(text));
  }
  return { texts: readLines(folder, 'corpus.jsonl', textSchema), queries, relevant };
}

function readLines<T>(folder: string, name: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(line))];
      } catch (error) {
        const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
        throw new Error(`${join(folder, name)}:${index + 1} is not as expected: ${why}\n${USAGE}`);
      }
    });
}

/** The project's own search as the assistant runs it, without what belongs to its corpus (lexicon, spelling). */
const hybrid: Engine = {
  name: 'Truchement hybrid',
  build: async (texts) => {
    const embed = loadServedEmbedder();
    const documents = texts.flatMap(({ id, title, text }) =>
      partsOf(text).map((part) => ({
        id,
        title,
        questions: [],
        articles: [],
        parts: [{ name: 'part', text: part }],
      })),
    );
    const index = await buildHybridIndex(documents, embed, fittedSettings.fields);
    return async (text) => {
      const terms = new Map(indexTerms(text).map((term) => [term, 1]));
      const hits = await searchHybrid(index, embed, { terms, text }, fittedSettings.denseWeight, PARTS_DEPTH);
      return [...new Set(hits.map(({ document }) => document.id))].slice(0, DEPTH);
    };
  },
};

/** An organisation's own documents, in a file and in PostgreSQL, where it is there. */
function ownEngines(): readonly Engine[] {
  return [
    ownEngine('own, embedded', async (embed) =>
      openOwnSqlite(mkdtempSync(join(scratch, 'own-')), ['all'], embed.dimensions),
    ),
    ...(postgres === undefined ? [] : [ownEngine('own, PostgreSQL', postgres.open)]),
  ];
}

function ownEngine(name: string, open: (embed: Embed) => Promise<OwnRecords>): Engine {
  return {
    name,
    build: async (texts) => {
      const embed = loadServedEmbedder();
      const records = await open(embed);
      for (const { id, title, text } of texts) {
        const parts = partsOf(text).map((part) => ({ name: '', text: part }));
        const vectors = await embed.embed(parts.map((part) => `${title} ${part.text}`));
        const kept = await records.keep([
          {
            key: id,
            made: '1',
            source: { title, collection: 'documents', audience: 'all', path: id },
            pages: [
              {
                title,
                parts: parts.map((part, n) => ({
                  ...part,
                  terms: passageTerms(title, part),
                  vector: vectors[n] ?? new Float32Array(embed.dimensions),
                })),
              },
            ],
          },
        ]);
        if (!kept.ok) throw new Error(`${name}: ${kept.error.reason}`);
      }
      await postgres?.analyse();
      return async (text) => {
        const [vector] = await embed.embed([text]);
        const found = vector && (await records.find(indexTerms(text), vector));
        if (!found?.ok) throw new Error(`${name} is not searched`);
        const ranked = rankPassages(found.value, fittedSettings.denseWeight);
        return [...new Set(ranked.map(({ id }) => id.replace(/#1$/, '')))].slice(0, DEPTH);
      };
    },
  };
}

function partsOf(text: string): readonly string[] {
  const all = text.split(/\s+/);
  const parts: string[] = [];
  for (let start = 0; start < all.length; start += WORDS_A_PART)
    parts.push(all.slice(start, start + WORDS_A_PART).join(' '));
  return parts;
}

const TITLE_BOOST = { title: 2 };

/** MiniSearch with its own tokenizer, French stop words and the Snowball stemmer: its usual French set-up. */
const miniSearch: Engine = {
  name: 'MiniSearch (fr)',
  build: (texts) => {
    const stop = new Set(stopwords);
    const engine = new MiniSearch<Text>({
      fields: ['title', 'text'],
      processTerm: (term) => {
        const lower = term.toLowerCase();
        return stop.has(lower) ? null : stemmer(lower);
      },
    });
    engine.addAll(texts);
    return Promise.resolve((query) =>
      Promise.resolve(
        engine
          .search(query, { boost: TITLE_BOOST })
          .slice(0, DEPTH)
          .map(({ id }) => String(id)),
      ),
    );
  },
};

/** Orama's full-text search with its French tokenizer, stemmer and stop words. */
const orama: Engine = {
  name: 'Orama (fr)',
  build: async (texts) => {
    const engine = create({
      schema: { title: 'string', text: 'string' },
      components: { tokenizer: { language: 'french', stemming: true, stemmer, stopWords: stopwords } },
    });
    await insertMultiple(engine, [...texts], 1000);
    return async (query) => {
      const { hits } = await search(engine, { term: query, limit: DEPTH, boost: TITLE_BOOST });
      return hits.map(({ id }) => id);
    };
  },
};

async function measure(engine: Engine, { texts, queries, relevant }: TestSet): Promise<Row> {
  const before = memory();
  const started = performance.now();
  const find = await engine.build(texts);
  const indexSeconds = (performance.now() - started) / 1000;
  const times: number[] = [];
  let ndcg = 0;
  let recall = 0;
  let mrr = 0;
  for (const { id, text } of queries) {
    const asked = performance.now();
    const found = await find(text);
    times.push(performance.now() - asked);
    const wanted = relevant.get(id) ?? new Set<string>();
    ndcg += ndcgOf(found, wanted);
    recall += wanted.size === 0 ? 0 : found.slice(0, 5).filter((text) => wanted.has(text)).length / wanted.size;
    const first = found.findIndex((text) => wanted.has(text));
    mrr += first === -1 ? 0 : 1 / (first + 1);
  }
  const after = memory();
  // Asked once more, so that the engine is not collected before it is weighed.
  await find('');
  times.sort((a, b) => a - b);
  const quantile = (q: number) => times[Math.floor(q * (times.length - 1))] ?? 0;
  const count = Math.max(1, queries.length);
  return {
    name: engine.name,
    ndcg: ndcg / count,
    recall: recall / count,
    mrr: mrr / count,
    indexSeconds,
    p50: quantile(0.5),
    p95: quantile(0.95),
    heap: (after.heapUsed - before.heapUsed) / 2 ** 20,
    rss: (after.rss - before.rss) / 2 ** 20,
  };
}

/** After a collection when `--expose-gc` is set, as the npm script does. */
function memory(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  return process.memoryUsage();
}

/** Binary gains: a text is relevant or not. */
function ndcgOf(found: readonly string[], wanted: ReadonlySet<string>): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  const got = found.reduce((sum, text, rank) => sum + (wanted.has(text) ? gain(rank) : 0), 0);
  let best = 0;
  for (let rank = 0; rank < Math.min(DEPTH, wanted.size); rank++) best += gain(rank);
  return best === 0 ? 0 : got / best;
}

function printTable(rows: readonly Row[]): void {
  const columns: readonly (readonly [string, (row: Row) => string])[] = [
    ['nDCG@10', (row) => row.ndcg.toFixed(4)],
    ['recall@5', (row) => row.recall.toFixed(4)],
    ['MRR@10', (row) => row.mrr.toFixed(4)],
    ['index s', (row) => row.indexSeconds.toFixed(1)],
    ['p50 ms', (row) => row.p50.toFixed(2)],
    ['p95 ms', (row) => row.p95.toFixed(2)],
    ['heap MiB', (row) => row.heap.toFixed(0)],
    ['rss MiB', (row) => row.rss.toFixed(0)],
  ];
  const cells = (name: string, values: readonly string[]) =>
    [name.padEnd(20), ...values.map((value) => value.padStart(9))].join(' ');
  console.log(
    cells(
      'engine',
      columns.map(([title]) => title),
    ),
  );
  for (const row of rows)
    console.log(
      cells(
        row.name,
        columns.map(([, value]) => value(row)),
      ),
    );
  const [own, ...others] = rows;
  if (own === undefined) return;
  console.log(
    '\nthe project over each of the others (nDCG, recall and MRR: higher is better; times and memory: lower)',
  );
  const ratio = (a: number, b: number) => (b > 0 ? `×${(a / b).toFixed(2)}` : '–');
  for (const other of others)
    console.log(
      cells(`/ ${other.name}`, [
        ratio(own.ndcg, other.ndcg),
        ratio(own.recall, other.recall),
        ratio(own.mrr, other.mrr),
        ratio(own.indexSeconds, other.indexSeconds),
        ratio(own.p50, other.p50),
        ratio(own.p95, other.p95),
        ratio(own.heap, other.heap),
        ratio(own.rss, other.rss),
      ]),
    );
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(async () => {
    await postgres?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });
