import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/**
 * A stream sealed by a passphrase (docs/backup.md gives the format byte by byte):
 *
 *     line «truchement-sauvegarde 1\n» · salt (16 bytes) · check of the key (16) · chunks
 *
 * scrypt (N 2^17, r 8, p 1) makes 64 bytes of passphrase and salt: the key, and what the check is the SHA-256 of. A chunk is at
 * most 64 KiB under AES-256-GCM, and its tag (16 bytes). Its nonce is its number (11 bytes, big-endian), then 1 for the last chunk
 * and 0 for others; all that stands before the chunks is authenticated with each. None can be changed, moved, left out at either
 * end or taken from another file: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, 2015).
 */
export const SEALED = Buffer.from('truchement-sauvegarde 1\n');
const SALT = 16;
const CHECK = 16;
const TAG = 16;
const CHUNK = 64 * 1024;
const HEAD = SEALED.length + SALT + CHECK;
const CIPHER = 'aes-256-gcm';

/** What is read is not what was written under this passphrase. */
export type SealFault = 'wrong_key' | 'damaged' | 'truncated';

/** What `unseal` threw into the stream that reads it; undefined for anything else. */
export function sealFaultOf(error: unknown): SealFault | undefined {
  return error instanceof Error ? THROWN.get(error) : undefined;
}

const THROWN = new WeakMap<Error, SealFault>();

function refused(fault: SealFault): Error {
  const error = new Error(fault);
  THROWN.set(error, fault);
  return error;
}

export async function* seal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const { key, check } = keysOf(passphrase, salt);
  const head = Buffer.concat([SEALED, salt, check]);
  yield head;
  let index = 0;
  for await (const { piece, last } of inPieces(source, CHUNK)) {
    const cipher = createCipheriv(CIPHER, key, nonceOf(index++, last)).setAAD(head);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws what `sealFaultOf` reads; what was given before it was authentic, and may not be all */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  let head: Buffer | undefined;
  let key: Buffer | undefined;
  let index = 0;
  let ended = false;
  for await (const { piece, last } of inPieces(source, CHUNK + TAG, HEAD)) {
    if (head === undefined || key === undefined) {
      if (piece.length < HEAD) throw refused('truncated');
      head = piece;
      const keys = keysOf(passphrase, head.subarray(SEALED.length, SEALED.length + SALT));
      if (!timingSafeEqual(keys.check, head.subarray(HEAD - CHECK))) throw refused('wrong_key');
      key = keys.key;
      continue;
    }
    const opened = openChunk(key, nonceOf(index, last), head, piece);
    // The last one that is there may be one that another followed.
    if (opened === undefined)
      throw refused(last && openChunk(key, nonceOf(index, false), head, piece) !== undefined ? 'truncated' : 'damaged');
    yield opened;
    index++;
    ended = last;
  }
  if (!ended) throw refused('truncated');
}

function openChunk(key: Buffer, nonce: Buffer, head: Buffer, chunk: Buffer): Buffer | undefined {
  if (chunk.length < TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(head).setAuthTag(chunk.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()]);
  } catch {
    // Node says in words alone that the tag is not that of the bytes.
    return undefined;
  }
}

interface Keys {
  readonly key: Buffer;
  readonly check: Buffer;
}

/** Half a second of work and 128 MiB each time, which is what keeps guesses away: the last ones are kept. */
let last: { readonly passphrase: string; readonly salt: Buffer; readonly keys: Keys } | undefined;

function keysOf(passphrase: string, salt: Buffer): Keys {
  if (last?.passphrase !== passphrase || !last.salt.equals(salt))
    last = { passphrase, salt, keys: makeKeys(passphrase, salt) };
  return last.keys;
}

function makeKeys(passphrase: string, salt: Buffer): Keys {
  const made = scryptSync(passphrase.normalize('NFC'), salt, 64, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 ** 2 });
  return {
    key: made.subarray(0, 32),
    check: createHash('sha256').update(made.subarray(32)).digest().subarray(0, CHECK),
  };
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Pieces of `size` bytes, after a first one of `first` where it is given; the last one, maybe shorter or empty, is told. */
async function* inPieces(
  source: AsyncIterable<Buffer>,
  size: number,
  first = size,
): AsyncGenerator<{ readonly piece: Buffer; readonly last: boolean }> {
  let held: Buffer[] = [];
  let bytes = 0;
  let wanted = first;
  for await (const part of source) {
    held.push(part);
    bytes += part.length;
    // One is kept back: only the end tells which is the last.
    if (bytes <= wanted) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; all.length - at > wanted; wanted = size) {
      yield { piece: all.subarray(at, at + wanted), last: false };
      at += wanted;
    }
    held = [all.subarray(at)];
    bytes = all.length - at;
  }
  yield { piece: Buffer.concat(held), last: true };
}
