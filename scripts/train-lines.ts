import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config/config.ts';
import { type LinearModel, likelihoods, writeLinearModel } from '../src/learned/linear-model.ts';
import { LINE_LABELS, LINES_FILE, NO_LINE, SURE_FROM } from '../src/rewording/brief/judge-lines.ts';
import { type LineCandidate, lineFeatures } from '../src/rewording/brief/line-features.ts';
import { readNeeds } from '../src/rewording/brief/read-needs.ts';
import { createFindTradeWords } from '../src/rewording/brief/trades.ts';
import { isSlot, SLOTS, type Slot } from '../src/vocabulary/rewording.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom, shuffled } from './random.ts';
import { type LabelledNeed, labelOf, readLabelledNeeds } from './rewording-sets/labelled-needs.ts';

/**
 * `npm run train:lines [-- --folds 5]`: learns from the labelled messages of `tests/golden` on which line of a form words stand,
 * or on none; writes `knowledge/fiche/appris.tsv`. `--folds N`: learns N times without a part of the messages, asks what was left
 * out, and prints precision and recall by line, and the least likelihood that keeps a line right 95 times in a hundred.
 * The same files give the same weights.
 */
const SEED = 7;
const SETTINGS: FitSettings = { epochs: 12, rate: 0.5, pull: 1e-3, seldom: 2 };
const SLIGHT = 0.2;
/** Of a short message that the readers were written for, beside a whole one that they were not. */
const OF_KNOWN = Number(process.env['KNOWN'] ?? 0.15);
const WANTED = 0.95;

/** Words that may stand on a line of one message, and on which they do. */
interface Seen {
  readonly message: number;
  readonly whole: boolean;
  readonly features: readonly string[];
  readonly label: string;
  readonly candidate: LineCandidate;
  readonly words: string;
}

const line = readCommandLine('train:lines');
const config = loadConfig(process.env);
const messages = readLabelledNeeds('tests/golden');
const seen = seenIn(messages);
const folds = line.number('folds', 0);
if (folds > 1) printFolds(folds);
else {
  const text = writeLinearModel(LINE_LABELS, learn(seen));
  const to = join(config.knowledge, LINES_FILE);
  writeFileSync(to, text);
  console.log(`${seen.length} words of ${messages.length} messages, ${Math.round(text.length / 1000)} kB in ${to}`);
}

function seenIn(all: readonly LabelledNeed[]): readonly Seen[] {
  const findTradeWords = createFindTradeWords(readCheckedCorpus(config).lexicon);
  return all.flatMap((message, index) => {
    const out: Seen[] = [];
    readNeeds(message.text, findTradeWords, (candidate, text) => {
      const label = labelOf(message, candidate) ?? NO_LINE;
      const words = text.folded.slice(...candidate.span);
      out.push({
        message: index,
        whole: message.whole,
        features: lineFeatures(candidate, text),
        label,
        candidate,
        words,
      });
      return candidate.by === 'value' ? undefined : candidate.by;
    });
    return out;
  });
}

function learn(some: readonly Seen[]): Rows {
  const examples = some.map(({ features, label, whole }) => ({ features, label, weight: whole ? 1 : OF_KNOWN }));
  return slimmed(fitLinear(examples, LINE_LABELS, SETTINGS, createRandom(SEED)), SLIGHT);
}

/** Each message read by weights that did not see it. */
function printFolds(count: number): void {
  const part = new Map(
    shuffled(
      messages.map((_, index) => index),
      createRandom(SEED),
    ).map((message, at) => [message, at % count]),
  );
  const read = Array.from({ length: count }, (_, fold) => {
    const rows = learn(seen.filter(({ message }) => part.get(message) !== fold));
    const model: LinearModel = { labels: LINE_LABELS, weightsOf: (name) => rows.get(name) };
    return seen.filter(({ message }) => part.get(message) === fold).map((one) => ({ ...one, ...surest(model, one) }));
  }).flat();
  for (const slot of SLOTS) printLine(slot, read);
  if (!line.has('failures')) return;
  for (const { whole, said, share, label, candidate, words, message } of read)
    if (whole && isSlot(said) && said !== label && share >= SURE_FROM[said])
      console.log(`${messages[message]?.id} ${said} ${share.toFixed(2)} by ${candidate.by}, is ${label}: «${words}»`);
}

function surest(model: LinearModel, { features }: Seen): { readonly said: string; readonly share: number } {
  const shares = likelihoods(model, features);
  const share = Math.max(...shares);
  return { said: LINE_LABELS[shares.indexOf(share)] ?? NO_LINE, share };
}

type Read = Seen & { readonly said: string; readonly share: number };

/** Of whole messages: as the readers propose, as the weights judge, and where they would be right often enough. */
function printLine(slot: Slot, read: readonly Read[]): void {
  const whole = read.filter((one) => one.whole);
  const mine = whole.filter(({ label }) => label === slot).length;
  const share = (some: readonly Read[]) =>
    `${percent(some.filter(({ label }) => label === slot).length, some.length)} of ${String(some.length).padStart(4)}`;
  const by = whole.filter(({ candidate }) => candidate.by === slot);
  const sure = whole.filter(({ said, share: likely }) => said === slot && likely >= SURE_FROM[slot]);
  const known = read.filter((one) => !one.whole && one.said === slot && one.share >= SURE_FROM[slot]);
  const recall = percent(sure.filter(({ label }) => label === slot).length, mine);
  const from = leastSure(
    whole.filter(({ said }) => said === slot),
    slot,
  );
  console.log(
    `${slot.padEnd(18)} readers ${share(by)}  sure ${share(sure)}  recall ${recall}  short messages ${share(known)}  from ${from}`,
  );
}

/** The least likelihood from which those said are right as often as wanted. */
function leastSure(said: readonly Read[], slot: Slot): string {
  const sorted = said.toSorted((one, other) => other.share - one.share);
  let right = 0;
  let least = '-';
  for (const [index, { label, share }] of sorted.entries()) {
    if (label === slot) right += 1;
    if (right / (index + 1) >= WANTED) least = share.toFixed(2);
  }
  return least;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}
