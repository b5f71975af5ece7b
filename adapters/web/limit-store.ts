import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { Limits } from '../../src/limits.ts';

/** What the plugin gives for a route of its own; its types declare something else. */
interface OfRoute {
  readonly routeInfo: { readonly method: string | readonly string[]; readonly url: string };
}

/** Where the plugin counts: pages together, submissions by route. A constructor, since it calls one. */
export function limitStore(limits: Limits, perMinute: number): new () => FastifyRateLimitStore {
  const pages = limits('pages', perMinute * 5);
  const submissions = limits('submissions', perMinute);
  const countBy = (limit: typeof pages, route: string): FastifyRateLimitStore => ({
    incr: (address, done, _window, most) => {
      limit.take(route + address).then(
        ({ within, left, waitMs }) => done(null, { current: within ? most - left : most + 1, ttl: waitMs }),
        (error: Error) => done(error),
      );
    },
    child: (options) => {
      const { method, url } = (options as unknown as OfRoute).routeInfo;
      return countBy(submissions, `${method} ${url} `);
    },
  });
  return function create() {
    return countBy(pages, '');
  } as unknown as new () => FastifyRateLimitStore;
}
