import type { ModelFault } from './complete.ts';

/** What an exception of the client comes down to, by its status and headers, never by its words. */
export function faultOf(error: unknown, begun: boolean): ModelFault {
  // The client's own name for a prompt too long for the model: its status is lost on the way.
  if (error instanceof Error && error.name === 'ContextOverflowError') return { kind: 'rejected', status: 413 };
  const status = statusOf(error);
  // Without a status nothing answered, or it stopped in the middle.
  if (status === undefined) return { kind: begun ? 'cut' : 'unreachable' };
  if (status === 401 || status === 403) return { kind: 'unauthorised' };
  const retryAfterMs = readRetryAfter(headerOf(error, 'retry-after'), Date.now());
  if (status === 429) return { kind: 'rate_limited', retryAfterMs };
  if (status >= 500 || status === 408) return { kind: 'server_error', status, retryAfterMs };
  return { kind: 'rejected', status };
}

/** Seconds, or a date (RFC 9110, section 10.2.3), as milliseconds from now; undefined when absent or neither. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const said = header?.trim();
  if (said === undefined || said === '') return undefined;
  if (/^\d+(?:\.\d+)?$/.test(said)) return Math.round(Number(said) * 1000);
  const date = Date.parse(said);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null || !('headers' in error)) return undefined;
  return error.headers instanceof Headers ? (error.headers.get(name) ?? undefined) : undefined;
}
