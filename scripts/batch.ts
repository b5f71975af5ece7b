import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * JSON Lines in (standard input, or `--batch FILE`), one JSON line out for each, in order; a bad line gets an `error` field.
 * @throws when the input itself cannot be read
 */
export async function runBatch(file: string | undefined, answer: (input: unknown) => Promise<object>): Promise<void> {
  const stream = file === undefined ? process.stdin : createReadStream(file);
  const opened = new Promise<never>((_, reject) => {
    stream.once('error', reject);
  });
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const work = (async () => {
    for await (const line of lines) {
      process.stdout.write(`${JSON.stringify(await answerLine(line, answer))}\n`);
    }
  })();
  await Promise.race([work, opened]);
}

async function answerLine(line: string, answer: (input: unknown) => Promise<object>): Promise<object> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    return { error: `not a JSON line: ${error instanceof Error ? error.message : String(error)}` };
  }
  try {
    return await answer(input);
  } catch (error) {
    const id = typeof input === 'object' && input !== null && 'id' in input ? { id: input.id } : {};
    return { ...id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The value after `name` on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

/** Ends quietly when whoever read standard output has gone (`| head`); any other fault of it is a real one. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
