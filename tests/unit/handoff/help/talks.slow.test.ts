// A line typed to the assistant by someone with a case under way: its other side, or a question? They say, and nothing leaves before.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import { opened } from '../../../contract/store/places.ts';
import { ask, folder, mustBe, type Network, network, offered } from '../../../fixtures/network.ts';

const LINE = 'Voici le constat de l’huissier.';
const QUESTION = { case: undefined };

let data: string;
let store: Store;
let net: Network;
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

const hear = async (by: string, chosen?: { readonly case: string | undefined }) =>
  mustBe(await net.helping.hear(by, LINE, chosen));

async function held(question = 'Que faire de quarante jours de retard ?'): Promise<{ id: string; lender: string }> {
  const id = await ask(net, question);
  const lender = await offered(net, id);
  mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
  return { id, lender };
}

it('is a question for as long as nobody has taken the case', async () => {
  await ask(net, 'Que faire de quarante jours de retard ?');
  expect(await hear('anne')).toEqual({ kind: 'question' });
});

it('is asked about on both sides, then goes the way that was chosen', async () => {
  const { id, lender } = await held();
  for (const [by, side] of [
    ['anne', 'requester'],
    [lender, 'reservist'],
  ] as const) {
    expect(await hear(by)).toMatchObject({ kind: 'for_case', cases: [{ id, side }], goes: undefined });
    expect(await hear(by, { case: id })).toMatchObject({ kind: 'for_case', goes: { id, side } });
    expect(await hear(by)).toMatchObject({ kind: 'for_case', goes: { id } });
  }
  mustBe(await net.helping.act('anne', id, { kind: 'close' }));
  expect(await hear('anne')).toEqual({ kind: 'question' });
});

it('stays a question once said to be one, until the case moves or half an hour has passed', async () => {
  const { id, lender } = await held();
  expect(await hear('anne', QUESTION)).toEqual({ kind: 'question' });
  expect(await hear('anne')).toEqual({ kind: 'question' });
  mustBe(await net.helping.act(lender, id, { kind: 'say', text: 'Avez-vous un constat ?' }));
  expect(await hear('anne')).toMatchObject({ kind: 'for_case', goes: undefined });
  await hear('anne', { case: id });
  net.wait(31);
  expect(await hear('anne')).toMatchObject({ kind: 'for_case', goes: undefined });
});

it('names each of several cases, the latest first', async () => {
  const first = await held();
  net.wait(1);
  const second = await held('Peut-on prolonger un marché arrivé à son terme ?');
  expect(await hear('anne')).toMatchObject({
    cases: [{ id: second.id, question: 'Peut-on prolonger un marché arrivé à son terme ?' }, { id: first.id }],
  });
});
