import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ArticleIndex, backingRow, knownAbsent, readArticleIndex } from '../../../src/corpus/article-index.ts';
import {
  differingFigures,
  hiddenUncertainty,
  otherVersions,
  unbackedReferences,
  unlistedArticles,
} from '../../../src/corpus/backing.ts';
import { readFigures } from '../../../src/corpus/figures.ts';
import { readKnowledgeFiles } from '../../../src/corpus/knowledge-files.ts';
import { formatProblem } from '../../../src/corpus/problem.ts';
import { holdsValue, quantitiesIn } from '../../../src/corpus/quantities.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { referencesIn } from '../../../src/corpus/references.ts';
import { beyondScope } from '../../../src/corpus/scope.ts';
import { copyOfCorpus, FIXTURE_CORPUS, PETIT_ACHAT, spoil } from '../../fixtures/corpus-copy.ts';

const read = (name: string) => readFileSync(`knowledge/${name}`, 'utf8');
const { index, problems } = readArticleIndex({
  articlesJsonl: read('articles.jsonl'),
  absentsYaml: read('articles-absents.yaml'),
  otherTextsYaml: read('other-texts.yaml'),
});
const names = (line: string) => referencesIn(line, index.otherTexts).map(({ name }) => name);

describe('the article index', () => {
  it('is well formed and holds what the corpus leans on', () => {
    expect(problems).toEqual([]);
    expect(index.articles.size).toBeGreaterThan(1200);
    expect(index.articles.get('R2122-8')).toMatchObject({ since: '2026-04-01', complete: true });
  });

  it('keeps whom an article binds and what must be met, and names the line of a scope or a condition it does not know', () => {
    expect(index.articles.get('R2132-6')?.scope).toEqual({ procedure: 'formalisée' });
    expect(index.articles.get('L2511-6')?.conditions).toMatchObject({ link: 'et', of: { length: 3 } });
    const row = index.articles.get('R2132-6');
    const rows = [
      { ...row, scope: { procedure: 'libre' } },
      { ...row, conditions: { link: 'et', of: ['une seule'] } },
    ];
    const { problems: refused } = readArticleIndex({
      articlesJsonl: rows.map((one) => JSON.stringify(one)).join('\n'),
      absentsYaml: '[]',
      otherTextsYaml: '[]',
    });
    expect(refused.map(({ line, message }) => `${line} ${message.split(':')[0]}`)).toEqual([
      '1 scope.procedure',
      '2 conditions.of',
    ]);
  });

  it('backs a sub-article of standard terms and a whole annex, but no other missing number', () => {
    expect(backingRow('CCAG-FCS 14.1', index)?.article).toBe('CCAG-FCS 14');
    expect(backingRow('Annexe 12', index)?.article).toBe('Annexe 12 art. 1');
    expect(backingRow('R2122-99', index)).toBeUndefined();
    expect(backingRow('CCAG-FCS 99.1', index)).toBeUndefined();
  });

  it('knows the numbers that do not exist, and those that follow them', () => {
    for (const article of ['R2111-3', 'R2192-9', 'R2172-35', 'R2172-40', 'R2152-7-1'])
      expect(knownAbsent(article, index), article).toBeDefined();
    expect(knownAbsent('R2172-34', index)).toBeUndefined();
  });

  it('names the line of a broken row, a doubled one and an absent that is present', () => {
    const row = JSON.stringify(index.articles.get('L3'));
    const broken = readArticleIndex({
      articlesJsonl: `${row}\n{"article": \n${row}\n`,
      absentsYaml: '- { article: L3, reason: "pour voir" }',
      otherTextsYaml: '[]',
    });
    expect(broken.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'articles.jsonl:2',
      'articles.jsonl:3',
      'articles-absents.yaml:1',
    ]);
  });
});

describe('references of a line', () => {
  it.each([
    ['R2122-1 à R2122-4', ['R2122-1', 'R2122-2', 'R2122-3', 'R2122-4']],
    ['voir R2111-12 à -14.', ['R2111-12', 'R2111-13', 'R2111-14']],
    ['R2113-4, -6 et -7', ['R2113-4', 'R2113-6', 'R2113-7']],
    ['L2112-2 et L2111-2', ['L2112-2', 'L2111-2']],
    ['l’article R. 2122-9-1 et L3, L3-1', ['L3', 'R2122-9-1', 'L3-1']],
    ['R2152-7, 21 août', ['R2152-7']],
    ['(CCAG-FCS 14, CCAG-TIC 14.2)', ['CCAG-FCS 14', 'CCAG-TIC 14.2']],
    ['CCAG-PI, articles 13, 14 et 16, version du 2021-04-01', ['CCAG-PI 13', 'CCAG-PI 14', 'CCAG-PI 16']],
    ['CCAG-Travaux 50 à 52', ['CCAG-Travaux 50', 'CCAG-Travaux 51', 'CCAG-Travaux 52']],
    ['l’article 12.4 du CCAG-Travaux', ['CCAG-Travaux 12.4']],
    ['au CCAG-FCS 14, 15 jours de retard', ['CCAG-FCS 14']],
    ['Annexe 12 art. 3 et l’annexe 2', ['Annexe 12 art. 3', 'Annexe 2']],
    ['code pénal, article 432-14', ['Code pénal 432-14']],
    ['CGCT, article L1414-2', ['CGCT L1414-2']],
    ['le code de commerce (L2192-11)', ['L2192-11']],
    ['décret 2030-12 et loi Dupont', ['décret 2030-12', 'loi Dupont']],
    ['l’article 1240 du code civil', ['article 1240 du code civil']],
    ['Il paie 45 jours après.', []],
  ])('%s', (line, expected) => {
    expect([...names(line)].sort()).toEqual([...expected].sort());
  });
});

