import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { madeOnce, type Sliced } from '../../src/sliced.ts';

describe('what is made once, in slices', () => {
  const counted = () => {
    const steps: number[] = [];
    const made = madeOnce(function* (): Sliced<readonly number[]> {
      for (const step of [1, 2, 3]) {
        steps.push(step);
        yield;
      }
      return steps;
    });
    return { steps, made };
  };

  it('lets others in between two slices, and is finished at once for whoever asks meanwhile', async () => {
    const { steps, made } = counted();
    const ahead = made.ahead();
    expect(steps).toEqual([]);
    while (steps.length === 0) await setImmediate();
    expect(steps).toEqual([1]);
    expect(made()).toEqual([1, 2, 3]);
    expect(await ahead).toBe(made());
    expect(steps).toEqual([1, 2, 3]);
  });

  it('is begun anew after it threw', () => {
    let tries = 0;
    // biome-ignore lint/correctness/useYield: it throws before, or ends.
    const made = madeOnce(function* (): Sliced<string> {
      tries += 1;
      if (tries === 1) throw new Error('not there');
      return 'there';
    });
    expect(made).toThrow('not there');
    expect(made()).toBe('there');
    expect(made()).toBe('there');
    expect(tries).toBe(2);
  });
});
