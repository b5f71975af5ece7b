import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const backupVariables = {
  TRUCHEMENT_BACKUP_KEY: z.string().optional(),
  TRUCHEMENT_BACKUP_KEY_FILE: z.string().min(1).optional(),
};

/** In characters: what scrypt slows down is then out of reach. */
const SHORTEST = 16;

/**
 * What backups are sealed by; undefined: they are not.
 * @throws naming the variable: too short, a file that cannot be read, or both given
 */
export function readBackupKey(values: {
  readonly TRUCHEMENT_BACKUP_KEY?: string | undefined;
  readonly TRUCHEMENT_BACKUP_KEY_FILE?: string | undefined;
}): string | undefined {
  const { TRUCHEMENT_BACKUP_KEY: given, TRUCHEMENT_BACKUP_KEY_FILE: file } = values;
  if (given !== undefined && file !== undefined)
    throw new Error('Configuration not usable:\n  TRUCHEMENT_BACKUP_KEY_FILE: TRUCHEMENT_BACKUP_KEY is set too');
  const name = file === undefined ? 'TRUCHEMENT_BACKUP_KEY' : 'TRUCHEMENT_BACKUP_KEY_FILE';
  const key = file === undefined ? given : readKey(file);
  if (key !== undefined && key.length < SHORTEST)
    throw new Error(`Configuration not usable:\n  ${name}: must hold ${SHORTEST} characters at least`);
  return key;
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Error('Configuration not usable:\n  TRUCHEMENT_BACKUP_KEY_FILE: cannot be read', { cause });
  }
}
