import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A library that runs with the assistant, and under which licence it is given. */
export interface Installed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** From the built folder; undefined where the library gives none. */
  readonly text: string | undefined;
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), dev: z.boolean().optional(), optional: z.boolean().optional() }),
  ),
});
const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/** What nothing reads when the assistant runs: types, maps, and what the compiled modules were compiled from. */
const NOT_RUN = /\.(?:d\.[cm]?ts|[cm]?[jt]s\.map)$|\/better-sqlite3\/deps$|\/build\/Release\/(?:obj[^/]*|\.deps)$/;
/** What translates TypeScript as it is read: a checkout starts by it, the built folder without. */
const LOADER = /^node_modules\/(?:tsx|esbuild|@esbuild\/[^/]+)$/;

/**
 * Copies the libraries that are installed here and that run: those of the lock file that are not for development alone, in the
 * versions it names. What `npm ci --omit=dev` brings, without asking for it a second time nor compiling it anew.
 * @throws naming one that is not installed, or in another version
 */
export function copyInstalled(to: string): readonly Installed[] {
  const { packages } = lockSchema.parse(readJson('package-lock.json'));
  const installed: Installed[] = [];
  for (const [path, { version, dev = false, optional = false }] of Object.entries(packages)) {
    if (path === '' || dev || LOADER.test(path)) continue;
    if (!existsSync(join(path, 'package.json'))) {
      if (optional) continue;
      throw new Error(`${path} is not installed: npm ci`);
    }
    const found = packageSchema.parse(readJson(join(path, 'package.json')));
    if (found.version !== version) throw new Error(`${path} is ${found.version}, not ${version}: npm ci`);
    const own = join(path, 'node_modules');
    cpSync(path, join(to, path), { recursive: true, filter: (file) => file !== own && !NOT_RUN.test(file) });
    installed.push({ name: found.name, version, licence: licenceOf(found), text: textOf(path) });
  }
  return installed.sort((a, b) => `${a.name} ${a.version}`.localeCompare(`${b.name} ${b.version}`));
}

function licenceOf({ license, licenses }: z.infer<typeof packageSchema>): string {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'not stated';
}

function textOf(path: string): string | undefined {
  const name = readdirSync(path).find((file) => /^(?:licen[cs]e|copying)/i.test(file));
  return name === undefined ? undefined : join(path, name);
}

/** A page that names every library, as their licences ask of whoever hands them on. */
export function sayLicences(installed: readonly Installed[]): string {
  const rows = installed.map(
    ({ name, version, licence, text }) =>
      `| ${name} | ${version} | ${licence} | ${text === undefined ? '' : `[${text.split('/').at(-1)}](${text})`} |`,
  );
  return `# Bibliothèques\n\n| bibliothèque | version | licence | texte |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
