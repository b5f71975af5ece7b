import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Where French stands beside code, each with its reason; everywhere else what people are shown is in `src/text`. */
const REASONS: readonly (readonly [where: string, why: string])[] = [
  ['src/french/', 'words that are read, and values said as French says them'],
  ['src/fidelity/', 'words that are read'],
  ['src/masking/', 'words that are read, and the names of what is masked in what is learnt'],
  ['src/lexicon/', 'courtesies that are read; the title of the exchanged file'],
  ['src/dialogue/', 'words that are read'],
  ['src/rewording/', 'tables of what is said on one side and on the other'],
  ['src/rules/', 'what a rule tells stands beside what it reckons'],
  ['src/corpus/', 'the words of the files of knowledge/, which are French, and the figures said from them'],
  ['src/corpus-check/', 'what a trainer writes, quoted'],
  ['src/training/propose-question.ts', 'a file of knowledge/ that a trainer completes'],
  ['src/training/export/cmi5-structure.ts', 'the frame of a package, in its own words'],
  ['src/interviews/changes.ts', 'names of rules'],
  ['src/training/chat-lessons.ts', 'what is typed to go on'],
  ['scripts/rows-asked.ts', 'what a reply on a table must hold, to measure it'],
  ['src/reserve/availability/', 'words that are read'],
  ['src/bodies/asked-words.ts', 'words that are read'],
  ['src/reserve/csv.ts', 'the columns of a file'],
  ['src/reserve/plan-import.ts', 'the columns of a file'],
  ['src/handoff/help/own-data.ts', 'words that are read'],
  ['src/config/', 'what a setting is written with, quoted'],
  ['src/retrieval/explain.ts', 'how a search went, for who looks into it'],
  ['src/calls/port/lines.ts', 'the example of a call'],
  ['adapters/api/page.ts', 'the examples of calls to try'],
  ['scripts/demo', 'the people of the demonstration'],
  ['scripts/doctor/model.ts', 'what a model is asked, to see that it answers'],
  ['scripts/stills.ts', 'the dialogue of the pictures'],
];

const SMALL_WORDS =
  /(?<!\p{L})(?:le|la|les|une|des|du|vous|votre|vos|est|sont|pour|dans|avec|cette|ce|pas|qui|que|au|aux|sur|ne|se|sa|par)(?!\p{L})/giu;

/** Two words at least, with an accent or two small words of French. */
function isFrench(text: string): boolean {
  if (!/\p{L} \p{L}/u.test(text)) return false;
  return /[àâçéèêëîïôûùœ]/i.test(text) || (text.match(SMALL_WORDS)?.length ?? 0) >= 2;
}

/** The French that a file says, patterns left out: 1-based line and words. */
function frenchIn(file: string, code: string): readonly string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const see = (node: ts.Node): void => {
    const isPattern =
      ts.isTaggedTemplateExpression(node) || (ts.isNewExpression(node) && node.expression.getText() === 'RegExp');
    if (isPattern) return;
    if (ts.isStringLiteral(node) || ts.isTemplateLiteral(node)) {
      const text = ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … ')
        : node.text;
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (isFrench(text)) found.push(`${file}:${line} ${text.slice(0, 80)}`);
    }
    ts.forEachChild(node, see);
  };
  see(source);
  return found;
}

const files = ['src', 'adapters', 'scripts']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('src/text/'));
const said = files.flatMap((file) => frenchIn(file, readFileSync(file, 'utf8')));

describe('texts shown to people', () => {
  it('stand in src/text, or where a reason is given', () => {
    expect(said.filter((one) => !REASONS.some(([where]) => one.startsWith(where)))).toEqual([]);
  });

  it('no reason stands for nothing', () => {
    expect(REASONS.filter(([where]) => !said.some((one) => one.startsWith(where)))).toEqual([]);
  });

  it.each([
    ["say('Votre demande est partie.')", 1],
    ['say(`Il reste des places dans la salle`)', 1],
    ["say('Délai dépassé')", 1],
    ["log.info('the store is down')", 0],
    ["new RegExp('le (?:marché|lot) du service')", 0],
    ['/du marché à la commande/', 0],
    ["// l'accès à la page\nconst a = 'x';", 0],
  ])('are seen in %j', (code, count) => {
    expect(frenchIn('x.ts', code)).toHaveLength(count);
  });
});
