import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { openCorpus } from '../src/corpus/open-corpus.ts';
import { phrasingsOf } from '../src/corpus/phrasings.ts';
import { readValues } from '../src/french/values/read-values.ts';
import { writeLinearModel } from '../src/learned/linear-model.ts';
import { textFeatures } from '../src/learned/text-features.ts';
import { type GoalName, isGoalName } from '../src/rules/goals.ts';
import { recogniseFeatures } from '../src/rules/recognise.ts';
import { DEMAND_LABELS, DEMANDS_FILE, NO_GOAL } from '../src/rules/text/demand-model.ts';
import { readCommandLine } from './command-line.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, shuffled } from './random.ts';

/**
 * `npm run train:rules [-- --folds 5]`: learns from `knowledge/regles/demandes.jsonl` which sentence asks for what can be worked
 * out, and from the ways of asking of the corpus which asks for a rule; writes `knowledge/regles/appris.tsv`. `--folds N`: learns
 * N times without a part, asks what was left out, and prints precision and recall of each goal. The same files give the same weights.
 */
const SEED = 7;
const SETTINGS: FitSettings = { epochs: 10, rate: 1, pull: 1e-3, seldom: 2 };
/** Of the corpus one way of asking in so many is learnt, each for so much of a labelled sentence. */
const ONE_IN = 2;
const SLIGHT = 0.2;
const OF_CORPUS = 0.15;

const demandSchema = z.strictObject({
  text: z.string().min(3),
  goal: z.string().refine(isGoalName, { error: 'is no goal' }).nullable(),
});

const line = readCommandLine('train:rules');
const { knowledge, data } = loadConfig(process.env);
const labelled = readFileSync(join(knowledge, 'regles', 'demandes.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((one) => demandSchema.parse(JSON.parse(one)))
  .map(({ text, goal }) => exampleOf(text, goal ?? NO_GOAL, 1));
const others = openCorpus(knowledge, data)
  .corpus.fiches.flatMap((fiche) => [fiche.title, ...phrasingsOf(fiche).map(({ text }) => text)])
  // One that gives a sum may well ask for something to be worked out.
  .filter((text) => !readValues(text).some(({ kind }) => kind === 'amount'))
  .filter((_, index) => index % ONE_IN === 0)
  .map((text) => exampleOf(text, NO_GOAL, OF_CORPUS));
const folds = line.number('folds', 0);

if (folds > 1) printFolds(folds);
else {
  const text = writeLinearModel(DEMAND_LABELS, learn([...labelled, ...others]));
  const to = join(knowledge, 'regles', DEMANDS_FILE);
  writeFileSync(to, text);
  console.log(
    `${labelled.length} sentences, ${others.length} of the corpus, ${Math.round(text.length / 1000)} kB in ${to}`,
  );
}

function exampleOf(text: string, label: string, weight: number): Example {
  return { features: textFeatures(text, readValues(text)), label, weight };
}

function learn(examples: readonly Example[]): Rows {
  return slimmed(fitLinear(examples, DEMAND_LABELS, SETTINGS, createRandom(SEED)), SLIGHT);
}

/** Each sentence read by weights that did not see it. */
function printFolds(count: number): void {
  const examples = shuffled([...labelled, ...others], createRandom(SEED));
  const told = examples.map(({ label, weight }) => ({
    goal: isGoalName(label) ? label : undefined,
    own: weight === 1,
    read: undefined as GoalName | undefined,
    sure: false,
  }));
  for (let fold = 0; fold < count; fold++) {
    const rows = learn(examples.filter((_, index) => index % count !== fold));
    for (const [index, { features }] of examples.entries()) {
      const one = told[index];
      if (index % count !== fold || one === undefined) continue;
      const read = recogniseFeatures(features, { labels: DEMAND_LABELS, weightsOf: (name) => rows.get(name) });
      one.read = read?.goal;
      one.sure = read?.sureness === 'sure';
    }
  }
  for (const label of DEMAND_LABELS) {
    const goal = isGoalName(label) ? label : undefined;
    const mine = told.filter((one) => one.own && one.goal === goal);
    const right = mine.filter(({ read, sure }) => (goal === undefined ? !sure : sure && read === goal)).length;
    const taken = told.filter(({ read, sure }) => (goal === undefined ? !sure : sure && read === goal));
    const precise = taken.filter((one) => one.goal === goal).length;
    console.log(
      `${label.padEnd(18)} ${String(mine.length).padStart(4)}  recall ${percent(right, mine.length)}  precision ${percent(precise, taken.length)}`,
    );
  }
  const corpus = told.filter(({ own }) => !own);
  console.log(
    `of the corpus's ways of asking a rule, taken: ${corpus.filter(({ sure }) => sure).length} of ${corpus.length}`,
  );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}
