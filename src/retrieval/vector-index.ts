import hnsw from 'hnswlib-node';

/** The one door to hnswlib-node. Its distances (0 = same) are turned into cosine similarities here. */
export interface VectorIndex {
  /** The nearest points and their cosine similarities, best first. */
  search(vector: Float32Array, count: number): readonly { readonly point: number; readonly similarity: number }[];
  readonly size: number;
  /** Writes the graph to a file. @throws when the disk refuses */
  write(path: string): void;
}

const SPACE = 'ip';
// Vectors are unit length, so inner product is the cosine. Seeded: two builds of one corpus rank alike.
const BUILD = { m: 16, efConstruction: 200, seed: 7 };
const SEARCH_BREADTH = 64;

export function buildVectorIndex(vectors: readonly Float32Array[], dimensions: number): VectorIndex {
  const graph = new hnsw.HierarchicalNSW(SPACE, dimensions);
  graph.initIndex(Math.max(1, vectors.length), BUILD.m, BUILD.efConstruction, BUILD.seed);
  for (const [point, vector] of vectors.entries()) graph.addPoint(Array.from(vector), point);
  return wrap(graph);
}

/** @throws when the file is absent or not a graph of these dimensions; the caller rebuilds. */
export function loadVectorIndex(path: string, dimensions: number): VectorIndex {
  const graph = new hnsw.HierarchicalNSW(SPACE, dimensions);
  graph.readIndexSync(path);
  return wrap(graph);
}

function wrap(graph: hnsw.HierarchicalNSW): VectorIndex {
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
