import type { Clock } from './clock.ts';

/** What the server does wrong, when a test wants it to, instead of answering a call. */
export type Mischief =
  | { readonly kind: 'ratelimited'; readonly retryAfter: number }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'malformed' }
  /** The connection is cut before anything is done. */
  | { readonly kind: 'drop' }
  /** It is done, and the answer is lost on the way. */
  | { readonly kind: 'lost-answer' }
  /** It is done, and answered late: `ms` of real time. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Nothing is done nor answered until the server stops. */
  | { readonly kind: 'hang' };

interface Quota {
  readonly calls: number;
  readonly perMs: number;
  readonly retryAfter: number;
  readonly spent: number[];
}

export interface Mischiefs {
  /** The next `times` calls of a method (`*`: of any) meet this. */
  next(method: string, mischief: Mischief, times?: number): void;
  /** From now on a method is limited, as a tier of Slack's is; `undefined` lifts it. */
  quota(
    method: string,
    quota: { readonly calls: number; readonly perMs: number; readonly retryAfter: number } | undefined,
  ): void;
  meet(method: string): Mischief | undefined;
}

export function createMischiefs(clock: Clock): Mischiefs {
  const coming: { readonly method: string; readonly mischief: Mischief; left: number }[] = [];
  const quotas = new Map<string, Quota>();
  return {
    next(method, mischief, times = 1) {
      coming.push({ method, mischief, left: times });
    },
    quota(method, quota) {
      if (quota === undefined) quotas.delete(method);
      else quotas.set(method, { ...quota, spent: [] });
    },
    meet(method) {
      const due = coming.find((one) => one.left > 0 && (one.method === method || one.method === '*'));
      if (due !== undefined) {
        due.left -= 1;
        return due.mischief;
      }
      const quota = quotas.get(method) ?? quotas.get('*');
      if (quota === undefined) return undefined;
      const now = clock.now();
      while (quota.spent[0] !== undefined && quota.spent[0] <= now - quota.perMs) quota.spent.shift();
      if (quota.spent.length >= quota.calls) return { kind: 'ratelimited', retryAfter: quota.retryAfter };
      quota.spent.push(now);
      return undefined;
    },
  };
}
