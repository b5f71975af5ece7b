import { ok, type Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Cases } from '../cases.ts';
import type { OutboxEntry } from '../records/case-records.ts';

/**
 * Of a message whose reservist can no longer be reached: their offer ends and someone else is asked, what they hold goes back.
 * A requester who has left keeps their case: its page, or another platform, may still show it to them.
 */
export function createLetGo(cases: Pick<Cases, 'give'>) {
  return async ({ notice }: OutboxEntry): Promise<Result<undefined, StoreDown>> => {
    if (notice.to.kind !== 'reservist') return ok(undefined);
    const given = await cases.give(notice.case, { kind: 'forget_reservist', reservist: notice.to.id });
    return !given.ok && given.error.kind === 'store_down' ? { ok: false, error: given.error } : ok(undefined);
  };
}
