import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

const DIGEST_BYTES = 32;
/** A body is held against damage, not against anybody: a check ten times as fast as a digest does. */
const CHECK_BYTES = 4;

/**
 * What was kept under this fingerprint, of the type that was given to `keep` under it. Undefined where it is absent, of another
 * fingerprint, cut short or damaged: it is then made again.
 * @param fingerprint any text that changes with whatever would make it otherwise, the code included
 * @param given what stands in the file, where it was read before
 */
export function readKept<T>(path: string, fingerprint: string, given?: Buffer): T | undefined {
  try {
    const bytes = given ?? readFileSync(path);
    const body = bytes.subarray(DIGEST_BYTES + CHECK_BYTES);
    const stands =
      digest(fingerprint).equals(bytes.subarray(0, DIGEST_BYTES)) && crc32(body) === bytes.readUInt32LE(DIGEST_BYTES);
    return stands ? deserialize(body) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps plain values, maps and sets: whole or not at all, for whoever starts at the same time.
 * @returns why it could not be kept, which costs the next start its making
 */
export function keep(path: string, fingerprint: string, value: unknown): string | undefined {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    const body = serialize(value);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const check = Buffer.alloc(CHECK_BYTES);
    check.writeUInt32LE(crc32(body));
    writeFileSync(fresh, Buffer.concat([digest(fingerprint), check, body]), { mode: 0o600 });
    renameSync(fresh, path);
    return undefined;
  } catch (error) {
    if (existsSync(fresh)) rmSync(fresh);
    return error instanceof Error ? error.message : String(error);
  }
}

function digest(content: string): Buffer {
  return createHash('sha256').update(content).digest();
}
