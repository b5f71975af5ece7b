/**
 * Begins one piece of work at each turn of the event loop, in order: a hundred at once would hold up whatever arrives
 * meanwhile, and a platform that is not told in time that it was received sends it again, which makes matters worse.
 */
export function createTurns(): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return async (work) => {
    await new Promise<void>((begin) => {
      waiting.push(begin);
      if (waiting.length === 1) setImmediate(next);
    });
    await work();
  };
}
