import cliProgress from 'cli-progress';

/**
 * A bar on a terminal, from the first passage that has to be indexed: a fresh index shows nothing.
 * @param first said at once: half a minute without a word would be taken for a start that failed
 */
export function startProgress(first?: string): {
  readonly show: (done: number, total: number) => void;
  readonly stop: () => void;
} {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  if (first !== undefined) process.stderr.write(`${first}\n`);
  const bar = new cliProgress.SingleBar(
    { format: 'index {bar} {value}/{total}', hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    show: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
