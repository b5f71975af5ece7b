import { loadConfig } from '../src/config/config.ts';
import { createLearnt } from '../src/rewording/learnt.ts';
import { createReworder } from '../src/rewording/reword.ts';
import { DEFECT_KINDS, LINT_CODES } from '../src/vocabulary/rewording.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { type Counts, f1 } from './rewording-sets/counts.ts';
import { printCpv } from './rewording-sets/cpv.ts';
import {
  type FidelityJudged,
  falseAlarms,
  judgeAll,
  judgeFidelity,
  judgeLint,
  type LintJudged,
  lintCounts,
  rewordingFigures,
} from './rewording-sets/figures.ts';
import { readRewordingSet } from './rewording-sets/items.ts';
import type { Judged } from './rewording-sets/judge.ts';

/**
 * `npm run evaluate:rewording [-- --folder F] [-- --failures]`: the rewordings, lint sentences and fidelity pairs of a folder as
 * figures; `--failures` also prints each miss. A rewording is judged on its own `text`. `--cpv FILE`: needs and the class of each
 * in the common procurement vocabulary, instead.
 */
const line = readCommandLine('evaluate:rewording');
const folder = line.value('folder') ?? 'tests/golden/rewording';
const withFailures = line.has('failures');
const config = loadConfig(process.env);
const needs = line.value('cpv');
if (needs === undefined) await printFolder();
else printCpv(config.knowledge, needs, withFailures);

async function printFolder(): Promise<void> {
  const set = readRewordingSet(folder);
  const reworder = createReworder(readCheckedCorpus(config), createLearnt(config.knowledge));
  const judged = await judgeAll(set.rewordings, reworder);
  printRewordings('rewordings', judged);
  for (const direction of ['to_buyer', 'to_prescriber'] as const)
    printRewordings(
      direction,
      judged.filter(({ item }) => item.direction === direction),
    );
  printLint(judgeLint(set.lint, reworder));
  printFidelity(judgeFidelity(set.fidelity));
}

function printRewordings(name: string, list: readonly Judged[]): void {
  if (list.length === 0) return;
  const figures = rewordingFigures(list);
  console.log(`\n${name}: ${figures.items}`);
  print('everything kept', share(figures.kept));
  print('jargon or invention', share(figures.jargonOrInvention));
  print('terms of the other side', share(figures.terms));
  print('faithful by the guard', share(figures.faithful));
  if (name !== 'to_prescriber') print('slots', counts(figures.slots));
  print('missing', counts(figures.missing));
  print('values not verbatim', String(figures.notVerbatim));
  if (withFailures && name !== 'rewordings') for (const one of list) printJudged(one);
}

function printJudged({ item, reworded, lost, absentTerms, unexplained, invented, slips }: Judged): void {
  const faults = [
    ...lost.map((one) => `lost «${one}»`),
    ...absentTerms.map((one) => `term «${one.join(' | ')}»`),
    ...unexplained.map((one) => `jargon «${one}»`),
    ...invented.map((one) => `invented «${one}»`),
    ...slips,
    ...reworded.fidelity.defects.map(({ kind, source, target }) => `${kind} «${source}» → «${target}»`),
  ];
  if (faults.length === 0) return;
  console.log(`\n${item.id} « ${item.text} »\n  → ${reworded.text.replace(/\n/g, '\n    ')}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

function printLint(list: readonly LintJudged[]): void {
  if (list.length === 0) return;
  const clean = list.filter(({ item }) => item.findings.length === 0).length;
  console.log(`\nlint: ${list.length} sentences`);
  print('all codes', counts(lintCounts(list)));
  print('false alarms', `${falseAlarms(list).length} on ${clean} clean sentences`);
  for (const code of LINT_CODES) print(code, counts(lintCounts(list, code)));
  if (!withFailures) return;
  for (const { item, said } of list)
    if (said.length !== item.findings.length || said.some((code) => !item.findings.includes(code)))
      console.log(`${item.id} wanted [${item.findings.join(' ')}] said [${said.join(' ')}] « ${item.text} »`);
}

function printFidelity(list: readonly FidelityJudged[]): void {
  if (list.length === 0) return;
  const faithful = list.filter(({ item }) => item.faithful);
  console.log(`\nfidelity: ${list.length} pairs`);
  print('right verdict', share(list.filter(({ right }) => right).length / list.length));
  print('and the right kind', share(list.filter(({ named }) => named).length / list.length));
  print('false alarms', `${faithful.filter(({ right }) => !right).length} on ${faithful.length} faithful pairs`);
  for (const kind of DEFECT_KINDS) {
    const such = list.filter(({ item }) => item.defects.includes(kind));
    print(`missed ${kind}`, `${such.filter(({ right }) => !right).length} of ${such.length}`);
  }
  if (!withFailures) return;
  for (const { item, said } of list.filter(({ named }) => !named))
    console.log(
      `${item.id} wanted [${item.defects.join(' ')}] said [${said.defects.map(({ kind, source, target }) => `${kind} «${source}»→«${target}»`).join('; ')}]\n   ${item.source}\n   ${item.target}`,
    );
}

function counts(of: Counts): string {
  const { precision, recall, f1: mean } = f1(of);
  return `F1 ${mean.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${of.wanted} wanted)`;
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function print(name: string, figure: string): void {
  console.log(`  ${name.padEnd(32)} ${figure}`);
}
