export interface Lanes {
  /** Runs `work` after all that the lane was given before, whatever became of it. */
  run(lane: string, work: () => Promise<void>): Promise<void>;
  busy(lane: string): boolean;
  /** Resolves when no lane has anything left. */
  idle(): Promise<void>;
}

/** One thing after the other within a lane; lanes side by side. */
export function createLanes(): Lanes {
  const ends = new Map<string, Promise<void>>();
  return {
    run: (lane, work) => {
      const done = (ends.get(lane) ?? Promise.resolve()).then(work);
      const end = done.then(
        () => undefined,
        () => undefined,
      );
      ends.set(lane, end);
      end.then(() => {
        if (ends.get(lane) === end) ends.delete(lane);
      });
      return done;
    },
    busy: (lane) => ends.has(lane),
    idle: async () => {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
