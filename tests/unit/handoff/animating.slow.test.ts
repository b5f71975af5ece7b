import { beforeEach, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { linkAccount } from '../../../src/reserve/accounts.ts';
import { createInvitations } from '../../../src/reserve/invitations.ts';
import type { Person } from '../../../src/reserve/person.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { NetworkAct } from '../../../src/vocabulary/network.ts';
import {
  ask,
  faultOf,
  folder,
  mustBe,
  type Network,
  network,
  offered,
  PEOPLE,
  RESERVISTS,
} from '../../fixtures/network.ts';

let store: Store;
let net: Network;
let held: string;
let holder: string;

const WRITTEN = {
  name: 'Zoé Prigent',
  email: 'zoe@exemple.fr',
  body: 'Ville de Vitré',
  roles: ['prescriber'],
  territories: '',
} as const;
const extra = (id: string, more: Partial<Person>): Person => ({
  id,
  name: id,
  email: `${id}@exemple.fr`,
  organisation: 'vitre',
  roles: ['buyer'],
  language: 'fr',
  address: undefined,
  ...more,
});

beforeEach(async () => {
  store = await openStore({ data: folder(), databaseUrl: undefined, log: createLog('silent') });
  net = await network(store);
  for (const one of [
    extra('alma', { roles: ['buyer', 'administrator'], organisation: 'rennes' }),
    extra('brest', { roles: ['buyer', 'coordinator'], territories: ['29'], organisation: 'chu' }),
    extra('near', { roles: ['buyer', 'coordinator'], territories: ['35'] }),
    extra('twin', { email: undefined }),
  ])
    mustBe(await store.reserve.savePerson(one));
  held = await ask(net, 'Peut-on résilier le marché de nettoyage ?');
  holder = await offered(net, held);
  mustBe(await net.helping.act(holder, held, { kind: 'accept' }));
  await net.turn();
  mustBe(
    await store.exchanges.add({
      id: 'x1',
      at: net.now().toISOString(),
      question: 'Q ?',
      outcome: 'answer',
      reason: undefined,
    }),
  );
  mustBe(
    await store.exchanges.addFeedback({
      exchange: 'x1',
      at: net.now().toISOString(),
      useful: false,
      why: 'wrong: le seuil a changé',
    }),
  );
  return () => store.close();
});

const seenOf = async (person: string) => mustBe(await net.animating.person('alma', person)).seen;
const bodySeen = async (id: string) =>
  mustBe(await net.animating.network('alma')).bodies.find((one) => one.id === id)?.seen ?? '';
const other = () => RESERVISTS.find(({ person }) => person !== holder)?.id ?? '';

/** One of every act there is, on Vitré's people, cases and body: each passes for an administrator. */
async function everyAct(): Promise<readonly NetworkAct[]> {
  const on = mustBe(await net.cases.read(held)).version;
  const [message] = await givenUp();
  return [
    { kind: 'add_person', ...WRITTEN },
    { kind: 'change_person', person: 'anne', seen: await seenOf('anne'), ...WRITTEN, email: 'anne@exemple.fr' },
    {
      kind: 'lend',
      person: 'stan',
      seen: await seenOf('stan'),
      competences: ['seuils'],
      territories: '35',
      week: 'le mardi de 9 h à 12 h',
      hours: '4 h',
      cases: '2',
    },
    { kind: 'pause', person: 'stan' },
    { kind: 'resume', person: 'stan' },
    { kind: 'stop_lending', person: 'stan' },
    { kind: 'invite', person: 'stan' },
    { kind: 'sign_out', person: 'stan' },
    { kind: 'join', person: 'stan', other: 'twin' },
    {
      kind: 'change_body',
      body: 'vitre',
      seen: await bodySeen('vitre'),
      name: 'Commune de Vitré',
      siret: '',
      publicClass: '',
      territories: '35360 35 R53',
    },
    { kind: 'retry_message', message },
    { kind: 'answer_feedback', exchange: 'x1', text: 'La fiche est corrigée.' },
    { kind: 'hand_to', case: held, on, reservist: other() },
    { kind: 'seek_again', case: held, on },
    { kind: 'remove_person', person: 'stan' },
  ];
}

async function givenUp(): Promise<readonly [string]> {
  const mine = mustBe(await store.outbox.givenUp());
  if (mine[0] !== undefined) return [mine[0].id];
  mustBe(await net.helping.act('anne', held, { kind: 'say', text: 'Merci de votre aide.' }));
  const [entry] = mustBe(await store.outbox.take(net.now().toISOString(), 1, 1_000));
  mustBe(await store.outbox.failed(entry?.id ?? '', 'no such channel', undefined));
  return [entry?.id ?? ''];
}

it('lets nobody act but who looks after them: a stranger, a prescriber, a reservist, a coordinator of elsewhere, 0 acts pass', async () => {
  const acts = await everyAct();
  for (const by of ['nobody', 'anne', holder, 'brest'])
    for (const act of acts)
      expect([by, act.kind, (await net.animating.act(by, act)).ok]).toEqual([by, act.kind, false]);
  for (const by of ['nobody', 'anne', holder]) {
    expect(faultOf(await net.animating.network(by))).toBe('not_coordinator');
    expect(faultOf(await net.animating.csv(by))).toBe('not_coordinator');
    expect(faultOf(await net.animating.handed(by, held))).toBe('not_coordinator');
  }
  expect(mustBe(await net.animating.journal('alma'))).toEqual([]);
});

it('lets an administrator and a coordinator of the territory do each of them, and notes who did what', async () => {
  const done: string[] = [];
  for (const act of await everyAct()) {
    // Each on what stands then.
    const fresh = (await everyAct()).find(({ kind }) => kind === act.kind) ?? act;
    const by = act.kind === 'answer_feedback' ? 'alma' : 'near';
    const acted = await net.animating.act(by, act.kind === 'hand_to' || act.kind === 'seek_again' ? fresh : act);
    if (act.kind === 'seek_again') expect(faultOf(acted)).toBe('stale');
    else expect([act.kind, acted.ok ? '' : acted.error]).toEqual([act.kind, '']);
    if (acted.ok) done.push(act.kind);
  }
  const journal = mustBe(await net.animating.journal('alma'));
  expect(journal.map(({ kind }) => kind).toSorted()).toEqual(done.toSorted());
  const added = journal.find(({ kind }) => kind === 'add_person');
  expect(added).toMatchObject({ by: 'near', about: 'Zoé Prigent' });
  // What changed of a name or an address is not kept; of roles and bodies it is.
  expect(JSON.stringify(journal)).not.toContain('exemple.fr');
});

it('shows a coordinator their territory alone', async () => {
  const near = mustBe(await net.animating.network('near'));
  expect(near.bodies.map(({ id }) => id).toSorted()).toEqual(['rennes', 'vitre']);
  expect(near.people.some(({ id }) => id === 'carl')).toBe(false);
  expect(mustBe(await net.animating.csv('near'))).not.toContain('Carl Thibault');
  expect(faultOf(await net.animating.person('near', 'carl'))).toBe('out_of_reach');
  expect(faultOf(await net.animating.handed('brest', held))).toBe('out_of_reach');
});

it('gives nobody more than the giver has, by no way round', async () => {
  const change = async (by: string, person: string, more: object) =>
    faultOf(
      await net.animating.act(by, { kind: 'change_person', person, seen: await seenOf(person), ...WRITTEN, ...more }),
    );
  const coordinator = { roles: ['buyer', 'coordinator'] as const };
  expect(await change('near', 'stan', { roles: ['buyer', 'administrator'] })).toBe('out_of_reach');
  expect(await change('near', 'stan', { ...coordinator, territories: '' })).toBe('out_of_reach');
  expect(await change('near', 'stan', { ...coordinator, territories: '35 29' })).toBe('out_of_reach');
  expect(await change('near', 'near', { ...coordinator, territories: '' })).toBe('out_of_reach');
  // Whoever could write another's address could sign in as them.
  expect(await change('near', 'alma', {})).toBe('out_of_reach');
  expect(await change('near', 'cora', {})).toBe('out_of_reach');
  expect(faultOf(await net.animating.act('near', { kind: 'invite', person: 'alma' }))).toBe('out_of_reach');
  expect(await change('near', 'stan', { ...coordinator, territories: '35' })).toBeUndefined();
  expect(await change('near', 'stan', { body: 'CHU de Brest' })).toBe('out_of_reach');
});

it('keeps an administrator, and nobody leaves by their own hand here', async () => {
  const seen = await seenOf('alma');
  const less = { ...WRITTEN, email: 'alma@exemple.fr', body: 'Rennes Métropole' };
  expect(faultOf(await net.animating.act('alma', { kind: 'change_person', person: 'alma', seen, ...less }))).toBe(
    'last_administrator',
  );
  expect(faultOf(await net.animating.act('alma', { kind: 'remove_person', person: 'alma' }))).toBe('out_of_reach');
});

it('says what is wrong with what was typed, and does nothing', async () => {
  const add = async (more: object) =>
    faultOf(await net.animating.act('alma', { kind: 'add_person', ...WRITTEN, ...more }));
  expect(await add({ name: ' ' })).toBe('needed');
  expect(await add({ email: 'anne.exemple.fr' })).toBe('not_email');
  expect(await add({ email: 'ANNE@exemple.fr' })).toBe('email_taken');
  expect(await add({ body: '…' })).toBe('needed');
  expect(await add({ roles: ['coordinator'] })).toBe('no_side');
  expect(await add({ roles: ['buyer', 'coordinator'], territories: 'Bretagne' })).toBe('unfit');
  expect(mustBe(await store.reserve.people())).toHaveLength(PEOPLE.length + 4);
  expect(mustBe(await net.animating.journal('alma'))).toEqual([]);
});

it('is done once by a second press, and not at all from a page that is out of date', async () => {
  const act = { kind: 'change_person', person: 'stan', seen: await seenOf('stan'), ...WRITTEN } as const;
  mustBe(await net.animating.act('alma', act));
  expect(mustBe(await net.animating.act('alma', act))).toEqual({ same: true });
  expect(faultOf(await net.animating.act('alma', { ...act, name: 'Autre' }))).toBe('stale');
  mustBe(await net.animating.act('alma', { kind: 'sign_out', person: 'stan' }));
  expect(mustBe(await net.animating.journal('alma'))).toHaveLength(2);
});

it('hands a case to someone else: asked, told, and no longer the other’s', async () => {
  const sheet = mustBe(await net.animating.handed('near', held));
  expect(sheet.holder?.state).toBe('there');
  expect(sheet.question).not.toContain('Anne');
  const act = { kind: 'hand_to', case: held, on: sheet.on, reservist: other() } as const;
  mustBe(await net.animating.act('near', act));
  expect(mustBe(await net.animating.act('near', act))).toEqual({ same: true });
  const state = mustBe(await net.cases.read(held));
  expect(state.status).toBe('offered');
  expect(state.offers.map(({ reservist }) => reservist)).toEqual([other()]);
  expect(faultOf(await net.helping.act(holder, held, { kind: 'say', text: 'Je réponds.' }))).toBe('unknown_case');
  const told = net.sent.length;
  await net.turn();
  expect(
    net.sent
      .slice(told)
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('confi');
  mustBe(await net.helping.act(await offered(net, held), held, { kind: 'accept' }));
});

it('finds someone anew for a case whose reservist is gone, and says whose it is', async () => {
  // As a hand on the database, or a file put back, may leave it.
  mustBe(await store.reserve.removeReservist(RESERVISTS.find(({ person }) => person === holder)?.id ?? ''));
  const sheet = mustBe(await net.animating.handed('near', held));
  expect(sheet.holder?.state).toBe('gone');
  mustBe(await net.animating.act('near', { kind: 'seek_again', case: held, on: sheet.on }));
  expect(await offered(net, held)).not.toBe(holder);
});

it('lets a reservist leave: what they hold goes to others, what they asked is withdrawn, their name is nowhere', async () => {
  const own = await ask(net, 'Faut-il publier un avis ?', holder);
  const { name } = mustBe(await store.reserve.person(holder)) ?? { name: '' };
  expect(mustBe(await net.animating.person('alma', holder))).toMatchObject({ asks: 1, holds: [{ id: held }] });
  mustBe(await net.animating.act('alma', { kind: 'remove_person', person: holder }));
  const state = mustBe(await net.cases.read(held));
  expect(state.holder).toBeUndefined();
  expect(state.status).toBe('offered');
  expect(mustBe(await net.cases.read(own)).status).toBe('withdrawn');
  expect(JSON.stringify(mustBe(await net.animating.network('alma')))).not.toContain(name);
  expect(mustBe(await net.animating.journal('alma'))[0]).toMatchObject({
    kind: 'remove_person',
    by: 'alma',
    about: undefined,
  });
});

it('makes one of two entries of a person: cases, accounts, training; and says why it cannot', async () => {
  mustBe(await linkAccount(store, 'twin', { issuer: 'https://i.example', sub: 'twin' }));
  const own = await ask(net, 'Faut-il un avis ?', 'twin');
  expect(faultOf(await net.animating.act('alma', { kind: 'join', person: 'stan', other: 'stan' }))).toBe('same_person');
  expect(faultOf(await net.animating.act('alma', { kind: 'join', person: 'bob', other: 'carl' }))).toBe('both_lend');
  expect(faultOf(await net.animating.act('near', { kind: 'join', person: 'stan', other: 'carl' }))).toBe(
    'out_of_reach',
  );
  mustBe(await net.animating.act('alma', { kind: 'join', person: 'stan', other: 'twin' }));
  expect(mustBe(await store.reserve.person('twin'))).toBeUndefined();
  const joined = mustBe(await net.animating.person('alma', 'stan'));
  expect(joined).toMatchObject({ asks: 1, person: { name: 'Stan Lozach', accounts: 1 } });
  expect(mustBe(await net.cases.read(own)).requester.person).toBe('stan');
  expect(mustBe(await net.helping.mine('stan')).map(({ id }) => id)).toEqual([own]);
});

it('invites: whoever opens the link and signs in by a new account is the person entered, and nobody else ever', async () => {
  const invitations = createInvitations(store, net.now);
  const invite = async () => mustBe(await net.animating.act('alma', { kind: 'invite', person: 'stan' })).token ?? '';
  mustBe(await store.reserve.savePerson(extra('new', { roles: ['prescriber'], name: 'sub 42' })));
  mustBe(await linkAccount(store, 'new', { issuer: 'https://i.example', sub: '42' }));
  const token = await invite();
  // Who is somebody already is not made somebody else by a link.
  for (const by of ['alma', 'bob', 'near']) expect(faultOf(await invitations.accept(token, by))).toBe('not_yours');
  expect(mustBe(await invitations.accept(token, 'new'))).toBe('joined');
  expect(mustBe(await store.reserve.person('new'))).toBeUndefined();
  expect(faultOf(await invitations.accept(token, 'stan'))).toBe('expired');
  // They sign in by now: no link takes their name any more.
  expect(faultOf(await net.animating.act('alma', { kind: 'invite', person: 'stan' }))).toBe('stale');
});

it('makes the first administrator by a link that lies about, and no second one', async () => {
  const invitations = createInvitations(store, net.now);
  const open = mustBe(await invitations.invite(undefined));
  expect(faultOf(await invitations.accept(open, 'stan'))).toBe('expired');
  mustBe(await store.reserve.removePerson('alma'));
  expect(mustBe(await invitations.accept(open, 'stan'))).toBe('administrator');
  expect(mustBe(await store.reserve.person('stan'))?.roles).toContain('administrator');
});
