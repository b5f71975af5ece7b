import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { MARK, type Made } from './made.ts';
import type { Placed } from './verdicts.ts';

/**
 * Loads these files and returns every pattern that their loading builds, with the place of its `new RegExp`. They are loaded
 * as one script in a process of its own, which takes a third of the time of eight hundred modules.
 */
export async function builtWhenLoaded(files: readonly string[]): Promise<readonly Placed[]> {
  const script = resolve(`node_modules/.regexes-${process.pid}.mjs`);
  const { code, map } = await bundle(files, script);
  writeFileSync(script, code);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: MOST_SAID });
    const made: readonly Made[] = JSON.parse(stdout.slice(stdout.indexOf(MARK) + MARK.length));
    return made.map((one) => placed(one, map));
  } finally {
    rmSync(script);
  }
}

/** Bytes: some thousands of patterns, each of up to some thousands of letters. */
const MOST_SAID = 64_000_000;

async function bundle(files: readonly string[], script: string): Promise<{ code: string; map: SourceMap }> {
  const all = ['scripts/regexes/record.ts', ...files, 'scripts/regexes/tell.ts'];
  const contents = all.map((file) => `import './${file}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    sourcemap: 'external',
    outfile: script,
    write: false,
    logLevel: 'error',
    plugins: [ownAddresses],
  });
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { code: ending('.mjs'), map: new SourceMap(JSON.parse(ending('.map'))) };
}

/** A file that finds others beside it goes on doing so. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return text.includes(OWN)
        ? { contents: text.replaceAll(OWN, JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }
        : undefined;
    }),
};
const OWN = 'import.meta.url';

function placed({ source, flags, line, column }: Made, map: SourceMap): Placed {
  const place = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in place)) throw new Error(`no place for /${source}/${flags}`);
  const file = relative('.', resolve('node_modules', place.originalSource)).replaceAll('\\', '/');
  return { source, flags, file, line: place.originalLine + 1 };
}
