import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAcquaintance } from '../../../src/reserve/acquaintance.ts';
import type { Everyone } from '../../../src/reserve/csv.ts';
import { planCsvImport } from '../../../src/reserve/plan-import.ts';
import { VERN } from '../../fakes/openid-provider.ts';
import { type DirectoryTown, directoryTown } from '../../fixtures/directory-town.ts';
import { ask, faultOf, mustBe } from '../../fixtures/network.ts';

/** Another establishment of the same legal body: the same nine figures. */
const VERN_SCHOOLS = '21350238800175';
/** Another body altogether. */
const OTHER = '20002305600019';
const HEAD =
  'nom;courriel;organisation;siret;classe;territoires;compétences;disponibilités;heures par mois;dossiers à la fois';

let town: DirectoryTown;
let ids = 0;
beforeEach(async () => {
  town = await directoryTown();
  // Nobody else is there to be asked: a case goes to the reservist of the test, or waits.
  for (const id of ['r-bob', 'r-carl', 'r-dora']) mustBe(await town.store.reserve.removeReservist(id));
});
afterEach(() => town.stop());

/** A reservist from the coordinator's file. */
async function imported(organisation: string, siret: string, email = 'paul@ailleurs.example'): Promise<string> {
  const { reserve } = town.store;
  const kept: Everyone = {
    people: mustBe(await reserve.people()),
    organisations: mustBe(await reserve.organisations()),
    reservists: mustBe(await reserve.reservists()),
  };
  const row = `Paul;${email};${organisation};${siret};commune;35;execution;tous les jours de 8h à 18h;100;10`;
  const planned = mustBe(
    planCsvImport(`${HEAD}\n${row}\n`, kept, {
      competences: new Set(['execution']),
      now: town.now(),
      newId: () => `csv-${++ids}`,
    }),
  );
  for (const one of planned.organisations) mustBe(await reserve.saveOrganisation(one));
  for (const one of planned.people) mustBe(await reserve.savePerson(one));
  for (const one of planned.reservists) mustBe(await reserve.saveReservist(one));
  mustBe(await reserve.uniteBodies());
  return planned.reservists[0]?.id ?? '';
}

/** Someone who signs in and asks; to whom it is offered. */
async function offersFor(claims: Readonly<Record<string, unknown>>, sub = 'asker'): Promise<readonly string[]> {
  const { browser } = await town.signIn({ sub, claims });
  return offersOf(await ask(town, 'Le titulaire ne livre plus.', await town.whoIs(browser)));
}

async function offersOf(id: string): Promise<readonly string[]> {
  return mustBe(await town.cases.read(id)).offers.map(({ reservist }) => reservist);
}

