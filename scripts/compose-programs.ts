import { createApi } from '../adapters/api/api.ts';
import { createMcpEndpoints } from '../adapters/mcp/http.ts';
import type { AskHouse } from '../src/calls/answer-house.ts';
import { createGate } from '../src/calls/create-gate.ts';
import { createKeys } from '../src/calls/create-keys.ts';
import type { Calls } from '../src/calls/port/calls.ts';
import type { KeyKeeping } from '../src/calls/port/keys.ts';
import type { Config } from '../src/config/config.ts';
import type { Logger } from '../src/log.ts';
import type { Endpoint } from '../src/platform.ts';
import type { Store } from '../src/store/store.ts';
import type { Composed } from './compose.ts';
import { composeCalls } from './compose-calls.ts';
import { programVersion } from './program-version.ts';

interface ComposedPrograms {
  readonly keys: KeyKeeping;
  readonly endpoints: readonly Endpoint[];
  /** Reads what the first call of each kind would wait for, where a program may call at all. */
  warm(): Promise<void>;
}

/** Calls that read the most the first time. */
const FIRST = [
  ['lexicon', { text: 'marché', from: 'achat' }],
  ['lexicon', { text: 'marché', from: 'service' }],
  ['rules', { goal: 'procedure' }],
] as const;

/** The doors of programs on the one HTTP server: `/api/v1` and `/mcp`, behind the same keys. */
export function composePrograms({
  config,
  composed,
  store,
  house,
  log,
}: {
  readonly config: Config;
  readonly composed: Composed;
  readonly store: Pick<Store, 'keys' | 'limits'>;
  readonly house?: AskHouse | undefined;
  readonly log: Logger;
}): ComposedPrograms {
  const keys = createKeys(store.keys, config.organisation, () => new Date());
  const gate = createGate(keys, store.limits, config.api);
  const calls = composeCalls(config, composed, { house });
  const version = programVersion();
  let warmed: Promise<void> | undefined;
  const read = () => {
    warmed ??= readFirst(calls);
    return warmed;
  };
  return {
    keys: {
      ...keys,
      make: async (wanted) => {
        const made = await keys.make(wanted);
        if (made.ok)
          read().catch((error: unknown) => log.warn({ err: error }, 'what programs ask first is read later'));
        return made;
      },
    },
    warm: async () => {
      const listed = await keys.list();
      const mayCall =
        config.api.anonymous.length > 0 || (listed.ok && listed.value.some((one) => one.revokedAt === undefined));
      if (mayCall) await read();
    },
    endpoints: [
      ...createApi({ calls, gate, version, log }),
      ...createMcpEndpoints({ calls, gate, version, address: config.api.publicUrl, log }),
    ],
  };
}

async function readFirst(calls: Calls): Promise<void> {
  for (const [name, fields] of FIRST) await calls.call(name, fields, { id: 'warm', ofBody: false });
}
