import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Vectors kept on disk by the content of their text: an index that is built again asks the endpoint for what is new alone. */
export interface VectorCache {
  get(text: string): Float32Array | undefined;
  /** Kept at once, so that a build that breaks off goes on from there. @throws when the disk refuses */
  add(texts: readonly string[], vectors: readonly Float32Array[]): void;
}

const HASH_BYTES = 32;

/**
 * One file of records, each the SHA-256 of a text and its vector (float32). No text is written. A record cut by a process that
 * died is dropped.
 * @param path of the file; it must be another one for another model or other dimensions
 */
export function openVectorCache(path: string, dimensions: number): VectorCache {
  const size = HASH_BYTES + dimensions * Float32Array.BYTES_PER_ELEMENT;
  const known = new Map<string, Float32Array>();
  const bytes = readIfThere(path);
  const whole = bytes.length - (bytes.length % size);
  for (let at = 0; at < whole; at += size) {
    const vector = new Uint8Array(bytes.subarray(at + HASH_BYTES, at + size)).buffer;
    known.set(bytes.toString('hex', at, at + HASH_BYTES), new Float32Array(vector));
  }
  if (whole < bytes.length) truncateSync(path, whole);
  return {
    get: (text) => known.get(hashOf(text).toString('hex')),
    add: (texts, vectors) => {
      const records = texts.flatMap((text, i) => {
        const vector = vectors[i];
        if (vector === undefined) return [];
        const hash = hashOf(text);
        known.set(hash.toString('hex'), vector);
        return [hash, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)];
      });
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      appendFileSync(path, Buffer.concat(records));
    },
  };
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
