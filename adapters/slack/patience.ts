import { err, type Result } from '../../src/result.ts';
import type { ApiFault, ApiReply, SlackApi } from './api.ts';

/** A wait that Slack asks for is taken here when it is short; a longer one is for whoever keeps the message. */
const LONGEST_PAUSE_MS = 10_000;
/** Slack counts these by channel as well. */
const BY_CHANNEL: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral', 'chat.update']);

type Call = SlackApi['call'];

/**
 * Does as `Retry-After` says, no sooner and no later, for the method (and the channel) it was said of: what else is called
 * meanwhile goes through. One that was limited was not done, so that it can be said again.
 */
export function createPatient(call: Call, pause: (ms: number) => Promise<void>, now: () => number): Call {
  const until = new Map<string, number>();

  const patiently = async (
    method: string,
    args: Parameters<Call>[1],
    patienceMs: number,
  ): Promise<Result<ApiReply, ApiFault>> => {
    const key = BY_CHANNEL.has(method) ? `${method} ${String(args['channel'])}` : method;
    const left = (until.get(key) ?? 0) - now();
    if (left > patienceMs) return err({ kind: 'rate_limited', afterMs: left });
    if (left > 0) await pause(left);
    else until.delete(key);
    const called = await call(method, args);
    if (called.ok || called.error.kind !== 'rate_limited') return called;
    const { afterMs } = called.error;
    until.set(key, now() + afterMs);
    const rest = patienceMs - Math.max(left, 0);
    return afterMs > rest ? called : patiently(method, args, rest);
  };

  // The right to open a form ends after three seconds: better told at once than too late.
  return (method, args) => patiently(method, args, 'trigger_id' in args ? 0 : LONGEST_PAUSE_MS);
}
