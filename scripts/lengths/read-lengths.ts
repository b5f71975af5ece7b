import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const LONGEST_FUNCTION = 80;
const LONGEST_FILE = 300;

export interface LongFunction {
  /** Its file and its own name: what stays when lines move. */
  readonly name: string;
  readonly lines: number;
  /** `file:line`. */
  readonly at: string;
}

/** Functions that do not fit on a screen, the longest first, and long files whose first line gives no reason. */
export function readLengths(folders: readonly string[]): {
  readonly functions: readonly LongFunction[];
  readonly files: readonly { readonly file: string; readonly lines: number }[];
} {
  const read = folders.flatMap(sourcesIn).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  const functions = read.flatMap(({ file, text }) => longFunctions(file, text));
  const files = read
    .map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length, reason: /^\/[/*]/.test(text) }))
    .filter(({ lines, reason }) => lines > LONGEST_FILE && !reason);
  return { functions: functions.toSorted((one, other) => other.lines - one.lines), files };
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

export function longFunctions(file: string, text: string): readonly LongFunction[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: LongFunction[] = [];
  const lineOf = (place: number) => source.getLineAndCharacterOfPosition(place).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = lineOf(node.getStart());
      const lines = lineOf(node.end) - first + 1;
      if (lines > LONGEST_FUNCTION) found.push({ name: `${file} ${nameOf(node)}`, lines, at: `${file}:${first}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Its own name, or that of what holds it; one that only lies within another is told by its place. */
function nameOf(node: ts.SignatureDeclaration): string {
  const named =
    node.name ??
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined);
  if (named !== undefined) return named.getText();
  for (let above: ts.Node = node.parent; !ts.isSourceFile(above); above = above.parent)
    if (ts.isFunctionDeclaration(above) && above.name !== undefined) return `in ${above.name.text}`;
  return 'unnamed';
}
