import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, createReadStream, createWriteStream, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { err, ok, type Result } from '../../result.ts';
import { SEALED, type SealFault, seal, sealFaultOf, unseal } from './sealed-stream.ts';

export type ArchiveFault =
  | { readonly kind: SealFault }
  /** Sealed, and no passphrase is given. */
  | { readonly kind: 'key_needed' }
  /** A program that is needed is not there, or failed. */
  | { readonly kind: 'tool'; readonly name: string; readonly said: string };

/** One file of all that a folder holds: a compressed archive (tar, gzip), sealed where there is a passphrase; for its owner alone. */
export async function packFolder(
  folder: string,
  file: string,
  passphrase: string | undefined,
): Promise<Result<undefined, ArchiveFault>> {
  const tar = spawn('tar', ['-cf', '-', '-C', folder, '.'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = endOf('tar', tar);
  const to = createWriteStream(file, { mode: 0o600 });
  // What is in it is random or compressed already, or small: the least effort is as good.
  const gzip = createGzip({ level: 1 });
  const packed =
    passphrase === undefined
      ? pipeline(tar.stdout, gzip, to)
      : pipeline(tar.stdout, gzip, (source: AsyncIterable<Buffer>) => seal(source, passphrase), to);
  const [failed] = await Promise.all([ended, packed]);
  if (failed !== undefined) return err(failed);
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
  return ok(undefined);
}

/** The contrary, into an empty folder. Nothing in it is to be believed before the manifest is held against it. */
export async function unpackFile(
  file: string,
  folder: string,
  passphrase: string | undefined,
): Promise<Result<undefined, ArchiveFault>> {
  const sealed = isSealed(file);
  if (sealed && passphrase === undefined) return err({ kind: 'key_needed' });
  // It reads to the very end, past the mark of it: the last bytes too are to be authenticated.
  const tar = spawn('tar', ['-xf', '-', '--ignore-zeros', '-C', folder, '--no-same-owner', '--no-same-permissions'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = endOf('tar', tar);
  const from = createReadStream(file);
  try {
    await (sealed && passphrase !== undefined
      ? pipeline(from, (source: AsyncIterable<Buffer>) => unseal(source, passphrase), createGunzip(), tar.stdin)
      : pipeline(from, createGunzip(), tar.stdin));
  } catch (error) {
    tar.kill();
    const failed = await ended;
    const fault = sealFaultOf(error);
    if (fault !== undefined) return err({ kind: fault });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'Z_BUF_ERROR') return err({ kind: 'truncated' });
    if (typeof code === 'string' && code.startsWith('Z_')) return err({ kind: 'damaged' });
    if (code === 'EPIPE' && failed !== undefined) return err(failed);
    throw error;
  }
  const failed = await ended;
  if (failed === undefined) return ok(undefined);
  return err(/^tar: (?!.*No space)/s.test(failed.said) ? { kind: 'damaged' } : failed);
}

function isSealed(file: string): boolean {
  const begins = Buffer.alloc(SEALED.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, begins, 0, begins.length, 0);
  } finally {
    closeSync(handle);
  }
  return begins.equals(SEALED);
}

/** Undefined once a program has ended well. */
export async function endOf(
  name: string,
  child: ChildProcess,
): Promise<Extract<ArchiveFault, { kind: 'tool' }> | undefined> {
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said = `${said}${part.toString()}`.slice(0, 400);
  });
  try {
    const [code] = await once(child, 'close');
    return code === 0 ? undefined : { kind: 'tool', name, said: said.trim() };
  } catch (error) {
    return { kind: 'tool', name, said: error instanceof Error && 'code' in error ? String(error.code) : 'failed' };
  }
}

/** Every plain file of a folder, and its SHA-256; undefined where there is anything else, as an archive may bring. */
export async function digestFolder(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const digests = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const stat = lstatSync(join(folder, path));
    if (stat.isDirectory()) continue;
    if (!stat.isFile()) return undefined;
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, path)), hash);
    digests.set(path, hash.digest('hex'));
  }
  return digests;
}
