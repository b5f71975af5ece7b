import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** Rooms whose files other than TypeScript are read beside the code: weights, prompts, the page's own files, manifests. */
const ROOMS = ['src', 'adapters'];

/**
 * Compiles some scripts, and what they import, into a folder laid out as the checkout is: whatever finds a file beside itself
 * goes on finding it there. Types are not checked: `npm run types` does.
 * @throws with what the compiler says
 */
export function compileScripts(scripts: readonly string[], to: string): void {
  const { config, error } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: scripts, include: [] }, ts.sys, resolve('.'));
  const { tsBuildInfoFile: _file, ...kept } = options;
  const program = ts.createProgram([...scripts], {
    ...kept,
    noEmit: false,
    noCheck: true,
    incremental: false,
    rewriteRelativeImportExtensions: true,
    rootDir: resolve('.'),
    outDir: to,
  });
  const { diagnostics } = program.emit();
  if (diagnostics.length > 0)
    throw new Error(diagnostics.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')).join('\n'));
  for (const room of ROOMS)
    for (const file of readdirSync(room, { recursive: true, withFileTypes: true }))
      if (file.isFile() && !file.name.endsWith('.ts')) {
        const path = join(file.parentPath, file.name);
        cpSync(path, join(to, path));
      }
}
