import { expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';
import { hasName, sayCompetence } from '../../../src/text/competence-names.ts';

it('has a French name for every competence of the corpus, and words for one it does not know', () => {
  const { corpus } = readCorpus('knowledge');
  const ids = new Set(corpus.modules.flatMap(({ competences }) => competences));
  expect([...ids].filter((id) => !hasName(id))).toEqual([]);
  expect(sayCompetence('marches-de-defense')).toBe('marches de defense');
});
