import { fileURLToPath } from 'node:url';
import { loadConfig } from '../src/config/config.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { meansBy, questionRows } from './train-embedder/question-rows.ts';
import { readWeights, writeWeights } from './train-embedder/weights-file.ts';

/**
 * `npm run train:questions`: the rows by which the judge of pairs tells one question from another. What they are worth is
 * printed by `npm run evaluate -- --fit-pairs`, on texts that rows trained without them have not seen. `-- --means`: the rows stay
 * as they are and a question that was added is found by them at once.
 */
const WEIGHTS = fileURLToPath(new URL('../src/model/weights/', import.meta.url));
const line = readCommandLine('train:questions');
const corpus = readCheckedCorpus(loadConfig(process.env));
const today = parisDay(new Date());
const learning = () =>
  questionRows(
    corpus,
    today,
    () => true,
    (done, loss) => console.log(`epoch ${done}, loss ${loss.toFixed(3)}`),
  );
const kept = () => ({ means: meansBy(readWeights(`${WEIGHTS}questions256`), corpus, today) });
const written = line.has('means') ? kept() : learning();
for (const [name, learnt] of Object.entries({
  ...('rows' in written ? { questions256: written.rows } : {}),
  means256: written.means,
}))
  console.log(`written to ${WEIGHTS}${name}.*, sha256 ${writeWeights(`${WEIGHTS}${name}`, learnt)}`);
