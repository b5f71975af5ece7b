/** A request as the question of where it comes from needs it. */
export interface Origin {
  /** Address at the other end of the socket. */
  readonly remote: string | undefined;
  /** The `Host` header as sent. */
  readonly host: string | undefined;
  /** A proxy says that it speaks for someone else. */
  readonly forwarded: boolean;
}

const NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

export function isLoopback(address: string): boolean {
  return NAME.test(address.replace(/^::ffff:/i, ''));
}

/**
 * Whether a person sits at this very machine: the socket is local, no proxy stands between, and the page was asked for by
 * a local name, so that a foreign name made to point here (DNS rebinding) is refused.
 */
export function isFromThisMachine({ remote, host, forwarded }: Origin): boolean {
  if (forwarded || remote === undefined || host === undefined) return false;
  return isLoopback(remote) && isLoopback(host.replace(/:\d+$/, ''));
}
