import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentFault, documentFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { sizeLimit } from './read-document.ts';

export interface FoundFiles {
  /** Files of a format that is read, sorted, each once however many links lead to it. */
  readonly files: readonly string[];
  /** Files of other formats met in a folder: said, not an error. */
  readonly skipped: readonly string[];
  readonly faults: readonly DocumentFault[];
}

/**
 * Files under a path. A file named outright is taken whatever its name; in a folder, hidden files and the lock files
 * of office software are passed over. Links are followed, each real folder once, so a loop ends.
 */
export function findFiles(root: string): FoundFiles {
  const files: string[] = [];
  const skipped: string[] = [];
  const faults: DocumentFault[] = [];
  const seen = new Set<string>();
  let full = false;

  visit(root, 0);
  return { files: files.sort(), skipped: skipped.sort(), faults };

  function visit(path: string, depth: number): void {
    if (full) return;
    if (depth > LIMITS.depth || seen.size >= LIMITS.files) {
      full = seen.size >= LIMITS.files;
      faults.push(documentFault('too-large', path, `more than ${LIMITS.files} files or ${LIMITS.depth} folders deep`));
      return;
    }
    try {
      const real = realpathSync(path);
      if (seen.has(real)) return;
      seen.add(real);
      const stat = statSync(real);
      if (stat.isDirectory()) {
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
