import { createHash, timingSafeEqual } from 'node:crypto';
import type { Endpoint, RawReply, RawRequest } from '../src/platform.ts';
import type { Store } from '../src/store/store.ts';
import { createMetrics, type Metrics } from '../src/watching/metrics.ts';
import { findUnready } from '../src/watching/ready.ts';
import type { Composed } from './compose.ts';

export interface Watched {
  readonly served: Metrics['served'];
  readonly mailed: Metrics['mailed'];
  /** For whoever watches the service; `/metrics` only where a token is set. */
  readonly endpoints: readonly Endpoint[];
}

/** Whether it lives, whether it can serve, and its figures. */
export function composeWatched(
  store: Pick<Store, 'watching'>,
  { opened, model }: Pick<Composed, 'opened' | 'model'>,
  token: string | undefined,
): Watched {
  const now = () => new Date();
  const metrics = createMetrics(store.watching, now);
  const ready = async (): Promise<RawReply> => {
    const faults = await findUnready({ records: store.watching, passages: opened.index.documents.length, now });
    return json(faults.length === 0 ? 200 : 503, { status: faults.length === 0 ? 'ready' : 'not_ready', faults });
  };
  const figures = async ({ headers }: RawRequest, wanted: string): Promise<RawReply> => {
    if (!isBearer(headers['authorization'], wanted))
      return { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: '' };
    const texts = [await metrics.render(), (await model?.metrics.render()) ?? ''];
    return {
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: texts.join(''),
    };
  };
  return {
    served: metrics.served,
    mailed: metrics.mailed,
    endpoints: [
      { method: 'GET', path: '/health/live', handle: async () => json(200, { status: 'ok' }) },
      { method: 'GET', path: '/health/ready', handle: ready },
      ...(token === undefined
        ? []
        : [{ method: 'GET', path: '/metrics', handle: (request: RawRequest) => figures(request, token) } as const]),
    ],
  };
}

function json(status: number, body: object): RawReply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}

/** In a time that says nothing of the token. */
function isBearer(given: string | readonly string[] | undefined, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(`Bearer ${wanted}`));
}
