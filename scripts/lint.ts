import { lintLine } from '../src/calls/port/lines.ts';
import { loadConfig } from '../src/config/config.ts';
import { createLint } from '../src/rewording/lint/lint.ts';
import { endWithReader, runBatch } from './batch.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';

/** `lint --batch FILE` or JSON Lines on standard input: the lawful-wording check alone. */
async function main(): Promise<void> {
  const line = readCommandLine('lint');
  const lint = createLint(readCheckedCorpus(loadConfig(process.env)).lint);
  await runBatch(line.value('batch'), async (input) => {
    const parsed = lintLine.safeParse(input);
    if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
    return { id: parsed.data.id, findings: lint(parsed.data.text) };
  });
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
