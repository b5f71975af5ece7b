/** The server's time: the wall's, moved on at will. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Makes trigger ids, response URLs and codes older. */
  advance(ms: number): void;
}

export function createClock(wall: () => number): Clock {
  let ahead = 0;
  return {
    now: () => wall() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
