import { describe, expect, it } from 'vitest';
import { readNotSent, readRetryAfter } from '../../../adapters/teams/not-sent.ts';

const refused = (statusCode: number, code?: string, headers: Record<string, string> = {}) =>
  Object.assign(new Error('refused'), {
    statusCode,
    response: {
      headers: { get: (name: string) => headers[name] },
      bodyAsText:
        code === undefined ? '<html>' : JSON.stringify({ error: { code, message: 'of which nothing is kept' } }),
    },
  });

describe('what a refusal of Teams means', () => {
  it.each([
    [403, 'MessageWritesBlocked', 'gone'],
    [403, 'BotNotInConversationRoster', 'gone'],
    [403, 'BotDisabledByAdmin', 'gone'],
    [404, 'ConversationNotFound', 'gone'],
    [404, 'ActivityNotFoundInConversation', 'never'],
    [403, 'ContentStreamNotAllowed', 'never'],
    [400, 'BadArgument', 'never'],
    [413, 'MessageSizeTooBig', 'never'],
    [401, 'Unauthorized', 'later'],
    [412, 'PreconditionFailed', 'later'],
    [500, 'ServiceError', 'later'],
    [502, undefined, 'later'],
    [429, 'TooManyRequests', 'later'],
  ])('%i %s: %s', (status, code, kind) => {
    const read = readNotSent(refused(status, code));
    expect(read.kind).toBe(kind);
    expect(read.why).not.toContain('of which nothing is kept');
  });

  it('anything that is no answer at all is for later, and named by its code alone', () => {
    expect(readNotSent(Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' }))).toEqual({
      kind: 'later',
      why: 'no answer from Teams: ECONNREFUSED',
    });
    for (const thrown of [undefined, null, 'text', 7, {}]) expect(readNotSent(thrown).kind).toBe('later');
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2026-11-25T10:00:00Z');
  it('is read as seconds or as a date, an hour at most', () => {
    expect(readRetryAfter('7', now)).toBe(7_000);
    expect(readRetryAfter('Wed, 25 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(readRetryAfter('Wed, 25 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(readRetryAfter('999999', now)).toBe(3_600_000);
    expect(readRetryAfter('-5', now)).toBe(0);
  });

  it('is not guessed from what says nothing', () => {
    for (const header of [undefined, '', '  ', 'soon']) expect(readRetryAfter(header, now)).toBeUndefined();
    expect(readNotSent(refused(429, 'TooManyRequests', { 'retry-after': '3' }))).toMatchObject({ afterMs: 3_000 });
  });
});
