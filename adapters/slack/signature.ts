import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's own rule: what is older may be a recording. In seconds, both ways: clocks differ. */
const FRESH_SECONDS = 300;

export type Verdict = 'signed' | 'unsigned' | 'stale' | 'forged';

/**
 * Whether Slack sent these bytes, and lately: HMAC-SHA256 of `v0:timestamp:body` under the signing secret, compared in constant
 * time (Slack, «Verifying requests from Slack»).
 */
export function verifySignature(
  {
    headers,
    body,
  }: { readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>; readonly body: Buffer },
  secret: string,
  nowMs: number,
): Verdict {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(timestamp))
    return 'unsigned';
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > FRESH_SECONDS) return 'stale';
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? 'signed' : 'forged';
}
