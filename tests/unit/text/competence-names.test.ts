import { expect, it } from 'vitest';
import { hasName, sayCompetence } from '../../../src/text/competence-names.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

it('has a French name for every competence of the corpus, and words for one it does not know', () => {
  const ids = new Set(realCorpus.modules.flatMap(({ competences }) => competences));
  expect([...ids].filter((id) => !hasName(id))).toEqual([]);
  expect(sayCompetence('marches-de-defense')).toBe('marches de defense');
});
