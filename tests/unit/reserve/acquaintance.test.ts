import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createAcquaintance } from '../../../src/reserve/acquaintance.ts';
import type { Person } from '../../../src/reserve/person.ts';
import type { Acquaintance, PlatformProfile } from '../../../src/reserve/port/acquaintance.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { mustBe, network } from '../../fixtures/network.ts';

const log = createLog('silent');
let data: string;
let store: Store;
let acquaintance: Acquaintance;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'truchement-acquaintance-'));
  store = await openStore({ data, databaseUrl: undefined, log });
  acquaintance = createAcquaintance({ records: store.reserve, notes: store.platformNotes });
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const account = { platform: 'slack', workspace: 'T1', user: 'U1' } as const;
const profile: PlatformProfile = {
  name: 'Ève Le Goff',
  email: undefined,
  language: 'fr',
  address: { platform: 'slack', conversation: 'T1:D1' },
  organisation: { id: 'slack-T1', name: 'Ville de Kerlann' },
  isMember: true,
};
const never = () => Promise.reject(new Error('asked for nothing'));

describe('who is behind an account', () => {
  it('is nobody before they are met, and writes nobody down for asking', async () => {
    expect(mustBe(await acquaintance.known(account))).toBeUndefined();
    expect(mustBe(await store.reserve.people())).toEqual([]);
  });

  it('is made known as a prescriber of the body of the workspace, and then known without asking again', async () => {
    const met = mustBe(await acquaintance.meet(account, async () => profile));
    expect(met).toMatchObject({ name: 'Ève Le Goff', organisation: 'Ville de Kerlann', role: 'prescriber' });
    expect(mustBe(await acquaintance.meet(account, never))).toEqual(met);
    expect(mustBe(await acquaintance.known(account))).toEqual(met);
    expect(mustBe(await store.reserve.person(met.person))?.address).toEqual(profile.address);
    expect(mustBe(await acquaintance.known({ ...account, workspace: 'T2' }))).toBeUndefined();
    expect(mustBe(await acquaintance.known({ ...account, platform: 'teams' }))).toBeUndefined();
  });

  it('is the person whom the network knows by that e-mail, on each platform', async () => {
    const net = await network(store);
    const bob = mustBe(await net.store.reserve.person('bob'));
    await store.reserve.savePerson({ ...(bob ?? never), email: 'Bob@Exemple.fr' } as NonNullable<typeof bob>);
    const same = { ...profile, email: 'bob@exemple.FR' };
    const slack = mustBe(await acquaintance.meet(account, async () => same));
    const teams = mustBe(await acquaintance.meet({ ...account, platform: 'teams' }, async () => same));
    expect([slack.person, teams.person, slack.reservist]).toEqual(['bob', 'bob', true]);
    expect(mustBe(await store.reserve.organisation('slack-T1'))).toBeUndefined();
  });

  it('is recognised by the e-mail alone, where a stranger stays one', async () => {
    const net = await network(store);
    const bob = mustBe(await net.store.reserve.person('bob'));
    const bare = { ...(bob as NonNullable<typeof bob>), email: 'bob@exemple.fr', address: undefined };
    await store.reserve.savePerson(bare);
    const people = mustBe(await store.reserve.people()).length;
    expect(mustBe(await acquaintance.recognise(account, async () => profile))).toBeUndefined();
    expect(mustBe(await acquaintance.known(account))).toBeUndefined();
    const found = mustBe(await acquaintance.recognise(account, async () => ({ ...profile, email: 'bob@exemple.fr' })));
    expect(found).toMatchObject({ person: 'bob', reservist: true });
    expect(mustBe(await acquaintance.known(account))?.person).toBe('bob');
    expect(mustBe(await store.reserve.person('bob'))?.address).toEqual(profile.address);
    // Who is reached somewhere is not moved by being seen elsewhere.
    const elsewhere = {
      ...profile,
      email: 'bob@exemple.fr',
      address: { platform: 'teams', conversation: 'a:1' },
    } as const;
    mustBe(await acquaintance.recognise({ ...account, platform: 'teams' }, async () => elsewhere));
    expect(mustBe(await store.reserve.person('bob'))?.address).toEqual(profile.address);
    expect(mustBe(await store.reserve.people())).toHaveLength(people);
  });

  it('becomes a reservist, a buyer, and is reached elsewhere, as the reserve says', async () => {
    const { person } = mustBe(await acquaintance.meet(account, async () => profile));
    await network(store);
    const [one] = mustBe(await store.reserve.reservists());
    await store.reserve.saveReservist({ ...(one as NonNullable<typeof one>), id: 'r-eve', person });
    expect(mustBe(await acquaintance.known(account))?.reservist).toBe(true);
    mustBe(await acquaintance.setRole(person, 'buyer'));
    expect(mustBe(await acquaintance.known(account))?.role).toBe('buyer');
    mustBe(await acquaintance.setRole(person, 'prescriber'));
    expect(mustBe(await store.reserve.person(person))?.roles).toEqual(['prescriber']);
    const told = mustBe(await store.reserve.person(person)) as Person;
    mustBe(await store.reserve.savePerson({ ...told, directoryRoles: ['prescriber'] }));
    mustBe(await acquaintance.setRole(person, 'buyer'));
    expect(mustBe(await acquaintance.known(account))).toMatchObject({ role: 'prescriber', isSideGiven: true });
    const elsewhere = { platform: 'teams', conversation: 'a:1' } as const;
    mustBe(await acquaintance.reachAt(person, elsewhere));
    expect(mustBe(await store.reserve.person(person))?.address).toEqual(elsewhere);
  });

  it('is of the configured body where they are of its workspace, and of none as a guest or where nobody can tell', async () => {
    const body = { siret: '21350360000016', name: 'Ville de Vitré' };
    const own = createAcquaintance({ records: store.reserve, notes: store.platformNotes, body });
    const met = async (user: string, isMember: boolean | undefined) =>
      mustBe(await own.meet({ ...account, user }, async () => ({ ...profile, isMember })));
    expect(await met('U1', true)).toMatchObject({ organisation: 'Ville de Vitré', siret: body.siret });
    expect(await met('U2', false)).toMatchObject({ organisation: 'Invités de Ville de Kerlann', siret: undefined });
    expect(await met('U3', undefined)).toMatchObject({ organisation: 'Ville de Kerlann', siret: undefined });
  });

  it('is a stranger again once forgotten', async () => {
    const net = await network(store);
    const { person } = mustBe(await acquaintance.meet(account, async () => profile));
    expect(mustBe(await net.helping.exportOf(person))).toContain('T1:U1');
    mustBe(await net.helping.forgetMe(person));
    expect(mustBe(await acquaintance.known(account))).toBeUndefined();
    expect(mustBe(await store.platformNotes.about(person))).toEqual([]);
  });
});
