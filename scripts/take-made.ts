import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepPrivateFolder } from '../src/store/private-files.ts';

/** In a built folder, beside `scripts`: the corpus as it was read, and its index. */
export const MADE_FOLDER = 'made';
/** Tells one build from another: written last, both there and in the data folder. */
export const MADE_MARK = 'made-by';

/**
 * Copies into the data folder what the build has made, once a build: its first start then makes nothing. Whoever reads it holds
 * it against the corpus and the code, as ever; a disk that refuses is no fault here.
 */
export function takeMade(data: string, from = join(dirname(fileURLToPath(import.meta.url)), '..', MADE_FOLDER)): void {
  const mark = (folder: string) => readFileSync(join(folder, MADE_MARK), 'utf8');
  try {
    if (!existsSync(join(from, MADE_MARK)) || (existsSync(join(data, MADE_MARK)) && mark(data) === mark(from))) return;
    keepPrivateFolder(data);
    const names = readdirSync(from).filter((name) => name !== MADE_MARK);
    for (const name of [...names, MADE_MARK]) {
      const fresh = join(data, `${name}.${process.pid}.tmp`);
      cpSync(join(from, name), fresh, { recursive: true });
      rmSync(join(data, name), { recursive: true, force: true });
      renameSync(fresh, join(data, name));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
