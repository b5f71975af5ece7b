import { expect, it } from 'vitest';
import { directAddress } from '../../../adapters/slack/address.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

it('words of no case are said in a person’s own messages, with the reply that one click gives', async () => {
  const { slack, vern, paul, platform } = await openSlackTown();
  const words = {
    id: 't1',
    to: directAddress(vern.id, paul.id),
    person: 'bob',
    language: 'fr',
    text: 'Vous aviez commencé une leçon : dites **suite**. <!channel>',
    suggestions: [{ label: 'suite', text: 'suite' }],
  } as const;
  expect(await platform.tell?.(words)).toMatchObject({ ok: true });
  const said = await slack.nextMessage(paul);
  expect(said.text).toContain('dites');
  expect(said.text).not.toContain('<!channel>');
  expect(JSON.stringify(said.blocks)).toContain('"suite"');
  const lost = { ...words, to: { platform: 'slack', conversation: 'nowhere' } } as const;
  expect(await platform.tell?.(lost)).toMatchObject({ ok: false, error: { kind: 'never' } });
});
