import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config/config.ts';
import { type LinearModel, likelihoods, writeLinearModel } from '../src/learned/linear-model.ts';
import { createFindTradeWords } from '../src/rewording/brief/trades.ts';
import { clauseFeatures } from '../src/rewording/clauses/clause-features.ts';
import { isNeedSaid } from '../src/rewording/clauses/needs-said.ts';
import { clauseTextOf, fileOf, passagesIn } from '../src/rewording/clauses/read-clauses.ts';
import type { Clause } from '../src/rewording/clauses/split-clauses.ts';
import { piecesOf } from '../src/rewording/form/file-clauses.ts';
import { NATURES_FILE, natureFeatures } from '../src/rewording/form/learnt-nature.ts';
import { isNothing } from '../src/rewording/prescriber/plain-points.ts';
import { ASKS, sentencesSaid, sureOfAll } from '../src/rewording/prescriber/sentences-said.ts';
import { PURCHASE_NATURES } from '../src/vocabulary/form.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, shuffled } from './random.ts';
import { CLAUSE_SETS, type LabelledClauses } from './rewording-sets/labelled-clauses.ts';
import { readLabelledNatures } from './rewording-sets/labelled-natures.ts';

/**
 * `npm run train:clauses [-- --only besoins|actes] [--folds 4] [--failures]`: learns what the clauses of a message say, of a
 * department's needs and of a buyer's acts, from the labelled messages of `tests/golden`; writes `knowledge/fiche/besoins.tsv`
 * and `actes.tsv`. `--folds N`: learns N times without a part of the messages and prints what was left out, by label. The same
 * files give the same weights.
 */
const SEED = 7;
const SETTINGS: FitSettings = {
  epochs: Number(process.env['EP'] ?? 15),
  rate: Number(process.env['RA'] ?? 1),
  pull: Number(process.env['PU'] ?? 1e-4),
  seldom: Number(process.env['SE'] ?? 2),
};
const SLIGHT = 0.1;

const line = readCommandLine('train:clauses');
const config = loadConfig(process.env);
const folds = line.number('folds', 0);
const only = line.value('only');

for (const { name, labels, read, together } of CLAUSE_SETS) {
  if (only !== undefined && only !== name) continue;
  const messages = read('tests/golden', createFindTradeWords(readCheckedCorpus(config).lexicon));
  if (folds > 1) printFolds(name, labels, messages, together);
  else {
    const text = writeLinearModel(labels, learn(labels, messages));
    const to = join(config.knowledge, fileOf(name));
    writeFileSync(to, text);
    console.log(`${messages.length} messages, ${Math.round(text.length / 1000)} kB in ${to}`);
  }
}

if (only === undefined || only === 'natures') {
  const examples = readLabelledNatures('tests/golden', config.knowledge).map(({ object, message, nature, weight }) => ({
    features: natureFeatures(object, message),
    label: nature,
    weight,
  }));
  const learnNatures = (some: typeof examples) =>
    slimmed(fitLinear(some, PURCHASE_NATURES, SETTINGS, createRandom(SEED)), SLIGHT);
  if (folds > 1) {
    const pairs = [];
    for (let fold = 0; fold < folds; fold++) {
      const rows = learnNatures(examples.filter((_, at) => at % folds !== fold));
      const model: LinearModel = { labels: PURCHASE_NATURES, weightsOf: (name) => rows.get(name) };
      for (const [at, { features, label, weight }] of examples.entries()) {
        if (at % folds !== fold || weight < 1) continue;
        const shares = likelihoods(model, features);
        const share = Math.max(...shares);
        pairs.push({ said: PURCHASE_NATURES[shares.indexOf(share)], label, share });
      }
    }
    console.log(
      `natures: ${pairs.length} messages, right ${percent(pairs.filter(({ said, label }) => said === label).length, pairs.length)}`,
    );
    for (const nature of PURCHASE_NATURES) printLine(nature, pairs, nature);
    printSure(
      'natures',
      pairs.map(({ said, label, share }) => ({ name: 'any', share, right: said === label })),
      0.9,
    );
  } else
    writeFileSync(join(config.knowledge, NATURES_FILE), writeLinearModel(PURCHASE_NATURES, learnNatures(examples)));
}

function learn(labels: readonly string[], messages: readonly LabelledClauses[]): Rows {
  const examples = messages.flatMap(({ text, labelOf, weight, hints }) => {
    const cut = clauseTextOf(text, hints);
    return clauseFeatures(cut).flatMap((features, at) => {
      const clause = cut.clauses[at];
      const label = clause === undefined ? undefined : labelOf(clause, cut.source);
      return label === undefined ? [] : [{ features, label, weight }];
    });
  });
  return slimmed(fitLinear(examples, labels, SETTINGS, createRandom(SEED)), SLIGHT);
}

