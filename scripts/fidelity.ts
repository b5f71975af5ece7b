import { fidelityLine } from '../src/calls/port/lines.ts';
import { checkFidelity } from '../src/fidelity/check-fidelity.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';

/** `fidelity --batch FILE` or JSON Lines on standard input: what a rewording lost, changed or added. */
async function main(): Promise<void> {
  const line = readCommandLine('fidelity');
  await runBatch(line.value('batch'), async (input) => {
    const parsed = fidelityLine.safeParse(input);
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
    const { id, source, target } = parsed.data;
    return { id, ...checkFidelity(source, target) };
  });
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
