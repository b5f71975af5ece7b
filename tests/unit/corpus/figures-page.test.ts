import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coveragePage } from '../../../src/corpus/coverage.ts';
import { readFigures } from '../../../src/corpus/figures.ts';
import { figuresPage } from '../../../src/corpus/figures-page.ts';
import { generatedPages } from '../../../src/corpus-check/check-corpus.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

describe('the pages made from the corpus', () => {
  const pages = generatedPages(realCorpus, readFileSync('knowledge/facts.yaml', 'utf8'));

  it.each([...pages.keys()])('%s is up to date (npm run figures:page)', (name) => {
    expect(readFileSync(`knowledge/${name}`, 'utf8')).toBe(pages.get(name));
  });

  it('shows every figure once and every fact', () => {
    const page = pages.get('figures.md') ?? '';
    for (const key of realCorpus.figures.keys()) expect(page.split(`\`${key}\``), key).toHaveLength(2);
    expect(pages.get('couverture.md')?.match(/^\| F\d{3} \|/gm)).toHaveLength(137);
  });
});

describe('the page of figures', () => {
  const { figures } = readFigures(
    [
      '- key: seuil.essai',
      '  label: "Essai | un"',
      '  unit: EUR',
      '  tax: HT',
      '  review_before: 2027-01-01',
      '  values:',
      '    - { value: 40000, valid_from: 2020-01-01, valid_to: 2026-03-31, article: R2122-8, status: M }',
      '    - { value: 60000, valid_from: 2026-04-01, article: R2122-8, status: V1 }',
      '    - { value: 70000, valid_from: 2027-01-01, article: R2122-8, status: V2-faible, announced: pending, note: "à confirmer" }',
      '- key: delai.essai',
      '  label: Essai deux',
      '  unit: jours',
      '  values:',
      '    - { value: 15, valid_from: 2019-04-01, valid_to: 2025-12-31, article: Annexe 2, status: V2 }',
    ].join('\n'),
    'figures.yaml',
  );
  const rows = figuresPage(figures)
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n');

  it('groups by the first part of the key', () => {
    expect(rows.filter((row) => row.startsWith('## '))).toEqual(['## Seuils en euros', '## Délais']);
  });

  it('gives the value, its dates, its article and how sure it is, then what came before and what is announced', () => {
    expect(rows.find((row) => row.includes('`seuil.essai`'))).toBe(
      '| Essai \\| un<br>`seuil.essai` | **60 000 € HT** | 1er avril 2026 |  | R. 2122-8 | article lu<br>à revoir avant le 1er janvier 2027 | 40 000 € HT du 1er janvier 2020 au 31 mars 2026 (de mémoire) | 70 000 € HT au 1er janvier 2027 (source fragile)<br>à confirmer |',
    );
  });

  it('says when a value has ended', () => {
    expect(rows.find((row) => row.includes('`delai.essai`'))).toContain(
      '| 1er avril 2019 | 31 décembre 2025 | Annexe 2 |',
    );
  });

  it('marks a fact that no fiche says', () => {
    expect(coveragePage([{ id: 'F001', label: 'Essai' }], [])).toContain('| F001 | Essai | **aucune** |');
  });
});
