import { expect, it } from 'vitest';
import { wordsOf } from '../../fakes/teams-connector/client.ts';
import { openTeamsTown } from '../../fixtures/teams-town.ts';

it('words of no case are said in the personal chat, once however often they are given', async () => {
  const { client, paul, teams, platform, settled } = await openTeamsTown();
  await client.post(paul, { type: 'installationUpdate', action: 'add' });
  await settled();
  const chat = client.chatOf(paul).id;
  const words = {
    id: 't1',
    to: { platform: 'teams', conversation: chat },
    person: 'bob',
    language: 'fr',
    text: 'Vous aviez commencé une leçon : dites « suite ».',
    suggestions: [{ label: 'suite', text: 'suite' }],
  } as const;
  expect(await platform.tell?.(words)).toMatchObject({ ok: true });
  expect(await platform.tell?.(words)).toMatchObject({ ok: true });
  expect(client.shown(chat).filter(({ activity }) => wordsOf(activity).includes('dites « suite »'))).toHaveLength(1);
  teams.uninstall(paul.id);
  expect(await platform.tell?.({ ...words, id: 't2' })).toMatchObject({ ok: false, error: { kind: 'gone' } });
});