/** Each whole message read by weights that did not see it. */
function printFolds(
  name: string,
  labels: readonly string[],
  messages: readonly LabelledClauses[],
  together: readonly string[],
): void {
  const part = new Map(
    shuffled(
      messages.map((_, index) => index),
      createRandom(SEED),
    ).map((message, at) => [message, at % folds]),
  );
  const pairs: { readonly said: string; readonly label: string; readonly share: number }[] = [];
  const pieces: Weighed[] = [];
  const whole: Weighed[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const rows = learn(
      labels,
      messages.filter((_, at) => part.get(at) !== fold),
    );
    const model: LinearModel = { labels, weightsOf: (feature) => rows.get(feature) };
    for (const [at, message] of messages.entries()) {
      if (part.get(at) !== fold || message.weight < 1) continue;
      const cut = clauseTextOf(message.text, message.hints);
      const isLabel = (label: string): label is string => labels.includes(label);
      const passages = passagesIn(model, cut, isLabel, together);
      if (message.isLine !== undefined)
        for (const { line: name, share, start, end } of piecesOf(cut, passagesIn(model, cut, isNeedSaid))) {
          const asked = () =>
            cut.clauses.some((one) => one.start === start && message.labelOf(one, cut.source) === 'asks');
          const right = name === 'asked' ? asked() : message.isLine(name, [start, end]);
          pieces.push({ name, share, right });
          if (line.has('failures'))
            console.log(`${right} ${name} ${share.toFixed(2)} ${message.id} «${cut.folded.slice(start, end)}»`);
        }
      if (together.length > 0) {
        const sentences = sentencesSaid(cut, passages);
        const isAsked = (clause: Clause) => together.includes(message.labelOf(clause, cut.source) ?? '');
        const right = sentences.every(({ asks, clauses }) => asks >= ASKS === clauses.some(isAsked));
        const name = sentences.some(({ asks }) => asks >= ASKS)
          ? 'list of acts'
          : isNothing(cut.folded)
            ? 'nothing, it says'
            : 'nothing asked';
        whole.push({ name, share: sureOfAll(sentences), right });
        if (line.has('failures')) console.log(`${right} ${name} ${sureOfAll(sentences).toFixed(3)} ${message.id}`);
      }
      for (const passage of passages)
        for (const clause of passage.clauses) {
          const label = message.labelOf(clause, cut.source);
          if (label === undefined) continue;
          pairs.push({ said: passage.label, label, share: passage.share });
          if (line.has('failures') && label !== passage.label)
            console.log(
              `${message.id} ${passage.label} ${passage.share.toFixed(2)}, is ${label}: «${cut.folded.slice(clause.start, clause.end)}»`,
            );
        }
    }
  }
  const right = pairs.filter(({ said, label }) => said === label).length;
  console.log(`${name}: ${messages.length} messages, ${pairs.length} clauses, right ${percent(right, pairs.length)}`);
  const isAct = (label: string) => together.includes(label);
  if (together.length > 0)
    printLine(
      together.join(' + '),
      pairs.map((pair) => ({ said: isAct(pair.said), label: isAct(pair.label) })),
      true,
    );
  for (const label of labels) printLine(label, pairs, label);
  printSure('lines', pieces, 0.9);
  printSure('messages', whole, 0.85);
  printSure(
    'messages',
    whole.filter(({ name }) => name.startsWith('nothing')),
    0.97,
  );
}

interface Weighed {
  readonly name: string;
  readonly share: number;
  readonly right: boolean;
}

/** From which likelihood each name is right so often, and how much of it is then shown. */
function printSure(of: string, all: readonly Weighed[], wanted: number): void {
  for (const name of new Set(all.map((one) => one.name))) {
    const mine = all.filter((one) => one.name === name).toSorted((a, b) => b.share - a.share);
    let right = 0;
    let best = 0;
    for (const [at, one] of mine.entries()) {
      right += Number(one.right);
      if (right / (at + 1) >= wanted) best = at + 1;
    }
    const shown = mine.slice(0, best);
    console.log(
      `${of} ${name.padEnd(18)} all ${mine.length}, right ${percent(right, mine.length)}; from ${shown.at(-1)?.share.toFixed(3) ?? 'none'} ${best} shown, right ${percent(shown.filter((one) => one.right).length, best)}`,
    );
  }
}

function printLine<T>(name: string, pairs: readonly { readonly said: T; readonly label: T }[], label: T): void {
  {
    const said = pairs.filter((pair) => pair.said === label);
    const mine = pairs.filter((pair) => pair.label === label);
    const both = said.filter((pair) => pair.label === label).length;
    console.log(
      `${name.padEnd(18)} ${String(mine.length).padStart(5)}  precision ${percent(both, said.length)}  recall ${percent(both, mine.length)}`,
    );
  }
}

function percent(share: number, of: number): string {
  return `${((100 * share) / Math.max(1, of)).toFixed(1)} %`.padStart(7);
}
