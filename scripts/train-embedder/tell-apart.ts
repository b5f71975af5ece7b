import { type Random, shuffled } from '../random.ts';
import { createTrainableRows, withoutSome } from './encoder.ts';
import type { Pool } from './pools.ts';
import { createShiftTable } from './sparse-adam.ts';
import type { WordRows } from './weights-file.ts';

export interface TellApartSettings {
  /** Of the rows made; those given stand in the first of them. */
  readonly dimensions: number;
  readonly epochs: number;
  readonly batch: number;
  /** Of the softmax over cosines. */
  readonly temperature: number;
  /** First step size; it falls along a line to a twentieth. */
  readonly rate: number;
  /** Chance that a word is left out: no single word may carry a text. */
  readonly dropout: number;
}

/** What the softmax leaves to a question that is nowhere near pulls nothing. */
const LEAST_SHARE = 1e-3;
/** Mean length of a row at the start: steps are of one size whatever the rows given are. */
const ROW_LENGTH = 0.3;
const NOISE = 0.02;

/**
 * Teaches rows to tell every question from every other: each text must find the vector of its question among those of all, by
 * cosine / temperature (a softmax over classes; the class vectors are thrown away, a question is then what its ways of asking say
 * together).
 */
export function tellApart(
  given: WordRows,
  pools: readonly Pool[],
  settings: TellApartSettings,
  random: Random,
  onEpoch: (done: number, loss: number) => void = () => undefined,
): WordRows {
  const { dimensions, batch } = settings;
  const rows = createTrainableRows(widened(given, dimensions, random));
  const texts = pools.flatMap(({ left, right }, of) =>
    [...left, ...right.filter((text) => !left.includes(text))].map((text) => ({ of, sentence: rows.sentenceOf(text) })),
  );
  const classes = createShiftTable(pools.length, dimensions);
  for (const { of, sentence } of texts) {
    const { unit } = unitRows(Float32Array.from(rows.sums([sentence])), dimensions);
    for (let k = 0, at = of * dimensions; k < dimensions; k++, at++)
      classes.shifts[at] = (classes.shifts[at] ?? 0) + (unit[k] ?? 0);
  }
  unitRows(classes.shifts, dimensions);
  const steps = settings.epochs * Math.ceil(texts.length / batch);
  let step = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    let loss = 0;
    const batches = dealt(pools, random).flatMap((hand) => {
      const placeOf = new Map(hand.map((of, place) => [of, place]));
      const own = shuffled(
        texts.filter(({ of }) => placeOf.has(of)),
        random,
      );
      return Array.from({ length: Math.ceil(own.length / batch) }, (_, at) => ({
        hand,
        placeOf,
        drawn: own.slice(at * batch, (at + 1) * batch),
      }));
    });
    for (const { hand, placeOf, drawn } of shuffled(batches, random)) {
      const sentences = drawn.map(({ sentence }) => withoutSome(sentence, settings.dropout, random));
      const asked = unitRows(Float32Array.from(rows.sums(sentences)), dimensions);
      const known = unitRows(rowsAt(classes.shifts, hand, dimensions), dimensions);
      const right = drawn.map(({ of }) => placeOf.get(of) ?? 0);
      const slopes = slopesOf(asked, known, right, settings);
      loss += slopes.loss / texts.length;
      const move = { rate: settings.rate * (1 - (0.95 * step) / steps), pullBack: 0 };
      rows.addSlopes(sentences, slopes.asked);
      rows.step({ word: move, stem: move });
      for (const place of slopes.met) classes.addSlope(hand[place] ?? 0, slopes.known, place * dimensions, 1);
      classes.step(move);
      step += 1;
    }
    onEpoch(epoch + 1, loss);
  }
  return rows.rows();
}

/** So many hands that the fiches are dealt into: a text meets the questions of its own fiche always, of others one time in so many. */
const HANDS = 3;

/** The questions of each hand, a fiche's together. */
function dealt(pools: readonly Pool[], random: Random): readonly (readonly number[])[] {
  const handOf = new Map(
    shuffled([...new Set(pools.map(({ family }) => family))], random).map((one, i) => [one, i % HANDS]),
  );
  return Array.from({ length: HANDS }, (_, hand) =>
    [...pools.keys()].filter((of) => handOf.get(pools[of]?.family) === hand),
  );
}

function rowsAt(rows: Float32Array, at: readonly number[], dimensions: number): Float32Array {
  const some = new Float32Array(at.length * dimensions);
  for (const [place, row] of at.entries())
    some.set(rows.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions);
  return some;
}

