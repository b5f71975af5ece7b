/** One round after the other, each when the one before has ended and the rest is over. */
export function repeat(work: () => Promise<void>, everyMs: number, fail: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let under: Promise<void> = Promise.resolve();
  const round = () => {
    under = work()
      .catch(fail)
      .then(() => {
        if (stopped) return;
        timer = setTimeout(round, everyMs);
        timer.unref();
      });
  };
  round();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return under;
    },
  };
}
