import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A pattern written out in a file. */
export interface Written {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
  readonly line: number;
}

/** A place that builds patterns when it runs: the lines of its `new RegExp(…)`. */
export interface Site {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Every pattern of the product's files, and every place that builds one, read from their syntax trees. */
export function writtenPatterns(): { readonly patterns: readonly Written[]; readonly sites: readonly Site[] } {
  const patterns: Written[] = [];
  const sites: Site[] = [];
  for (const file of productFiles()) {
    const text = readFileSync(file, 'utf8');
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    const lineAt = (place: number) => tree.getLineAndCharacterOfPosition(place).line + 1;
    const look = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        patterns.push({
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
          file,
          line: lineAt(node.getStart(tree)),
        });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      )
        sites.push({ file, from: lineAt(node.getStart(tree)), to: lineAt(node.getEnd()) });
      ts.forEachChild(node, look);
    };
    look(tree);
  }
  return { patterns, sites };
}

/** Scripts that only read our own questions and texts, to measure the product. */
const MEASURING = /^scripts\/(?:bench-|evaluate|golden|fit|rewording-sets|handoff-load|train-embedder)/;

export function productFiles(): readonly string[] {
  return ['src', 'adapters', 'scripts']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name).replaceAll('\\', '/'),
      ),
    )
    .filter((name) => /\.[jt]s$/.test(name) && !MEASURING.test(name))
    .sort();
}
