import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { checkFidelity } from '../src/rewording/fidelity/check-fidelity.ts';
import { createReworder } from '../src/rewording/reword.ts';
import { option } from './batch.ts';
import { readCheckedCorpus } from './compose.ts';
import {
  type Counts,
  f1,
  type Judged,
  judgeRewording,
  readFidelityItems,
  readLintItems,
  readRewordingItems,
  sum,
} from './golden-rewording.ts';

/** `npm run evaluate:rewording [-- --folder F] [-- --failures]`: the golden rewordings, lint sentences and fidelity pairs, as figures. */
const folder = option('--folder') ?? 'tests/golden/rewording';
const withFailures = process.argv.includes('--failures');
const reworder = createReworder(readCheckedCorpus(loadConfig(process.env).knowledge));

await evaluateRewordings(join(folder, 'rewordings.jsonl'));
evaluateLint(join(folder, 'lint.jsonl'));
evaluateFidelity(join(folder, 'fidelity.jsonl'));

async function evaluateRewordings(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const judged: Judged[] = [];
  for (const item of readRewordingItems(file))
    judged.push(judgeRewording(item, await reworder.reword(item.text, item.direction, 'fr')));
  if (withFailures) for (const one of judged) printJudged(one);
  for (const direction of ['to_buyer', 'to_prescriber'] as const) {
    const list = judged.filter(({ item }) => item.direction === direction);
    const terms = list.flatMap(({ item }) => item.terms).length;
    console.log(`\n${direction}: ${list.length} rewordings`);
    console.log(`  everything kept        ${share(list.filter(({ lost }) => lost.length === 0).length, list.length)}`);
    console.log(
      `  jargon or invention    ${share(list.filter(({ unexplained, inventedFigures }) => unexplained.length + inventedFigures.length > 0).length, list.length)}`,
    );
    console.log(
      `  terms of the other     ${share(terms - list.flatMap(({ absentTerms }) => absentTerms).length, terms)}`,
    );
    console.log(
      `  faithful by the guard  ${share(list.filter(({ reworded }) => reworded.fidelity.faithful).length, list.length)}`,
    );
    if (direction === 'to_buyer') printCounts('slots', sum(list.map(({ slots }) => slots)));
    printCounts('missing', sum(list.map(({ missing }) => missing)));
    console.log(`  values not verbatim    ${list.reduce((total, { notVerbatim }) => total + notVerbatim, 0)}`);
  }
}

function printJudged({ item, reworded, lost, absentTerms, unexplained, inventedFigures, wrongSlots }: Judged): void {
  const faults = [
    ...lost.map((one) => `lost «${one}»`),
    ...absentTerms.map((one) => `term «${one}»`),
    ...unexplained.map((one) => `jargon «${one}»`),
    ...inventedFigures.map((one) => `invented ${one}`),
    ...wrongSlots,
    ...reworded.fidelity.defects.map(({ kind, source, target }) => `${kind} «${source}» → «${target}»`),
  ];
  if (faults.length === 0) return;
  console.log(`\n${item.id} ${item.direction} « ${item.text} »\n  → ${reworded.text.replace(/\n/g, '\n    ')}`);
  for (const fault of faults) console.log(`  ${fault}`);
}

function evaluateLint(file: string): void {
  if (!existsSync(file)) return;
  const items = readLintItems(file).map((item) => ({
    item,
    said: [...new Set(reworder.lint(item.text).map(({ code }) => code))],
  }));
  const counts = (code?: string): Counts =>
    sum(
      items.map(({ item, said }) => {
        const wanted = item.codes.filter((one) => code === undefined || one === code);
        const found = said.filter((one) => code === undefined || one === code);
        const right = found.filter((one) => wanted.includes(one)).length;
        return { right, said: found.length, found: right, wanted: wanted.length };
      }),
    );
  console.log(`\nlint: ${items.length} sentences`);
  printCounts('all codes', counts());
  const clean = items.filter(({ item }) => item.codes.length === 0);
  console.log(
    `  false alarms           ${clean.filter(({ said }) => said.length > 0).length} on ${clean.length} clean sentences`,
  );
  for (const code of [...new Set(items.flatMap(({ item, said }) => [...item.codes, ...said]))].sort())
    printCounts(code, counts(code));
  if (!withFailures) return;
  for (const { item, said } of items)
    if (said.length !== item.codes.length || said.some((code) => !item.codes.includes(code)))
      console.log(`${item.id} wanted [${item.codes.join(' ')}] said [${said.join(' ')}] « ${item.text} »`);
}

function evaluateFidelity(file: string): void {
  if (!existsSync(file)) return;
  const items = readFidelityItems(file).map((item) => ({ item, said: checkFidelity(item.source, item.target) }));
  const right = items.filter(({ item, said }) => item.faithful === said.faithful);
  const named = right.filter(
    ({ item, said }) => item.faithful || item.kinds.some((kind) => said.defects.some((defect) => defect.kind === kind)),
  );
  const faithful = items.filter(({ item }) => item.faithful);
  console.log(`\nfidelity: ${items.length} pairs`);
  console.log(`  right verdict          ${share(right.length, items.length)}`);
  console.log(`  and the right kind     ${share(named.length, items.length)}`);
  console.log(
    `  false alarms           ${faithful.filter(({ said }) => !said.faithful).length} on ${faithful.length} faithful pairs`,
  );
  for (const kind of ['NUMBER_CHANGED', 'DATE_CHANGED', 'NEGATION_DROPPED']) {
    const list = items.filter(({ item }) => item.kinds.includes(kind));
    console.log(`  missed ${kind.padEnd(17)} ${list.filter(({ said }) => said.faithful).length} of ${list.length}`);
  }
  if (!withFailures) return;
  for (const { item, said } of items.filter((one) => !named.includes(one)))
    console.log(
      `${item.id} wanted [${item.kinds.join(' ')}] said [${said.defects.map(({ kind, source, target }) => `${kind} «${source}»→«${target}»`).join('; ')}]\n   ${item.source}\n   ${item.target}`,
    );
}

function printCounts(name: string, counts: Counts): void {
  const { precision, recall, f1: mean } = f1(counts);
  const wanted = `${counts.wanted} wanted`;
  console.log(
    `  ${name.padEnd(22)} F1 ${mean.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${wanted})`,
  );
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part}/${whole})`;
}
