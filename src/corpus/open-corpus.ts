import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestFiles, digestRooms } from '../digest-files.ts';
import type { CorpusProblem } from './problem.ts';
import { type Corpus, readCorpus } from './read-corpus.ts';

export interface OpenedCorpus {
  readonly corpus: Corpus;
  /** As `readCorpus` found them; a corpus that has some is never kept. */
  readonly problems: readonly CorpusProblem[];
  /** Set when what was read could not be kept (a full disk): the next start reads it again. */
  readonly notKept: string | undefined;
}

/** What reads the corpus: these rooms, and the libraries. */
const READERS = ['corpus', 'days', 'french', 'vocabulary'];
const FILE = 'corpus.bin';
const DIGEST_BYTES = 32;

/**
 * The corpus of a folder, checked: three seconds of reading the first time, then what was kept of it in the data folder, as
 * long as every one of its files, and the code that reads them, are what they were.
 */
export function openCorpus(root: string, data: string): OpenedCorpus {
  const path = join(data, FILE);
  const fingerprint = fingerprintOf(root);
  const kept = fingerprint === undefined ? undefined : readKept(path, fingerprint);
  if (kept !== undefined) return { corpus: kept, problems: [], notKept: undefined };
  const { corpus, problems } = readCorpus(root);
  if (problems.length > 0 || fingerprint === undefined) return { corpus, problems, notKept: undefined };
  return { corpus, problems, notKept: keep(path, data, fingerprint, serialize(corpus)) };
}

/** Undefined where the folder cannot be read: `readCorpus` says so in words. */
function fingerprintOf(root: string): Buffer | undefined {
  try {
    return digest(`${digestRooms(READERS)} ${digestFiles([root], /\.(?:md|yaml)$/)}`);
  } catch {
    return undefined;
  }
}

/** Nothing where it is absent, of another fingerprint, cut short or damaged: the corpus is then read. */
function readKept(path: string, fingerprint: Buffer): Corpus | undefined {
  try {
    const bytes = readFileSync(path);
    const body = bytes.subarray(2 * DIGEST_BYTES);
    const stands =
      fingerprint.equals(bytes.subarray(0, DIGEST_BYTES)) &&
      digest(body).equals(bytes.subarray(DIGEST_BYTES, 2 * DIGEST_BYTES));
    return stands ? deserialize(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not there, for whoever starts at the same time. @returns why it could not be kept */
function keep(path: string, data: string, fingerprint: Buffer, body: Buffer): string | undefined {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(fresh, Buffer.concat([fingerprint, digest(body), body]), { mode: 0o600 });
    renameSync(fresh, path);
    return undefined;
  } catch (error) {
    if (existsSync(fresh)) rmSync(fresh);
    return error instanceof Error ? error.message : String(error);
  }
}

function digest(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
