import { sentencesOf } from '../french/sentences.ts';
import { indexTerms } from '../french/words.ts';
import type { Embed } from '../model/embed.ts';
import type { IndexDocument } from './document.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { isLibraryDocument } from './library-documents.ts';

/** A passage of an organisation's own document, held against what was asked. */
export interface OwnPassage {
  readonly document: IndexDocument;
  /** Its position among the parts of the document. */
  readonly part: number;
  /** Where its nearest sentence begins. */
  readonly from: number;
  /** Mean of the share of the rare words asked that stand in it or over it, and of the cosine of what was asked with its nearest sentence. */
  readonly fit: number;
}

/** Finds the passage nearest to a text; none where no document is the organisation's own. */
export type OwnSearch = (text: string) => Promise<OwnPassage | undefined>;

interface PassageReading {
  readonly terms: ReadonlySet<string>;
  readonly sentences: readonly { readonly from: number; readonly vector: Float32Array }[];
}

/** Documents looked into: those that share the rarest words. */
const LOOKED_INTO = 6;
const START = { from: 0, similarity: 0 };

/**
 * The passage of the organisation's own documents that is nearest to what was asked, whatever fiches are found: they are
 * asked about in thousands of ways, and would stand before every page that is not.
 */
export function createOwnSearch(documents: readonly IndexDocument[], lexical: LexicalIndex, embed: Embed): OwnSearch {
  const own = new Set(documents.flatMap(({ id }, number) => (isLibraryDocument(id) ? [number] : [])));
  const readings = new WeakMap<IndexDocument, Promise<readonly PassageReading[]>>();
  const readingsOf = (document: IndexDocument) => {
    const known = readings.get(document) ?? readPassages(document, embed);
    readings.set(document, known);
    return known;
  };

  return async (text) => {
    if (own.size === 0) return undefined;
    const asked = new Set(indexTerms(text));
    const found = [...lexical.search(new Map([...asked].map((term) => [term, 1])))]
      .filter(([number]) => own.has(number))
      .sort((a, b) => b[1] - a[1])
      .slice(0, LOOKED_INTO)
      .flatMap(([number]) => documents[number] ?? []);
    const [vector] = await embed.embed([text]);
    if (vector === undefined) return undefined;
    const passages = await Promise.all(
      found.map(async (document) =>
        (await readingsOf(document)).map((reading, part): OwnPassage => {
          const near = reading.sentences.map((one) => ({ from: one.from, similarity: product(vector, one.vector) }));
          const { from, similarity } = near.reduce(
            (best, one) => (one.similarity > best.similarity ? one : best),
            START,
          );
          return { document, part, from, fit: (coverage(asked, reading.terms, lexical) + similarity) / 2 };
        }),
      ),
    );
    return passages.flat().sort((a, b) => b.fit - a.fit)[0];
  };
}

async function readPassages({ title, parts }: IndexDocument, embed: Embed): Promise<readonly PassageReading[]> {
  return Promise.all(
    parts.map(async ({ name, text }) => {
      const spans = sentencesOf(text);
      const vectors = await embed.embed(spans.map(([from, to]) => `${name} ${text.slice(from, to)}`));
      return {
        terms: new Set(indexTerms(`${title} ${name} ${text}`)),
        sentences: spans.flatMap(([from], place) => {
          const vector = vectors[place];
          return vector === undefined ? [] : [{ from, vector }];
        }),
      };
    }),
  );
}

function coverage(asked: ReadonlySet<string>, terms: ReadonlySet<string>, lexical: LexicalIndex): number {
  let all = 0;
  let held = 0;
  for (const term of asked) {
    const rarity = lexical.rarity(term);
    all += rarity;
    if (terms.has(term)) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
