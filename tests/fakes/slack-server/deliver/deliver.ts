import { assertNever } from '../../../../src/result.ts';
import { asJson, type Json } from '../json.ts';
import type { Attempt, Delivery, DeliveryKind } from '../types.ts';
import type { World } from '../world.ts';
import { type Request, type Retry, sendOverHttp, toRequest } from './http.ts';
import type { Sockets } from './socket.ts';

export type Transport =
  | { readonly kind: 'socket' }
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'none' };

export interface Courier {
  readonly all: readonly Delivery[];
  transport: Transport;
  deliver(kind: DeliveryKind, payload: Json): Promise<Delivery>;
  /** The same delivery once more, as Slack retries it: a new signature, the same event id. */
  again(delivery: Delivery): Promise<Attempt>;
  /** Every event whose last attempt failed, retried (three times at most in its life). */
  retryFailed(): Promise<readonly Delivery[]>;
  /** The very bytes and signature of a delivery's first request: what someone who listened would send. */
  requestOf(delivery: Delivery): Request | undefined;
  /** Slack's check of a request URL when it is set: the challenge must come back. HTTP only. */
  verifyUrl(): Promise<boolean>;
}

const RETRIES = 3;

/** @param wall for signatures: the app checks them against the true time */
export function createCourier(world: World, sockets: Sockets, wall: () => number, ackMs: number): Courier {
  const all: Delivery[] = [];
  const requests = new Map<Delivery, Request>();
  const courier: Courier = {
    all,
    transport: { kind: 'none' },
    async deliver(kind, payload) {
      const delivery: Delivery = { id: idOf(payload) ?? world.ids.next('dl'), kind, payload, attempts: [] };
      all.push(delivery);
      await attempt(delivery, undefined);
      return delivery;
    },
    again(delivery) {
      return attempt(delivery, retryOf(delivery));
    },
    async retryFailed() {
      const failed = all.filter(
        (one) =>
          one.kind === 'event' &&
          one.attempts.length > 0 &&
          one.attempts.length <= RETRIES &&
          one.attempts.every((made) => made.outcome.kind !== 'acked'),
      );
      await Promise.all(failed.map((one) => attempt(one, retryOf(one))));
      return failed;
    },
    requestOf: (delivery) => requests.get(delivery),
    async verifyUrl() {
      const challenge = world.ids.next('challenge');
      const payload = { type: 'url_verification', token: 'a-verification-token-nobody-checks', challenge };
      const outcome = await send({ id: challenge, kind: 'event', payload, attempts: [] }, undefined);
      return (
        outcome.kind === 'acked' && (outcome.body === challenge || asJson(outcome.body)['challenge'] === challenge)
      );
    },
  };
  return courier;

  async function attempt(delivery: Delivery, retry: Retry | undefined): Promise<Attempt> {
    const at = world.clock.now();
    const began = performance.now();
    const outcome = await send(delivery, retry);
    const made: Attempt = { at, outcome, ms: performance.now() - began };
    delivery.attempts.push(made);
    world.journal.add({ kind: 'delivered', delivery });
    return made;
  }

  function send(delivery: Delivery, retry: Retry | undefined): Promise<Attempt['outcome']> {
    const { transport } = courier;
    switch (transport.kind) {
      case 'socket':
        return sockets.send(delivery, retry, ackMs);
      case 'http': {
        const signing = { secret: world.app.signingSecret, at: Math.floor(wall() / 1_000) };
        const request = toRequest(delivery, signing, retry);
        if (!requests.has(delivery)) requests.set(delivery, request);
        return sendOverHttp(transport.url, request, ackMs);
      }
      case 'none':
        return Promise.resolve({ kind: 'unreachable', why: 'nobody listens: set the transport first' });
      default:
        return assertNever(transport);
    }
  }
}

function retryOf(delivery: Delivery): Retry {
  const last = delivery.attempts.at(-1)?.outcome.kind;
  return {
    num: Math.min(Math.max(delivery.attempts.length, 1), RETRIES),
    reason: last === 'unreachable' ? 'connection_failed' : last === 'refused' ? 'http_error' : 'http_timeout',
  };
}

function idOf(payload: Json): string | undefined {
  const id = payload['event_id'];
  return typeof id === 'string' ? id : undefined;
}
