import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentFault, documentFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { sizeLimit } from './read-document.ts';
import { isInside } from './read-inside.ts';

export interface FoundFiles {
  /** Where the path really leads: nothing outside is read. Undefined when it leads nowhere. */
  readonly base: string | undefined;
  /** Files of a format that is read, sorted. */
  readonly files: readonly string[];
  /** Files of other formats met in a folder: said, not an error. */
  readonly skipped: readonly string[];
  readonly faults: readonly DocumentFault[];
}

/**
 * Files under a path. A file named outright is taken whatever its name; in a folder, hidden files and the lock files
 * of office software are passed over. The path itself may be a link, since whoever adds it named it; a link met in the
 * folder is never followed: one that leads elsewhere in it is passed over (what it leads to is read under its own name),
 * one that leads out of it is a fault, since whoever can write in a shared folder could so show any file of the machine.
 */
export function findFiles(root: string): FoundFiles {
  const files: string[] = [];
  const skipped: string[] = [];
  const faults: DocumentFault[] = [];
  let base: string | undefined;
  let met = 0;
  let full = false;

  visit(root, 0);
  return { base, files: files.sort(), skipped: skipped.sort(), faults };

  function visit(path: string, depth: number): void {
    if (full) return;
    if (depth > LIMITS.depth || met >= LIMITS.files) {
      full = met >= LIMITS.files;
      faults.push(documentFault('too-large', path, `more than ${LIMITS.files} files or ${LIMITS.depth} folders deep`));
      return;
    }
    met += 1;
    try {
      base ??= realpathSync(path);
      const stat = lstatSync(depth === 0 ? base : path);
      if (stat.isSymbolicLink()) {
        if (!isInside(realpathSync(path), base)) faults.push(documentFault('outside', path));
      } else if (stat.isDirectory()) {
        for (const name of readdirSync(path).sort()) if (!isPassedOver(name)) visit(join(path, name), depth + 1);
      } else if (!stat.isFile()) faults.push(documentFault('unreadable', path, 'not a plain file'));
      else if (sizeLimit(path) !== undefined || depth === 0) files.push(path);
      else skipped.push(path);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      faults.push(documentFault(code === 'ENOENT' && depth === 0 ? 'missing' : 'unreadable', path, code));
    }
  }
}

function isPassedOver(name: string): boolean {
  return /^[.~]/.test(name) || /^(?:thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name);
}
