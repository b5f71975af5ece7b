import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { loadConfig } from '../src/config/config.ts';
import type { Question } from '../src/corpus/question.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { createLog } from '../src/log.ts';
import { loadQuestionEmbedder } from '../src/model/join-embedders.ts';
import { ownValue } from '../src/own-value.ts';
import {
  CASE_FEATURES,
  type CaseFeature,
  type CaseParts,
  type CasesReading,
  caseRows,
  readCases,
  readToldMessage,
  readTurned,
} from '../src/retrieval/cases/case-features.ts';
import { type CaseModel, caseShares, type OpeningModels } from '../src/retrieval/cases/told-case.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { foldOf } from './fit-pair/samples.ts';

/**
 * `npm run train:cases`: how a message that tells a case is known, from `knowledge/modele/cas.jsonl` (of the ways of asking a
 * question, those that tell a case, with which; the others tell none) and from the ways of telling written in the fiches, each held
 * against the others; and how a question asked turned round is known from one asked in its own direction, by the ways of both in
 * the fiches. `-- --held` prints what they are worth on a fifth of the questions left out.
 */
const line = readCommandLine('train:cases');
const FILE = 'knowledge/modele/cas.jsonl';
/** Ways of asking another question that are held against one. */
const NEIGHBOURS = 2;
const STEPS = 400;
const RATE = 0.05;
const PULL = 1e-4;
const WRITTEN = 'src/retrieval/cases/fitted.json';

/** How a thing is asked for tells a turn; a case is written as a fact and told in a question. */
const LOOKED_AT: Readonly<Record<keyof OpeningModels, (feature: CaseFeature) => boolean>> = {
  cases: (feature) => !feature.startsWith('kinds'),
  turned: () => true,
};

const labelledSchema = z.strictObject({
  fiche: z.string(),
  question: z.string(),
  told: z.record(z.string(), z.number()),
});

/** One message held against the cases of one question. */
interface Sample {
  readonly fold: number;
  readonly rows: readonly Float64Array[];
  /** Position of the case that is told; -1 where none is. */
  readonly told: number;
  readonly text: string;
}

const config = loadConfig(process.env);
const { corpus, opened } = await compose({ ...config, model: undefined }, createLog('warn'));
const parts: CaseParts = {
  embed: loadQuestionEmbedder(),
  rarityOf: opened.index.lexical.rarity,
  figures: corpus.figures,
};
const today = parisDay(new Date());
const samples = { cases: await drawSamples(), turned: await drawTurned() };
for (const name of ['cases', 'turned'] as const) {
  const list = samples[name];
  console.log(`${name}: ${list.length} messages, ${list.filter(({ told }) => told >= 0).length} of them tell one`);
  const learnt = list.filter(({ fold }) => fold !== 0);
  print(
    learnWeights(learnt, LOOKED_AT[name]),
    list.filter(({ fold }) => fold === 0),
  );
}
if (!line.has('held')) {
  const models: OpeningModels = {
    cases: learnWeights(samples.cases, LOOKED_AT.cases),
    turned: learnWeights(samples.turned, LOOKED_AT.turned),
  };
  writeFileSync(WRITTEN, `${JSON.stringify(models, null, 2)}\n`);
  console.log(`written to ${WRITTEN}`);
}

async function drawSamples(): Promise<readonly Sample[]> {
  const byId = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));
  const labelled = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((row) => labelledSchema.parse(JSON.parse(row)));
  const drawn: Sample[] = [];
  for (const { fiche, question: id, told } of labelled) {
    const question = byId.get(fiche)?.questions.find((one) => one.id === id);
    if (question === undefined || question.cases.length === 0) continue;
    const fold = foldOf(`${fiche} ${id}`);
    const reading = await readCases(question, parts);
    const sample = async (text: string, against: CasesReading, which: number): Promise<Sample> => ({
      fold,
      rows: caseRows(await readToldMessage(text, parts), against, today, parts),
      told: which,
      text,
    });
    for (const text of question.said) drawn.push(await sample(text, reading, (ownValue(told, text) ?? 0) - 1));
    for (const [place, one] of question.cases.entries())
      for (const text of one.told)
        drawn.push(await sample(text, await readCases(less(question, place, text), parts), place));
  }
  return drawn;
}

