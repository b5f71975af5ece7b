import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BadgeKey, badgeKeySchema, newBadgeKey } from './badge.ts';

const NAME = 'cle-des-badges.json';

/**
 * The organisation's key: made once in the data folder, readable by its owner alone. Losing it does not undo the badges that
 * were signed; it only changes who signs the next ones.
 * @throws when the file is there and is not a key: another is never made over it
 */
export async function readBadgeKey(folder: string): Promise<BadgeKey> {
  const file = join(folder, NAME);
  const kept = readIfThere(file);
  if (kept !== undefined) {
    const parsed = badgeKeySchema.safeParse(jsonOf(kept));
    if (!parsed.success) throw new Error(`The badges' key is not usable: ${file}`);
    return parsed.data;
  }
  const key = await newBadgeKey();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, JSON.stringify(key), { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    // Another process made it at the same moment: theirs counts.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readBadgeKey(folder);
    throw error;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
