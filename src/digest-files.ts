import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Names what stands in the files of these folders, paths and bytes alike: whatever changes one of them changes it.
 * @param wanted the files that count, by their ends
 * @throws when a folder cannot be read
 */
export function digestFiles(folders: readonly string[], wanted: RegExp): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!wanted.test(path)) continue;
      const bytes = readFileSync(join(folder, path));
      hash.update(`${path}\n${bytes.length}\n`).update(bytes);
    }
  return hash.digest('hex');
}

/** What a build was made from, all of it, which the build writes here; absent in a checkout. */
declare const TRUCHEMENT_BUILD: string | undefined;

/**
 * Names the code of these rooms and the libraries they stand on: what is kept of their work is dropped when they change, and
 * nobody has to remember a number.
 */
export function digestRooms(rooms: readonly string[]): string {
  if (typeof TRUCHEMENT_BUILD === 'string') return TRUCHEMENT_BUILD;
  const here = fileURLToPath(new URL('.', import.meta.url));
  const code = digestFiles(
    rooms.map((room) => join(here, room)),
    /\.[jt]s$/,
  );
  return createHash('sha256')
    .update(code)
    .update(readFileSync(join(here, '..', 'package.json')))
    .digest('hex');
}