describe('what nothing backs', () => {
  const check = (file: string, text: string) =>
    unbackedReferences(new Map([[file, text]]), index).map(({ line, field }) => `${line} ${field}`);

  it('is listed with its line, ranges included', () => {
    expect(check('modules/a/b.md', 'R2122-8\nR2122-77, L551-9\nR3126-1 à R3126-4')).toEqual([
      '2 R2122-77',
      '2 L551-9',
      '3 R3126-2',
      '3 R3126-3',
    ]);
  });

  it('includes what does not exist, save in the fiche that says so', () => {
    expect(check('modules/a/b.md', 'selon R2152-7-1')).toEqual(['1 R2152-7-1']);
    expect(check('modules/criteres-offres/analyse-ttc-non-retenue.md', 'R2152-7-1 est absent')).toEqual([]);
  });

  it('includes other laws that are not listed, but not those that people ask about outside the perimeter', () => {
    expect(check('lexicon/a.yaml', 'explain: loi 2030-1')).toEqual(['1 loi 2030-1']);
    expect(check('perimeter/a.yaml', '    - "loi belge du 17 juin 2016, loi 2030-1"\n  say: "loi 2030-2"')).toEqual([
      '2 loi 2030-2',
    ]);
  });
});

describe('a sentence beyond what its article binds', () => {
  const beyond = (text: string) =>
    beyondScope(new Map([['modules/a/b.md', text]]), index).map(({ line, field }) => `${line} ${field}`);

  it('is listed with its line', () => {
    expect(
      beyond(
        'Un délai se respecte.\nEn toute procédure, la réponse part à temps (R2132-6). Les motifs se donnent en procédure formalisée (R2181-2).',
      ),
    ).toEqual(['2 R2132-6', '2 R2181-2']);
  });

  it.each([
    'En procédure adaptée, R2132-6 ne vise que la procédure formalisée.',
    'Les motifs se donnent sur demande en procédure adaptée (R2181-2), d’office en procédure formalisée (R2181-3).',
    'Au-dessus des seuils de procédure formalisée, l’avis de R2131-12 ne suffit plus.',
    'En procédure adaptée, le délai se règle sur la complexité (R2151-1).',
    'articles: [R2132-6] # en procédure adaptée',
  ])('is not: %s', (text) => {
    expect(beyond(text)).toEqual([]);
  });
});

describe('a text not read', () => {
  const withLaw = (text: string) => {
    const folder = copyOfCorpus();
    spoil(folder, PETIT_ACHAT, '## Pièges', `${text}\n\n## Pièges`);
    const { fiches } = readCorpus(folder).corpus;
    return { fiches, files: readKnowledgeFiles(folder) };
  };
  const uncertain = ({ fiches, files }: ReturnType<typeof withLaw>) =>
    hiddenUncertainty(
      fiches.map((fiche) => ({ ...fiche, sources: [{ ref: 'CCP, article R2122-8', status: 'V1' as const }] })),
      files,
      index,
    ).map(({ message }) => message.split(':')[0]);

  it('needs a source that says so', () => {
    expect(uncertain(withLaw('Voir le code pénal, article 432-14.'))).toEqual([
      'cites Code pénal 432-14 (V2, not read) but every source is V1',
    ]);
  });

  it('does not when an article read sends to it', () => {
    expect(uncertain(withLaw('La loi de 1975 s’applique.'))).toHaveLength(1);
    expect(uncertain(withLaw('La loi de 1975 s’applique (L2193-10).'))).toEqual([]);
  });
});

describe('a version other than the one read', () => {
  it('is listed', () => {
    const { fiches } = readCorpus(FIXTURE_CORPUS).corpus;
    const sources = [
      { ref: 'CCP, article R2122-8, version du 2020-01-01', status: 'V1' as const },
      { ref: 'CCP, article R2122-9, version du 2019-04-01', status: 'V1' as const },
    ];
    const [problem, ...others] = otherVersions(
      fiches.slice(0, 1).map((fiche) => ({ ...fiche, sources })),
      new Map(),
      index,
    );
    expect(problem?.message).toBe('R2122-8 is read in its version of 2026-04-01, not 2020-01-01');
    expect(others).toEqual([]);
  });
});

