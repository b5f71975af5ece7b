import { fileURLToPath } from 'node:url';
import { loadConfig } from '../src/config/config.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { questionRows } from './train-embedder/question-rows.ts';
import { writeWeights } from './train-embedder/weights-file.ts';

/**
 * `npm run train:questions`: the rows by which the judge of pairs tells one question from another. What they are worth is
 * printed by `npm run evaluate -- --fit-pairs`, on texts that rows trained without them have not seen.
 */
const WEIGHTS = fileURLToPath(new URL('../src/model/weights/', import.meta.url));
readCommandLine('train:questions');
const corpus = readCheckedCorpus(loadConfig(process.env));
const { rows, means } = questionRows(
  corpus,
  parisDay(new Date()),
  () => true,
  (done, loss) => console.log(`epoch ${done}, loss ${loss.toFixed(3)}`),
);
for (const [name, learnt] of [
  ['questions256', rows],
  ['means256', means],
] as const)
  console.log(`written to ${WEIGHTS}${name}.*, sha256 ${writeWeights(`${WEIGHTS}${name}`, learnt)}`);
