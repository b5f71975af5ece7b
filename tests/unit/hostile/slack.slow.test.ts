import { expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.ts';
import { sign } from '../../fakes/slack-server/deliver/sign.ts';
import { mutate } from '../../fixtures/mutate.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';
import { answersOnce, isCalm, RECORDED } from './ordinary.ts';

const NIGHTLY = process.env['NIGHTLY'] === '1';
const SEED = 20261127;

/** Bytes as Slack sends them: events are JSON, commands a form, what is clicked JSON in a form. */
function requestOf(payload: unknown, secret: string) {
  const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  const fields = isObject ? Object.entries(payload) : [];
  const isCommand = fields.some(([key]) => key === 'command');
  const isEvent = fields.some(([, value]) => value === 'event_callback');
  const body = isEvent
    ? JSON.stringify(payload)
    : isCommand
      ? new URLSearchParams(
          fields.map(([key, value]): [string, string] => [
            key,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ).toString()
      : new URLSearchParams({ payload: JSON.stringify(payload) ?? 'null' }).toString();
  const type = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
  return { body, headers: { 'content-type': type, ...sign(secret, Math.floor(Date.now() / 1_000), body) } };
}

it('what does not fit is acknowledged and dropped, whatever it is', { timeout: 30_000 }, async () => {
  const town = await openSlackTown();
  const { slack, vern, logged } = town;
  const event = { type: 'message', channel: 'D1', user: 'U1', text: 'Un secret', ts: '1.1', channel_type: 'im' };
  const click = { type: 'block_actions', user: { id: 'U1' }, actions: [{ action_id: 'answer_more', value: '{}' }] };
  const misfits: readonly unknown[] = [
    null,
    [],
    'Un secret',
    { type: 'event_callback' },
    { type: 'event_callback', event: 'Un secret' },
    { type: 'event_callback', event: null },
    { type: 'event_callback', event: { ...event, user: null } },
    { type: 'event_callback', event: { ...event, channel: null } },
    { type: 'event_callback', event: { ...event, channel: { creator: null } } },
    { type: 'event_callback', event: { ...event, item: null } },
    { type: 'event_callback', event: { ...event, files: [null] } },
    { type: { toString: 1 }, event: { type: { toString: 1 } } },
    { type: 'url_verification', challenge: { toString: 1 } },
    { ...click, user: null },
    { ...click, channel: { id: 'C'.repeat(3_000) } },
    { ...click, actions: null },
    { type: 'view_submission', user: { id: 'U1' }, view: null },
    { type: 'message_action', callback_id: 'reword_to_buyer', user: { id: 'U1' }, channel: null, message: {} },
    { type: 'unheard_of' },
  ];
  const statuses = await Promise.all(misfits.map((one) => slack.sendRaw(requestOf(one, slack.app.signingSecret))));
  expect(
    statuses
      .map((one) => ('status' in one ? one.status : one.kind))
      .filter((status) => status !== 200 && status !== 400),
  ).toEqual([]);
  // Bolt reads who authorised it; here nothing does.
  const authorised = {
    type: 'event_callback',
    team_id: vern.id,
    authorizations: [null],
    event: { ...event, bot_id: 'B1' },
  };
  expect(await slack.sendRaw(requestOf(authorised, slack.app.signingSecret))).toMatchObject({ status: 200 });
  const said = logged.join('\n');
  expect(said).not.toContain('Un secret');
  expect(said.split('a payload that does not fit was dropped').length).toBeGreaterThan(14);
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  await answersOnce(town);
});

it('thousands of signed payloads, each broken in some way: none fails, nothing floods, nothing sticks', {
  timeout: NIGHTLY ? 3_600_000 : 60_000,
}, async () => {
  // On a busy machine an answer may take its time; none may fail.
  const town = await openSlackTown({ slack: { ackMs: 60_000 } });
  const { slack } = town;
  const random = createRandom(SEED);
  const count = NIGHTLY ? 20_000 : 400;
  const failed: unknown[] = [];
  for (let sent = 0; sent < count; ) {
    const some = Array.from({ length: Math.min(50, count - sent) }, () => {
      const recorded = RECORDED[Math.floor(random() * RECORDED.length)];
      return mutate(recorded, random);
    });
    sent += some.length;
    await Promise.all(
      some.map(async (payload) => {
        const request = requestOf(payload, slack.app.signingSecret);
        const first = await slack.sendRaw(request);
        // A connection that was closed as it was used again is no answer of the app's.
        const answer = first.kind === 'unreachable' ? await slack.sendRaw(request) : first;
        if (!('status' in answer) || answer.status >= 500) failed.push({ answer, payload });
      }),
    );
  }
  expect(failed.slice(0, 3)).toEqual([]);
  await isCalm(town, count);
  await answersOnce(town);
});
