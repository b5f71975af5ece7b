import type { Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';

/** An event of a chat platform, as it is kept until it has been handled. */
export interface InboundEvent {
  readonly platform: string;
  /** The platform's own id: the same at each of its deliveries. */
  readonly event: string;
  /** The thread it belongs to: events of one are handled one after the other. */
  readonly lane: string;
  /** Sorts in the order of arrival. */
  readonly arrival: string;
  /** ISO instant. */
  readonly at: string;
  /** Any JSON value. */
  readonly body: unknown;
}

export interface TakenEvent extends InboundEvent {
  /** Times it was tried before. */
  readonly attempts: number;
}

export type EventKey = Pick<InboundEvent, 'platform' | 'event'>;

/** Which process has it, and until when unless it is renewed. */
export interface Lease {
  readonly holder: string;
  readonly until: string;
}

/** `seen`: kept before, by whichever process. `behind`: kept now, and an older one of its lane is under way. */
export type Kept = 'first' | 'behind' | 'seen';

export interface InboundRecords {
  /** Keeps `events` for this process until `leasedUntil` and ends those `handled`, in one transaction; what each event was. */
  keep(
    events: readonly InboundEvent[],
    handled: readonly EventKey[],
    lease: Lease,
  ): Promise<Result<readonly Kept[], StoreDown>>;
  /** What processes that died had in hand: each has one death more, and those with too many are set aside and returned. */
  mourn(now: string, holder: string): Promise<Result<readonly EventKey[], StoreDown>>;
  /**
   * Those that nobody has any more and that are the oldest of their lane, for this process. `suspects`: those that were in hand
   * as a process died, which are to be tried alone; else the others.
   */
  take(now: string, limit: number, lease: Lease, suspects?: boolean): Promise<Result<readonly TakenEvent[], StoreDown>>;
  /** Whether one of those that are to be tried alone is due. */
  hasSuspects(now: string): Promise<Result<boolean, StoreDown>>;
  renew(events: readonly EventKey[], lease: Lease): Promise<Result<undefined, StoreDown>>;
  /** Not handled: to be taken again from `retryAt` on, or never again when undefined. */
  failed(event: EventKey, why: string, retryAt: string | undefined): Promise<Result<undefined, StoreDown>>;
  /** A fault of the event's own: to be taken again from `retryAt` on; set aside, with its words, when it was one too many. */
  threw(
    event: EventKey,
    why: string,
    now: string,
    retryAt: string,
  ): Promise<Result<'counted' | 'set_aside', StoreDown>>;
  /** How many wait or are under way. */
  underWay(): Promise<Result<number, StoreDown>>;
}
