import { createApi } from '../adapters/api/api.ts';
import { createMcpEndpoints } from '../adapters/mcp/http.ts';
import type { AskHouse } from '../src/calls/answer-house.ts';
import { createGate } from '../src/calls/create-gate.ts';
import { createKeys } from '../src/calls/create-keys.ts';
import type { KeyRecords } from '../src/calls/key-records.ts';
import type { KeyKeeping } from '../src/calls/port/keys.ts';
import type { Config } from '../src/config/config.ts';
import type { Logger } from '../src/log.ts';
import type { Endpoint } from '../src/platform.ts';
import type { Composed } from './compose.ts';
import { composeCalls } from './compose-calls.ts';
import { programVersion } from './program-version.ts';

/** The doors of programs on the one HTTP server: `/api/v1` and `/mcp`, behind the same keys. */
export function composePrograms({
  config,
  composed,
  keys: records,
  house,
  log,
}: {
  readonly config: Config;
  readonly composed: Composed;
  readonly keys: KeyRecords;
  readonly house?: AskHouse | undefined;
  readonly log: Logger;
}): { readonly keys: KeyKeeping; readonly endpoints: readonly Endpoint[] } {
  const keys = createKeys(records, config.organisation, () => new Date());
  const gate = createGate(keys, config.api);
  const calls = composeCalls(config, composed, { house });
  const version = programVersion();
  return {
    keys,
    endpoints: [
      ...createApi({ calls, gate, version, log }),
      ...createMcpEndpoints({ calls, gate, version, address: config.api.publicUrl, log }),
    ],
  };
}
