import { createSeal } from '../../masking/seal.ts';
import { ok, type Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Case } from '../case.ts';
import { foldCase } from '../fold.ts';
import type { CaseRow } from '../port/views.ts';
import type { CaseSummary } from '../records/case-records.ts';
import type { HandoffStore } from '../records/handoff-store.ts';

/** The cases behind a list, as they stand; one that was purged meanwhile is left out. */
export async function readCases(
  { help }: Pick<HandoffStore, 'help'>,
  list: readonly Pick<CaseSummary, 'id'>[],
): Promise<Result<readonly Case[], StoreDown>> {
  const events = await help.eventsOfMany(list.map(({ id }) => id));
  if (!events.ok) return events;
  return ok(
    list.flatMap(({ id }) => {
      const found = events.value.get(id);
      return found === undefined ? [] : [foldCase(id, found)];
    }),
  );
}

/** @param expiresAt of the offer it is, when it is one */
export function rowOf({ id, brief, masked, status, openedAt, since }: Case, expiresAt?: string): CaseRow {
  return { id, question: createSeal(masked)(brief.question), status, openedAt, since, expiresAt };
}
