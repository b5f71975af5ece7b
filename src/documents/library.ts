import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { type DocumentFault, documentFault } from './fault.ts';

/** Raised when the shape of a record changes; a record of another shape is read again from its source. */
const FORMAT = 1;

/** Name of an organisation or a collection: shown, and compared as written. */
const labelSchema = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ._'’-]{0,62}[\p{L}\p{N}])?$/u);

const recordSchema = z.strictObject({
  format: z.literal(FORMAT),
  reader: z.number().int(),
  path: z.string().min(1),
  root: z.string().min(1),
  device: z.number(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  stamp: z.string().optional(),
  collection: labelSchema,
  audience: labelSchema,
  title: z.string().min(1),
  pages: z.number().int().optional(),
  silentPages: z.number().int(),
  importedAt: z.string(),
  parts: z.array(z.strictObject({ name: z.string(), text: z.string() })).min(1),
});

/**
 * One imported file: `path` and `root` (the path that was added, which led to it) are absolute, `device` the file
 * system it was on, `hash` the SHA-256 of its bytes, `stamp` how the file system told them, `reader` the version of the readers, `audience` `all` or an organisation.
 */
export type LibraryRecord = Readonly<z.infer<typeof recordSchema>>;

export interface Library {
  /** By path, so that whatever is built from it is the same each time. */
  readonly records: readonly LibraryRecord[];
  /** Files of the library that cannot be read back: their documents are missing until they are added again. */
  readonly damaged: readonly string[];
}

export const libraryFormat = FORMAT;

export function isLabel(text: string): boolean {
  return labelSchema.safeParse(text).success;
}

/** Every document under `<data>/documents`; an absent folder is an empty library. */
export function readLibrary(data: string): Library {
  const folder = join(data, 'documents');
  const records: LibraryRecord[] = [];
  const damaged: string[] = [];
  for (const name of namesIn(folder)) {
    if (!name.endsWith('.json')) continue;
    const parsed = parseRecord(join(folder, name));
    if (parsed === undefined) damaged.push(join(folder, name));
    else records.push(parsed);
  }
  return { records: records.sort((a, b) => (a.path < b.path ? -1 : 1)), damaged };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function parseRecord(file: string): LibraryRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed into place: whoever reads sees the old record or the new, whenever the process dies. */
export function writeRecord(data: string, record: LibraryRecord): Result<undefined, DocumentFault> {
  const file = recordFile(data, record.path);
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(join(data, 'documents'), { recursive: true, mode: 0o700 });
    const handle = openSync(fresh, 'w', 0o600);
    try {
      const bytes = Buffer.from(JSON.stringify(record));
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
    return ok(undefined);
  } catch (error) {
    rmSync(fresh, { force: true });
    return err(documentFault('not-kept', record.path, error instanceof Error ? error.message : String(error)));
  }
}

/** @throws when the disk refuses */
export function removeRecord(data: string, path: string): void {
  rmSync(recordFile(data, path), { force: true });
}

function recordFile(data: string, path: string): string {
  return join(data, 'documents', `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`);
}
