import type { PlatformParts } from '../../src/platform.ts';

type Notes = PlatformParts['notes'];
export type Note = Parameters<Notes['put']>[0];

/** Notes that come within it are written together. */
const GATHER_MS = 25;
/** Notes of one write: a statement takes some tens of thousands of values, each note seven. */
const MOST_AT_ONCE = 500;

type Written = Awaited<ReturnType<Notes['putAll']>>;

/** Puts notes, those of many answers in one transaction: a write to disk for each would be most of what an answer costs. */
export function createGather(notes: Pick<Notes, 'putAll'>): (some: readonly Note[]) => Promise<Written> {
  let waiting: { readonly some: readonly Note[]; readonly settle: (written: Promise<Written>) => void }[] = [];
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
