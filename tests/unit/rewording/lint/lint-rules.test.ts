import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLintRules } from '../../../../src/corpus/lint-rules.ts';
import { readCorpus } from '../../../../src/corpus/read-corpus.ts';
import { isCodeArticle } from '../../../../src/french/articles.ts';
import { createLint } from '../../../../src/rewording/lint/lint.ts';
import { LINT_CODES } from '../../../../src/vocabulary/rewording.ts';
import { copyOfCorpus } from '../../../fixtures/corpus-copy.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';

const RULE = `- id: essai
  code: SPLITTING
  articles: [R2121-4]
  message: "Couper un besoin est interdit par le code."
  suggestion: "Additionnez tout le besoin de même nature."
  triggers:
    - "couper en {nombre}"
  unless:
    sentence:
      - "{permis}"
`;
const FILES = {
  'listes.yaml': 'permis: [lots, gâteau]\n',
  'regle.yaml': RULE,
  'marques.yaml': 'outils:\n  names: [Hilti]\n',
};

function problemsWith(changes: Readonly<Record<string, string>>) {
  return readLintRules(new Map(Object.entries({ ...FILES, ...changes })), 'lint', new Map()).problems;
}

describe('the lint folder', () => {
  it('is read, and may be absent', () => {
    expect(problemsWith({})).toEqual([]);
    const folder = copyOfCorpus();
    const absent = readCorpus(folder);
    expect(absent.problems).toEqual([]);
    expect(createLint(absent.corpus.lint)('On va couper en deux.')).toEqual([]);
    mkdirSync(join(folder, 'lint'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, 'lint', name), text);
    const { corpus, problems } = readCorpus(folder);
    expect(problems).toEqual([]);
    expect(createLint(corpus.lint)('On va couper en deux.').map(({ code }) => code)).toEqual(['SPLITTING']);
    expect(createLint(corpus.lint)('On va couper en deux lots.')).toEqual([]);
  });

  it.each([
    ['an unknown code', 'regle.yaml', RULE.replace('SPLITTING', 'SPLITING'), '0.code', 2, /Invalid/],
    [
      'an expression that cannot be read',
      'regle.yaml',
      RULE.replace('en {nombre}', 'en ('),
      '0.triggers.0',
      7,
      /not closed/,
    ],
    ['an unknown list', 'regle.yaml', RULE.replace('{permis}', '{permit}'), '0.unless.sentence.0', 10, /no list/],
    ['a rule twice', 'regle.yaml', RULE + RULE, '1.id', 11, /already defined/],
    [
      'an expression twice',
      'regle.yaml',
      RULE.replace('  unless', '    - "couper en {nombre}"\n  unless'),
      '0.triggers.1',
      8,
      /already/,
    ],
    [
      'a figure written out',
      'regle.yaml',
      RULE.replace('par le code', 'sous 40 000 €'),
      '0.message',
      4,
      /legal figure/,
    ],
    [
      'a rule that looks for nothing',
      'regle.yaml',
      RULE.replace('"couper en {nombre}"', '').replace('    - \n', '').replace('triggers:', 'triggers: []'),
      '0.triggers',
      6,
      /needs triggers/,
    ],
    [
      'a brand twice',
      'marques.yaml',
      'outils:\n  names: [Hilti]\nautres:\n  names: [hilti]\n',
      'autres.names.0',
      4,
      /already/,
    ],
    ['a field that does not exist', 'regle.yaml', RULE.replace('unless:', 'sauf:'), '0', 1, /sauf/],
    ['what is no YAML', 'commun.yaml', 'unless: {', 'yaml', 1, /./],
  ])('names %s with its file, line and field', (_, file, text, field, line, message) => {
    const problem = problemsWith({ [file]: text })[0];
    expect(problem).toMatchObject({ file: `lint/${file}`, field, line });
    expect(problem?.message).toMatch(message);
  });
});

describe('the rules that ship', () => {
  const { rules } = realCorpus.lint;

  it('cover every code', () => {
    expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(LINT_CODES));
  });

  it('cite articles that the corpus holds', () => {
    const known = new Set(
      readFileSync('knowledge/articles.jsonl', 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => String(JSON.parse(line).article)),
    );
    for (const { id, articles } of rules) {
      expect(articles.length, id).toBeGreaterThan(0);
      for (const article of articles) expect(isCodeArticle(article) || article === 'L3', article).toBe(true);
      expect(
        articles.filter((article) => !known.has(article)),
        id,
      ).toEqual([]);
    }
  });
});
