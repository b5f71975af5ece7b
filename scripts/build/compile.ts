import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { digestFiles } from '../../src/digest-files.ts';

/** Rooms whose files other than TypeScript are read beside the code: weights, prompts, the page's own files, manifests. */
const ROOMS = ['src', 'adapters'];
/** Where all that is compiled goes, entries and what they share. */
const TO = 'scripts';
/**
 * Read as they are installed, when first needed: compiled modules, and libraries that look for files beside themselves, start
 * workers of their own, or are wanted by few.
 */
const INSTALLED = [
  'better-sqlite3',
  'hnswlib-node',
  'pg-native',
  'pino',
  'pdfkit',
  'unpdf',
  'undici',
  'fflate',
  'read-excel-file',
  'write-excel-file',
  'botbuilder',
  'botframework-connector',
  '@slack/*',
  'langchain',
  '@langchain/*',
  '@digitalbazaar/*',
  '@digitalcredentials/*',
];

/**
 * Compiles some scripts, and what they import, into one folder of few files: a thousand modules read one by one are most of what
 * a start takes. Types are not checked: `npm run types` does.
 * @throws with what the compiler says
 */
export async function compileScripts(scripts: readonly string[], to: string): Promise<void> {
  await build({
    entryPoints: [...scripts],
    outdir: join(to, TO),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: INSTALLED,
    // Libraries of the older kind ask for Node's own parts by `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    define: { TRUCHEMENT_BUILD: JSON.stringify(digestOfCode()) },
    plugins: [besideItself],
    logLevel: 'error',
  });
  for (const room of ROOMS)
    for (const file of readdirSync(room, { recursive: true, withFileTypes: true }))
      if (file.isFile() && !file.name.endsWith('.ts')) {
        const path = join(file.parentPath, file.name);
        cpSync(path, join(to, path));
      }
}

/** Whatever finds a file beside itself goes on finding it where it stands in the checkout: the folder is laid out alike. */
const besideItself: Plugin = {
  name: 'beside-itself',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (path.includes('node_modules') || !text.includes('import.meta.url')) return undefined;
      const place = JSON.stringify(relative(TO, path).replace(/\.ts$/, '.js'));
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`) };
    });
  },
};

/** What is kept of the work of one build is dropped by another. */
function digestOfCode(): string {
  const code = digestFiles([...ROOMS, 'scripts'], /\.ts$/);
  return createHash('sha256').update(code).update(readFileSync('package-lock.json')).digest('hex');
}
