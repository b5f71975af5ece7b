import { expect, it } from 'vitest';
import { composeConversing } from '../../scripts/compose-conversing.ts';
import { NOW } from '../fixtures/composed.ts';

it('of a long question or comment no more than a question may have is looked at for names', async () => {
  const read: number[] = [];
  const conversing = composeConversing({
    assistant: {
      respond: async ({ id, address }: { id: string; address: unknown }) => ({
        inReplyTo: id,
        address,
        outcome: { kind: 'refusal', reason: 'too_long' },
        at: NOW,
      }),
    },
    memory: { forget: () => undefined, recall: () => undefined },
    store: {
      exchanges: { add: async () => ({ ok: true }), addFeedback: async () => ({ ok: true }) },
      dialogues: { recall: async () => ({ ok: true, value: undefined }), keep: async () => ({ ok: true }) },
    },
    masker: {
      find: (text: string) => {
        read.push(text.length);
        return [];
      },
    },
    log: { warn: () => undefined, error: () => undefined },
  } as never);
  const text = 'a'.repeat(500_000);
  await conversing.respond({ id: 'm', address: { platform: 'web', conversation: 'c' }, text });
  conversing.addFeedback({ messageId: 'm', useful: false, why: text });
  await conversing.flush();
  expect(read).toEqual([4_000]);
});
