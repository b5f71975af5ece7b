/**
 * Why a server did not take an e-mail. `refused`: the address is nobody's. `rejected`: this message will never be taken.
 * `unreachable`: nobody answers, or not as it must (TLS). `not_let_in`: our own account or sender is not accepted. `later`: it
 * says so, as one that makes strangers wait (greylisting).
 */
export interface SmtpFault {
  readonly kind: 'refused' | 'rejected' | 'unreachable' | 'not_let_in' | 'later';
  /** Code and step, never the server's own words: they may hold an address. */
  readonly why: string;
}

/** Of the address itself (RFC 3463, X.1.* and a mailbox that is closed); the rest of 5.X.X is between the servers. */
const OF_THE_ADDRESS = /^[45]\.(?:1\.[0-9]{1,3}|2\.1)$/;
/** Of our own sender: never held against the reader. */
const OF_THE_SENDER = /^[45]\.1\.[78]$/;
/** Without an enhanced code: no such mailbox, not here, a name that cannot be one (RFC 5321). */
const NOBODY_THERE: ReadonlySet<number> = new Set([550, 551, 553]);

/** @param error what nodemailer threw */
export function meaningOf(error: unknown): SmtpFault {
  const code = textOf(error, 'code');
  const step = textOf(error, 'command');
  const status = numberOf(error, 'responseCode');
  const enhanced = /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})/.exec(textOf(error, 'response') ?? '')?.[1];
  const why = ['smtp', status, enhanced, step, status === undefined ? code : undefined].filter(Boolean).join(' ');
  if (code === 'EAUTH' || code === 'ENOAUTH') return { kind: 'not_let_in', why };
  if (code === 'EENVELOPE' && status === undefined) return { kind: 'refused', why };
  if (status === undefined) return { kind: code === 'EMESSAGE' ? 'rejected' : 'unreachable', why };
  if (status < 500) return { kind: 'later', why };
  if (step === 'RCPT TO') return { kind: isOfTheAddress(status, enhanced) ? 'refused' : 'not_let_in', why };
  return { kind: step === 'DATA' ? 'rejected' : 'not_let_in', why };
}

function isOfTheAddress(status: number, enhanced: string | undefined): boolean {
  if (enhanced === undefined) return NOBODY_THERE.has(status);
  return OF_THE_ADDRESS.test(enhanced) && !OF_THE_SENDER.test(enhanced);
}

function textOf(error: unknown, name: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function numberOf(error: unknown, name: string): number | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' ? value : undefined;
}
