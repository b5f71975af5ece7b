import type { PlatformParts } from '../../src/platform.ts';

type PlatformNotes = PlatformParts['notes'];
export type PlatformNote = Parameters<PlatformNotes['put']>[0];
type Written = Awaited<ReturnType<PlatformNotes['putAll']>>;

/** Notes that come within it are written together. */
const GATHER_MS = 25;
/** Notes of one write: a statement takes some tens of thousands of values, each note seven. */
const MOST_AT_ONCE = 500;

/** Puts notes, those of many answers in one transaction: a write to disk for each would be most of what an answer costs. */
export function createGather(
  notes: Pick<PlatformNotes, 'putAll'>,
): (some: readonly PlatformNote[]) => Promise<Written> {
  let waiting: { readonly some: readonly PlatformNote[]; readonly settle: (written: Promise<Written>) => void }[] = [];
  let count = 0;

  const write = (): void => {
    const batch = waiting;
    waiting = [];
    count = 0;
    const written = notes.putAll(batch.flatMap(({ some }) => some));
    for (const { settle } of batch) settle(written);
  };

  return (some) =>
    new Promise((resolve) => {
      if (waiting.length === 0) setTimeout(() => waiting.length > 0 && write(), GATHER_MS);
      waiting.push({ some, settle: resolve });
      count += some.length;
      if (count >= MOST_AT_ONCE) write();
    });
}
