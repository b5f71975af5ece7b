export interface Ward {
  /** Ordinary work: side by side with all other, but never beside what is tried alone. */
  shared<T>(work: () => Promise<T>): Promise<T>;
  /** What was in hand as a process died: nothing else begins meanwhile, so that if it dies again it is known of what. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** What takes longer waits for something, and freezes nothing: the others are not kept waiting for it. */
const PATIENCE_MS = 10_000;

const ignore = (): void => undefined;

/** One for the whole process: what one door tries alone, the others must not disturb. */
export function createWard(patienceMs = PATIENCE_MS): Ward {
  let underWay = 0;
  let calm: (() => void) | undefined;
  let closed: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** Resolves with `work`, or after the patience. */
  const wait = async (work: Promise<unknown>): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([work.then(ignore, ignore), over]);
    clearTimeout(timer);
  };

  const tryAlone = async <T>(work: () => Promise<T>): Promise<T> => {
    let open: () => void = ignore;
    closed = new Promise((resolve) => {
      open = resolve;
    });
    try {
      if (underWay > 0)
        await wait(
          new Promise<void>((resolve) => {
            calm = resolve;
          }),
        );
      const done = work();
      await wait(done);
      closed = undefined;
      open();
      return await done;
    } finally {
      closed = undefined;
      open();
    }
  };

  return {
    shared: async (work) => {
      while (closed !== undefined) await closed;
      underWay++;
      try {
        return await work();
      } finally {
        underWay--;
        if (underWay === 0) calm?.();
      }
    },
    alone: (work) => {
      const done = last.then(() => tryAlone(work));
      last = done.then(ignore, ignore);
      return done;
    },
  };
}