describe('a case of someone who signs in', () => {
  it('is offered to a reservist of another body', async () => {
    const paul = await imported('Ville de Liffré', OTHER);
    expect(await offersFor({ siret: VERN })).toEqual([paul]);
  });

  it.each([
    ['of the same SIRET, from the file', 'Ville de Vern', VERN],
    ['of another establishment of the same legal body', 'Écoles de Vern', VERN_SCHOOLS],
    ['of a body that has a name and no number, which may be the same', 'Ville de Vern', ''],
  ])('is not offered to a reservist %s', async (_, organisation, siret) => {
    await imported(organisation, siret);
    expect(await offersFor({ siret: VERN })).toEqual([]);
  });

  it('is not offered to a colleague whom the file brings after, when it looks again', async () => {
    const id = await askAs('asker', { siret: VERN });
    await imported('Ville de Vern', VERN);
    town.wait(24 * 60);
    await town.turn();
    expect(await offersOf(id)).toEqual([]);
  });

  it('is not offered to a reservist who declared ties with that body under its name', async () => {
    const paul = await imported('Ville de Liffré', OTHER);
    await imported('Ville de Vern', VERN, 'other@vern.example');
    const reservist = mustBe(await town.store.reserve.reservist(paul));
    const vern = mustBe(await town.store.reserve.organisations()).find(({ siret }) => siret === VERN);
    if (reservist === undefined || vern === undefined) throw new Error('nobody was imported');
    const conflicts = { organisations: [vern.id], suppliers: [] };
    mustBe(await town.store.reserve.saveReservist({ ...reservist, conflicts }));
    expect(await offersFor({ siret: VERN_SCHOOLS })).toEqual([]);
  });

  it('is taken back from a reservist whose body turns out to be the same while it is offered', async () => {
    const paul = await imported('Ville de Liffré', OTHER);
    const id = await askAs('asker', { siret: VERN });
    expect(await offersOf(id)).toEqual([paul]);
    await town.signIn({ sub: 'asker', claims: { siret: OTHER } });
    const person = mustBe(await town.store.reserve.reservist(paul))?.person ?? '';
    expect(mustBe(await town.helping.desk(person)).offers).toEqual([]);
    expect(faultOf(await town.helping.view(person, id))).toBe('unknown_case');
    expect(faultOf(await town.helping.act(person, id, { kind: 'accept' }))).toBe('offer_expired');
    expect(await offersOf(id)).toEqual([]);
  });

  it('cannot be accepted by a reservist who moves to that body while it is offered', async () => {
    const paul = await imported('Ville de Liffré', OTHER, 'paul@liffre.example');
    const id = await askAs('asker', { siret: VERN });
    const { browser } = await town.signIn({
      sub: 'paul',
      claims: { email: 'paul@liffre.example', email_verified: true, siret: VERN },
    });
    expect(await offersOf(id)).toEqual([paul]);
    expect((await browser.get(`/dossier/${id}`)).status).toBe(404);
    expect((await browser.post(`/dossier/${id}`, { do: 'accept' })).status).not.toBe(303);
    expect(mustBe(await town.cases.read(id)).holder).toBeUndefined();
  });

  it('is passed on to no colleague of the requester', async () => {
    const paul = await imported('Ville de Liffré', OTHER);
    const person = mustBe(await town.store.reserve.reservist(paul))?.person ?? '';
    const id = await askAs('asker', { siret: VERN });
    mustBe(await town.helping.act(person, id, { kind: 'accept' }));
    const colleague = await imported('Écoles de Vern', VERN_SCHOOLS, 'colleague@vern.example');
    expect(faultOf(await town.helping.act(person, id, { kind: 'pass_to', reservist: colleague }))).toBe(
      'unknown_reservist',
    );
  });
});

describe('a case of someone who comes by a chat platform', () => {
  const meet = async (email: string, body?: { readonly siret: string; readonly name: undefined }) => {
    const acquaintance = createAcquaintance({ records: town.store.reserve, notes: town.store.platformNotes, body });
    const met = await acquaintance.meet({ platform: 'teams', workspace: 'T', user: 'u' }, async () => ({
      name: 'Claire',
      email,
      language: 'fr',
      address: { platform: 'teams', conversation: 'c' },
      organisation: { id: 'teams-T', name: 'b1c2' },
      isMember: true,
    }));
    return offersOf(await ask(town, 'Le titulaire ne livre plus.', mustBe(met).person));
  };

  it('is not offered to who lends help from the same domain', async () => {
    const paul = await imported('Ville de Vern', '', 'paul@vern.example');
    expect(await meet('claire@vern.example')).toEqual([]);
    mustBe(await town.store.reserve.removePerson('teams-T-u'));
    mustBe(await town.store.platformNotes.remove({ platform: 'teams', kind: 'identity', key: 'T:u' }));
    expect(await meet('claire@elsewhere.example')).toEqual([paul]);
  });

  it('is not kept from everybody who has a mailbox where anybody may', async () => {
    const paul = await imported('Ville de Vern', '', 'mairie.vern@orange.fr');
    expect(await meet('mairie.liffre@orange.fr')).toEqual([paul]);
  });

  it('is not offered to a reservist of the body that the installation says', async () => {
    await imported('Ville de Vern', VERN);
    expect(await meet('claire@elsewhere.example', { siret: VERN, name: undefined })).toEqual([]);
  });
});

async function askAs(sub: string, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const { browser } = await town.signIn({ sub, claims });
  return ask(town, 'Le titulaire ne livre plus.', await town.whoIs(browser));
}
