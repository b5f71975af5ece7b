/**
 * `npm run planted [-- WORDS…]`: plants each fault of the list, one at a time, in a copy of the tree, and runs the tests that
 * must see it. A fault that no test sees is a test that is missing. With words, only the faults whose name holds one of them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { FAULTS, type Planted } from './faults.ts';

const LEFT_OUT = new Set(['.git', 'node_modules', 'artifacts', 'data', 'coverage']);

/** Of Vitest's report: what is read of it. */
const reportSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) })),
});

const words = process.argv.slice(2);
const wanted = FAULTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const copy = copyOfTree();
try {
  process.exitCode = plantAll(wanted) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function copyOfTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'truchement-planted-'));
  for (const name of readdirSync('.').filter((one) => !LEFT_OUT.has(one)))
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

function plantAll(faults: readonly Planted[]): boolean {
  // A test that fails by itself sees nothing.
  const before = new Set(failing([...new Set(faults.flatMap(({ tests }) => tests))]));
  for (const name of before) console.error(`fails before anything is planted: ${name}`);
  let caught = 0;
  for (const fault of faults) {
    const seen = failingWith(fault).filter((name) => !before.has(name));
    if (seen.length > 0) caught++;
    const by = seen.length > 0 ? `: ${seen[0]}` : '';
    console.log(`${seen.length > 0 ? 'caught    ' : 'NOT CAUGHT'}  ${fault.name}${by}`);
  }
  console.log(`${caught} of ${faults.length} faults are caught`);
  return caught === faults.length;
}

function failingWith({ name, file, find, replace, tests }: Planted): readonly string[] {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(find).length !== 2) throw new Error(`${name}: what it replaces does not stand once in ${file}`);
  writeFileSync(
    path,
    sound.replace(find, () => replace),
  );
  try {
    return failing(tests);
  } finally {
    writeFileSync(path, sound);
  }
}

/** The tests of these files that fail; a file that cannot be read at all is no test that saw a fault. */
function failing(tests: readonly string[]): readonly string[] {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const options = ['vitest', 'run', '--reporter=json', `--outputFile=${report}`];
  const { stderr } = spawnSync('npx', [...options, ...tests], { cwd: copy, encoding: 'utf8' });
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (all.length === 0) throw new Error(`no test was run of ${tests.join(', ')}\n${stderr}`);
  return all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}
