import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { fold } from '../french/words.ts';
import { err, ok, type Result } from '../result.ts';
import type { KeptKey, KeyRecords } from './key-records.ts';
import { SCOPES, type Scope } from './port/calls.ts';
import type { KeyFault, KeyKeeping, KeyReading, KeyRow, KeyWanted } from './port/keys.ts';

/** Begins every key: a scanner of secrets knows ours by it. */
const MARK = 'truchement_';
const KEY = /^truchement_[\w-]{43}$/;
/** Characters of a key that are shown. */
const SHOWN = MARK.length + 6;
const LONGEST_NAME = 120;
/** The last use is written no more often: it says the day and the hour, not each call. */
const USED_STEP_MS = 10 * 60_000;

/**
 * Keys of organisations. 256 random bits, told once; a hash of them is kept, and needs no salt.
 * @param body whose rules and documents this installation holds: only its own keys may be given them
 */
export function createKeys(records: KeyRecords, body: string | undefined, now: () => Date): KeyKeeping & KeyReading {
  return {
    newId: randomUUID,
    make: async (wanted) => {
      const read = readWanted(wanted, body);
      if (!read.ok) return read;
      const key = MARK + randomBytes(32).toString('base64url');
      const kept: KeptKey = {
        ...read.value,
        hash: hashOf(key),
        prefix: key.slice(0, SHOWN),
        madeAt: now().toISOString(),
        usedAt: undefined,
        revokedAt: undefined,
      };
      const added = await records.add(kept);
      if (!added.ok) return added;
      return added.value ? ok({ key, row: rowOf(kept) }) : err({ kind: 'made_before' });
    },
    list: async () => {
      const all = await records.all();
      return all.ok ? ok(all.value.map(rowOf)) : all;
    },
    revoke: async (id) => {
      const revoked = await records.revoke(id, now().toISOString());
      if (!revoked.ok) return revoked;
      return revoked.value ? ok(undefined) : err({ kind: 'unknown_key' });
    },
    holder: async (key) => {
      if (!KEY.test(key)) return ok(undefined);
      const found = await records.byHash(hashOf(key));
      if (!found.ok) return found;
      const kept = found.value;
      if (kept === undefined || kept.revokedAt !== undefined) return ok(undefined);
      const at = now();
      if (at.getTime() - Date.parse(kept.usedAt ?? kept.madeAt) >= USED_STEP_MS || kept.usedAt === undefined)
        await records.used(kept.id, at.toISOString());
      return ok({ id: kept.id, organisation: kept.organisation, scopes: new Set(kept.scopes) });
    },
  };
}

function readWanted(
  { id, organisation, name, scopes }: KeyWanted,
  body: string | undefined,
): Result<Pick<KeptKey, 'id' | 'organisation' | 'name' | 'scopes'>, KeyFault> {
  const [who, what] = [organisation.trim(), name.trim()];
  if (who === '') return err({ kind: 'no_organisation' });
  if (what === '') return err({ kind: 'no_name' });
  if (Math.max(who.length, what.length, id.length) > LONGEST_NAME || id === '') return err({ kind: 'too_long' });
  const wanted: readonly Scope[] = SCOPES.filter((scope) => scopes.includes(scope));
  if (wanted.every((scope) => scope === 'body') || scopes.length > wanted.length) return err({ kind: 'no_scope' });
  if (wanted.includes('body') && (body === undefined || fold(body.trim()) !== fold(who)))
    return err({ kind: 'not_of_body', body });
  return ok({ id, organisation: who, name: what, scopes: wanted });
}

function rowOf({ hash, ...row }: KeptKey): KeyRow {
  return row;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
