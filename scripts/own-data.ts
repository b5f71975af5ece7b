import type { Helping } from '../src/handoff/port/helping.ts';
import { ok, type Result } from '../src/result.ts';

/** What a room beside the hand-over keeps of somebody. */
interface OwnData {
  /** What it stands under in «Mes données». */
  readonly name: string;
  /** @returns what is kept of them, as JSON writes it */
  readonly of: (by: string) => Promise<Result<unknown, unknown>>;
  /** Left out where the hand-over's own erasure reaches it. */
  readonly forget?: (by: string) => Promise<Result<unknown, unknown>>;
}

const down = { ok: false, error: { kind: 'store_down' } } as const;

/** The hand-over's own data and erasure, with those of the other rooms: what is kept of a person is one thing to them. */
export function withOwnData(helping: Helping, rooms: readonly OwnData[]): Helping {
  return {
    ...helping,
    exportOf: async (by) => {
      const own = await helping.exportOf(by);
      if (!own.ok) return own;
      const held: [string, unknown][] = [];
      for (const { name, of } of rooms) {
        const kept = await of(by);
        if (!kept.ok) return down;
        held.push([name, kept.value]);
      }
      return ok(JSON.stringify({ ...JSON.parse(own.value), ...Object.fromEntries(held) }, undefined, 2));
    },
    // The hand-over's last: whoever is forgotten there can ask for nothing more.
    forgetMe: async (by) => {
      for (const { forget } of rooms) if (forget !== undefined && !(await forget(by)).ok) return down;
      return helping.forgetMe(by);
    },
  };
}
