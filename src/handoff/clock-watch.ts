/** What the clock did since it was last looked at. */
export interface ClockLook {
  /** By how much it moved besides the time that went by, in milliseconds; 0 when it is steady. */
  readonly jumpMs: number;
  /** Nothing may fall due yet: the clock has just run ahead, and may be put right. */
  readonly timersWait: boolean;
}

/** Less is a correction as time servers make them. */
const JUMP_MS = 60_000;
/** An offer lasts an hour at least: a smaller leap lets none of them lapse at once. */
const LEAP_MS = 10 * 60_000;
/** Long enough for a time server, or a person, to put the clock right. */
const WAIT_MS = 10 * 60_000;

/**
 * Watches the wall clock by the time that really goes by (`elapsedMs`, which no one sets). A clock that leaps ahead would let
 * every offer lapse and every holder pass for silent: for ten minutes nothing falls due, and if it is put right meanwhile
 * nothing ever knew. A machine that slept looks the same, and only waits a little longer. Of a clock that goes back nothing
 * is to be feared: a case keeps its own time.
 *
 * Of the time when nothing ran only the store knows (`lastLived`). A start long after it is one after an outage, or one with a
 * clock that is ahead: the two cannot be told apart, so it is taken for a leap, and an honest outage costs its offers ten
 * minutes more.
 * @param lastLived when the clock was last trusted, in milliseconds since 1970; undefined where nothing ran before
 */
export function createClockWatch(
  now: () => Date,
  elapsedMs: () => number,
  lastLived: number | undefined,
): () => ClockLook {
  let seen = { wall: now().getTime(), elapsed: elapsedMs() };
  let ahead = lastLived === undefined ? 0 : Math.max(0, seen.wall - lastLived);
  let waitsUntil = ahead > LEAP_MS ? seen.elapsed + WAIT_MS : 0;
  return () => {
    const here = { wall: now().getTime(), elapsed: elapsedMs() };
    const moved = here.wall - seen.wall - (here.elapsed - seen.elapsed);
    seen = here;
    const jumpMs = Math.abs(moved) < JUMP_MS ? 0 : moved;
    if (here.elapsed >= waitsUntil) ahead = 0;
    ahead += jumpMs;
    if (jumpMs > LEAP_MS) waitsUntil = here.elapsed + WAIT_MS;
    if (ahead <= LEAP_MS) waitsUntil = 0;
    return { jumpMs, timersWait: here.elapsed < waitsUntil };
  };
}
