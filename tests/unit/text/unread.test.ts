import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Keys that are words of elsewhere: they are looked up as they are typed or as files of knowledge/ name them. */
const LOOKED_UP: ReadonlySet<string> = new Set([
  'src/text/competence-names.ts',
  'src/text/people-texts.ts',
  'src/text/interview-texts.ts',
  'src/text/verdict-texts.ts',
]);

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => /\.(?:ts|js)$/.test(file));

/** The keys of the texts and where each stands, and every name or word of the code besides. */
function readNames(texts: readonly string[], code: readonly string[]) {
  const keys = new Map<string, string>();
  const read = new Set<string>();
  const see = (node: ts.Node, file: string): void => {
    const isKey = ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent);
    if (isKey && texts.includes(file)) {
      if (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) keys.set(node.name.text, file);
      see(node.initializer, file);
      return;
    }
    if (ts.isIdentifier(node) || ts.isStringLiteral(node)) read.add(node.text);
    ts.forEachChild(node, (child) => see(child, file));
  };
  for (const file of [...texts, ...code])
    see(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true), file);
  return { keys, read };
}

it('every key of the texts is read somewhere', () => {
  const texts = filesIn('src/text').filter((file) => !LOOKED_UP.has(file));
  const code = ['src', 'adapters', 'scripts', 'tests/bench'].flatMap(filesIn);
  const { keys, read } = readNames(
    texts,
    code.filter((file) => !file.startsWith('src/text/')),
  );
  expect(keys.size).toBeGreaterThan(500);
  expect([...keys].filter(([key]) => !read.has(key)).map(([key, file]) => `${file}: ${key}`)).toEqual([]);
});
