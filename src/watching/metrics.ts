import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { secondsLate, secondsSince } from './ready.ts';
import type { StandingRecords } from './standing-records.ts';

/** One request that was answered: no address, no person. */
export interface ServedRequest {
  readonly method: string;
  /** The route's pattern (`/dossier/:id`), never what stood in its place. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface Metrics {
  served(request: ServedRequest): void;
  /** What came of an e-mail given to the server, in a word. */
  mailed(outcome: string): void;
  /** Prometheus text format. A store that is down is a figure (`truchement_store_up 0`), never a failure. */
  render(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Requests, what waits, cases, and the process. */
export function createMetrics(records: StandingRecords, now: () => Date): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const http = new Histogram({
    name: 'truchement_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `truchement_${name}`, help, labelNames: [...labelNames], registers });
  const mails = new Counter({
    name: 'truchement_mails_total',
    help: 'E-mails given to the SMTP server, by what came of each',
    labelNames: ['outcome'],
    registers,
  });
  const up = gauge('store_up', 'Whether the store answers: 1 or 0');
  const waiting = gauge('waiting', 'What waits: messages to deliver (outbox), events to handle (inbound)', ['of']);
  const late = gauge('late_seconds', 'How late the most overdue of them is', ['of']);
  const givenUp = gauge('given_up', 'Messages that could not be delivered and are not tried again');
  const cases = gauge('cases', 'Cases by where they stand', ['status']);
  const oldest = gauge('case_waiting_seconds', 'How long the longest case has stood there', ['status']);
  const unread = new Counter({
    name: 'truchement_store_unread_total',
    help: 'Times the store did not answer when these figures were read',
    registers,
  });

  const read = async (): Promise<void> => {
    const at = now();
    const found = await records.standing(at.toISOString());
    up.set(found.ok ? 1 : 0);
    if (!found.ok) return unread.inc();
    const { outbox, inbound } = found.value;
    for (const [of, one] of Object.entries({ outbox, inbound })) {
      waiting.set({ of }, one.count);
      late.set({ of }, secondsLate(one, at));
    }
    givenUp.set(found.value.givenUp);
    // A state that nobody is in any more has no line.
    cases.reset();
    oldest.reset();
    for (const { status, count, since } of found.value.cases) {
      cases.set({ status }, count);
      oldest.set({ status }, secondsSince(since, at));
    }
  };

  return {
    served: ({ method, route, status, ms }) => http.observe({ method, route, status }, ms / 1000),
    mailed: (outcome) => mails.inc({ outcome }),
    render: () => read().then(() => registry.metrics()),
  };
}
