import { readFileSync } from 'node:fs';
import { readCommandLine } from './command-line.ts';
import { readLengths } from './lengths/read-lengths.ts';

/** What may be longer, each with its reason; the list gets shorter. */
const ALLOWED = 'scripts/lengths/allowed.txt';

readCommandLine('lengths');
const allowed = new Set(
  readFileSync(ALLOWED, 'utf8')
    .split('\n')
    .map((line) => line.split(':')[0]?.trim() ?? '')
    .filter((name) => name !== '' && !name.startsWith('#')),
);
const { functions, files } = readLengths(['src', 'adapters', 'scripts', 'tests/bench']);
const fresh = functions.filter(({ name }) => !allowed.has(name));
for (const { name, lines, at } of fresh)
  console.error(`${at} ${name.split(' ')[1]} has ${lines} lines, 80 at most: cut it`);
for (const { file, lines } of files)
  console.error(`${file} has ${lines} lines, 300 at most, unless its first line says why it is one thing`);
const known = new Set(functions.map(({ name }) => name));
for (const name of allowed) if (!known.has(name)) console.log(`no longer long: take «${name}» off ${ALLOWED}`);
console.log(`${functions.length} functions of more than 80 lines, ${fresh.length} of them not allowed`);
process.exitCode = fresh.length + files.length > 0 ? 1 : 0;
