import { z } from 'zod';
import type { Address } from '../message/message.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { ANY_WORKSPACE, IDENTITY, identityKey } from './acquaintance.ts';
import type { Person } from './person.ts';
import type { PlatformIdentity } from './port/acquaintance.ts';
import type { ReserveStore } from './reserve-store.ts';

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
  { reserve, platformNotes }: Pick<ReserveStore, 'reserve' | 'platformNotes'>,
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

/** An account at an identity provider. The `sub` alone is nobody: another provider may give the same to someone else. */
export interface OpenIdAccount {
  readonly issuer: string;
  readonly sub: string;
}

const OPENID = 'openid';

function noteKey({ issuer, sub }: OpenIdAccount) {
  return { platform: OPENID, kind: IDENTITY, key: JSON.stringify([issuer, sub]) } as const;
}

type AccountStore = Pick<ReserveStore, 'reserve' | 'platformNotes'>;

export async function personOfAccount(
  { reserve, platformNotes }: AccountStore,
  account: OpenIdAccount,
): Promise<Result<Person | undefined, StoreDown>> {
  const note = await platformNotes.get(noteKey(account));
  if (!note.ok) return note;
  return note.value?.person === undefined ? ok(undefined) : reserve.person(note.value.person);
}

/** The accounts a person signs in by. */
export async function accountsOf(
  { platformNotes }: Pick<AccountStore, 'platformNotes'>,
  person: string,
): Promise<Result<readonly OpenIdAccount[], StoreDown>> {
  const notes = await platformNotes.about(person);
  if (!notes.ok) return notes;
  const own = notes.value.filter(({ platform, kind }) => platform === OPENID && kind === IDENTITY);
  return ok(own.map(({ key }) => accountSchema.parse(JSON.parse(key))).map(([issuer, sub]) => ({ issuer, sub })));
}

const accountSchema = z.tuple([z.string(), z.string()]);

/** Links an account that is nobody's; false when it is someone's already. */
export async function linkNew(
  { platformNotes }: Pick<AccountStore, 'platformNotes'>,
  person: string,
  account: OpenIdAccount,
): Promise<Result<boolean, StoreDown>> {
  return platformNotes.putNew({ ...noteKey(account), person, body: {}, expiresAt: undefined });
}

/** Links an account whoever's it was: an administrator says so. */
export async function linkAccount(
  { platformNotes }: Pick<AccountStore, 'platformNotes'>,
  person: string,
  account: OpenIdAccount,
): Promise<Result<undefined, StoreDown>> {
  return platformNotes.put({ ...noteKey(account), person, body: {}, expiresAt: undefined });
}

export async function unlinkAccount(
  { platformNotes }: Pick<AccountStore, 'platformNotes'>,
  account: OpenIdAccount,
): Promise<Result<undefined, StoreDown>> {
  return platformNotes.remove(noteKey(account));
}
