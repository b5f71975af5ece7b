import { readCommandLine } from '../../scripts/command-line.ts';
import { matchingTimes } from './simulate/matching-times.ts';
import { simulateMonth } from './simulate/month.ts';
import { sayMonth } from './simulate/say-month.ts';

/**
 * `npm run simulate [-- --reservists N] [-- --cases N] [-- --seed N]`: a month of made-up demand on a fast clock, through the
 * real case machine, matching and calendar; then the time of matching over 10,000 reservists and 1,000 open cases.
 */
const line = readCommandLine('simulate');

try {
  const month = simulateMonth({
    reservists: line.number('reservists', 60),
    cases: line.number('cases', 300),
    seed: line.number('seed', 1),
  });
  process.stdout.write(sayMonth(month));
  const { p50, p95, preparing } = await matchingTimes({ reservists: 10_000, cases: 1_000, seed: 1 });
  process.stdout.write(
    `\nmatching over 10 000 reservists, 1 000 open cases: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms a case, loads read from the store ` +
      `(the reserve and its calendars: ${Math.round(preparing)} ms, once a week or when someone changes)\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
