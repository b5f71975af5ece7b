import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifySignature } from '../../../adapters/slack/signature.ts';

const SECRET = 'a secret';
const NOW_MS = Date.parse('2026-11-25T09:00:00Z');
const BODY = Buffer.from('payload=%7B%7D');

function verdict(ageSeconds: number, changed: { readonly secret?: string; readonly body?: Buffer } = {}) {
  const timestamp = String(NOW_MS / 1_000 - ageSeconds);
  const digest = createHmac('sha256', changed.secret ?? SECRET)
    .update(`v0:${timestamp}:`)
    .update(BODY)
    .digest('hex');
  const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
  return verifySignature({ headers, body: changed.body ?? BODY }, SECRET, NOW_MS);
}

it('takes what was signed within five minutes, either way', () => {
  expect([0, 299, -299].map((age) => verdict(age))).toEqual(['signed', 'signed', 'signed']);
});

it('takes no recording of an older request', () => {
  expect([301, -301, 3_600].map((age) => verdict(age))).toEqual(['stale', 'stale', 'stale']);
});

it('takes neither other bytes, nor another’s signature, nor none', () => {
  expect(verdict(0, { body: Buffer.from('payload=%7B%22a%22%3A1%7D') })).toBe('forged');
  expect(verdict(0, { secret: 'another' })).toBe('forged');
  expect(verifySignature({ headers: {}, body: BODY }, SECRET, NOW_MS)).toBe('unsigned');
});
