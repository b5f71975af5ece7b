import type { StaticEmbed } from '../model/local-embedder.ts';
import type { IndexDocument } from '../retrieval/document.ts';
import { multiplyRows, type Rows, rowsOf, searchRows } from '../retrieval/exact-search.ts';

/** A run of words of a sentence, with how much it tells (0 to 1): a window of common words counts for little. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Best cosine of a sentence to each document, by document number. */
interface Likeness {
  /** The whole sentence to the labels. */
  readonly labels: Float32Array;
  /** The whole sentence to the explanation. */
  readonly explanations: Float32Array;
  /** Any window to the labels, times the weight of the window. */
  readonly windows: Float32Array;
}

export type LikenessOf = (sentence: readonly string[], windows: readonly Window[]) => Likeness;

/** Words whose products with every part are kept: about 12 kB each. */
const REMEMBERED = 2500;

/**
 * Exact search in one pass: a window's vector is the sum of its words' vectors, so its product with a part is the sum of
 * the words' products, taken as the difference of two prefix sums; each word is multiplied with the parts once.
 * @param documents whose last part is the explanation and whose title is a label
 */
export async function createLikeness(documents: readonly IndexDocument[], embed: StaticEmbed): Promise<LikenessOf> {
  const parts = partsOf(documents);
  const size = parts.length;
  const owner = Uint16Array.from(parts, (part) => part.owner);
  const labelCount = parts.filter(({ explains }) => !explains).length;
  const texts = parts.map(({ text }) => text);
  const products = rememberProducts(rowsOf(await embed.embed(texts), embed.dimensions), embed);

  return (sentence, windows) => {
    const count = sentence.length;
    const { sums, vectors } = prefixSums(sentence, products, size, embed);
    const best: Likeness = {
      labels: new Float32Array(documents.length),
      explanations: new Float32Array(documents.length),
      windows: new Float32Array(documents.length),
    };
    const whole = 1 / lengthOf(vectors, 0, count, embed.dimensions);
    if (Number.isFinite(whole)) {
      const cosines = sums.subarray(count * size).map((product) => product * whole);
      const least = Math.max(0, cosines.slice().sort()[size - NEIGHBOURS] ?? 0);
      for (let part = 0; part < size; part++) {
        const cosine = cosines[part] ?? 0;
        if (cosine >= least) keepHigher(part < labelCount ? best.labels : best.explanations, owner[part] ?? 0, cosine);
      }
    }
    for (const { start, end, weight } of windows) {
      const factor = weight / lengthOf(vectors, start, end, embed.dimensions);
      if (!Number.isFinite(factor)) continue;
      const [low, high] = [start * size, end * size];
      // The labels stand first among the parts: the explanations after them are not looked at.
      for (let part = 0; part < labelCount; part++) {
        const value = ((sums[high + part] ?? 0) - (sums[low + part] ?? 0)) * factor;
        keepHigher(best.windows, owner[part] ?? 0, value);
      }
    }
    return best;
  };
}

/** Dense neighbours looked at around the concepts, and of the whole sentence: farther parts say nothing. */
const NEIGHBOURS = 200;

/** Cosine of a text to the nearest part of each document near it, by document number. Concepts of one fiche share its questions: each text is one row. */
export async function createNearest(documents: readonly IndexDocument[], embed: StaticEmbed) {
  const owners = new Map<string, number[]>();
  for (const { text, owner } of partsOf(documents)) {
    const list = owners.get(text) ?? [];
    owners.set(text, list);
    list.push(owner);
  }
  const byRow = [...owners.values()];
  const rows = rowsOf(await embed.embed([...owners.keys()]), embed.dimensions);
  return async (text: string): Promise<Float32Array> => {
    const best = new Float32Array(documents.length);
    const [vector] = await embed.embed([text]);
    if (vector === undefined || vector.every((x) => x === 0)) return best;
    for (const { point, similarity } of searchRows(rows, vector, NEIGHBOURS))
      for (const owner of byRow[point] ?? []) keepHigher(best, owner, similarity);
    return best;
  };
}

function keepHigher(best: Float32Array, document: number, value: number): void {
  if (value > (best[document] ?? 0)) best[document] = value;
}

/** Every part of every document, the labels first, then the explanations. */
function partsOf(documents: readonly IndexDocument[]) {
  const all = documents.flatMap(({ title, parts }, owner) => [
    { owner, explains: false, text: title },
    ...parts.map(({ name, text }, part) => ({
      owner,
      explains: part === parts.length - 1,
      text: name === 'question' ? text : `${title} ${text}`,
    })),
  ]);
  return [...all.filter(({ explains }) => !explains), ...all.filter(({ explains }) => explains)];
}

/** Products of a word's vector with every part, the words last met kept. */
function rememberProducts(rows: Rows, embed: StaticEmbed) {
  const remembered = new Map<string, Float32Array>();
  return (word: string): Float32Array => {
    const known = remembered.get(word);
    if (known !== undefined) {
      remembered.delete(word);
      remembered.set(word, known);
      return known;
    }
    const vector = embed.wordVector(word);
    const products = multiplyRows(rows, vector);
    remembered.set(word, products);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return products;
  };
}

/** Row i holds the sums over the first i words: of the products with the parts, and of the words' own vectors. */
function prefixSums(
  sentence: readonly string[],
  products: (word: string) => Float32Array,
  size: number,
  embed: StaticEmbed,
) {
  const dimensions = embed.dimensions;
  const sums = new Float32Array((sentence.length + 1) * size);
  const vectors = new Float32Array((sentence.length + 1) * dimensions);
  for (const [i, word] of sentence.entries()) {
    addRow(sums, i, products(word), size);
    addRow(vectors, i, embed.wordVector(word), dimensions);
  }
  return { sums, vectors };
}

function addRow(sums: Float32Array, row: number, added: Float32Array, width: number): void {
  const from = row * width;
  for (let i = 0; i < width; i++) sums[from + width + i] = (sums[from + i] ?? 0) + (added[i] ?? 0);
}

function lengthOf(vectors: Float32Array, start: number, end: number, dimensions: number): number {
  let squares = 0;
  for (let i = 0; i < dimensions; i++) {
    const difference = (vectors[end * dimensions + i] ?? 0) - (vectors[start * dimensions + i] ?? 0);
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}
