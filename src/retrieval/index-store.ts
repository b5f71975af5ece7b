import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { digestRooms } from '../digest-files.ts';
import { err, ok, type Result } from '../result.ts';
import { pointsOf } from './build-index.ts';
import type { IndexDocument } from './document.ts';
import type { HybridIndex } from './hybrid.ts';
import { type LexicalSettings, loadLexicalIndex } from './lexical-index.ts';
import { loadVectorIndex } from './vector-index.ts';

/** What makes it: these rooms, and the libraries. */
const MAKERS = ['retrieval', 'french', 'model'];

const manifestSchema = z.object({
  fingerprint: z.string(),
  checksums: z.record(z.string(), z.number()),
});

export interface IndexFault {
  readonly kind: 'absent' | 'stale' | 'corrupt';
  readonly message: string;
}

/** Names corpus, embedder and code at once: whatever changes the index changes it. Weights of the search are no part of it. */
export function indexFingerprint(documents: readonly IndexDocument[], embedder: string): string {
  return sha256(JSON.stringify([digestRooms(MAKERS), embedder, documents]));
}

/**
 * Writes the index into a fresh folder beside the target and renames it into place: a reader sees the old or the new, never a half.
 * @throws when the disk refuses; the old index is then untouched
 */
export function writeIndex(directory: string, index: HybridIndex, fingerprint: string): void {
  const fresh = `${directory}.${process.pid}.tmp`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(join(fresh, 'lexical.bin'), index.lexical.serialise());
    writeFileSync(join(fresh, 'words.txt'), [...index.words].join('\n'));
    index.vectors.write(join(fresh, 'vectors.index'));
    const checksums = Object.fromEntries(FILES.map((name) => [name, crc32(readFileSync(join(fresh, name)))]));
    writeFileSync(join(fresh, 'manifest.json'), JSON.stringify({ fingerprint, checksums }));
    mkdirSync(dirname(directory), { recursive: true, mode: 0o700 });
    rmSync(directory, { recursive: true, force: true });
    renameSync(fresh, directory);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

const FILES = ['lexical.bin', 'vectors.index', 'words.txt'] as const;

/** Reads an index back and checks every byte of it: what is stale, cut short or damaged is a fault, never served. */
export function readIndex(
  directory: string,
  expected: { fingerprint: string; documents: readonly IndexDocument[]; dimensions: number; settings: LexicalSettings },
): Result<HybridIndex, IndexFault> {
  let manifestText: string;
  try {
    manifestText = readFileSync(join(directory, 'manifest.json'), 'utf8');
  } catch {
    return err({ kind: 'absent', message: `no index in ${directory}` });
  }
  try {
    const manifest = manifestSchema.parse(JSON.parse(manifestText));
    if (manifest.fingerprint !== expected.fingerprint)
      return err({
        kind: 'stale',
        message: 'the corpus, the embedder or the settings changed since the index was built',
      });
    const read = (name: (typeof FILES)[number]) => readFileSync(join(directory, name));
    const [lexical, vectors, words] = [read('lexical.bin'), read('vectors.index'), read('words.txt')];
    for (const [place, bytes] of [lexical, vectors, words].entries())
      if (crc32(bytes) !== manifest.checksums[FILES[place] ?? ''])
        return err({ kind: 'corrupt', message: `${join(directory, FILES[place] ?? '')} is not what was written` });
    return ok({
      documents: expected.documents,
      points: pointsOf(expected.documents),
      lexical: loadLexicalIndex(lexical, expected.settings),
      vectors: loadVectorIndex(join(directory, 'vectors.index'), expected.dimensions, undefined, vectors),
      words: new Set(words.toString('utf8').split('\n')),
    });
  } catch (error) {
    return err({
      kind: 'corrupt',
      message: `${directory} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
