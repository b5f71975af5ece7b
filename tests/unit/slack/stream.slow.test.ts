import { expect, it } from 'vitest';
import type { Conversing, RespondOptions } from '../../../src/answering/port/conversing.ts';
import { createFakeConversing } from '../../fakes/conversing.ts';
import type { Message } from '../../fakes/slack-server/types.ts';
import { mustBe } from '../../fixtures/network.ts';
import { openSlackTown, type SlackTown } from '../../fixtures/slack-town.ts';

type Speak = (options: RespondOptions, attempt: number) => Promise<void>;

/** A town whose assistant speaks while it thinks, in a thread of the pane. */
async function openPane(speak: Speak) {
  const fake = createFakeConversing();
  let asked = 0;
  const conversing: Conversing = {
    ...fake,
    respond: async (message, options = {}) => {
      await speak(options, asked++);
      return fake.respond(message);
    },
  };
  const town = await openSlackTown({ conversing });
  const { threadTs } = await town.slack.openAssistant(town.claire, town.achats);
  const hello = await town.slack.nextMessage(town.claire);
  const ask = (text: string) => town.slack.dm(town.claire, text, { threadTs });
  return { ...town, ask, hello, forgotten: fake.forgotten };
}

/** A sentence, shown by Slack before the next is said. */
const sayInTurn =
  (town: () => SlackTown['slack']): Speak =>
  async ({ onSentence }) => {
    onSentence?.('Oui, sous 60 000 € HT.');
    await town().nextCall('chat.startStream');
    onSentence?.('Demandez **trois devis** <!channel> @here.');
    await town().nextCall('chat.appendStream');
  };

/** All that the app has left to read in the thread, but its welcome. */
const answersIn = ({ slack, claire }: Pick<SlackTown, 'slack' | 'claire'>, hello: Message): readonly Message[] => [
  ...new Set(
    slack.journal
      .of('message')
      .filter(({ via, message }) => via !== 'person' && message.channel === slack.dmOf(claire).id)
      .map(({ message }) => message)
      .filter((message) => message.ts !== hello.ts && !message.deleted),
  ),
];
const settled = ({ store }: Pick<SlackTown, 'store'>) =>
  expect.poll(async () => mustBe(await store.inbound.underWay()), { timeout: 8_000 }).toBe(0);

it('an answer grows while it is worded, calls nobody, and the whole one takes its place', async () => {
  let slack: SlackTown['slack'] | undefined;
  const pane = await openPane(sayInTurn(() => slack ?? pane.slack));
  slack = pane.slack;
  await pane.ask('Quel seuil ?');
  const grown = await slack.nextStream(pane.claire);
  const whole = await slack.nextUpdate(pane.claire);
  expect(whole.ts).toBe(grown.ts);
  expect(whole.text).toContain('Oui, sous');
  const calls = slack.journal.of('call').map(({ call }) => call);
  const streamed = calls.filter(({ method }) => method.endsWith('Stream'));
  expect(streamed.map(({ method }) => method)).toEqual(['chat.startStream', 'chat.appendStream', 'chat.stopStream']);
  expect(streamed[0]?.args['markdown_text']).toBe('Oui, sous 60 000 € HT. ');
  expect(streamed[1]?.args['markdown_text']).not.toMatch(/<!channel>|@here/);
  expect(answersIn(pane, pane.hello)).toHaveLength(1);
});

it('where streams are unknown, each answer comes in one piece, and that is said once', async () => {
  const pane = await openPane(async ({ onSentence }) => onSentence?.('Oui.'));
  const { slack, claire } = pane;
  slack.mischiefs.next('chat.startStream', { kind: 'error', error: 'unknown_method' });
  for (const text of ['Quel seuil ?', 'Et en 2027 ?']) {
    await pane.ask(text);
    expect((await slack.nextMessage(claire)).text).toContain('Oui, sous');
  }
  await settled(pane);
  expect(slack.journal.of('call').filter(({ call }) => call.method === 'chat.startStream')).toHaveLength(1);
  expect(pane.logged.filter((line) => line.includes('done without') && line.includes('startStream'))).toHaveLength(1);
  expect(answersIn(pane, pane.hello)).toHaveLength(2);
});

it.each([
  ['chat.appendStream', { kind: 'error', error: 'message_not_in_streaming_state' } as const],
  ['chat.appendStream', { kind: 'drop' } as const],
  ['chat.appendStream', { kind: 'ratelimited', retryAfter: 30 } as const],
])('cut at %s (%j), the whole answer takes the place of what was shown', async (method, mischief) => {
  const pane = await openPane(sayInTurn(() => pane.slack));
  const { slack, claire } = pane;
  slack.mischiefs.next(method, mischief);
  await pane.ask('Quel seuil ?');
  expect((await slack.nextUpdate(claire)).text).toContain('Oui, sous');
  expect(answersIn(pane, pane.hello)).toHaveLength(1);
});

it('a stream that will not end is taken away, and the answer comes by itself', async () => {
  const pane = await openPane(sayInTurn(() => pane.slack));
  const { slack, claire } = pane;
  slack.mischiefs.next('chat.stopStream', { kind: 'error', error: 'internal_error' });
  await pane.ask('Quel seuil ?');
  expect((await slack.nextMessage(claire)).text).toContain('Oui, sous');
  expect(answersIn(pane, pane.hello)).toHaveLength(1);
});

it('a process that dies in the middle leaves its beginning to the next, which ends it there', async () => {
  const pane = await openPane(async ({ onSentence }, attempt) => {
    if (attempt > 0) return;
    onSentence?.('Oui, sous 60 000');
    await pane.slack.nextCall('chat.startStream');
    // Noted, then gone: what follows is another process.
    await expect.poll(async () => mustBe(await pane.store.platformNotes.list('slack', 'stream'))).toHaveLength(1);
    throw new Error('the power went');
  });
  const { slack, claire, store } = pane;
  await pane.ask('Quel seuil ?');
  await slack.nextCall('chat.startStream');
  await expect.poll(() => pane.logged.length >= 0 && slack.journal.of('stream').length).toBe(1);
  await pane.restart();
  const whole = await slack.nextUpdate(claire);
  expect(whole.text).toContain('Oui, sous');
  expect(whole.ts).toBe(slack.journal.of('stream')[0]?.message.ts);
  await settled(pane);
  expect(answersIn(pane, pane.hello)).toHaveLength(1);
  expect(mustBe(await store.platformNotes.list('slack', 'stream'))).toEqual([]);
});

it('a question taken back stops what is being worded, and leaves nothing behind', async () => {
  let stopped = false;
  const pane = await openPane(async ({ onSentence, signal }) => {
    onSentence?.('Oui, sous 60 000 € HT.');
    await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    stopped = true;
  });
  const { slack, claire } = pane;
  const { message } = await pane.ask('Quel seuil ?');
  await slack.nextCall('chat.startStream');
  await slack.deleteMessage(message);
  await slack.nextDelete(claire);
  await settled(pane);
  expect(stopped).toBe(true);
  expect(answersIn(pane, pane.hello)).toEqual([]);
  expect(pane.forgotten).toHaveLength(1);
});
