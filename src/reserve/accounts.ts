import type { Address } from '../message.ts';
import type { PlatformIdentity } from '../platform.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../store/faults.ts';
import type { Store } from '../store/store.ts';
import { ANY_WORKSPACE, IDENTITY, identityKey } from './acquaintance.ts';

const ACCOUNT = /^(slack|teams)=(?:([^:=\s]+):)?([^:=\s]+)$/;

/**
 * The accounts of chat platforms among the arguments of a command, `slack=T1:U1` or `slack=U1`, apart from the others.
 * @throws naming an argument that begins like one and is none
 */
export function splitAccounts(args: readonly string[]): {
  readonly accounts: readonly PlatformIdentity[];
  readonly others: readonly string[];
} {
  const accounts: PlatformIdentity[] = [];
  const others: string[] = [];
  for (const argument of args) {
    const [, platform, workspace = ANY_WORKSPACE, user] = ACCOUNT.exec(argument) ?? [];
    if ((platform === 'slack' || platform === 'teams') && user !== undefined)
      accounts.push({ platform, workspace, user });
    else if (/^(?:slack|teams)=/.test(argument))
      throw new Error(`“${argument}”: write slack=U…, slack=TEAM:U… or teams=TENANT:USER`);
    else others.push(argument);
  }
  return { accounts, others };
}

/** Whoever writes from these accounts is this person; Slack messages reach them there even before they have written. */
export async function bindAccounts(
  { reserve, platformNotes }: Pick<Store, 'reserve' | 'platformNotes'>,
  person: string,
  accounts: readonly PlatformIdentity[],
): Promise<Result<undefined, StoreDown>> {
  for (const { platform, workspace, user } of accounts) {
    const key = identityKey(workspace, user);
    const bound = await platformNotes.put({ platform, kind: IDENTITY, key, person, body: {}, expiresAt: undefined });
    if (!bound.ok) return bound;
    // Teams lets nobody be written to before they have opened the app.
    if (platform !== 'slack') continue;
    const known = await reserve.person(person);
    if (!known.ok) return known;
    const address: Address = { platform, conversation: key };
    const saved = known.value === undefined ? ok(undefined) : await reserve.savePerson({ ...known.value, address });
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}
