import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Rows, rowsOf, searchRows } from './exact-search.ts';

/** The one door to hnswlib-node. Its distances (0 = same) are turned into cosine similarities here. */
export interface VectorIndex {
  /** The nearest points and their cosine similarities, best first. */
  search(vector: Float32Array, count: number): readonly { readonly point: number; readonly similarity: number }[];
  readonly size: number;
  /** Writes the index to a file. @throws when the disk refuses */
  write(path: string): void;
}

type Library = typeof import('hnswlib-node');

const SPACE = 'ip';
// Vectors are unit length, so inner product is the cosine. Seeded: two builds of one corpus rank alike.
// Breadth 60 builds three times as fast as 200, and finds 94.5 of the nearest hundred where that finds 96.6.
const BUILD = { m: 16, efConstruction: 60, seed: 7 };
const SEARCH_BREADTH = 64;
/**
 * From as many vectors a graph is worth its building. Below, looking at each takes about as long as the graph does, misses
 * none, and is ready at once: `npm run bench:vectors`, docs/decisions/0003-search.md.
 */
const GRAPH_FROM = 2_000;
/** A file of plain rows begins with these four bytes, then the number of dimensions; another is a graph. */
const ROWS_MARK = 0x54525631;
const HEAD_BYTES = 8;

/** It is compiled where it is installed: where there is no compiler it is not there, and rows are searched instead. */
export const graphLibrary = loadLibrary();

function loadLibrary(): Library | null {
  try {
    return createRequire(import.meta.url)('hnswlib-node') as Library;
  } catch {
    return null;
  }
}

/** @param library null: every row is looked at, however many there are */
export function buildVectorIndex(
  vectors: readonly Float32Array[],
  dimensions: number,
  library: Library | null = graphLibrary,
): VectorIndex {
  if (library === null || vectors.length < GRAPH_FROM) return wrapRows(rowsOf(vectors, dimensions));
  return buildGraph(vectors, dimensions, library);
}

export function buildGraph(vectors: readonly Float32Array[], dimensions: number, library: Library): VectorIndex {
  const graph = new library.HierarchicalNSW(SPACE, dimensions);
  graph.initIndex(Math.max(1, vectors.length), BUILD.m, BUILD.efConstruction, BUILD.seed);
  for (const [point, vector] of vectors.entries()) graph.addPoint(Array.from(vector), point);
  return wrapGraph(graph);
}

/**
 * @param bytes what stands in the file, where it was read before
 * @throws when the file is absent, not an index of these dimensions, or a graph that nothing here can read; the caller rebuilds.
 */
export function loadVectorIndex(
  path: string,
  dimensions: number,
  library: Library | null = graphLibrary,
  bytes = readFileSync(path),
): VectorIndex {
  if (bytes.length >= HEAD_BYTES && bytes.readUInt32LE(0) === ROWS_MARK) return wrapRows(readRows(bytes, dimensions));
  if (library === null) throw new Error('hnswlib-node, which wrote it, is not installed here');
  const graph = new library.HierarchicalNSW(SPACE, dimensions);
  graph.readIndexSync(path);
  return wrapGraph(graph);
}

function wrapGraph(graph: InstanceType<Library['HierarchicalNSW']>): VectorIndex {
  graph.setEf(SEARCH_BREADTH);
  const size = graph.getCurrentCount();
  return {
    size,
    write: (path) => graph.writeIndexSync(path),
    search: (vector, count) => {
      if (size === 0) return [];
      const found = graph.searchKnn(Array.from(vector), Math.min(count, size));
      return found.neighbors.map((point, i) => ({ point, similarity: 1 - (found.distances[i] ?? 1) }));
    },
  };
}

function wrapRows(rows: Rows): VectorIndex {
  return {
    size: rows.values.length / rows.dimensions,
    write: (path) => writeFileSync(path, writeRows(rows)),
    search: (vector, count) => searchRows(rows, vector, count),
  };
}

/** Little-endian, as every machine that Node runs on. */
function writeRows({ values, dimensions }: Rows): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(ROWS_MARK, 0);
  head.writeUInt32LE(dimensions, 4);
  return Buffer.concat([head, Buffer.from(values.buffer, values.byteOffset, values.byteLength)]);
}

function readRows(bytes: Buffer, dimensions: number): Rows {
  const body = Uint8Array.from(bytes.subarray(HEAD_BYTES));
  if (bytes.readUInt32LE(4) !== dimensions || body.length % (dimensions * Float32Array.BYTES_PER_ELEMENT) !== 0)
    throw new Error(`not rows of ${dimensions} numbers`);
  return { values: new Float32Array(body.buffer), dimensions };
}
