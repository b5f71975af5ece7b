import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import { type LocalEmbedder, loadLocalEmbedder } from '../../src/model/local-embedder.ts';
import { readGolden } from '../golden.ts';
import { createRandom } from '../random.ts';
import { readWritten } from '../written.ts';
import { fineTune } from './fine-tune.ts';
import { nearAny } from './hold-out.ts';
import { withNewWords } from './new-words.ts';
import { corpusTexts, questionPools } from './pools.ts';
import { GIVEN, GOLDEN, QUESTION_SETTINGS, SEED } from './settings.ts';
import { readWeights, type WordRows, writeWeights } from './weights-file.ts';

/** The given French rows, moved so that ways of asking one question come near and those of its sisters part. */
export function questionRows(
  corpus: Corpus,
  at: IsoDate,
  keeps: (text: string, fiche: string, isWritten: boolean) => boolean,
  onEpoch?: (done: number, loss: number) => void,
): WordRows {
  const banned = nearAny(readGolden(GOLDEN).map(({ text }) => text));
  const start = withNewWords(readWeights(GIVEN), corpusTexts(corpus, at));
  const pools = questionPools(corpus, at, readWritten(corpus), (text, ...of) => !banned(text) && keeps(text, ...of));
  return fineTune(start, pools, QUESTION_SETTINGS, createRandom(SEED), onEpoch);
}

/** What such rows are as they would be served: in int8, read back by the loader. */
export function embedderOf(rows: WordRows): LocalEmbedder {
  const base = join(tmpdir(), `questions128-${process.pid}`);
  try {
    writeWeights(base, rows);
    return loadLocalEmbedder(base);
  } finally {
    for (const end of ['bin', 'json', 'vocab.txt']) rmSync(`${base}.${end}`, { force: true });
  }
}
