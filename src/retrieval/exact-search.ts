/** Vectors as the rows of one array, searched by looking at each: right to the last place, nothing to build, no native code. */
export interface Rows {
  readonly values: Float32Array;
  readonly dimensions: number;
}

export function rowsOf(vectors: readonly Float32Array[], dimensions: number): Rows {
  const values = new Float32Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions);
  return { values, dimensions };
}

/** The rows whose product with the vector is highest, best first; of equals, the first row first. */
export function searchRows(
  rows: Rows,
  vector: Float32Array,
  count: number,
): readonly { readonly point: number; readonly similarity: number }[] {
  const products = multiplyRows(rows, vector);
  const kept = Math.min(count, products.length);
  const points = new Uint32Array(kept);
  const best = new Float32Array(kept);
  let found = 0;
  // Few rows get past the worst that is kept: each finds its place by moving those below it.
  for (let point = 0; point < products.length; point++) {
    const product = products[point] ?? 0;
    if (found === kept && product <= (best[kept - 1] ?? Number.POSITIVE_INFINITY)) continue;
    let place = found < kept ? found++ : kept - 1;
    for (; place > 0 && (best[place - 1] ?? 0) < product; place--) {
      best[place] = best[place - 1] ?? 0;
      points[place] = points[place - 1] ?? 0;
    }
    best[place] = product;
    points[place] = point;
  }
  return Array.from(best, (similarity, i) => ({ point: points[i] ?? 0, similarity }));
}

/** The product of each row with the vector. Four sums at once: one alone waits for its own last addition, and takes twice the time. */
export function multiplyRows({ values, dimensions }: Rows, vector: Float32Array): Float32Array {
  const products = new Float32Array(values.length / dimensions);
  const unrolled = dimensions - (dimensions % 4);
  for (let row = 0; row < products.length; row++) {
    const from = row * dimensions;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let i = 0;
    for (; i < unrolled; i += 4) {
      a += (values[from + i] ?? 0) * (vector[i] ?? 0);
      b += (values[from + i + 1] ?? 0) * (vector[i + 1] ?? 0);
      c += (values[from + i + 2] ?? 0) * (vector[i + 2] ?? 0);
      d += (values[from + i + 3] ?? 0) * (vector[i + 3] ?? 0);
    }
    for (; i < dimensions; i++) a += (values[from + i] ?? 0) * (vector[i] ?? 0);
    products[row] = a + b + c + d;
  }
  return products;
}