/** Sum of -ln of the share of what is right, and how each vector, before it was brought to length 1, moves it. */
function slopesOf(
  asked: Units,
  known: Units,
  right: readonly number[],
  { dimensions, temperature }: TellApartSettings,
): { loss: number; asked: Float64Array; known: Float64Array; met: ReadonlySet<number> } {
  const slopes = { asked: new Float64Array(asked.unit.length), known: new Float64Array(known.unit.length) };
  const met = new Set<number>();
  const count = known.lengths.length;
  const near = productsOf(asked.unit, known.unit, dimensions);
  let loss = 0;
  for (const [place, own] of right.entries()) {
    const shares = sharesOf(near.subarray(place * count, (place + 1) * count), temperature);
    loss -= Math.log(Math.max(1e-12, shares[own] ?? 0));
    for (let one = 0; one < count; one++) {
      const share = shares[one] ?? 0;
      if (one !== own && share < LEAST_SHARE) continue;
      met.add(one);
      const slope = (share - (one === own ? 1 : 0)) / (temperature * right.length);
      for (let k = 0, a = place * dimensions, b = one * dimensions; k < dimensions; k++, a++, b++) {
        slopes.asked[a] = (slopes.asked[a] ?? 0) + slope * (known.unit[b] ?? 0);
        slopes.known[b] = (slopes.known[b] ?? 0) + slope * (asked.unit[a] ?? 0);
      }
    }
  }
  throughLength(slopes.asked, asked, dimensions);
  throughLength(slopes.known, known, dimensions);
  return { loss, ...slopes, met };
}

/** The rows given in the first dimensions, at one mean length, and noise in those added. */
function widened({ words, dimensions: from, rows }: WordRows, to: number, random: Random): WordRows {
  const count = words.length + 1;
  let length = 0;
  for (let row = 0; row < count; row++) length += Math.hypot(...rows.subarray(row * from, (row + 1) * from)) / count;
  const wide = new Float32Array(count * to);
  for (let row = 0; row < count; row++)
    for (let k = 0; k < to; k++)
      wide[row * to + k] = k < from ? ((rows[row * from + k] ?? 0) * ROW_LENGTH) / length : NOISE * gauss(random);
  return { words, dimensions: to, rows: wide };
}

interface Units {
  readonly unit: Float32Array;
  /** Of each before. */
  readonly lengths: Float32Array;
}

/** Brings each row to length 1, in place. */
function unitRows(rows: Float32Array, dimensions: number): Units {
  const lengths = new Float32Array(rows.length / dimensions);
  for (let row = 0; row < lengths.length; row++) {
    let squares = 0;
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++) squares += (rows[at] ?? 0) ** 2;
    const length = Math.sqrt(squares);
    lengths[row] = length;
    if (length > 0)
      for (let at = row * dimensions; at < (row + 1) * dimensions; at++) rows[at] = (rows[at] ?? 0) / length;
  }
  return { unit: rows, lengths };
}

/** Slopes on unit vectors become slopes on what they were made of: what lies along the vector falls away, the rest is / length. */
function throughLength(slope: Float64Array, { unit, lengths }: Units, dimensions: number): void {
  for (const [row, length] of lengths.entries()) {
    const [from, to] = [row * dimensions, (row + 1) * dimensions];
    let along = 0;
    for (let at = from; at < to; at++) along += (slope[at] ?? 0) * (unit[at] ?? 0);
    for (let at = from; at < to; at++)
      slope[at] = length === 0 ? 0 : ((slope[at] ?? 0) - along * (unit[at] ?? 0)) / length;
  }
}

/** Of each row of the one with each of the other, row after row; four at once, so that what is read is used four times. */
function productsOf(one: Float32Array, other: Float32Array, dimensions: number): Float32Array {
  const count = other.length / dimensions;
  const products = new Float32Array((one.length / dimensions) * count);
  for (let a = 0; a < one.length; a += 4 * dimensions) {
    const [b, c, d] = [a + dimensions, a + 2 * dimensions, a + 3 * dimensions];
    const row = (a / dimensions) * count;
    for (let place = 0, from = 0; place < count; place++, from += dimensions) {
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let k = 0; k < dimensions; k++) {
        const value = other[from + k] ?? 0;
        first += value * (one[a + k] ?? 0);
        second += value * (one[b + k] ?? 0);
        third += value * (one[c + k] ?? 0);
        fourth += value * (one[d + k] ?? 0);
      }
      products[row + place] = first;
      products[row + count + place] = second;
      products[row + 2 * count + place] = third;
      products[row + 3 * count + place] = fourth;
    }
  }
  return products;
}

/** Softmax of cosines / temperature, in place. */
function sharesOf(cosines: Float32Array, temperature: number): Float32Array {
  let most = -1;
  for (const near of cosines) most = Math.max(most, near);
  let total = 0;
  for (let one = 0; one < cosines.length; one++) {
    const share = Math.exp(((cosines[one] ?? 0) - most) / temperature);
    cosines[one] = share;
    total += share;
  }
  for (let one = 0; one < cosines.length; one++) cosines[one] = (cosines[one] ?? 0) / total;
  return cosines;
}

/** Of a normal law (Box & Muller 1958). */
function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
