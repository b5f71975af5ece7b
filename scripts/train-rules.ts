import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import { openCorpus } from '../src/corpus/open-corpus.ts';
import { phrasingsOf } from '../src/corpus/phrasings.ts';
import { readValues } from '../src/french/values/read-values.ts';
import { writeLinearModel } from '../src/learned/linear-model.ts';
import { ASKED_DUTIES, type AskedDuty } from '../src/rules/goals/duty.ts';
import { type GoalName, isGoalName } from '../src/rules/goals.ts';
import { type Recognised, recognise } from '../src/rules/recognise.ts';
import {
  DEMAND_LABELS,
  DEMANDS_FILE,
  type DemandModel,
  demandFeatures,
  labelOf,
} from '../src/rules/text/demand-model.ts';
import { readCommandLine } from './command-line.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, shuffled } from './random.ts';

/**
 * `npm run train:rules [-- --folds 5]`: learns from `knowledge/regles/demandes.jsonl` which sentence asks for what can be
 * worked out, and which duty, and from the ways of asking of the corpus which asks for a rule; writes `knowledge/regles/appris.tsv`.
 * `--folds N`: learns N times without a part and reads what was left out; `--folds 1`: the same once, of the fifth of the sentences
 * that their own hash names, which no one chose. The same files give the same weights.
 */
const SEED = 7;
const SETTINGS: FitSettings = { epochs: 10, rate: 1, pull: 1e-3, seldom: 2 };
/** So many ways of asking of the corpus are learnt, however large it grows, each for so much of a labelled sentence: more would drown them. */
const OF_CORPUS_MOST = 3_800;
const SLIGHT = 0.2;
const OF_CORPUS = 0.4;
/** They name no duty: as many as the sentences, they would leave the duties few. */
const OF_MARKED = 0.8;

const markedSchema = z.looseObject({
  text: z.string(),
  goal: z.string().refine(isGoalName, { error: 'is no goal' }).nullable(),
  /** Written to mark values: as they nearly all ask for something to be worked out, they say little of what does not. */
  values_only: z.boolean().optional(),
});

const demandSchema = z
  .strictObject({
    text: z.string().min(3),
    goal: z.string().refine(isGoalName, { error: 'is no goal' }).nullable(),
    duty: z.enum(ASKED_DUTIES).optional(),
  })
  .refine(({ goal, duty }) => (goal === 'obligations') === (duty !== undefined), {
    error: 'obligations name their duty, other goals none',
  });

interface Labelled {
  readonly text: string;
  readonly goal: GoalName | null;
  readonly duty?: AskedDuty | undefined;
  /** From the corpus's own questions. */
  readonly ofCorpus?: true;
  readonly isMarked?: true;
}

