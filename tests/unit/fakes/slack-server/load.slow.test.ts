import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { asJson, asText, type Json } from '../../../fakes/slack-server/json.ts';
import { countAnswers, fillTown, runLoad } from '../../../fakes/slack-server/load.ts';
import { closeAfter, openTown, type Town } from './town.ts';

/** An app that hears each event once and answers in the question's thread, as `answers` says for each. */
async function answering(town: Town, answers: (text: string) => readonly string[]): Promise<void> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = asJson(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
      const id = asText(body['event_id']);
      if (!seen.has(id)) void answer(asJson(body['event']));
      seen.add(id);
    });
  });
  async function answer(event: Json): Promise<void> {
    for (const text of answers(asText(event['text'])))
      await town.web.chat.postMessage({ channel: asText(event['channel']), thread_ts: asText(event['ts']), text });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfter(async () => {
    server.closeAllConnections();
    server.close();
  });
  town.slack.transport = {
    kind: 'http',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
  };
}

it('counts what was answered, lost and answered twice', async () => {
  const town = await openTown({ echo: false });
  await answering(town, (text) =>
    text === 'lost' ? [] : text === 'twice' ? ['same', 'same'] : text === 'long' ? ['part 1', 'part 2'] : ['once'],
  );
  const result = await runLoad(town.slack, {
    perSecond: 100,
    seconds: 0.4,
    repeated: 0.1,
    questions: ['plain', 'lost', 'twice', 'long'],
    people: fillTown(town.slack, town.vern, 7),
    graceMs: 500,
  });
  expect(result).toMatchObject({ sent: 40, repeats: 4, answered: 30, lost: 10, doubled: 10, failures: 0 });
  expect(result.ack.p50).toBeGreaterThan(0);
  expect(result.ack.p99).toBeLessThanOrEqual(result.ack.max);
});

it('finds the question of an answer that is in no thread: by metadata, else the oldest still waiting', async () => {
  const { slack, web, claire } = await openTown({ echo: false });
  const first = (await slack.dm(claire, 'un')).message;
  const second = (await slack.dm(claire, 'deux')).message;
  const channel = slack.dmOf(claire).id;
  await web.chat.postMessage({
    channel,
    text: 'b',
    metadata: { event_type: 'answer', event_payload: { to: second.ts } },
  });
  expect(countAnswers([first, second], slack.journal.all).answered).toBe(1);
  await web.chat.postMessage({ channel, text: 'a' });
  expect(countAnswers([first, second], slack.journal.all)).toMatchObject({ answered: 2, doubled: 0 });
  await web.chat.postMessage({ channel, text: 'c' });
  expect(countAnswers([first, second], slack.journal.all)).toMatchObject({ answered: 2, doubled: 1 });
});
