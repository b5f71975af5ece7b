import { describe, expect, it } from 'vitest';
import type { Seat } from '../contract/platform/face.ts';
import { NASTY, sees } from '../contract/platform/promises.ts';
import { sitInSlack } from '../contract/platform/slack.ts';
import { sitInTeams } from '../contract/platform/teams.ts';
import { mustBe } from '../fixtures/network.ts';
import { silence } from '../fixtures/silence.ts';
import { openSlackTown, type SlackTown } from '../fixtures/slack-town.ts';
import { openTeamsTown, type TeamsTown } from '../fixtures/teams-town.ts';

silence();

/** Two platforms over one store and one relay: the real Bolt, the real Bot Framework. */
async function openBoth(): Promise<{ readonly slack: SlackTown; readonly teams: TeamsTown }> {
  let teams: TeamsTown | undefined;
  const slack = await openSlackTown({
    elsewhere: () => {
      if (teams === undefined) throw new Error('Teams is not open');
      return teams.platform;
    },
  });
  teams = await openTeamsTown({ over: { store: slack.store, net: slack.net } });
  // Known to the network by his e-mail alone, until the platform he comes to recognises him.
  const bob = mustBe(await slack.store.reserve.person('bob'));
  if (bob === undefined) throw new Error('nobody is called bob');
  mustBe(await slack.store.reserve.savePerson({ ...bob, address: undefined }));
  return { slack, teams };
}

async function playCase(requester: Seat, reservist: Seat, { net, store }: SlackTown): Promise<void> {
  await requester.ask('Mme Sophie Tanguy, de Brezhon Travaux SARL, a 40 jours de retard : que faire ?');
  await requester.beginHandOver();
  await sees(requester, '[personne 1]');
  expect(net.sent).toEqual([]);
  await requester.agree();
  await sees(reservist, 'Mme [personne 1], de [entreprise 1]');
  await reservist.accept();
  await reservist.say(`Avez-vous mis cette entreprise en demeure ? ${NASTY}`);
  await sees(requester, 'mis cette entreprise en demeure ?');
  await sees(requester, '<b>gras</b>');
  await requester.say(`Oui, Mme Tanguy a été prévenue. ${NASTY}`);
  await sees(reservist, 'Oui, Mme [personne] a été prévenue.');
  // What calls, links or emboldens in one house does nothing in the other.
  expect([...(await requester.acting()), ...(await reservist.acting())]).toEqual([]);
  const [hers, his] = [await requester.screen(), await reservist.screen()];
  for (const hidden of ['Tanguy', 'Brezhon', requester.name]) expect(his).not.toContain(hidden);
  expect(hers).not.toContain(reservist.name);
  await reservist.markAnswered();
  await sees(requester, 'pense avoir répondu');
  await requester.close();
  await sees(requester, 'clos');
  await requester.rate();
  await sees(requester, 'avis');
  const [one] = mustBe(await net.helping.mine((await requester.person()) ?? ''));
  expect(mustBe(await net.cases.read(one?.id ?? '')).status).toBe('closed');
  // Nothing waits to be delivered, nothing was given up.
  expect(mustBe(await store.inbound.underWay())).toBe(0);
}

describe('one case across two platforms, over the relay', () => {
  it('a prescriber in Slack, a reservist in Teams', async () => {
    const { slack, teams } = await openBoth();
    await teams.client.post(teams.paul, { type: 'installationUpdate', action: 'add' });
    await teams.settled();
    await playCase(sitInSlack(slack, slack.claire), sitInTeams(teams, teams.paul), slack);
    const bob = mustBe(await slack.store.reserve.person('bob'));
    expect(bob?.address?.platform).toBe('teams');
    expect([...slack.logged, ...teams.logged].filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('a prescriber in Teams, a reservist in Slack', async () => {
    const { slack, teams } = await openBoth();
    await slack.slack.openHome(slack.paul);
    await slack.slack.nextHome(slack.paul);
    await playCase(sitInTeams(teams, teams.claire), sitInSlack(slack, slack.paul), slack);
    const bob = mustBe(await slack.store.reserve.person('bob'));
    expect(bob?.address?.platform).toBe('slack');
    expect([...slack.logged, ...teams.logged].filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
