import { expect, it } from 'vitest';
import { asText } from '../../fakes/slack-server/json.ts';
import { elementsOf } from '../../fakes/slack-server/validate/across.ts';
import { mustBe } from '../../fixtures/network.ts';
import { openSlackTown, type SlackTown } from '../../fixtures/slack-town.ts';

/** A reservist who is in the workspace, and has never written there. */
async function openWithStranger(): Promise<SlackTown> {
  const town = await openSlackTown();
  const bob = mustBe(await town.store.reserve.person('bob'));
  if (bob === undefined) throw new Error('nobody is called bob');
  mustBe(await town.store.reserve.savePerson({ ...bob, address: undefined }));
  return town;
}

it('an offer reaches a reservist by their e-mail alone, though they have never written', async () => {
  const town = await openWithStranger();
  const { slack, claire, paul, net } = town;
  await town.restart();
  await slack.nextCall('users.lookupByEmail');
  await expect.poll(async () => mustBe(await town.store.reserve.person('bob'))?.address).toBeDefined();
  await slack.dm(claire, 'Une entreprise a 40 jours de retard : que faire ?');
  await slack.click(await slack.nextMessage(claire), 'ask_reservist');
  await slack.submitView(await slack.nextView(claire), {});
  await net.turn();
  const offer = await slack.nextMessage(paul);
  expect([...elementsOf(offer.blocks ?? [])].map(({ element }) => asText(element['action_id']))).toContain(
    'offer_accept',
  );
});

it('where nobody can be looked up, that is said once, and all else goes on', async () => {
  const town = await openWithStranger();
  const { slack, claire } = town;
  slack.mischiefs.next('users.lookupByEmail', { kind: 'error', error: 'unknown_method' });
  await town.restart();
  await expect.poll(() => town.logged.filter((line) => line.includes('lookupByEmail'))).toHaveLength(1);
  await slack.dm(claire, 'Quel seuil ?');
  expect((await slack.nextMessage(claire)).text).toContain('Oui, sous');
});
