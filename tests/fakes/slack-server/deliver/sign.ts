import { createHmac } from 'node:crypto';

/** The headers of a request signed as Slack signs it («Verifying requests from Slack»). @param at seconds */
export function sign(secret: string, at: number, body: string): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${digest}` };
}
