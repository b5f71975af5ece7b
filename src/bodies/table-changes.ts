import { createHash } from 'node:crypto';
import type { IsoDate } from '../days/iso-date.ts';
import { addDays } from '../rules/calendar.ts';
import type { BodyRow } from './body-table.ts';
import { mergeRows, rowKey } from './keep-table.ts';
import type { ContractWarning, TablePreview, TableWay } from './port/tables.ts';
import { typedOf, writeTable } from './read-rows.ts';

/** From that share of its ceiling on, a contract is asked about before it is ordered by. */
export const NEARLY_USED = 0.9;
/** Days before its end from which one is said to end: about what it takes to put the next one out. */
const ENDING = 180;

export function warningsOf({ contract }: BodyRow, today: IsoDate): readonly ContractWarning[] {
  if (contract === undefined) return [];
  const { until, ceiling, used = 0 } = contract;
  const end: readonly ContractWarning[] = until < today ? ['over'] : until <= addDays(today, ENDING) ? ['ending'] : [];
  if (ceiling === undefined) return end;
  return [
    ...end,
    ...(used >= ceiling ? (['used_up'] as const) : used >= ceiling * NEARLY_USED ? (['nearly_used'] as const) : []),
  ];
}

/** A row is known by what it says: two people change two rows at once, and neither undoes the other. */
export function rowId(row: BodyRow): string {
  return createHash('sha256')
    .update(JSON.stringify(typedOf(row)))
    .digest('base64url')
    .slice(0, 16);
}

/** What `come` would make of `kept`. */
export function previewOf(kept: readonly BodyRow[], come: readonly BodyRow[], way: TableWay): TablePreview {
  const after = way === 'merge' ? mergeRows(kept, come) : come;
  const before = new Map(kept.map((row) => [rowKey(row), row] as const));
  const there = new Set(after.map(rowKey));
  const pairs = after.map((row) => ({ before: before.get(rowKey(row)), row }));
  const changed = pairs.flatMap(({ before: old, row }) =>
    old === undefined || rowId(old) === rowId(row) ? [] : [{ before: typedOf(old), after: typedOf(row) }],
  );
  const added = pairs.flatMap(({ before: old, row }) => (old === undefined ? [typedOf(row)] : []));
  return {
    added,
    changed,
    removed: kept.filter((row) => !there.has(rowKey(row))).map(typedOf),
    same: after.length - added.length - changed.length,
    rows: writeTable(come),
  };
}
