import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface ReportedUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly [more: string]: unknown;
}

/** What the server does with one request. Times in milliseconds. */
export type Behaviour =
  | {
      readonly kind: 'say';
      readonly text: string;
      /** Characters a piece. */
      readonly piece?: number;
      readonly firstAfterMs?: number;
      readonly betweenMs?: number;
      /** Stops once it has said this for the second time, until told to go on. */
      readonly pause?: { readonly after: string; readonly until: Promise<void> };
      /** Null: it never says how it ended. */
      readonly finish?: string | null;
      /** Ends without `[DONE]`. */
      readonly endless?: boolean;
      readonly usage?: ReportedUsage | null;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Answers, sends some of it, and drops the line. */
  | { readonly kind: 'cut'; readonly text: string; readonly after: number }
  /** Sends some of it and then nothing more, the line open. */
  | { readonly kind: 'stall'; readonly text: string; readonly after: number }
  /** Events that are not JSON. */
  | { readonly kind: 'garbage' }
  /** Ends without a word, politely. */
  | { readonly kind: 'nothing' };

const PIECE = 24;

/** Plays a behaviour as server-sent events; the model's name is echoed in each. */
export async function play(behaviour: Behaviour, response: ServerResponse, model: string, includeUsage: boolean) {
  if (behaviour.kind === 'hang') return;
  if (behaviour.kind === 'status') {
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
    response.end(JSON.stringify(behaviour.body ?? refusal(`status ${behaviour.status}`)));
    return;
  }
  const firstAfter = behaviour.kind === 'say' ? (behaviour.firstAfterMs ?? 0) : 0;
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.flushHeaders();
  if (behaviour.kind === 'garbage') {
    response.write('data: {"id": "x", "choices": [{"delta": {"content": "bon\n\n');
    response.end('data: [DONE]\n\n');
    return;
  }
  const send = (choice: object, more: object = {}) =>
    response.write(`data: ${JSON.stringify(chunk(model, [{ index: 0, finish_reason: null, ...choice }], more))}\n\n`);
  if (firstAfter > 0) await wait(firstAfter);
  send({ delta: { role: 'assistant', content: '' } });
  const text = behaviour.kind === 'nothing' ? '' : behaviour.text;
  const size = behaviour.kind === 'say' ? (behaviour.piece ?? PIECE) : PIECE;
  let sent = 0;
  for (const piece of pieces(text, size)) {
    if (response.destroyed) return;
    if ((behaviour.kind === 'cut' || behaviour.kind === 'stall') && sent >= behaviour.after) break;
    send({ delta: { content: piece } });
    sent += piece.length;
    if (
      behaviour.kind === 'say' &&
      behaviour.pause !== undefined &&
      text.slice(0, sent).split(behaviour.pause.after).length > 2
    )
      await behaviour.pause.until;
    if (behaviour.kind === 'say' && behaviour.betweenMs !== undefined) await wait(behaviour.betweenMs);
  }
  if (behaviour.kind === 'stall') return;
  if (behaviour.kind === 'cut') {
    // What was written leaves before the line drops.
    setImmediate(() => response.destroy());
    return;
  }
  send({
    delta: {},
    finish_reason: behaviour.kind === 'say' ? (behaviour.finish === undefined ? 'stop' : behaviour.finish) : 'stop',
  });
  const usage = behaviour.kind === 'say' ? behaviour.usage : undefined;
  if (includeUsage && usage !== null)
    response.write(`data: ${JSON.stringify(chunk(model, [], { usage: usage ?? usageOf(text) }))}\n\n`);
  response.end(behaviour.kind === 'say' && behaviour.endless === true ? '' : 'data: [DONE]\n\n');
}

export function usageOf(text: string): ReportedUsage {
  const completion = Math.ceil(text.length / 4);
  return { prompt_tokens: 1000, completion_tokens: completion, total_tokens: 1000 + completion };
}

export const refusal = (message: string, param: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code: null },
});

function chunk(model: string, choices: readonly object[], more: object): object {
  return { id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: 1_790_000_000, model, choices, ...more };
}

function* pieces(text: string, size: number): Generator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
