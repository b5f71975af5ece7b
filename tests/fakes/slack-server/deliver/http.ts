import { parse } from '../http/read-body.ts';
import type { Json } from '../json.ts';
import type { Attempt, Delivery } from '../types.ts';
import { sign } from './sign.ts';

export interface Retry {
  /** 1 to 3. */
  readonly num: number;
  readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
}

/** A request to the app's endpoint, byte for byte: what a replay repeats. */
export interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Events are JSON; commands are a form; interactions are JSON inside a form. */
export function toRequest(
  delivery: Delivery,
  signing: { readonly secret: string; readonly at: number },
  retry?: Retry,
): Request {
  const event = delivery.kind === 'event';
  const body = event
    ? JSON.stringify(delivery.payload)
    : delivery.kind === 'command'
      ? new URLSearchParams(delivery.payload as Record<string, string>).toString()
      : new URLSearchParams({ payload: JSON.stringify(delivery.payload) }).toString();
  return {
    body,
    headers: {
      'content-type': event ? 'application/json' : 'application/x-www-form-urlencoded',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...sign(signing.secret, signing.at, body),
      ...(retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
    },
  };
}

/** @param ackMs how long the app may take; Slack waits three seconds */
export async function sendOverHttp(url: string, request: Request, ackMs: number): Promise<Attempt['outcome']> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ackMs),
    });
    const text = await response.text();
    if (response.status < 200 || response.status > 299) return { kind: 'refused', status: response.status, body: text };
    return { kind: 'acked', status: response.status, body: bodyOf(text) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'timeout' };
    return { kind: 'unreachable', why: String((error as { readonly cause?: unknown }).cause ?? error) };
  }
}

function bodyOf(text: string): Json | string | undefined {
  if (text === '') return undefined;
  const parsed = parse(text);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Json) : text;
}
