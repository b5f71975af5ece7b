import { createHash } from 'node:crypto';
import { createLatest } from '../../src/latest.ts';
import type { RawReply, RawRequest } from '../../src/platform.ts';
import { apiTexts as texts } from '../../src/text/api-texts.ts';
import { faultReply, problemReply } from './problem.ts';

/** A request that is sent again under its key within this time is answered as it was. */
const KEPT_MS = 24 * 3_600_000;
/** The oldest give way, in this process; a restart forgets them all. */
const MOST = 2_000;

interface Kept {
  readonly digest: string;
  readonly at: number;
  readonly reply: Promise<RawReply>;
}

export type Idempotency = (
  request: RawRequest,
  caller: string,
  operation: string,
  answer: () => Promise<RawReply>,
) => Promise<RawReply>;

/** `Idempotency-Key`: the same reply for the same request, were both sent at once; another request under it is refused. */
export function createIdempotency(now: () => number = Date.now): Idempotency {
  const latest = createLatest<Kept>(MOST);
  return async ({ headers, body }, caller, operation, answer) => {
    const key = headers['idempotency-key'];
    if (key === undefined) return answer();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
      return faultReply({
        kind: 'invalid',
        errors: [{ field: 'Idempotency-Key', message: texts.detail.idempotency }],
      });
    const place = JSON.stringify([caller, operation, key]);
    const digest = createHash('sha256').update(body).digest('base64url');
    const kept = latest.get(place);
    if (kept !== undefined && now() - kept.at < KEPT_MS) {
      if (kept.digest !== digest) return problemReply({ kind: 'key_reused' });
      const reply = await kept.reply;
      return { ...reply, headers: { ...reply.headers, 'idempotent-replayed': 'true' } };
    }
    const reply = answer();
    latest.set(place, { digest, at: now(), reply });
    const settled = await reply.catch((error: unknown) => {
      latest.delete(place);
      throw error;
    });
    // What failed on our side may be tried again.
    if (settled.status >= 500) latest.delete(place);
    return settled;
  };
}