const line = readCommandLine('train:rules');
const { knowledge, data } = loadConfig(process.env);
const own: readonly Labelled[] = readFileSync(join(knowledge, 'regles', 'demandes.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((one) => demandSchema.parse(JSON.parse(one)));
/** Messages whose values were marked name their goal too; which duty, they do not say. */
const marked: readonly Labelled[] = readFileSync(join(knowledge, 'regles', 'roles.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((one) => markedSchema.parse(JSON.parse(one)))
  .filter(({ goal, values_only }) => goal !== 'obligations' && values_only !== true)
  .map(({ text, goal }) => ({ goal, isMarked: true, text: text.replace(/\[([^[\]|]+)\|[a-z_]+\]/g, '$1') }));
const waysOfAsking = openCorpus(knowledge, data)
  .corpus.fiches.flatMap((fiche) => [fiche.title, ...phrasingsOf(fiche).map(({ text }) => text)])
  // One that gives a sum may well ask for something to be worked out.
  .filter((text) => !readValues(text).some(({ kind }) => kind === 'amount'));
const oneIn = Math.max(1, Math.round(waysOfAsking.length / OF_CORPUS_MOST));
const others: readonly Labelled[] = waysOfAsking
  .filter((_, index) => index % oneIn === 0)
  .map((text) => ({ text, goal: null, ofCorpus: true }));
const folds = line.number('folds', 0);

if (folds > 1) printRead(foldsOf(folds));
else if (folds === 1) {
  const isHeld = ({ text }: Labelled) => (createHash('sha256').update(text).digest()[0] ?? 0) % 5 === 0;
  printRead([
    {
      left: own.filter(isHeld),
      learnt: [...own.filter((one) => !isHeld(one)), ...marked.filter((one) => !isHeld(one)), ...others],
    },
  ]);
} else {
  const text = writeLinearModel(DEMAND_LABELS, learn([...own, ...marked, ...others]));
  const to = join(knowledge, 'regles', DEMANDS_FILE);
  writeFileSync(to, text);
  console.log(
    `${own.length} sentences, ${marked.length} messages, ${others.length} of the corpus, ${Math.round(text.length / 1000)} kB in ${to}`,
  );
}

function exampleOf({ text, goal, duty, ofCorpus, isMarked }: Labelled): Example {
  const features = demandFeatures(text, readValues(text));
  return { features, label: labelOf(goal, duty), weight: ofCorpus ? OF_CORPUS : isMarked ? OF_MARKED : 1 };
}

function learn(some: readonly Labelled[]): Rows {
  return slimmed(fitLinear(some.map(exampleOf), DEMAND_LABELS, SETTINGS, createRandom(SEED)), SLIGHT);
}

interface Part {
  readonly left: readonly Labelled[];
  readonly learnt: readonly Labelled[];
}

function foldsOf(count: number): readonly Part[] {
  const all = shuffled([...own, ...marked, ...others], createRandom(SEED));
  return Array.from({ length: count }, (_, fold) => ({
    left: all.filter((__, index) => index % count === fold),
    learnt: all.filter((__, index) => index % count !== fold),
  }));
}

interface Read extends Labelled {
  readonly read: Recognised | undefined;
}

/** Each sentence read by weights that did not see it. */
function printRead(parts: readonly Part[]): void {
  const read = parts.flatMap(({ left, learnt }): readonly Read[] => {
    const rows = learn(learnt);
    const model: DemandModel = { labels: DEMAND_LABELS, weightsOf: (name) => rows.get(name) };
    return left.map((one) => ({ ...one, read: recognise(one.text, readValues(one.text), model) }));
  });
  const taken = ({ read: one }: Read) => (one === undefined || one.sureness === 'none' ? null : one.goal);
  const isDuty = ({ read: one, duty }: Read) => duty === undefined || one?.duty === duty;
  const mine = read.filter(({ ofCorpus }) => ofCorpus !== true);
  for (const goal of new Set(mine.map((one) => one.goal))) {
    const [wanted, given] = [mine.filter((one) => one.goal === goal), read.filter((one) => taken(one) === goal)];
    const right = wanted.filter((one) => taken(one) === goal).length;
    const precise = given.filter((one) => one.goal === goal).length;
    console.log(
      `${(goal ?? 'aucun').padEnd(18)} ${String(wanted.length).padStart(4)}  recall ${percent(right, wanted.length)}  precision ${percent(precise, given.length)}`,
    );
  }
  const asked = mine.filter(({ goal }) => goal !== null);
  const known = asked.filter(({ goal, ...one }) => goal === 'obligations' && taken({ ...one, goal }) === goal);
  const none = mine.filter(({ goal }) => goal === null);
  const ofCorpus = read.filter((one) => one.ofCorpus === true);
  const share = (name: string, some: readonly Read[], of: readonly Read[]) =>
    console.log(`${name.padEnd(44)} ${some.length} of ${of.length}, ${percent(some.length, of.length).trim()}`);
  share(
    'goal recognised',
    asked.filter((one) => taken(one) === one.goal),
    asked,
  );
  share(
    'another goal taken',
    asked.filter((one) => taken(one) !== null && taken(one) !== one.goal),
    asked,
  );
  share('duty recognised, of duties seen', known.filter(isDuty), known);
  share(
    'another duty taken',
    known.filter((one) => one.read?.duty !== undefined && !isDuty(one)),
    known,
  );
  share(
    'taken, where nothing is to be worked out',
    none.filter((one) => taken(one) !== null),
    none,
  );
  share(
    'surely so',
    none.filter((one) => one.read?.sureness === 'sure'),
    none,
  );
  share(
    "taken, of the corpus's ways of asking a rule",
    ofCorpus.filter((one) => taken(one) !== null),
    ofCorpus,
  );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}
