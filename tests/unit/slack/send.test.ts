import { expect, it } from 'vitest';
import type { Workspace } from '../../../adapters/slack/api.ts';
import { createAtHand, createWithout } from '../../../adapters/slack/context.ts';
import { createSender } from '../../../adapters/slack/send.ts';
import { err, ok } from '../../../src/result.ts';
import { recordedLog } from '../../fixtures/recorded-log.ts';

it('a right that is missing in channels does not stop what was said from being found in direct messages', async () => {
  const { log } = recordedLog();
  const asked: string[] = [];
  const workspace: Workspace = {
    team: 'T1',
    teamName: undefined,
    botUser: 'UBOT',
    bot: undefined,
    api: {
      team: 'T1',
      call: async (_, { channel }) => {
        asked.push(String(channel));
        return String(channel).startsWith('C')
          ? err({ kind: 'refused', error: 'missing_scope' })
          : ok({ messages: [{ ts: '2.2', metadata: { event_payload: { id: 'm' } } }] });
      },
      respond: async () => ok(undefined),
      upload: async () => ok(undefined),
    },
  };
  const { find } = createSender({ ...createWithout(log), atHand: createAtHand() });
  const inThread = (channel: string) => find(workspace, { channel, thread: '1.1' }, 'm', '1.0');
  expect(await inThread('C1')).toEqual(ok(undefined));
  expect(await inThread('D1')).toEqual(ok({ channel: 'D1', ts: '2.2' }));
  // Where it was refused it is not asked again.
  await inThread('C2');
  expect(asked).toEqual(['C1', 'D1']);
});
