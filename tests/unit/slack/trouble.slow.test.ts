import { expect, it } from 'vitest';
import { countAnswers, fillTown } from '../../fakes/slack-server/load.ts';
import { mustBe } from '../../fixtures/network.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

it('limits, cut connections, lost acceptances and outages all at once lose no answer and give none twice', {
  timeout: 40_000,
}, async () => {
  const { slack, vern, store } = await openSlackTown();
  const { mischiefs } = slack;
  mischiefs.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 1 }, 4);
  mischiefs.next('chat.postMessage', { kind: 'lost-answer' }, 4);
  mischiefs.next('chat.postMessage', { kind: 'drop' }, 4);
  mischiefs.next('chat.postMessage', { kind: 'status', status: 503 }, 4);
  mischiefs.next('chat.postMessage', { kind: 'malformed' }, 2);
  mischiefs.next('conversations.history', { kind: 'drop' }, 3);
  mischiefs.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 2 }, 4);
  const people = fillTown(slack, vern, 24);
  const said = await Promise.all(people.map((person) => slack.dm(person, 'Quel seuil ?')));
  // Half of the deliveries come twice as well.
  for (const { deliveries } of said.slice(0, 12)) for (const one of deliveries) await slack.redeliver(one);
  const asked = said.map(({ message }) => message);
  // Nothing is in hand nor waits to be tried again: whatever was to be said is.
  await expect.poll(async () => mustBe(await store.inbound.underWay()), { timeout: 30_000 }).toBe(0);
  expect(countAnswers(asked, slack.journal.all)).toMatchObject({ answered: 24, doubled: 0, unanswered: [] });
});
