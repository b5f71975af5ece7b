import type { Endpoint, RawReply, RawRequest } from '../../src/platform.ts';
import type { Log } from './context.ts';
import { readPayload } from './inbound/payload.ts';
import { verifySignature } from './signature.ts';
import { readJson } from './values.ts';

/** What came of an event once it went through the app. */
export interface Receipt {
  /** It could not be kept: Slack should send it again. */
  refused: boolean;
  /** Something listened to it. */
  heard: boolean;
}

/** An event as the app takes it; what `ack` is given goes back to Slack. */
export interface Incoming {
  readonly body: Record<string, unknown>;
  readonly ack: (response?: unknown) => Promise<void>;
  readonly receipt: Receipt;
}

export type Process = (incoming: Incoming) => Promise<void>;

interface ReceiverParts {
  readonly signingSecret: string;
  readonly process: Process;
  readonly log: Log;
  readonly now: () => Date;
}

const OK: RawReply = { status: 200 };

/**
 * Slack over HTTP: signed bytes in; the reply goes out as soon as what was received is kept, or as the app answers what people
 * wait for. What no listener knows is acknowledged all the same, else Slack would send it for hours.
 */
export function eventsEndpoint({ signingSecret, process, log, now }: ReceiverParts): Endpoint {
  const handle = async (request: RawRequest): Promise<RawReply> => {
    const verdict = verifySignature(request, signingSecret, now().getTime());
    if (verdict !== 'signed') {
      log.warn({ verdict }, 'a request that Slack did not sign was refused');
      return { status: 401 };
    }
    const body = readBody(request);
    if (body === undefined) {
      log.warn({}, 'a signed request could not be read');
      return { status: 400 };
    }
    if (body['type'] === 'url_verification')
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: textOf(body['challenge']).slice(0, 500) };
    if (body['ssl_check'] !== undefined) return OK;
    const payload = readPayload(body);
    if (payload.ok) return receive(payload.body);
    log.warn({ type: payload.type, why: payload.why }, MISFIT);
    return OK;
  };

  const receive = (body: Record<string, unknown>): Promise<RawReply> =>
    new Promise((resolve) => {
      const receipt: Receipt = { refused: false, heard: false };
      const isEvent = body['type'] === 'event_callback';
      let answer: RawReply = OK;
      const ack = async (response?: unknown): Promise<void> => {
        answer = replyOf(response);
        // An event is acknowledged once it is kept; a person who clicked is not kept waiting.
        if (!isEvent) resolve(answer);
      };
      process({ body, ack, receipt })
        .then(() => {
          if (!receipt.heard) log.info({ type: typeOf(body) }, 'a payload that nothing listens to was acknowledged');
          resolve(receipt.refused ? { status: 503 } : answer);
        })
        .catch((error: unknown) => {
          log.error({ err: error, type: typeOf(body) }, 'a payload could not be processed');
          resolve({ status: isEvent ? 500 : 200 });
        });
    });

  return { method: 'POST', path: '/slack/events', handle };
}

/** Slack takes an empty body, a text to show, or JSON. */
function replyOf(response: unknown): RawReply {
  if (response === undefined || response === '') return OK;
  if (typeof response === 'string')
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: response };
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(response),
  };
}

/** JSON, or a form: commands are the form itself, everything that is clicked is JSON in its field `payload`. */
function readBody({ headers, body }: RawRequest): Record<string, unknown> | undefined {
  const text = body.toString('utf8');
  const isForm = String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (!isForm) return parse(text);
  const form = Object.fromEntries(new URLSearchParams(text));
  return form['payload'] === undefined ? form : parse(form['payload']);
}

function parse(text: string): Record<string, unknown> | undefined {
  const value = readJson(text);
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

/** Said of what does not fit, with its type and the field: it is acknowledged, else Slack would send it for hours, and dropped. */
export const MISFIT = 'a payload that does not fit was dropped';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What it is, for the log: never what it says. */
export function typeOf(body: Readonly<Record<string, unknown>>): string {
  const event = body['event'];
  const inner = typeof event === 'object' && event !== null && 'type' in event ? `.${textOf(event.type)}` : '';
  const type = textOf(body['type']) || (body['command'] === undefined ? 'unknown' : 'command');
  return `${type.slice(0, 40)}${inner.slice(0, 60)}`;
}
