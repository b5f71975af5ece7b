import { expect, it } from 'vitest';
import { readFrame } from '../../../adapters/slack/frame.ts';
import { createRandom } from '../../../scripts/random.ts';
import { mutate } from '../../fixtures/mutate.ts';
import { openSlackTown } from '../../fixtures/slack-town.ts';
import { answersOnce, isCalm, RECORDED } from './ordinary.ts';

const NIGHTLY = process.env['NIGHTLY'] === '1';
const SEED = 20261127;

it('a frame that is none, or without its payload, is dropped, and the next one is heard', {
  timeout: 30_000,
}, async () => {
  const town = await openSlackTown({ mode: 'socket' });
  const { slack, logged } = town;
  await slack.nextSocket('connected');
  const frames: readonly (string | Buffer)[] = [
    'null',
    '[]',
    '0',
    '"hello"',
    '{',
    '',
    '\ud800',
    Buffer.from([0, 255, 254]),
    '{"type":"ping"}',
    '{"type":null}',
    '{"type":"events_api"}',
    '{"type":"events_api","envelope_id":"e1"}',
    '{"type":"events_api","envelope_id":"e2","payload":null}',
    '{"type":"events_api","envelope_id":"e3","payload":{"event":null}}',
    '{"type":"events_api","envelope_id":"e4","payload":{"type":"event_callback","event":{"type":"close"}}}',
    '{"type":"events_api","envelope_id":"e5","payload":{"type":"event_callback","event":{"type":"ws_message"}}}',
    '{"type":"slack_event","envelope_id":"e6","payload":{"type":{"toString":1}}}',
    '{"type":"error","envelope_id":"e7"}',
    '{"type":"disconnected","envelope_id":"e8"}',
    '{"type":"interactive","envelope_id":{"a":1},"payload":{}}',
    '{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}',
    '{"type":"events_api","envelope_id":"e9","payload":{"type":"app_rate_limited","minute_rate_limited":1518467820}}',
    '{"type":"hello"}',
  ];
  for (const frame of frames) slack.sockets.sendRaw(frame);
  await answersOnce(town);
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  // Told to leave before the library knows why, or twice.
  slack.sockets.sendRaw('{"type":"disconnect"}');
  slack.sockets.sendRaw('{"type":"disconnect","reason":7}');
  await slack.nextSocket('connected');
  await answersOnce(town);
});

it('the library is given the kind of a frame, and never its own events’ names', () => {
  expect(readFrame('{"type":"events_api","envelope_id":"e","payload":{"event":{"type":"close"}},"ack":1}')).toBe(
    '{"type":"envelope","envelope_id":"e","payload":{"event":{"type":"close"}}}',
  );
  expect(readFrame('{"type":"disconnected","envelope_id":"e"}')).toBe('{"type":"envelope","envelope_id":"e"}');
  expect(readFrame(new ArrayBuffer(3))).toBeUndefined();
});

it('thousands of frames, each broken in some way: the process lives, nothing floods, nothing sticks', {
  timeout: NIGHTLY ? 3_600_000 : 60_000,
}, async () => {
  const town = await openSlackTown({ mode: 'socket' });
  const { slack } = town;
  await slack.nextSocket('connected');
  const random = createRandom(SEED);
  const count = NIGHTLY ? 20_000 : 600;
  for (let sent = 0; sent < count; sent++) {
    const payload = RECORDED[Math.floor(random() * RECORDED.length)] ?? {};
    const type = 'event' in payload ? 'events_api' : 'command' in payload ? 'slash_commands' : 'interactive';
    const frame = JSON.stringify(mutate({ envelope_id: `e${sent}`, type, payload }, random));
    const cut = random() < 0.03 ? frame?.slice(0, Math.floor(random() * frame.length)) : frame;
    slack.sockets.sendRaw(cut ?? '');
    if (sent % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await isCalm(town, count);
  await answersOnce(town);
});
