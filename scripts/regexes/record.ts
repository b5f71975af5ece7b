import { fileURLToPath } from 'node:url';

/**
 * Imported before anything of the product: from then on every pattern that the product builds is noted with the place
 * that builds it, `file:line` of its `new RegExp`.
 */
export interface Built {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
  readonly line: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const seen = new Map<string, Built>();

const Plain = globalThis.RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, given, asked) {
    const made: RegExp = Reflect.construct(target, given, asked);
    note(made);
    return made;
  },
  apply(target, self, given) {
    const made: RegExp = Reflect.apply(target, self, given);
    note(made);
    return made;
  },
});

export function built(): readonly Built[] {
  return [...seen.values()];
}

/** Only what our own files build: a library's patterns are its own. */
function note({ source, flags }: RegExp): void {
  const holder: { stack?: string } = {};
  const kept = Error.stackTraceLimit;
  Error.stackTraceLimit = 3;
  Error.captureStackTrace(holder);
  Error.stackTraceLimit = kept;
  // Of the frames of this file, the trap's and this function's: the third is who asked.
  const frame = holder.stack?.split('\n')[3] ?? '';
  const start = frame.indexOf(ROOT);
  if (start === -1) return;
  const [file = '', line] = frame.slice(start + ROOT.length).split(':');
  if (file.startsWith('node_modules/')) return;
  seen.set(`${file}:${line}:${source}/${flags}`, { source, flags, file, line: Number(line) });
}
