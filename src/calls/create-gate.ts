import type { Limit, Limits, Taken } from '../limits.ts';
import type { Scope } from './port/calls.ts';
import type { Gate, Turned } from './port/gate.ts';
import type { KeyReading } from './port/keys.ts';

/** A key that is no key is tried by a program gone wrong, or by one that guesses: so often a minute and an address. */
const WRONG_KEYS = 20;

/** @param anonymous what may be asked without a key; nothing where it is empty */
export function createGate(
  keys: KeyReading,
  limits: Limits,
  { anonymous, perMinute }: { readonly anonymous: readonly Scope[]; readonly perMinute: number },
): Gate {
  const calls = limits('calls', perMinute);
  const wrong = limits('wrong-keys', WRONG_KEYS);
  const without = new Set(anonymous);
  return {
    perMinute,
    pass: async ({ authorization, from = '' }) => {
      const key = /^Bearer ([\w-]{1,200})$/i.exec(authorization ?? '')?.[1];
      if (authorization === undefined) {
        if (without.size === 0) return { kind: 'no_key' };
        const taken = await take(calls, `from ${from}`);
        const caller = { id: `from ${from}`, ofBody: false };
        return typeof taken === 'number' ? { kind: 'passed', caller, scopes: without, left: taken } : taken;
      }
      const tried = await wrong.look(from);
      if (!tried.within) return tooMany(tried);
      const held = key === undefined ? undefined : await keys.holder(key);
      if (held?.ok === false) return { kind: 'store_down' };
      const holder = held?.value;
      if (holder === undefined) {
        await wrong.take(from);
        return { kind: 'bad_key' };
      }
      const { id, scopes } = holder;
      const taken = await take(calls, id);
      const caller = { id, ofBody: scopes.has('body') };
      return typeof taken === 'number' ? { kind: 'passed', caller, scopes, left: taken } : taken;
    },
  };
}

/** What is left of the minute, or how long to wait. */
async function take(limit: Limit, key: string): Promise<number | Turned> {
  const taken = await limit.take(key);
  return taken.within ? taken.left : tooMany(taken);
}

function tooMany({ waitMs }: Taken): Turned {
  return { kind: 'too_many', seconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}
