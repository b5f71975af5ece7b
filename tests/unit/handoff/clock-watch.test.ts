import { describe, expect, it } from 'vitest';
import { createClockWatch } from '../../../src/handoff/clock-watch.ts';

const MINUTE = 60_000;

/** A clock that can be set, and time that goes by whatever is done to it; both in minutes. */
function clocks(lastLived?: number) {
  let wall = Date.parse('2026-11-25T09:00:00Z');
  let elapsed = 5;
  const look = createClockWatch(
    () => new Date(wall),
    () => elapsed,
    lastLived === undefined ? undefined : wall - lastLived * MINUTE,
  );
  return (passed: number, set = 0) => {
    elapsed += passed * MINUTE;
    wall += (passed + set) * MINUTE;
    return look();
  };
}

describe('a clock that is watched', () => {
  it('is steady while time goes by, however slowly or fast the turns come, and through small corrections', () => {
    const later = clocks();
    for (const [passed, set] of [
      [0, 0],
      [600, 0],
      [1, 0.5],
      [1, -0.5],
    ] as const)
      expect(later(passed, set)).toEqual({ jumpMs: 0, timersWait: false });
  });

  it('lets nothing fall due for ten minutes after it leapt ahead, then goes by what it says', () => {
    const later = clocks();
    expect(later(1, 3000)).toEqual({ jumpMs: 3000 * MINUTE, timersWait: true });
    expect(later(9)).toEqual({ jumpMs: 0, timersWait: true });
    expect(later(1)).toEqual({ jumpMs: 0, timersWait: false });
    expect(later(60)).toEqual({ jumpMs: 0, timersWait: false });
  });

  it('goes on at once when it is put right meanwhile', () => {
    const later = clocks();
    expect(later(1, 3000).timersWait).toBe(true);
    expect(later(2, -3000)).toEqual({ jumpMs: -3000 * MINUTE, timersWait: false });
  });

  it('says that it went back, and waits for nothing', () => {
    expect(clocks()(1, -90)).toEqual({ jumpMs: -90 * MINUTE, timersWait: false });
  });

  it('waits again after a second leap', () => {
    const later = clocks();
    later(1, 3000);
    later(11);
    expect(later(1, 20).timersWait).toBe(true);
  });

  it('waits for nothing after a short stop, nor at the first start of all', () => {
    for (const lastLived of [undefined, 0, 9, -90])
      expect(clocks(lastLived)(0)).toEqual({ jumpMs: 0, timersWait: false });
  });

  it('lets nothing fall due for ten minutes when it starts two hours after it last ran, then goes by what it says', () => {
    const later = clocks(120);
    expect(later(0)).toEqual({ jumpMs: 0, timersWait: true });
    expect(later(9)).toEqual({ jumpMs: 0, timersWait: true });
    expect(later(1)).toEqual({ jumpMs: 0, timersWait: false });
  });

  it('goes on at once when the clock it started with is put right', () => {
    const later = clocks(120);
    expect(later(1).timersWait).toBe(true);
    expect(later(1, -119).timersWait).toBe(false);
  });
});
