import { pick, type Random, shuffled } from '../random.ts';
import { contrast } from './contrast.ts';
import { createTrainableRows, type Sentence, withoutSome } from './encoder.ts';
import type { Pool, PoolKind } from './pools.ts';
import type { WordRows } from './weights-file.ts';

export interface TrainingSettings {
  readonly epochs: number;
  readonly batch: number;
  readonly temperature: number;
  /** First step size; it falls along a line to a tenth. */
  readonly wordRate: number;
  readonly stemRate: number;
  readonly pullBack: number;
  /** Chance that a word of a left text is left out: no single word may carry a pair. */
  readonly dropout: number;
  /** How many times each left of a kind is drawn in an epoch. */
  readonly draws: Readonly<Record<PoolKind, number>>;
}

interface Pair {
  readonly group: number;
  readonly left: Sentence;
  readonly right: Sentence;
}

/** Trains the rows on the pools and gives the new ones; the same seed gives the same bytes. */
export function fineTune(
  given: WordRows,
  pools: readonly Pool[],
  settings: TrainingSettings,
  random: Random,
  onEpoch: (done: number, loss: number) => void = () => undefined,
): WordRows {
  const rows = createTrainableRows(given);
  const groups = new Map<string, number>();
  const prepared = pools.map((pool) => {
    const group = groups.get(pool.group) ?? groups.size;
    groups.set(pool.group, group);
    return {
      draws: settings.draws[pool.kind],
      group,
      left: pool.left.map((text) => ({ text, sentence: rows.sentenceOf(text) })),
      right: pool.right.map((text) => ({ text, sentence: rows.sentenceOf(text) })),
    };
  });

  const drawPairs = (): readonly Pair[] =>
    prepared.flatMap(({ draws, group, left, right }) =>
      left.flatMap(({ text, sentence }) =>
        Array.from({ length: draws }).flatMap((): Pair[] => {
          const other = pick(
            right.filter((one) => one.text !== text),
            random,
          );
          if (other === undefined || other.sentence.length === 0) return [];
          return [{ group, left: withoutSome(sentence, settings.dropout, random), right: other.sentence }];
        }),
      ),
    );

  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const pairs = shuffled(drawPairs(), random);
    const fall = 1 - (0.9 * epoch) / Math.max(1, settings.epochs - 1);
    let loss = 0;
    for (let start = 0; start < pairs.length; start += settings.batch) {
      const batch = pairs.slice(start, start + settings.batch);
      const left = batch.map((pair) => pair.left);
      const right = batch.map((pair) => pair.right);
      const result = contrast(
        {
          left: rows.sums(left),
          right: rows.sums(right),
          groups: batch.map((pair) => pair.group),
          dimensions: rows.dimensions,
        },
        settings.temperature,
      );
      rows.addSlopes(left, result.leftSlope);
      rows.addSlopes(right, result.rightSlope);
      rows.step({
        word: { rate: settings.wordRate * fall, pullBack: settings.pullBack },
        stem: { rate: settings.stemRate * fall, pullBack: settings.pullBack },
      });
      loss += (result.loss * batch.length) / pairs.length;
    }
    onEpoch(epoch + 1, loss);
  }
  return rows.rows();
}