/** Ways turned round, each as if it were not written; of what none turns round, the ways of asking the question and the one after it. */
async function drawTurned(): Promise<readonly Sample[]> {
  const drawn: Sample[] = [];
  for (const { id, questions } of corpus.fiches)
    for (const [place, question] of questions.entries()) {
      if (question.turned.length === 0) continue;
      const sample = async (text: string, told: number) => {
        const against = await readTurned(lessAsked(question, text), parts);
        const rows = caseRows(await readToldMessage(text, parts), against, today, parts);
        drawn.push({ fold: foldOf(`${id} ${question.id}`), rows, told, text });
      };
      const all = question.turned.flatMap(({ told }) => told);
      for (const [at, { told }] of question.turned.entries()) for (const text of told) await sample(text, at);
      for (const text of question.said) if (!all.includes(text)) await sample(text, -1);
      for (const text of questions[place + 1]?.said.slice(0, NEIGHBOURS) ?? []) await sample(text, -1);
    }
  return drawn;
}

function lessAsked({ said, turned, ...question }: Question, text: string): Question {
  return {
    ...question,
    said: said.filter((way) => way !== text),
    turned: turned.map((one) => ({ ...one, told: one.told.filter((way) => way !== text) })),
  };
}

/** The question, one of its cases told in one way less. */
function less(question: Question, place: number, text: string): Question {
  const cases = question.cases.map((one, other) =>
    other === place ? { ...one, told: one.told.filter((way) => way !== text) } : one,
  );
  return { ...question, cases };
}

/** A softmax over the cases and none, by full steps that shrink where much was learnt. */
function learnWeights(list: readonly Sample[], looksAt: (feature: CaseFeature) => boolean): CaseModel {
  const scale = CASE_FEATURES.map(
    (_, at) => Math.sqrt(mean(list.flatMap(({ rows }) => rows.map((row) => (row[at] ?? 0) ** 2)))) || 1,
  );
  const scaled = list.map(({ rows, told }) => ({
    rows: rows.map((row) =>
      row.map((value, at) => (looksAt(CASE_FEATURES[at] ?? 'near') ? value / (scale[at] ?? 1) : 0)),
    ),
    told,
  }));
  const weights = new Float64Array(CASE_FEATURES.length);
  const seen = new Float64Array(CASE_FEATURES.length + 1).fill(1e-8);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(CASE_FEATURES.length + 1);
    const current = { bias, weights: named((at) => weights[at] ?? 0) };
    for (const { rows, told } of scaled) {
      const shares = caseShares(rows, current);
      for (const [place, row] of rows.entries()) {
        const wrong = ((shares[place] ?? 0) - Number(place === told)) / scaled.length;
        for (let at = 0; at < row.length; at++) slope[at] = (slope[at] ?? 0) + wrong * (row[at] ?? 0);
        slope[row.length] = (slope[row.length] ?? 0) + wrong;
      }
    }
    for (let at = 0; at < slope.length; at++) {
      const pulled = (slope[at] ?? 0) + (at < weights.length ? PULL * (weights[at] ?? 0) : 0);
      seen[at] = (seen[at] ?? 0) * 0.9 + 0.1 * pulled * pulled;
      const move = (RATE * pulled) / Math.sqrt(seen[at] ?? 1);
      if (at < weights.length) weights[at] = (weights[at] ?? 0) - move;
      else bias -= move;
    }
  }
  const round = (value: number) => Number(value.toPrecision(4));
  return { bias: round(bias), weights: named((at) => round((weights[at] ?? 0) / (scale[at] ?? 1))) };
}

function named(weightOf: (at: number) => number): CaseModel['weights'] {
  return Object.fromEntries(CASE_FEATURES.map((feature, at) => [feature, weightOf(at)]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** From each threshold on: of those that tell a case how many are given it, and of those given one how many rightly. */
function print(model: CaseModel, list: readonly Sample[]): void {
  for (const least of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    let [given, right, telling] = [0, 0, 0];
    for (const { rows, told } of list) {
      const shares = caseShares(rows, model);
      const best = shares.indexOf(Math.max(...shares));
      telling += Number(told >= 0);
      if ((shares[best] ?? 0) < least) continue;
      given += 1;
      right += Number(best === told);
    }
    console.log(
      `from ${least}: ${given} of ${list.length} given a case, ${((100 * right) / given).toFixed(1)} % right; found ${((100 * right) / telling).toFixed(1)} % of ${telling}`,
    );
  }
  console.log(CASE_FEATURES.map((name) => `${name} ${model.weights[name]}`).join(', '));
}
