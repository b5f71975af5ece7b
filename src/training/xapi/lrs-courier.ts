import { withoutEnd } from '../../french/ends.ts';
import { ok, type Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { TrainingRecords } from '../training-records.ts';

interface LrsOptions {
  /** The record store's xAPI endpoint, as it gives it. */
  readonly endpoint: string;
  readonly key: string;
  /** Never logged. */
  readonly secret: string;
}

interface LrsParts extends LrsOptions {
  readonly records: Pick<TrainingRecords, 'take' | 'delivered' | 'failed'>;
  readonly now: () => Date;
  readonly log: { warn(fields: object, text: string): void } | undefined;
}

const AT_ONCE = 50;
const LEASE_MS = 60_000;
const ANSWER_MS = 15_000;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
/** The last try comes some two days after the first. */
const MOST_ATTEMPTS = 60;

/**
 * Sends the statements that wait, in batches; how many were taken. A statement bears its own id, so that one sent twice after
 * a crash is the same statement: the record store answers 409 or 200, and both mean it has it.
 */
export function createLrsCourier({ endpoint, key, secret, records, now, log }: LrsParts) {
  const address = `${withoutEnd(endpoint, '/')}/statements`;
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;

  const send = async (statements: readonly unknown[]): Promise<number | undefined> => {
    try {
      const reply = await fetch(address, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' },
        body: JSON.stringify(statements),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      await reply.body?.cancel();
      return reply.status;
    } catch (error) {
      log?.warn({ why: error instanceof Error ? error.name : 'unknown' }, 'the record store cannot be reached');
      return undefined;
    }
  };

  return {
    deliverDue: async (): Promise<Result<number, StoreDown>> => {
      const due = await records.take('lrs', now().toISOString(), AT_ONCE, LEASE_MS);
      if (!due.ok || due.value.length === 0) return due.ok ? ok(0) : due;
      const status = await send(due.value.map(({ body }) => body));
      const ids = due.value.map(({ id }) => id);
      if (status !== undefined && ((status >= 200 && status < 300) || status === 409)) {
        const kept = await records.delivered(ids, now().toISOString());
        return kept.ok ? ok(ids.length) : kept;
      }
      // One bad statement spoils its batch: alone, the others go, and it is given up.
      const refused =
        status !== undefined && status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status);
      if (refused && due.value.length > 1) return oneByOne(due.value);
      const attempts = Math.max(...due.value.map((item) => item.attempts));
      const again = refused || attempts + 1 >= MOST_ATTEMPTS ? undefined : waitAfter(attempts);
      const failed = await records.failed(ids, status === undefined ? 'unreachable' : `answered ${status}`, again);
      return failed.ok ? ok(0) : failed;
    },
  };

  async function oneByOne(
    items: readonly { readonly id: string; readonly body: unknown }[],
  ): Promise<Result<number, StoreDown>> {
    let count = 0;
    for (const { id, body } of items) {
      const status = await send([body]);
      const taken = status !== undefined && ((status >= 200 && status < 300) || status === 409);
      const refused = status !== undefined && status >= 400 && status < 500;
      const kept = taken
        ? await records.delivered([id], now().toISOString())
        : await records.failed([id], `answered ${status ?? 'nothing'}`, refused ? undefined : waitAfter(0));
      if (!kept.ok) return kept;
      if (taken) count++;
    }
    return ok(count);
  }

  function waitAfter(attempts: number): string {
    return new Date(
      now().getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 12)),
    ).toISOString();
  }
}
