import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { indexTerms } from '../../src/french/words.ts';
import type { Embed } from '../../src/model/embed.ts';
import { buildHybridIndex } from '../../src/retrieval/build-index.ts';
import type { IndexDocument } from '../../src/retrieval/document.ts';
import { searchHybrid } from '../../src/retrieval/hybrid.ts';
import type { RetrievalSettings } from '../../src/retrieval/settings.ts';

const documentSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
const querySchema = z.object({ id: z.string(), text: z.string(), topic: z.number() });

export interface CdtnSet {
  readonly documents: readonly IndexDocument[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** Wanted documents of each query. */
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>;
}

const PART_WORDS = 110;
const QUERIES_A_TOPIC = 4;

/** Reads the labour-law set; the queries are the first four of each topic. @throws when a file is missing or malformed */
export function readCdtn(directory: string): CdtnSet {
  const lines = (name: string) => readFileSync(join(directory, name), 'utf8').trim().split('\n');
  const documents = lines('corpus.jsonl').map((line): IndexDocument => {
    const { id, title, text } = documentSchema.parse(JSON.parse(line));
    return { id, title, questions: [], articles: [], parts: cut(text).map((part) => ({ name: 'part', text: part })) };
  });
  const seen = new Map<number, number>();
  const queries = lines('queries.jsonl')
    .map((line) => querySchema.parse(JSON.parse(line)))
    .filter(({ topic }) => {
      const before = seen.get(topic) ?? 0;
      seen.set(topic, before + 1);
      return before < QUERIES_A_TOPIC;
    });
  const wanted = new Map<string, Set<string>>();
  for (const line of lines('qrels.tsv')) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined || Number(grade) <= 0) continue;
    wanted.set(query, (wanted.get(query) ?? new Set()).add(document));
  }
  return { documents, queries, wanted };
}

function cut(text: string): readonly string[] {
  const list = text.split(/\s+/);
  const parts: string[] = [];
  for (let start = 0; start < list.length; start += PART_WORDS)
    parts.push(list.slice(start, start + PART_WORDS).join(' '));
  return parts;
}

const DEPTH = 10;

/** Mean nDCG@10 through the project's search, 0 to 1: what the fine-tuning costs on French of another field. */
export async function cdtnGain(set: CdtnSet, embed: Embed, settings: RetrievalSettings): Promise<number> {
  const index = await buildHybridIndex(set.documents, embed, settings.fields);
  const discount = (rank: number) => 1 / Math.log2(rank + 1);
  let sum = 0;
  for (const { id, text } of set.queries) {
    const terms = new Map(indexTerms(text).map((term) => [term, 1]));
    const hits = await searchHybrid(index, embed, { terms, text }, settings.denseWeight, DEPTH);
    const wanted = set.wanted.get(id) ?? new Set();
    const gain = hits.reduce((total, hit, i) => total + (wanted.has(hit.document.id) ? discount(i + 1) : 0), 0);
    let best = 0;
    for (let rank = 1; rank <= Math.min(DEPTH, wanted.size); rank++) best += discount(rank);
    sum += best === 0 ? 0 : gain / best;
  }
  return sum / set.queries.length;
}
