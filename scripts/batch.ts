import { createReadStream } from 'node:fs';

/**
 * JSON Lines in (standard input, or `--batch FILE`), one JSON line out for each, in order; a bad line gets an `error` field.
 * @throws when the input itself cannot be read
 */
export async function runBatch(file: string | undefined, answer: (input: unknown) => Promise<object>): Promise<void> {
  for await (const line of linesOf(file === undefined ? process.stdin : createReadStream(file)))
    process.stdout.write(`${JSON.stringify(await answerLine(line, answer))}\n`);
}

/** Lines ended by a line feed alone: `node:readline` also cuts at U+2028, which JSON allows inside a string. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
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

/** Ends quietly when whoever read standard output has gone (`| head`); any other fault of it is a real one. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
