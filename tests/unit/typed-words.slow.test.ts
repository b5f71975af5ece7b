import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SAMPLE = 'tests/fixtures/typed-words/sample.ts';
/** The one place where a word may index a table: it asks first whether the table itself holds it. */
const ALLOWED = 'src/own-value.ts';

/**
 * Every object answers to «constructor» and «toString»: a word from outside is looked up in a Map, or by `ownValue`. The types
 * tell a word (`string`) from one of a few known names ('fr' | 'en'), so the whole program is read with TypeScript's checker.
 */
function readLookups(): ReadonlyMap<string, readonly number[]> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const named = (file: string) => relative(ROOT, file).replaceAll('\\', '/');
  const files = fileNames.filter((file) => /^(?:src|adapters|scripts)\//.test(named(file)) || named(file) === SAMPLE);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const isWord = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.some(isWord);
    if ((type.flags & ts.TypeFlags.TypeParameter) !== 0) {
      const bound = checker.getBaseConstraintOfType(type);
      return bound === undefined || isWord(bound);
    }
    return (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any)) !== 0;
  };
  /** The words behind `word as keyof typeof table` too. */
  const takesWord = (key: ts.Expression): boolean =>
    isWord(checker.getTypeAtLocation(key)) ||
    ((ts.isAsExpression(key) || ts.isParenthesizedExpression(key)) && takesWord(key.expression));
  const lookups = new Map<string, number[]>();
  for (const file of program.getSourceFiles()) {
    const name = named(file.fileName);
    if (!files.includes(file.fileName) || name === ALLOWED) continue;
    const visit = (node: ts.Node): void => {
      const key = ts.isElementAccessExpression(node)
        ? node.argumentExpression
        : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword
          ? node.left
          : undefined;
      if (key !== undefined && takesWord(key)) {
        const line = file.getLineAndCharacterOfPosition(key.getStart()).line + 1;
        lookups.set(name, [...(lookups.get(name) ?? []), line]);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return lookups;
}

describe('words from outside never index a plain object', () => {
  let lookups: ReturnType<typeof readLookups> = new Map();
  beforeAll(() => {
    lookups = readLookups();
  }, 120_000);

  it('sees such a lookup, and no other, in a sample', () => {
    const marked = (ts.sys.readFile(join(ROOT, SAMPLE)) ?? '')
      .split('\n')
      .flatMap((line, at) => (line.endsWith('// refused') ? [at + 1] : []));
    expect(lookups.get(SAMPLE)).toEqual(marked);
  });

  it('finds none in the program', () => {
    const places = [...lookups]
      .filter(([file]) => file !== SAMPLE)
      .flatMap(([file, at]) => at.map((n) => `${file}:${n}`));
    expect(places).toEqual([]);
  });
});
