import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileScripts } from './build/compile.ts';
import { copyInstalled, sayLicences } from './build/installed.ts';
import { readCommandLine } from './command-line.ts';
import { MADE_FOLDER, MADE_MARK } from './take-made.ts';

/** What whoever runs the assistant does with it; what teaches and measures it stays in the checkout. */
const COMMANDS = [
  'start',
  'api-keys',
  'ask',
  'backup',
  'chat',
  'corpus-check',
  'doctor',
  'ingest',
  'lexicon',
  'lint',
  'migrate',
  'fidelity',
  'mcp',
  'people',
  'reserve',
  'restore',
  'reword',
  'rules',
  'set-aside',
  'teams-package',
] as const;

/**
 * `npm run build`: a folder that runs anywhere Node does, of the same system and processor: compiled code, corpus, weights and the
 * libraries that run. It is made beside and renamed: a build that fails leaves the one before.
 */
async function main(): Promise<void> {
  const given = readCommandLine('build').value('to') ?? 'dist';
  const [to, fresh] = [resolve(given), resolve(`${given}.tmp`)];
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await compileScripts(
    COMMANDS.map((name) => `scripts/${name}.ts`),
    fresh,
  );
  cpSync('knowledge', join(fresh, 'knowledge'), { recursive: true });
  for (const name of ['LICENSE', '.env.example', 'CHANGELOG.md']) cpSync(name, join(fresh, name));
  writeFileSync(join(fresh, 'package.json'), `${JSON.stringify(runningPackage(), undefined, 2)}\n`);
  writeFileSync(join(fresh, 'truchement'), LAUNCHER, { mode: 0o755 });
  writeFileSync(join(fresh, 'LICENCES.md'), sayLicences(copyInstalled(fresh)));
  makeReady(fresh);
  rmSync(to, { recursive: true, force: true });
  renameSync(fresh, to);
  process.stdout.write(`${to}\n`);
}

/** What is run with, and by `npm start` where there is npm. */
function runningPackage(): object {
  const { devDependencies: _dev, scripts: _scripts, ...kept } = JSON.parse(readFileSync('package.json', 'utf8'));
  delete kept.dependencies.tsx;
  return { ...kept, bin: { truchement: 'truchement' }, scripts: { start: './truchement start' } };
}

/** One command for all, from any folder: `truchement start`, `truchement backup FILE`. */
const LAUNCHER = `#!/bin/sh
# truchement COMMAND [...]: runs one of scripts/*.js of this folder, with its own corpus unless another one is given.
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
command=\${1:-start}
[ $# -eq 0 ] || shift
[ -f "$here/scripts/$command.js" ] || {
  echo "truchement: ${COMMANDS.join(', ')}" >&2
  exit 2
}
export TRUCHEMENT_KNOWLEDGE="\${TRUCHEMENT_KNOWLEDGE:-$here/knowledge}"
exec node --max-semi-space-size=64 "$here/scripts/$command.js" "$@"
`;

/** By the compiled code itself: what is kept is kept for that code alone. */
function makeReady(folder: string): void {
  const env = {
    ...process.env,
    TRUCHEMENT_DATA: join(folder, MADE_FOLDER),
    TRUCHEMENT_KNOWLEDGE: join(folder, 'knowledge'),
  };
  execFileSync(process.execPath, [join(folder, 'scripts', 'ingest.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Whoever builds is seldom the account that runs, which reads it.
  chmodSync(join(folder, MADE_FOLDER), 0o755);
  for (const one of readdirSync(join(folder, MADE_FOLDER), { recursive: true, withFileTypes: true }))
    chmodSync(join(one.parentPath, one.name), one.isDirectory() ? 0o755 : 0o644);
  writeFileSync(join(folder, MADE_FOLDER, MADE_MARK), `${randomUUID()}\n`);
}

await main();
