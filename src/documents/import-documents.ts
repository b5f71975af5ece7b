import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ok, type Result } from '../result.ts';
import { countWords } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { findFiles } from './find-files.ts';
import { type Library, type LibraryRecord, libraryFormat, readLibrary, removeRecord, writeRecord } from './library.ts';
import { READER_VERSION, type ReadDocument, readDocument } from './read-document.ts';
import { readInside } from './read-inside.ts';

export interface ImportOptions {
  /** Folder of what the assistant writes; the library is `documents` in it. */
  readonly data: string;
  /** Files and folders to add; none looks again at those added before. */
  readonly paths: readonly string[];
  /** When absent, what the file was added with before, else `documents` and `all`: adding again never widens an audience. */
  readonly collection?: string | undefined;
  readonly audience?: string | undefined;
  readonly now: () => Date;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export type FileOutcome =
  | {
      readonly kind: 'added' | 'updated';
      readonly path: string;
      readonly title: string;
      readonly pages: number;
      readonly words: number;
      /** Pages whose text could not be had (images); they are not searched. */
      readonly silentPages: number;
    }
  | { readonly kind: 'unchanged' | 'removed' | 'skipped'; readonly path: string }
  /** Its source cannot be reached (a drive not mounted): what was imported from it stays. */
  | { readonly kind: 'unreachable'; readonly path: string }
  /** `kept`: an earlier version of the file stays in the library. */
  | { readonly kind: 'failed'; readonly path: string; readonly fault: DocumentFault; readonly kept: boolean };

export interface ImportReport {
  readonly outcomes: readonly FileOutcome[];
  readonly damaged: readonly string[];
  /** Bytes of the files that were read in this run. */
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Words of a page where a format has none, to tell speed in pages. */
const WORDS_PER_PAGE = 500;

/**
 * Brings the library up to date with the files: new and changed ones are read, the same ones left alone, vanished ones
 * removed. Each record is written as soon as it is read, so a run cut short keeps what it had done.
 */
export async function importDocuments(options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const library = readLibrary(options.data);
  const known = new Map(library.records.map((record) => [record.path, record]));
  const outcomes: FileOutcome[] = [];
  let bytes = 0;

  const jobs = new Map<string, Place>();
  for (const root of rootsOf(options.paths, library)) {
    const found = findFiles(root);
    const { base } = found;
    if (base !== undefined) for (const file of found.files) if (!jobs.has(file)) jobs.set(file, { root, base });
    outcomes.push(...found.skipped.map((path): FileOutcome => ({ kind: 'skipped', path })));
    // A folder looked at again that has vanished is told below, file by file.
    const faults = found.faults.filter((fault) => options.paths.length > 0 || fault.kind !== 'missing');
    outcomes.push(...faults.map((fault) => failure(fault, known)));
  }
  let done = 0;
  for (const [path, place] of jobs) {
    options.onProgress?.(done, jobs.size, path);
    const outcome = await importFile(path, place, options, known, (size) => {
      bytes += size;
    });
    outcomes.push(outcome);
    done += 1;
  }
  options.onProgress?.(done, jobs.size, '');
  for (const record of library.records) if (!jobs.has(record.path)) outcomes.push(...sweep(record, options.data));
  return { outcomes, damaged: library.damaged, bytes, milliseconds: performance.now() - started };
}

/** The path that was added, and where it really leads. */
interface Place {
  readonly root: string;
  readonly base: string;
}

function rootsOf(paths: readonly string[], library: Library): readonly string[] {
  return [...new Set(paths.length > 0 ? paths.map((path) => resolve(path)) : library.records.map(({ root }) => root))];
}

function failure(fault: DocumentFault, known: ReadonlyMap<string, LibraryRecord>): FileOutcome {
  // What an earlier version read through a link that leads out is taken away with it: see `sweep`.
  return { kind: 'failed', path: fault.path, fault, kept: fault.kind !== 'outside' && known.has(fault.path) };
}

async function importFile(
  path: string,
  { root, base }: Place,
  options: ImportOptions,
  known: Map<string, LibraryRecord>,
  onRead: (bytes: number) => void,
): Promise<FileOutcome> {
  // A root that is a link was named by whoever adds it.
  const before = known.get(path);
  const isAsked = (asked: string | undefined, kept: string | undefined) => asked === undefined || asked === kept;
  const isKept =
    before?.reader === READER_VERSION &&
    isAsked(options.collection, before.collection) &&
    isAsked(options.audience, before.audience);
  const content = readInside(path, base, path === root ? base : path, isKept ? before.stamp : undefined);
  if (!content.ok) return failure(content.error, known);
  const { bytes, device, stamp } = content.value;
  if (bytes === undefined) return { kind: 'unchanged', path };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const collection = options.collection ?? before?.collection ?? 'documents';
  const audience = options.audience ?? before?.audience ?? 'all';
  const isSame = (record: LibraryRecord) => record.hash === hash && record.reader === READER_VERSION;
  if (before !== undefined && isKept && isSame(before)) {
    const moved = writeRecord(options.data, { ...before, device, stamp });
    return moved.ok ? { kind: 'unchanged', path } : failure(moved.error, known);
  }

  // A file moved, copied or given to another audience was read before; under another name its title may differ.
  const twin = [...known.values()].find((record) => isSame(record) && basename(record.path) === basename(path));
  const read: Result<ReadDocument, DocumentFault> =
    twin === undefined ? await readDocument({ path, bytes }) : ok({ ...twin, pages: twin.pages });
  if (!read.ok) return failure(read.error, known);
  if (twin === undefined) onRead(bytes.length);
  const { title, parts, pages, silentPages } = read.value;
  const record: LibraryRecord = {
    format: libraryFormat,
    reader: READER_VERSION,
    path,
    root,
    device,
    hash,
    stamp,
    collection,
    audience,
    title,
    ...(pages === undefined ? {} : { pages }),
    silentPages,
    importedAt: options.now().toISOString(),
    parts: [...parts],
  };
  const written = writeRecord(options.data, record);
  if (!written.ok) return failure(written.error, known);
  known.set(path, record);
  const words = parts.reduce((sum, part) => sum + countWords(part.text), 0);
  return {
    kind: before === undefined ? 'added' : 'updated',
    path,
    title,
    pages: pages ?? Math.max(1, Math.round(words / WORDS_PER_PAGE)),
    words,
    silentPages,
  };
}

/**
 * Removes a record whose file is gone for sure, or that was read through a link, as earlier versions did; one that merely
 * cannot be reached stays.
 */
function sweep(record: LibraryRecord, data: string): readonly FileOutcome[] {
  const { path } = record;
  const presence = isThroughLink(record) ? 'absent' : presenceOf(path);
  if (presence === 'present') return [];
  if (presence === 'unknown' || looksUnmounted(record)) return [{ kind: 'unreachable', path }];
  try {
    removeRecord(data, path);
    return [{ kind: 'removed', path }];
  } catch (error) {
    return [{ kind: 'failed', path, fault: documentFault('not-kept', path, errorCode(error)), kept: true }];
  }
}

/** A drive that is not mounted shows an empty folder, or none, on another file system than the file was on. */
function looksUnmounted({ path, root, device }: LibraryRecord): boolean {
  try {
    if (root !== path && readdirSync(root).length > 0) return false;
  } catch {
    // No such folder any more: the file system says.
  }
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (presenceOf(folder) === 'present') return statSync(folder).dev !== device;
    if (folder === dirname(folder)) return true;
  }
}

function isThroughLink({ path, root }: LibraryRecord): boolean {
  try {
    return realpathSync(path) !== join(realpathSync(root), relative(root, path));
  } catch {
    // Gone, or out of reach: nothing leads anywhere.
    return false;
  }
}

function presenceOf(path: string): 'present' | 'absent' | 'unknown' {
  try {
    lstatSync(path);
    return 'present';
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error)) ? 'absent' : 'unknown';
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
