import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isoDate } from '../corpus/question.ts';

/** Beside the index of articles: no official text, of each version read a print by sentence. */
const READINGS_FILE = 'articles-lus.jsonl';

const readingSchema = z.strictObject({
  article: z.string().min(1),
  /** The first day of the version read. */
  since: isoDate,
  /** The day of the reading; of a version recorded by the first watch, the day on which the copy read applied. */
  read_on: isoDate,
  /** A print by sentence. */
  sentences: z.array(z.string().min(1)).readonly(),
});

/** A version of an article that somebody read. */
export type Reading = Readonly<z.infer<typeof readingSchema>>;

/** @throws naming the line that is not as it should be */
export function loadReadings(knowledge: string): readonly Reading[] {
  const file = join(knowledge, READINGS_FILE);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, row) => {
      if (line.trim() === '') return [];
      const read = readingSchema.safeParse(jsonOrUndefined(line));
      if (!read.success) throw new Error(`${READINGS_FILE}:${row + 1}: ${z.prettifyError(read.error)}`);
      return [read.data];
    });
}

/** Written beside and renamed: a killed command leaves the former file. */
export function writeReadings(knowledge: string, readings: readonly Reading[]): void {
  const file = join(knowledge, READINGS_FILE);
  const lines = readings
    .toSorted((a, b) => a.article.localeCompare(b.article) || a.since.localeCompare(b.since))
    .map((reading) => JSON.stringify(reading));
  writeFileSync(`${file}.new`, `${lines.join('\n')}\n`);
  renameSync(`${file}.new`, file);
}

function jsonOrUndefined(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Refused by the schema, with its line.
    return undefined;
  }
}