describe('quantities of the index', () => {
  it.each([
    ['60 000 € HT', [{ value: 60000, unit: 'EUR', tax: 'HT' }]],
    ["50 millions d'euros HT", [{ value: 50_000_000, unit: 'EUR', tax: 'HT' }]],
    ['10 M€ HT', [{ value: 10_000_000, unit: 'EUR', tax: 'HT' }]],
    ['trois membres', [{ value: 3, unit: 'other', tax: undefined }]],
    ['quarante-huit jours', [{ value: 48, unit: 'jours', tax: undefined }]],
    ['quatre-vingt-dix jours', [{ value: 90, unit: 'jours', tax: undefined }]],
    ['vingt et un', [{ value: 21, unit: undefined, tax: undefined }]],
    ['deux mille cinq cents euros', [{ value: 2500, unit: 'EUR', tax: undefined }]],
    ["d'un an", [{ value: 1, unit: 'ans', tax: undefined }]],
    ['moins de 1,5 fois', [{ value: 1.5, unit: 'fois', tax: undefined }]],
    ['V × R / 1 000', [{ value: 1000, unit: undefined, tax: undefined }]],
  ])('%s', (text, expected) => {
    expect(quantitiesIn(text)).toEqual(expected);
  });

  it('match a figure by number, unit and tax', () => {
    expect(holdsValue(['60 000 € HT'], { unit: 'EUR', tax: 'HT' }, 60000)).toBe(true);
    expect(holdsValue(['60 000 € HT'], { unit: 'EUR', tax: 'TTC' }, 60000)).toBe(false);
    expect(holdsValue(['60 jours'], { unit: 'mois' }, 60)).toBe(false);
    expect(holdsValue(['3 candidats'], { unit: 'nombre' }, 3)).toBe(true);
    expect(holdsValue(['1,05'], { unit: 'pourcent' }, 5)).toBe(true);
    expect(holdsValue(['1,05'], { unit: 'pourcent' }, 4)).toBe(false);
  });
});

describe('figures that differ from the index', () => {
  const differing = (values: string, of: ArticleIndex = index) => {
    const text = `- key: seuil.essai\n  label: Essai\n  unit: EUR\n  tax: HT\n  values:\n${values}`;
    const { figures } = readFigures(text, 'figures.yaml');
    return differingFigures(figures, new Map([['figures.yaml', text]]), of).map(({ line, message }) => ({
      line,
      message,
    }));
  };

  it('are listed with the line of the value', () => {
    const [problem] = differing('    - { value: 61000, valid_from: 2026-04-01, article: R2122-8, status: V1 }\n');
    expect(problem?.line).toBe(6);
    expect(problem?.message).toMatch(/is not in R2122-8, which holds 60 000 € HT, 100 000 € HT/);
    expect(differing('    - { value: 1, valid_from: 2026-04-01, article: R9999-1, status: V1 }\n')).toHaveLength(1);
  });

  it('are not: past values, announced ones, those not read', () => {
    expect(
      differing(
        [
          '    - { value: 1, valid_from: 2020-01-01, valid_to: 2020-12-31, article: R2122-8, status: V1 }',
          '    - { value: 2, valid_from: 2021-01-01, article: R2122-8, status: V2 }',
          '    - { value: 3, valid_from: 2022-01-01, article: R2122-8, status: V1, announced: pending }',
        ].join('\n'),
      ),
    ).toEqual([]);
    const confirmed = [
      '    - { value: 1, valid_from: 2020-01-01, article: R2122-8, status: V1 }',
      '    - { value: 61000, valid_from: 2027-01-01, article: R2122-8, status: V1, announced: confirmed }',
    ];
    expect(differing(confirmed.join('\n'))).toHaveLength(1);
    expect(differing(confirmed.join('\n').replace('61000', '60000'))).toEqual([]);
  });
});

describe('articles cited and not listed', () => {
  const missing = (folder: string) =>
    unlistedArticles(readCorpus(folder).corpus.fiches, readKnowledgeFiles(folder), index).map(formatProblem);

  it('are found in a section as in an answer, and named', () => {
    const folder = copyOfCorpus();
    const before = missing(folder);
    spoil(folder, PETIT_ACHAT, '## Pièges', '## Pièges\n- Voir R2194-3 et l’annexe 2.\n- Le R2152-7-1 n’existe pas.');
    const found = missing(folder).filter((one) => !before.includes(one));
    expect(found).toEqual([expect.stringMatching(/petit-achat\.md:\d+ \[articles\] cites Annexe 2, R2194-3, which/)]);
    expect(found[0]).not.toContain('R2152-7-1');
  });
});
