import { expect, it } from 'vitest';
import { createKept } from '../../../adapters/teams/kept.ts';
import { ok } from '../../../src/result.ts';
import { answerWith, replyWith } from '../../fakes/conversing.ts';

it('a reply is there for its buttons while it is being written, and comes from the store after', async () => {
  let release: () => void = () => undefined;
  const writing = new Promise<void>((resolve) => {
    release = resolve;
  });
  const nothing = async () => ok(undefined);
  const kept = createKept({
    notes: {
      get: nothing,
      take: nothing,
      put: nothing,
      putNew: async () => ok(true),
      remove: nothing,
      list: async () => ok([]),
      about: async () => ok([]),
      putAll: async () => {
        await writing;
        return ok(undefined);
      },
    },
    now: () => new Date(),
  });
  const reply = { question: 'Quel seuil ?', message: replyWith(answerWith({})), shown: ['1'] };
  const written = kept.keepReply('a:1|2', reply);
  expect(await kept.reply('a:1|2')).toEqual(ok(reply));
  release();
  expect(await written).toEqual(ok(undefined));
  expect(await kept.reply('a:1|2')).toEqual(ok(undefined));
});
