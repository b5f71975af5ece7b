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

/**
 * The product of each row with the vector. Four rows at once: each number of the vector is read once for all of them, and no sum
 * waits for its own last addition, which takes two thirds of the time of one row after the other.
 */
export function multiplyRows({ values, dimensions }: Rows, vector: Float32Array): Float32Array {
  const products = new Float32Array(values.length / dimensions);
  const numbers = Float64Array.from(vector);
  const inFours = products.length - (products.length % 4);
  for (let row = 0; row < inFours; row += 4) {
    const first = row * dimensions;
    const second = first + dimensions;
    const third = second + dimensions;
    const fourth = third + dimensions;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < dimensions; i++) {
      const number = numbers[i] ?? 0;
      a += (values[first + i] ?? 0) * number;
      b += (values[second + i] ?? 0) * number;
      c += (values[third + i] ?? 0) * number;
      d += (values[fourth + i] ?? 0) * number;
    }
    products[row] = a;
    products[row + 1] = b;
    products[row + 2] = c;
    products[row + 3] = d;
  }
  for (let row = inFours; row < products.length; row++) {
    let sum = 0;
    for (let i = 0; i < dimensions; i++) sum += (values[row * dimensions + i] ?? 0) * (numbers[i] ?? 0);
    products[row] = sum;
  }
  return products;
}
