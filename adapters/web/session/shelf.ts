import { randomBytes } from 'node:crypto';

/** Things put aside for a short while under a name that cannot be guessed; each is taken back once. */
export interface Shelf<T> {
  put(thing: T): string;
  take(id: string | undefined): T | undefined;
}

/** Kept in memory; past `most` the oldest go, so that nobody can fill it. */
export function createShelf<T>(options: {
  readonly lifetimeMs: number;
  readonly most: number;
  readonly now: () => Date;
}): Shelf<T> {
  const things = new Map<string, { readonly thing: T; readonly until: number }>();
  return {
    put: (thing) => {
      const now = options.now().getTime();
      for (const [id, { until }] of things) if (until <= now || things.size >= options.most) things.delete(id);
      const id = randomBytes(32).toString('base64url');
      things.set(id, { thing, until: now + options.lifetimeMs });
      return id;
    },
    take: (id) => {
      const kept = id === undefined ? undefined : things.get(id);
      if (id === undefined || kept === undefined) return undefined;
      things.delete(id);
      return kept.until > options.now().getTime() ? kept.thing : undefined;
    },
  };
}
