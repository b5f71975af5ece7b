import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { sizeLimit } from './read-document.ts';

export interface FileBytes {
  /** Undefined where the file is stamped as it was known to be: it was not read. */
  readonly bytes: Buffer | undefined;
  /** The file system it is on. */
  readonly device: number;
  /** Its size, its place and when it was changed last, as the file system tells: another for whatever is written to it. */
  readonly stamp: string;
}

/** Whether a real path is a real folder, or lies in it. */
export function isInside(path: string, base: string): boolean {
  return path === base || path.startsWith(base.endsWith(sep) ? base : base + sep);
}

/**
 * The bytes of a file, if what was opened lies in the folder `base` (a real path). Judged after opening, by the descriptor:
 * a file or a folder that is exchanged for a link between the search and the reading gains nothing.
 * @param from what is opened, where `path` is a link that was named outright
 * @param known the stamp of what was read before
 */
export function readInside(path: string, base: string, from = path, known?: string): Result<FileBytes, DocumentFault> {
  const limit = sizeLimit(path);
  if (limit === undefined) return err(documentFault('unsupported', path));
  let file: number | undefined;
  try {
    // Without waiting: a pipe put in its place would be waited for without end.
    file = openSync(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    const opened = openedPath(file, from, stat);
    if (opened === undefined || !isInside(opened, base)) return err(documentFault('outside', path));
    if (!stat.isFile()) return err(documentFault('unreadable', path, 'not a plain file'));
    if (stat.size > limit) return err(documentFault('too-large', path, `${stat.size} bytes, ${limit} at most`));
    const stamp = [stat.size, stat.ino, stat.mtimeMs, stat.ctimeMs].join(' ');
    return ok({ bytes: stamp === known ? undefined : readFileSync(file), device: stat.dev, stamp });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    // How O_NOFOLLOW refuses a link.
    return err(documentFault(code === 'ELOOP' ? 'outside' : 'unreadable', path, code));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Where an open file lies; where the system does not tell, where its path leads now, if that is the very same file. */
function openedPath(file: number, path: string, { dev, ino }: { dev: number; ino: number }): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${file}`);
  } catch {
    const real = realpathSync(path);
    const there = statSync(real);
    return there.dev === dev && there.ino === ino ? real : undefined;
  }
}
