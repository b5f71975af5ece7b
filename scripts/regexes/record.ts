import type { Made } from './made.ts';

const seen = new Map<string, Made>();

/** Every pattern that this script built since this file was loaded, once for each place; a library's are its own. */
export function made(): readonly Made[] {
  return [...seen.values()];
}

const Plain = globalThis.RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, given, asked) {
    const pattern: RegExp = Reflect.construct(target, given, asked);
    note(pattern);
    return pattern;
  },
  apply(target, self, given) {
    const pattern: RegExp = Reflect.apply(target, self, given);
    note(pattern);
    return pattern;
  },
});

function note({ source, flags }: RegExp): void {
  const [here, , caller] = frames();
  if (caller === undefined || caller.getFileName() !== here?.getFileName()) return;
  const [line, column] = [caller.getLineNumber() ?? 0, caller.getColumnNumber() ?? 0];
  seen.set(`${line}:${column}:${source}/${flags}`, { source, flags, line, column });
}

/** Of `note`, of the trap, of who asked; as they are, for to have them written out takes some fifty times longer. */
function frames(): readonly NodeJS.CallSite[] {
  const [kept, prepare] = [Error.stackTraceLimit, Error.prepareStackTrace];
  const holder: { stack?: readonly NodeJS.CallSite[] } = {};
  Error.stackTraceLimit = 3;
  Error.prepareStackTrace = (_error, sites) => sites;
  Error.captureStackTrace(holder, frames);
  const found = holder.stack ?? [];
  Error.stackTraceLimit = kept;
  Error.prepareStackTrace = prepare;
  return found;
}
