import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/corpus/coverage.ts';
import { formatProblem } from '../../../src/corpus/problem.ts';
import { type CorpusCheck, checkCorpus } from '../../../src/corpus-check/check-corpus.ts';
import { embedder } from '../../fixtures/embedder.ts';

describe('the knowledge folder', () => {
  let check: CorpusCheck;
  beforeAll(async () => {
    check = await checkCorpus('knowledge', (texts) => embedder.embed(texts), '2026-11-25');
  });

  it('passes every check', () => {
    expect(check.problems.map(formatProblem)).toEqual([]);
  });

  it('leaves few warnings, all about unused figures', () => {
    expect(check.warnings.length).toBeLessThan(5);
    expect(check.warnings.every(({ file }) => file === 'figures.yaml')).toBe(true);
  });

  it('has nothing overdue on the day it was verified', () => {
    expect(check.overdue).toEqual([]);
  });

  it('says each fact of the list, F001 to F172', () => {
    const { facts } = readFacts(readFileSync('knowledge/facts.yaml', 'utf8'));
    expect(facts).toHaveLength(137);
    expect(facts[0]?.id).toBe('F001');
    expect(facts.at(-1)?.id).toBe('F172');
    const said = new Set(check.corpus.fiches.flatMap((fiche) => fiche.facts));
    expect(facts.filter(({ id }) => !said.has(id))).toEqual([]);
  });
});
