import type { NotDelivered } from '../../message/delivery.ts';
import type { Address } from '../../message/message.ts';
import type { Result } from '../../result.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';

/** An event of a chat platform that must not be lost nor handled twice. */
export interface PlatformEvent {
  readonly platform: Address['platform'];
  /** The platform's own id: the same at each of its deliveries. */
  readonly id: string;
  /** The thread it belongs to: events of one are handled in order of arrival. */
  readonly lane: string;
  /** All that handling it needs, as JSON: it may be another process that does. Erased once handled. */
  readonly body: unknown;
}

/** Where an adapter puts what it has received, before it says so to the platform. */
export interface Intake {
  /** Resolves once it is kept on disk; `seen` when it had been already. It is then handled without further ado. */
  take(event: PlatformEvent): Promise<Result<'new' | 'seen', StoreDown>>;
}

/**
 * What an adapter does with an event that was taken. `attempt` counts the times before: from the second on, the answer may
 * have been given by a process that died, so the adapter looks before it sends. `later` tries again; anything else ends it.
 */
export type Handle = (
  body: unknown,
  delivery: { readonly id: string; readonly attempt: number },
) => Promise<Result<undefined, NotDelivered>>;
