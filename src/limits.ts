import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';

const MINUTE_S = 60;

/** How often one thing is done within the minute that its first time began. */
export interface Limit {
  /** Once more. */
  take(key: string): Promise<Taken>;
  /** As `take` would answer, without counting. */
  look(key: string): Promise<Taken>;
}

export interface Taken {
  readonly within: boolean;
  /** Times left of this minute. */
  readonly left: number;
  /** Until the minute is over. */
  readonly waitMs: number;
}

/** @param name of what is counted @param most times a minute and a key */
export type Limits = (name: string, most: number) => Limit;

/** Counted by this process alone. */
export const limitsInMemory: Limits = (keyPrefix, points) =>
  limitOf(new RateLimiterMemory({ keyPrefix, points, duration: MINUTE_S }));

/**
 * Counted for every process on one PostgreSQL, a row a key: one statement each time, and none for whoever is past the limit.
 * While the database does not answer each process counts alone.
 * @param pool of the driver @param tableName one with `key`, `points` and `expire`, in that order
 */
export function createLimitsInPostgres(pool: object, tableName: string): Limits {
  return (keyPrefix, points) => {
    const alone = { keyPrefix, points, duration: MINUTE_S };
    const insuranceLimiter = new RateLimiterMemory(alone);
    const shared = { storeClient: pool, storeType: 'pool', tableName, tableCreated: true };
    return limitOf(
      new RateLimiterPostgres({ ...alone, ...shared, insuranceLimiter, inMemoryBlockOnConsumed: points + 1 }),
    );
  };
}

function limitOf(limiter: RateLimiterAbstract): Limit {
  return {
    take: async (key) => {
      try {
        return takenOf(true, await limiter.consume(key));
      } catch (error) {
        if (error instanceof RateLimiterRes) return takenOf(false, error);
        throw error;
      }
    },
    look: async (key) => {
      const now = await limiter.get(key);
      return now === null ? { within: true, left: limiter.points, waitMs: 0 } : takenOf(now.remainingPoints > 0, now);
    },
  };
}

function takenOf(within: boolean, { remainingPoints: left, msBeforeNext: waitMs }: RateLimiterRes): Taken {
  return { within, left, waitMs };
}
