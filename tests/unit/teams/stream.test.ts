import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { OutboundActivity } from '../../../adapters/teams/activity.ts';
import { createSay } from '../../../adapters/teams/say.ts';
import { beginTurn } from '../../../adapters/teams/stream.ts';
import { ok } from '../../../src/result.ts';

it('an answer that has begun is not looked for any more', async () => {
  const sent: OutboundActivity[] = [];
  let quiet = (): void => undefined;
  const context: Parameters<typeof beginTurn>[0] = {
    door: {
      send: async (_to: unknown, activity: OutboundActivity) => {
        sent.push(activity);
        return ok('1');
      },
    } as Parameters<typeof beginTurn>[0]['door'],
    pause: () =>
      new Promise((resolve) => {
        quiet = resolve;
      }),
    now: () => new Date('2026-11-25T09:00:00Z'),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
  const reference = { serviceUrl: 'https://x.example/', conversation: 'a:1', tenant: 't', bot: 'b' };
  const turn = beginTurn(context, { reference, scope: 'personal' }, createSay('fr'));
  turn.onSentence('Oui, sous 60 000 €.');
  await nextTurn();
  quiet();
  await nextTurn();
  await turn.end([{ type: 'message', text: 'Oui, sous 60 000 €.' }]);
  expect(sent.map(({ text }) => text)).toEqual(['Oui, sous 60 000 €.', 'Oui, sous 60 000 €.']);
});
