import { expect, it } from 'vitest';
import { createFakeConversing } from '../../fakes/conversing.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';

it('a reply in a thread of one’s own messages goes on from the exchange that the thread hangs on', async () => {
  const conversing = createFakeConversing({
    kind: 'refusal',
    reason: 'no_source',
    text: 'Rien de sûr.',
    next: 'Reformulez.',
    suggestions: [{ label: 'Et ensuite ?', text: 'et ensuite ?' }],
  });
  const { slack, claire } = await openSlackTown({ conversing });
  await slack.dm(claire, 'Quel seuil ?');
  const answer = await slack.nextMessage(claire);
  await slack.dm(claire, 'Quel délai ?');
  const second = await slack.nextMessage(claire);
  await slack.dm(claire, 'et pour les travaux ?', { threadTs: answer.ts });
  await slack.nextMessage(claire);
  // What was clicked is an exchange like another.
  await slack.click(second, 'ask_suggestion_0');
  const clicked = await slack.nextMessage(claire);
  await slack.dm(claire, 'et en 2027 ?', { threadTs: clicked.ts });
  await slack.nextMessage(claire);
  const [first, , threaded, suggested, last] = conversing.heard;
  expect(threaded?.after).toEqual({ conversation: first?.address.conversation, message: first?.id });
  expect(last?.after).toEqual({ conversation: first?.address.conversation, message: suggested?.id });
  expect(first?.after).toBeUndefined();
});
