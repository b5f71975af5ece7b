import { randomUUID } from 'node:crypto';
import { type Config, loadConfig } from '../src/config/config.ts';
import { readSiret } from '../src/french/checksums.ts';
import { frenchTypography } from '../src/french/typography.ts';
import { createLog } from '../src/log.ts';
import { accountsOf, linkAccount, unlinkAccount } from '../src/reserve/accounts.ts';
import { placeNamed } from '../src/reserve/bodies.ts';
import { addressKey } from '../src/reserve/e-mail.ts';
import { createInvitations } from '../src/reserve/invitations.ts';
import type { Person } from '../src/reserve/person.ts';
import { rolesOf } from '../src/reserve/signed-in.ts';
import type { Result } from '../src/result.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { peopleTexts as texts } from '../src/text/people-texts.ts';
import type { PersonRole } from '../src/vocabulary/people.ts';
import type { StoreDown } from '../src/vocabulary/record-faults.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';

/** Who is who, from a terminal: the store is the one of the assistant (TRUCHEMENT_DATA, or DATABASE_URL), running or not. */
async function main(): Promise<void> {
  const [command, ...args] = readCommandLine('people').rest;
  const act = COMMANDS.get(command ?? '');
  if (act === undefined) throw new Error(texts.usage);
  const config = loadConfig(process.env);
  const { data, databaseUrl } = config;
  const store = await openStore({ data, databaseUrl, log: createLog('warn') });
  try {
    await act({ store, config }, args);
  } finally {
    await store.close();
  }
}

interface Parts {
  readonly store: Store;
  readonly config: Config;
}
type Command = (parts: Parts, args: readonly string[]) => Promise<void>;

const ROLES: ReadonlyMap<string, PersonRole> = new Map(Object.entries(texts.roles));
const ROLE_NAMES: ReadonlyMap<PersonRole, string> = new Map([...ROLES].map(([name, role]) => [role, name]));

const list: Command = async ({ store }) => {
  const bodies = value(await store.reserve.organisations());
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  for (const { id, name, organisation, email, ...person } of value(await store.reserve.people())) {
    const accounts = value(await accountsOf(store, id)).map(({ sub }) => sub);
    row([id, name, email ?? '–', names.get(organisation) ?? organisation, said(rolesOf(person)), accounts.join(' ')]);
  }
  say(`\n${texts.bodies}`);
  for (const { id, name, siret } of bodies) row([id, name, siret ?? '–']);
};

const add: Command = async ({ store }, args) => {
  const cells = new Map(args.map((argument) => argument.split(/=(.*)/s, 2) as [string, string]));
  const needed = (name: string): string => {
    const cell = cells.get(name)?.trim() ?? '';
    if (cell === '') throw new Error(texts.needed(name));
    return cell;
  };
  const [name, email, organisation] = [needed('nom'), needed('courriel'), needed('organisation')];
  const key = addressKey(email);
  if (key === undefined) throw new Error(texts.notEmail(email));
  const same = value(await store.reserve.people()).find((one) => addressKey(one.email) === key);
  if (same !== undefined) throw new Error(texts.emailTaken(same.id));
  const role = roleOf(cells.get('rôle') ?? 'prescripteur');
  const id = randomUUID();
  const body = value(await placeNamed(store.reserve, organisation));
  const person: Person = { id, name, email, organisation: body, roles: [role], language: 'fr', address: undefined };
  value(await store.reserve.savePerson(person));
  say(texts.added(id));
};

const role: Command = async ({ store }, [id, ...names]) => {
  const person = await personOf(store, id);
  if (names.length === 0) throw new Error(texts.usage);
  let roles: readonly PersonRole[] = person.roles;
  for (const name of names) {
    const one = roleOf(name.replace(/^-/, ''));
    // On one side of a purchase, or on the other.
    const instead = one === 'buyer' ? 'prescriber' : one === 'prescriber' ? 'buyer' : one;
    roles = roles.filter((kept) => kept !== one && (name.startsWith('-') || kept !== instead));
    if (!name.startsWith('-')) roles = [...roles, one];
  }
  value(await store.reserve.savePerson({ ...person, roles }));
  say(texts.hasRoles(person.id, said(roles)));
};

/** Of an account that the directory names, or of whoever came by one and was not recognised. */
const link: Command = async ({ store, config }, [id, account]) => {
  const person = await personOf(store, id);
  if (account === undefined) throw new Error(texts.usage);
  const other = value(await store.reserve.person(account));
  const { issuer } = openIdOf(config);
  const accounts = other === undefined ? [{ issuer, sub: account }] : value(await accountsOf(store, other.id));
  for (const one of accounts) value(await linkAccount(store, person.id, one));
  if (other !== undefined) value(await store.sessions.closeAllOf(other.id));
  say(texts.linked(person.id, accounts.length));
};

const unlink: Command = async ({ store }, [id]) => {
  const person = await personOf(store, id);
  const accounts = value(await accountsOf(store, person.id));
  for (const one of accounts) value(await unlinkAccount(store, one));
  value(await store.sessions.closeAllOf(person.id));
  say(texts.unlinked(person.id, accounts.length));
};

const invite: Command = async ({ store, config }, [id]) => {
  const person = id === undefined ? undefined : await personOf(store, id);
  const { publicUrl } = config.openId ?? config.mail ?? openIdOf(config);
  const token = value(await createInvitations(store, () => new Date()).invite(person?.id));
  say(texts.invitation(`${publicUrl}/invitation?jeton=${token}`));
};

const signOut: Command = async ({ store }, [id]) => {
  const person = await personOf(store, id);
  say(texts.signedOut(person.id, value(await store.sessions.closeAllOf(person.id))));
};

const body: Command = async ({ store }, [id, number, ...name]) => {
  const there = value(await store.reserve.organisation(id ?? ''));
  if (there === undefined) throw new Error(id === undefined ? texts.usage : texts.unknownBody(id));
  const siret = readSiret(number);
  if (siret === undefined) throw new Error(texts.noSiret(number ?? ''));
  const { declared, ...body } = there;
  const named = name.join(' ') || declared?.name || body.name;
  value(await store.reserve.saveOrganisation({ ...body, siret, name: named }));
  say(texts.body(there.id, value(await store.reserve.uniteBodies())));
};

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['list', list],
  ['add', add],
  ['role', role],
  ['link', link],
  ['unlink', unlink],
  ['invite', invite],
  ['sign-out', signOut],
  ['body', body],
]);

async function personOf({ reserve }: Store, id: string | undefined): Promise<Person> {
  if (id === undefined) throw new Error(texts.usage);
  const person = value(await reserve.person(id));
  if (person === undefined) throw new Error(texts.unknownPerson(id));
  return person;
}

function openIdOf({ openId }: Config): NonNullable<Config['openId']> {
  if (openId === undefined) throw new Error(texts.noIssuer);
  return openId;
}

function roleOf(name: string): PersonRole {
  const found = ROLES.get(name);
  if (found === undefined) throw new Error(texts.unknownRole(name));
  return found;
}

function said(roles: readonly PersonRole[]): string {
  return roles.map((one) => ROLE_NAMES.get(one) ?? one).join(', ');
}

function value<T>(result: Result<T, StoreDown>): T {
  if (!result.ok) throw new Error(texts.storeDown(result.error.reason));
  return result.value;
}

function row(cells: readonly string[]): void {
  process.stdout.write(`${cells.join('\t')}\n`);
}

function say(text: string): void {
  process.stdout.write(`${frenchTypography(text)}\n`);
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
