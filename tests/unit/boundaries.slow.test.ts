import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const CONFIG = resolve('.dependency-cruiser.cjs');
const CRUISER = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const floorsSchema = z.object({ FLOORS: z.array(z.array(z.string())) });

const reportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Runs the command the developers run and reads its report. */
function cruise(folder: string, ...targets: string[]) {
  const run = spawnSync(process.execPath, [CRUISER, '--config', CONFIG, '--output-type', 'json', ...targets], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  return reportSchema.parse(JSON.parse(run.stdout)).summary;
}

type Files = Readonly<Record<string, string>>;

/** The files of a case under names of its own, so that all cases stand in one tree and are read in one run. */
function ownNames(files: Files, at: number): Files {
  const own = (text: string) => text.replace(/\b([abc]|decide|inbound|views)\.ts\b/g, `$1${at}.ts`);
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [own(path), own(text)]));
}

/** A small tree laid out like the project's. */
function planted(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'truchement-boundaries-'));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "module": "NodeNext", "allowImportingTsExtensions": true, "noEmit": true } }',
  );
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const SDK = (name: string) => ({
  [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.0.0", "type": "module", "main": "index.js" }`,
  [`node_modules/${name}/index.js`]: 'export const App = 1;\n',
});

const SOUND = ownNames(
  {
    'src/handoff/a.ts': "import { b } from './b.ts';\nimport { c } from '../french/c.ts';\nexport const a = b + c;\n",
    'src/handoff/b.ts': 'export const b = 1;\n',
    'src/handoff/port/views.ts': "import { a } from '../a.ts';\nexport const view = a;\n",
    'src/french/c.ts': 'export const c = 1;\n',
    'adapters/web/a.ts': "import { view } from '../../src/handoff/port/views.ts';\nexport const a = view;\n",
  },
  99,
);

const BROKEN: readonly (readonly [rule: string, files: Files])[] = [
  [
    'src-knows-no-adapter',
    {
      'src/a.ts': "import { b } from '../adapters/web/b.ts';\nexport const a = b;\n",
      'adapters/web/b.ts': 'export const b = 1;\n',
    },
  ],
  [
    'src-knows-no-adapter',
    {
      'src/a.ts': "import type { B } from '../scripts/b.ts';\nexport type A = B;\n",
      'scripts/b.ts': 'export type B = 1;\n',
    },
  ],
  [
    'floor-5-imports-lower-floors-only',
    {
      'src/corpus/a.ts': "import { b } from '../rewording/b.ts';\nexport const a = b;\n",
      'src/rewording/b.ts': 'export const b = 1;\n',
    },
  ],
  [
    'floor-5-imports-lower-floors-only',
    {
      'src/text/a.ts': "import type { B } from '../corpus/b.ts';\nexport type A = B;\n",
      'src/corpus/b.ts': 'export type B = 1;\n',
    },
  ],
  [
    'floor-1-imports-lower-floors-only',
    {
      'src/log.ts': "import { b } from './store/b.ts';\nexport const a = b;\n",
      'src/store/b.ts': 'export const b = 1;\n',
    },
  ],
  [
    'every-room-stands-on-a-floor',
    {
      'src/store/a.ts': "import { b } from '../attic/b.ts';\nexport const a = b;\n",
      'src/attic/b.ts': 'export const b = 1;\n',
    },
  ],
  [
    'adapters-enter-by-the-port',
    {
      'adapters/web/a.ts': "import { b } from '../../src/handoff/decide.ts';\nexport const a = b;\n",
      'src/handoff/decide.ts': 'export const b = 1;\n',
    },
  ],
  [
    'adapters-do-not-know-each-other',
    {
      'adapters/web/a.ts': "import { b } from '../slack/b.ts';\nexport const a = b;\n",
      'adapters/slack/b.ts': 'export const b = 1;\n',
    },
  ],
  [
    'no-circular',
    {
      'src/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  ],
  [
    'src-knows-no-platform-sdk',
    { 'src/a.ts': "import { App } from 'fastify';\nexport const a = App;\n", ...SDK('fastify') },
  ],
  [
    'one-door-hnswlib',
    { 'src/a.ts': "import { App } from 'hnswlib-node';\nexport const a = App;\n", ...SDK('hnswlib-node') },
  ],
  [
    'one-door-slack-bolt',
    {
      'adapters/slack/inbound.ts': "import { App } from '@slack/bolt';\nexport const a = App;\n",
      ...SDK('@slack/bolt'),
    },
  ],
];
const BROKEN_FILES = BROKEN.map(([, files], at) => ownNames(files, at));

let violations: ReturnType<typeof cruise>['violations'] | undefined;
/** What is seen of all of them, in one run. */
function seen() {
  violations ??= cruise(planted(Object.assign({}, SOUND, ...BROKEN_FILES)), 'src', 'adapters', 'scripts').violations;
  return violations;
}

describe('who imports whom', () => {
  it('is as it was decided, and the check sees the whole tree', () => {
    const { violations, totalCruised } = cruise(process.cwd(), 'src', 'adapters', 'scripts');
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(50);
  });

  it('has every room of src on one floor, and no floor for a room that is gone', () => {
    const { FLOORS } = floorsSchema.parse(createRequire(import.meta.url)(resolve('floors.cjs')));
    const rooms = readdirSync('src').map((name) => name.replace(/\.ts$/, ''));
    expect(FLOORS.flat().sort()).toEqual(rooms.sort());
  });

  it.each(BROKEN.map(([rule], at) => [rule, at] as const))('%s is seen when it is broken', (rule, at) => {
    const own = Object.keys(BROKEN_FILES[at] ?? {});
    expect(
      seen()
        .filter(({ from }) => own.includes(from))
        .map(({ rule: { name } }) => name),
    ).toContain(rule);
  });

  it('sees nothing wrong in a room that imports itself, a lower floor and a port', () => {
    expect(seen().filter(({ from }) => from in SOUND)).toEqual([]);
  });
});
