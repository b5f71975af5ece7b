import { expect, it } from 'vitest';
import { openSlackTown } from '../../fixtures/slack-town.ts';

it('hears and answers over a connection of its own, and again after Slack has ended it', async () => {
  const town = await openSlackTown({ mode: 'socket' });
  const { slack, claire, logged } = town;
  await slack.nextSocket('connected');
  await slack.dm(claire, 'Faut-il trois devis ?');
  expect((await slack.nextMessage(claire)).text).toContain('Oui, sous');
  slack.sockets.refresh();
  await slack.nextSocket('connected');
  await slack.dm(claire, 'Et pour les travaux ?');
  await slack.nextMessage(claire);
  slack.sockets.cut();
  await slack.nextSocket('connected');
  await slack.dm(claire, 'Et en 2027 ?');
  await slack.nextMessage(claire);
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
});
