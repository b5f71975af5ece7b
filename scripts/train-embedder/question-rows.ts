import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '../../src/corpus/read-corpus.ts';
import type { IsoDate } from '../../src/days/iso-date.ts';
import { words } from '../../src/french/words.ts';
import { type LocalEmbedder, loadLocalEmbedder } from '../../src/model/local-embedder.ts';
import { meanKey } from '../../src/retrieval/pair/question-means.ts';
import { readGolden } from '../golden.ts';
import { createRandom } from '../random.ts';
import { readWritten, readWrittenTurned } from '../written.ts';
import { nearAny } from './hold-out.ts';
import { withNewWords } from './new-words.ts';
import { corpusTexts, type Pool, questionPools } from './pools.ts';
import { GIVEN, GOLDEN, QUESTION_SETTINGS, SEED } from './settings.ts';
import { tellApart } from './tell-apart.ts';
import { readWeights, type WordRows, writeWeights } from './weights-file.ts';

export interface QuestionRows {
  readonly rows: WordRows;
  /** One a question, under its `meanKey`. */
  readonly means: WordRows;
}

/** The given French rows, moved so that each question is told from every other, and what its ways of asking say together. */
export function questionRows(
  corpus: Corpus,
  at: IsoDate,
  keeps: (text: string) => boolean,
  onEpoch?: (done: number, loss: number) => void,
): QuestionRows {
  const start = withNewWords(readWeights(GIVEN), corpusTexts(corpus, at));
  const pools = poolsOf(corpus, at, keeps);
  const rows = learntOnce([sourcesOf(), start.words, pools, QUESTION_SETTINGS, SEED], () =>
    tellApart(start, pools, QUESTION_SETTINGS, createRandom(SEED), onEpoch),
  );
  return { rows, means: meansOf(corpus, pools, embedderOf(rows)) };
}

const KEPT = fileURLToPath(new URL('../../node_modules/.cache/truchement', import.meta.url));

/** What the same texts and the same code taught before: the judge of pairs and the modes are fitted on the same rows, which take ten minutes. */
function learntOnce(of: unknown, learn: () => WordRows): WordRows {
  const base = join(KEPT, createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 16));
  mkdirSync(KEPT, { recursive: true });
  if (!existsSync(`${base}.json`)) writeWeights(base, learn());
  return readWeights(base);
}

/** The code that teaches, and the rows that it starts from. */
function sourcesOf(): string {
  const code = ['tell-apart', 'encoder', 'sparse-adam'].map((name) => new URL(`${name}.ts`, import.meta.url));
  const hash = createHash('sha256');
  for (const file of [...code, `${GIVEN}.bin`]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** What all ways of asking each question say together by rows that were learnt before: one that was added since is found too. */
export function meansBy(rows: WordRows, corpus: Corpus, at: IsoDate): WordRows {
  return meansOf(
    corpus,
    poolsOf(corpus, at, () => true),
    embedderOf(rows),
  );
}

function poolsOf(corpus: Corpus, at: IsoDate, keeps: (text: string) => boolean): readonly Pool[] {
  const banned = nearAny(readGolden(GOLDEN).map(({ text }) => text));
  const written = [...readWritten(corpus), ...readWrittenTurned(corpus)];
  return questionPools(corpus, at, written, (text) => !banned(text) && keeps(text));
}

function meansOf({ fiches }: Corpus, pools: readonly Pool[], { dimensions, vectorOf }: LocalEmbedder): WordRows {
  const names = fiches.flatMap(({ id, questions }) => questions.map((question) => meanKey(id, question.id)));
  const rows = new Float32Array((names.length + 1) * dimensions);
  for (const [place, { left }] of pools.entries())
    for (const text of left)
      for (const [i, x] of vectorOf(words(text)).entries())
        rows[place * dimensions + i] = (rows[place * dimensions + i] ?? 0) + x;
  return { words: names, dimensions, rows };
}

/** What such rows are as they would be served: in int8, read back by the loader. */
export function embedderOf(rows: WordRows): LocalEmbedder {
  const base = join(tmpdir(), `questions-${process.pid}`);
  try {
    writeWeights(base, rows);
    return loadLocalEmbedder(base);
  } finally {
    for (const end of ['bin', 'json', 'vocab.txt']) rmSync(`${base}.${end}`, { force: true });
  }
}
