import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { linkNew } from './accounts.ts';
import type { ReserveStore } from './reserve-store.ts';

const DONE = { platform: 'openid', kind: 'adopted', key: 'accounts' } as const;

/**
 * People who signed in before accounts were noted by issuer are known by their `sub` alone, in their id. They signed in at the
 * provider that is configured now: their accounts are noted as its own, once, at the first start; a later provider gets none.
 */
export async function adoptAccounts(
  { reserve, platformNotes }: Pick<ReserveStore, 'reserve' | 'platformNotes'>,
  issuer: string,
): Promise<Result<undefined, StoreDown>> {
  const done = await platformNotes.get(DONE);
  if (!done.ok) return done;
  if (done.value !== undefined) return ok(undefined);
  const people = await reserve.people();
  if (!people.ok) return people;
  for (const { id } of people.value) {
    if (!id.startsWith(OLD_ID)) continue;
    const linked = await linkNew({ platformNotes }, id, { issuer, sub: id.slice(OLD_ID.length) });
    if (!linked.ok) return linked;
  }
  return platformNotes.put({ ...DONE, person: undefined, body: {}, expiresAt: undefined });
}

const OLD_ID = 'oidc-';
