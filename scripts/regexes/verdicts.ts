import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Parameters } from 'recheck';

/** Committed: a pattern found linear once is not analysed again. One hash of source and flags a line, in order. */
export const VERDICTS = 'scripts/regexes/verdicts.jsonl';

/**
 * What the analyser may do, for the patterns whose steps have no low bound (./steps.ts). Everything that hangs on the machine's load is off, so that a verdict is the same everywhere:
 * the automaton decides, which is exact, up to 4,000 transitions; past that, and for assertions, which it cannot read,
 * texts are tried, and one of some 4,500 characters that takes over 10 million steps is an attack. `timeout` (ms)
 * only stops what would never end, and what it stops is unknown, which fails.
 */
export const PARAMETERS: Parameters = {
  maxRepeatCount: 100_000,
  maxNFASize: 4_000,
  attackLimit: 10_000_000,
  attackTimeout: null,
  incubationTimeout: null,
  maxIteration: 4,
  timeout: 60_000,
};
const ANALYSER = 'recheck 4.5.0';
/** Changed with the parameters: all is then analysed anew. */
const HEADER = JSON.stringify({ analyser: ANALYSER, ...PARAMETERS });

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** A pattern where it stands, written out or built. */
export interface Placed extends Pattern {
  readonly file: string;
  readonly line: number;
}

export function nameOf({ source, flags }: Pattern): string {
  return createHash('sha256').update(`${source}/${flags}`).digest('hex').slice(0, 12);
}

export function readVerdicts(): ReadonlySet<string> {
  if (!existsSync(VERDICTS)) return new Set();
  const [header, ...lines] = readFileSync(VERDICTS, 'utf8').trimEnd().split('\n');
  return new Set(header === HEADER ? lines.map((line) => String(JSON.parse(line))) : []);
}

export function writeVerdicts(linear: Iterable<string>): void {
  const text = `${[HEADER, ...[...linear].sort().map((name) => JSON.stringify(name))].join('\n')}\n`;
  if (!existsSync(VERDICTS) || readFileSync(VERDICTS, 'utf8') !== text) writeFileSync(VERDICTS, text);
}
