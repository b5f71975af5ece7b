import { words } from '../french/words.ts';
import type { Embed } from '../model/embed.ts';
import type { IndexDocument } from './document.ts';
import type { HybridIndex } from './hybrid.ts';
import { buildLexicalIndex, type LexicalSettings } from './lexical-index.ts';
import { buildVectorIndex } from './vector-index.ts';

const BATCH = 256;

/** Embeds every part (its title in front) and builds both indexes. `onProgress` gets parts done and parts in all. */
export async function buildHybridIndex(
  documents: readonly IndexDocument[],
  embed: Embed,
  settings: LexicalSettings,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<HybridIndex> {
  const texts = documents.flatMap(({ title, parts }) => [
    title,
    ...parts.map(({ name, text }) => (name === 'question' ? text : `${title} ${text}`)),
  ]);
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += BATCH) {
    vectors.push(...(await embed.embed(texts.slice(start, start + BATCH))));
    onProgress(vectors.length, texts.length);
  }
  return {
    documents,
    points: pointsOf(documents),
    lexical: buildLexicalIndex(documents, settings),
    vectors: buildVectorIndex(vectors, embed.dimensions),
    words: new Set(documents.flatMap((d) => [d.title, ...d.questions, ...d.parts.map((p) => p.text)].flatMap(words))),
  };
}

/** Document and part of each text that is embedded, in their order: the title, then its parts. */
export function pointsOf(documents: readonly IndexDocument[]): readonly (readonly [number, number])[] {
  return documents.flatMap(({ parts }, number) => [
    [number, -1] as const,
    ...parts.map((_, part) => [number, part] as const),
  ]);
}
