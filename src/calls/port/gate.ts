import type { Caller, Scope } from './calls.ts';

/** A request as far as it says who calls. */
interface Knock {
  /** The header, as it came. */
  readonly authorization: string | undefined;
  /** The address it comes from, for who has no key. */
  readonly from: string | undefined;
}

export interface Passed {
  readonly kind: 'passed';
  readonly caller: Caller;
  readonly scopes: ReadonlySet<Scope>;
  /** Requests left of this minute. */
  readonly left: number;
}

export type Turned =
  /** No key where one is needed. */
  | { readonly kind: 'no_key' }
  /** No key of ours, or one that was revoked. */
  | { readonly kind: 'bad_key' }
  | { readonly kind: 'too_many'; readonly seconds: number }
  | { readonly kind: 'store_down' };

/** The one door of programs, whatever they come by: whose key it is, what it allows, how often. */
export interface Gate {
  /** Requests that a key may make in a minute. */
  readonly perMinute: number;
  pass(knock: Knock): Promise<Passed | Turned>;
}
