import { z } from 'zod';
import type { NotSent } from './door.ts';

/** A refusal as the SDK's HTTP layer throws it. */
const restError = z.object({
  statusCode: z.number(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>(
        (value) => typeof value === 'object' && value !== null && 'get' in value,
      ),
      bodyAsText: z.string().nullish(),
    })
    .optional(),
});

/** The person, or the whole organisation, wants nothing more from this bot, or is not there any more. */
const GONE = new Set([
  'BotNotInConversationRoster',
  'MessageWritesBlocked',
  'ConversationBlockedByUser',
  'UserBlockedBot',
  'BotDisabledByAdmin',
  'BotBlockedByUser',
  'ConversationNotFound',
  'TenantNotFound',
  'UserNotFound',
  'ForbiddenOperationException',
]);

/** Longest that `Retry-After` is believed: an hour. */
const LONGEST_WAIT_MS = 3_600_000;

/**
 * What a call to Teams came to. 403 and 404 about the conversation mean that it is over; 429 says when to come back; what may
 * pass (412, 5xx, a lost connection, a token that is not to be had) is tried again; the rest is this program's own fault.
 */
export function readNotSent(error: unknown): NotSent {
  // An id that no address can hold: it never will.
  if (error instanceof URIError) return { kind: 'never', why: 'an id that is no text' };
  const parsed = restError.safeParse(error);
  if (!parsed.success) return { kind: 'later', why: `no answer from Teams: ${nameOf(error)}` };
  const { statusCode, response } = parsed.data;
  const code = codeOf(response?.bodyAsText ?? '');
  const why = `Teams answered ${statusCode}${code === '' ? '' : ` ${code}`}`;
  if (statusCode === 429) {
    const afterMs = readRetryAfter(response?.headers.get('retry-after'));
    return afterMs === undefined ? { kind: 'later', why } : { kind: 'later', why, afterMs };
  }
  if ((statusCode === 403 || statusCode === 404) && GONE.has(code)) return { kind: 'gone', why };
  // A token refused, or a right not granted: put right by whoever runs this, and then it goes through.
  if (statusCode === 401 || statusCode === 408 || statusCode === 412 || statusCode >= 500)
    return { kind: 'later', why };
  return { kind: 'never', why };
}

/** Seconds or a date, as the header may be; milliseconds from now. */
export function readRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}

const refusalBody = z.object({ error: z.object({ code: z.string() }) });

function codeOf(text: string): string {
  try {
    const parsed = refusalBody.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.error.code : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
