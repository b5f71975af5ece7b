import './regexes/record.ts';
import { type Built, built } from './regexes/record.ts';
import { runProduct } from './regexes/run-product.ts';
import {
  type Fault,
  faultOf,
  nameOf,
  type Pattern,
  readVerdicts,
  VERDICTS,
  writeVerdicts,
} from './regexes/verdicts.ts';
import { type Site, type Written, writtenPatterns } from './regexes/written.ts';

/**
 * `npm run regexes`: every pattern of the product, written out or built when it runs, takes time in proportion to its text.
 * Fails on one that a text can make slow, on one that cannot be judged, and on a place whose patterns were never seen.
 */
const { patterns, sites } = writtenPatterns();
await runProduct();
const made = built();
const known = readVerdicts();
const places = new Map<string, { pattern: Pattern; at: string }>();
for (const one of [...patterns, ...made]) places.set(nameOf(one), { pattern: one, at: `${one.file}:${one.line}` });

const fresh = [...places].filter(([name]) => !known.has(name));
const faults = new Map<string, Fault>();
const linear = new Set([...known].filter((name) => places.has(name)));
await analyse();
writeVerdicts(linear);
report();
// The analyser leaves a process of its own waiting.
process.exit();

/** A few at once: the analyser has several threads. What is known is kept as it comes. */
async function analyse(): Promise<void> {
  const waiting = fresh.toReversed();
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [name, { pattern }] = next;
      const fault = await faultOf(pattern);
      if (fault === undefined) linear.add(name);
      else faults.set(name, fault);
      if (waiting.length % 100 === 0) {
        writeVerdicts(linear);
        if (waiting.length > 0) console.log(`${waiting.length} patterns left to analyse`);
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

function report(): void {
  for (const [name, fault] of faults) {
    console.log(`${places.get(name)?.at}: /${fault.pattern.source}/${fault.pattern.flags}`);
    if (fault.piece !== fault.pattern.source) console.log(`  in: ${fault.piece}`);
    console.log(`  ${fault.says}${fault.attack === undefined ? '' : `, attacked by ${fault.attack}`}`);
  }
  const missed = sites.filter((site) => !made.some((one) => isAt(one, site)));
  for (const { file, from } of missed) console.log(`${file}:${from}: builds patterns that this check never saw`);
  if (faults.size > 0)
    console.log(
      'Bound the repetition ([^.]{0,40}), make neighbouring repetitions disjoint, anchor it, or read with plain code: there is no list of exceptions.',
    );
  if (missed.length > 0)
    console.log(
      'Build the pattern when the module loads or when knowledge is read, never from a text; or read with plain code.',
    );
  console.log(
    `${places.size} patterns (${patterns.length} written, ${made.length} built at ${sites.length} places), ${fresh.length} new: ${faults.size} not linear, ${missed.length} places not seen${fresh.length > faults.size ? `; ${VERDICTS} to be committed` : ''}`,
  );
  process.exitCode = faults.size + missed.length === 0 ? 0 : 1;
}

function isAt({ file, line }: Built | Written, site: Site): boolean {
  return file === site.file && line >= site.from && line <= site.to;
}
