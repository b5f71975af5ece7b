import { readCommandLine } from './command-line.ts';
import type { Fault } from './regexes/judge.ts';
import { compare, survey } from './regexes/survey.ts';
import { type Placed, readVerdicts, VERDICTS, writeVerdicts } from './regexes/verdicts.ts';
import { productFiles } from './regexes/written.ts';

/**
 * `npm run regexes`: every pattern of the product, written out or built when it runs, is one that was judged to take time
 * in proportion to its text. Judges nothing itself: it fails on a pattern without a verdict, on a verdict without a
 * pattern, and on a place whose patterns were never seen. `npm run regexes -- --judge` judges what is new, which takes
 * from a second to some minutes a pattern, and writes the verdicts to be committed.
 */
const JUDGE = 'npm run regexes -- --judge';
/** Letters of a pattern that are shown. */
const LONGEST = 300;
const line = readCommandLine('regexes');
const files = productFiles();
const { patterns, missed, written, built, sites } = await survey(files, [
  ...files.filter((file) => /^(?:src|adapters)\/.*\.ts$/.test(file)),
  'scripts/regexes/knowledge.ts',
]);
const verdicts = readVerdicts();
const { unjudged, stale } = compare(patterns, verdicts);
const faults = line.has('judge') ? await judge() : undefined;
report();
// The analyser leaves a process of its own waiting, and so may what was loaded.
process.exit();

/** A few at once: the analyser has several threads. What is known is kept as it comes. */
async function judge(): Promise<ReadonlyMap<string, Fault>> {
  const { faultOf } = await import('./regexes/judge.ts');
  const linear = new Set([...verdicts].filter((name) => patterns.has(name)));
  const found = new Map<string, Fault>();
  writeVerdicts(linear);
  const waiting = unjudged.flatMap((name) => patterns.get(name) ?? []);
  const names = new Map(unjudged.map((name) => [patterns.get(name), name]));
  // The shortest first: they are judged at once.
  waiting.sort((a, b) => b.source.length - a.source.length);
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const name = names.get(next) ?? '';
      const start = performance.now();
      const fault = await faultOf(next);
      const seconds = Math.round((performance.now() - start) / 1000);
      if (seconds > 1) console.log(`${next.file}:${next.line}: ${fault?.says ?? 'linear'} after ${seconds} s`);
      if (fault === undefined) writeVerdicts(linear.add(name));
      else found.set(name, fault);
      if (waiting.length % 50 === 0 && waiting.length > 0) console.log(`${waiting.length} patterns left to judge`);
    }
  };
  await Promise.all([work(), work()]);
  return found;
}

function report(): void {
  const lines = [...(faults === undefined ? unjudgedLines() : faultLines(faults)), ...missedLines()];
  for (const line of lines) console.log(line);
  console.log(
    `${patterns.size} patterns (${written} written, ${built} built at ${sites} places)${faults === undefined ? '' : `, ${unjudged.length} judged: ${faults.size} not linear; ${VERDICTS} to be committed`}`,
  );
  process.exitCode = lines.length === 0 ? 0 : 1;
}

function unjudgedLines(): readonly string[] {
  const lines = unjudged.map((name) => `${placed(patterns.get(name))}: never judged`);
  if (stale.length > 0) lines.push(`${stale.length} verdicts in ${VERDICTS} are of patterns that are no more`);
  if (lines.length > 0) lines.push(`Run \`${JUDGE}\` and commit ${VERDICTS}.`);
  return lines;
}

function faultLines(found: ReadonlyMap<string, Fault>): readonly string[] {
  const lines = [...found].flatMap(([name, { says, piece, attack }]) => [
    placed(patterns.get(name)),
    ...(piece === patterns.get(name)?.source ? [] : [`  in: ${piece}`]),
    `  ${says}${attack === undefined ? '' : `, attacked by ${attack}`}`,
  ]);
  if (lines.length > 0)
    lines.push(
      'Bound the repetition ([^.]{0,40}), make neighbouring repetitions disjoint, anchor it, or read with plain code: there is no list of exceptions.',
    );
  return lines;
}

function missedLines(): readonly string[] {
  const lines = missed.map(({ file, from }) => `${file}:${from}: builds patterns that this check never saw`);
  if (lines.length > 0)
    lines.push(
      'Build the pattern when the module loads or when knowledge is read, never from a text; or read with plain code.',
    );
  return lines;
}

function placed(pattern: Placed | undefined): string {
  const { file, line, source, flags } = pattern ?? { file: '', line: 0, source: '', flags: '' };
  return `${file}:${line}: /${source.length > LONGEST ? `${source.slice(0, LONGEST)}…` : source}/${flags}`;
}
