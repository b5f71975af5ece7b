import { z } from 'zod';
import { checkFidelity } from '../src/fidelity/check-fidelity.ts';
import { LONGEST_TEXT } from '../src/vocabulary/rewording.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';

const text = (name: string) =>
  z
    .string({ error: `${name} is missing` })
    .max(2 * LONGEST_TEXT, { error: `${name} is longer than ${2 * LONGEST_TEXT} characters` });
const lineSchema = z.object({
  id: z.string({ error: 'id is missing' }),
  source: text('source'),
  target: text('target'),
});

/** `fidelity --batch FILE` or JSON Lines on standard input: what a rewording lost, changed or added. */
async function main(): Promise<void> {
  const line = readCommandLine('fidelity');
  await runBatch(line.value('batch'), async (input) => {
    const parsed = lineSchema.safeParse(input);
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
