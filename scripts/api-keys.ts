import { createKeys } from '../src/calls/create-keys.ts';
import { SCOPES } from '../src/calls/port/calls.ts';
import type { KeyFault, KeyKeeping } from '../src/calls/port/keys.ts';
import { loadConfig } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import type { Result } from '../src/result.ts';
import { openStore } from '../src/store/open-store.ts';
import { keyTexts } from '../src/text/key-texts.ts';
import { endWithReader } from './batch.ts';
import { readCommandLine } from './command-line.ts';

const texts = keyTexts.fr;

/** Keys of programs, from a terminal: the store is the one of the assistant, running or not. */
async function main(): Promise<void> {
  const [command, ...args] = readCommandLine('api-keys').rest;
  const act = COMMANDS.get(command ?? '');
  if (act === undefined) throw new Error(texts.command.usage);
  const { data, databaseUrl, organisation } = loadConfig(process.env);
  const store = await openStore({ data, databaseUrl, log: createLog('warn') });
  try {
    await act(
      createKeys(store.keys, organisation, () => new Date()),
      args,
    );
  } finally {
    await store.close();
  }
}

type Command = (keys: KeyKeeping, args: readonly string[]) => Promise<void>;

const list: Command = async (keys) => {
  for (const { id, prefix, organisation, name, scopes, madeAt, usedAt, revokedAt } of value(await keys.list())) {
    const last = usedAt === undefined ? texts.unused : texts.used(usedAt.slice(0, 10));
    const state = revokedAt === undefined ? last : texts.revoked(revokedAt.slice(0, 10));
    say([id, `${prefix}…`, organisation, name, scopes.join(','), texts.since(madeAt.slice(0, 10)), state].join('\t'));
  }
};

const add: Command = async (keys, args) => {
  const cells = new Map(args.map((argument) => argument.split(/=(.*)/s, 2) as [string, string]));
  const needed = (name: string): string => {
    const cell = cells.get(name)?.trim() ?? '';
    if (cell === '') throw new Error(texts.command.needed(name));
    return cell;
  };
  const [organisation, name] = [needed('organisation'), needed('nom')];
  const scopes = needed('portées').split(',');
  if (scopes.some((scope) => !SCOPES.some((one) => one === scope)))
    throw new Error(texts.command.scopes(SCOPES.join(', ')));
  const { key } = value(await keys.make({ id: keys.newId(), organisation, name, scopes }));
  process.stderr.write(`${texts.made}\n`);
  say(key);
};

const revoke: Command = async (keys, [id]) => {
  if (id === undefined) throw new Error(texts.command.usage);
  value(await keys.revoke(id));
  say(texts.done);
};

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['list', list],
  ['add', add],
  ['revoke', revoke],
]);

function value<T>(result: Result<T, KeyFault>): T {
  if (result.ok) return result.value;
  const { error } = result;
  throw new Error(error.kind === 'not_of_body' ? texts.faults.not_of_body(error.body) : texts.faults[error.kind]);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
