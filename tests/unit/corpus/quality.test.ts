import { describe, expect, it } from 'vitest';
import { coverageProblems, readFacts } from '../../../src/corpus/coverage.ts';
import type { Fiche } from '../../../src/corpus/fiche.ts';
import { readKnowledgeFiles } from '../../../src/corpus/knowledge-files.ts';
import { LIMITS, QUALITY_RULES, type QualityInput, wholeText } from '../../../src/corpus/quality.ts';
import { type Corpus, readCorpus } from '../../../src/corpus/read-corpus.ts';
import { kandelMoles, syllableCount } from '../../../src/corpus/readability.ts';
import { overdue } from '../../../src/corpus/review.ts';
import { FIXTURE_CORPUS } from '../../fixtures/corpus-copy.ts';
import { embedder } from '../../fixtures/embedder.ts';
import { realCorpus } from '../../fixtures/real-corpus.ts';

describe('each rule sees its violation', () => {
  const { corpus } = readCorpus(FIXTURE_CORPUS);
  const files = readKnowledgeFiles(FIXTURE_CORPUS);
  const found = (
    rule: string,
    changed: Partial<Corpus>,
    vectors: QualityInput['vectors'] = new Map(),
    written: QualityInput['files'] = files,
  ) =>
    QUALITY_RULES.find(({ name }) => name === rule)
      ?.find({ corpus: { ...corpus, ...changed }, files: written, vectors })
      .map(({ file, message }) => `${file}: ${message}`) ?? ['no such rule'];
  const first = corpus.fiches[0];
  if (first === undefined) throw new Error('the fixture corpus has no fiche');
  const withSection = (sections: Partial<Fiche['sections']>): Partial<Corpus> => ({
    fiches: [{ ...first, sections: { ...first.sections, ...sections } }],
  });

  it.each([
    ['length of En bref', { brief: 'mot '.repeat(LIMITS.brief.min - 1) }],
    ['length of En bref', { brief: 'mot '.repeat(LIMITS.brief.max + 1) }],
    ['no section opens with a verdict', { brief: 'Oui : depuis le 22 août 2026, on le doit.' }],
    ['no section opens with a verdict', { service: 'Non, le code ne vous y oblige pas.' }],
    ['length of the service register', { service: 'mot '.repeat(LIMITS.register.min - 1) }],
    ['length of the buyer register', { buyer: 'mot '.repeat(LIMITS.register.max + 1) }],
    ['reading ease for the service', { service: 'Considérablement contractualisée, la mutualisation '.repeat(20) }],
  ])('%s', (rule, sections) => {
    expect(found(rule, withSection(sections))).toHaveLength(1);
    expect(
      found(rule, withSection({ brief: 'mot '.repeat(40), service: 'mot. '.repeat(90), buyer: 'mot '.repeat(90) })),
    ).toEqual([]);
  });

  it('shared labels, whatever their case, accents or side', () => {
    const [entry] = corpus.lexicon;
    if (entry === undefined) throw new Error('the fixture corpus has no concept');
    const { false_friend: _, ...plain } = entry;
    const labels = (preferred: string) => ({ preferred, alt: [], hidden: [] });
    const a = { ...plain, id: 'a', service: labels('Marché à bons'), achat: labels('un') };
    const b = { ...plain, id: 'b', service: labels('deux'), achat: labels('marche a bons') };
    const rule = 'shared labels are marked as false friends';
    expect(found(rule, { lexicon: [a, b] })).toHaveLength(2);
    expect(found(rule, { lexicon: [a, { ...b, false_friend: 'Deux sens, un mot.' }] })).toHaveLength(1);
    expect(found(rule, { lexicon: [a, { ...b, achat: labels('trois') }] })).toEqual([]);
  });

  it('a fiche without its module', () => {
    expect(found('every fiche has its module', { modules: [] })).toHaveLength(corpus.fiches.length);
    expect(found('every fiche has its module', {})).toEqual([]);
  });

  it('a fiche copied with a few words changed', async () => {
    const copy = { ...first, id: 'copie', file: 'modules/seuils/copie.md', title: `${first.title}, autrement dit` };
    const [a, b] = await embedder.embed([wholeText(first), wholeText(copy)]);
    const vectors = new Map([
      [first.id, a ?? new Float32Array()],
      [copy.id, b ?? new Float32Array()],
    ]);
    expect(found('no two fiches say the same', { fiches: [first, copy] }, vectors)).toEqual([
      expect.stringContaining('modules/seuils/copie.md: says nearly the same as'),
    ]);
  });

  it('a figure that nothing uses', () => {
    const [figure] = [...corpus.figures.values()];
    if (figure === undefined) throw new Error('the fixture corpus has no figure');
    const figures = new Map([['seuil.inutile', { ...figure, key: 'seuil.inutile' }]]);
    expect(found('every figure is used', { figures })).toEqual([
      'figures.yaml: no fiche, concept, theme or rule uses this figure',
    ]);
    const ruled = new Map([...files, ['regles/lots.yaml', 'alors: chiffres . seuil inutile']]);
    expect(found('every figure is used', { figures }, undefined, ruled)).toEqual([]);
  });
});

describe('reading ease', () => {
  it.each([
    ['marché', 2],
    ['création', 3],
    ['commande', 2],
    ['les', 1],
    ['qualité', 3],
    ['année', 2],
    ['réunion', 3],
  ])('%s has %i syllables', (word, count) => {
    expect(syllableCount(word)).toBe(count);
  });

  it('is Kandel and Moles’ formula', () => {
    // 4 words, 2 sentences, 5 syllables.
    expect(kandelMoles('Le chat dort. Parlons !')).toBeCloseTo(207 - 1.015 * 2 - 73.6 * (5 / 4), 6);
  });

  it('leaves out citations and counts a figure key as one word', () => {
    expect(kandelMoles('Le chat dort (R2122-8).')).toBe(kandelMoles('Le chat dort.'));
    expect(kandelMoles('Sous {{seuil.dispense}}, on dort.')).toBe(kandelMoles('Sous chiffre, on dort.'));
  });
});

describe('reviews and coverage', () => {
  const corpus = realCorpus;

  it('lists what is overdue, the oldest first', () => {
    const late = overdue(corpus, '2027-01-01');
    expect(late).toContainEqual({ kind: 'figure', name: 'seuil.dispense.travaux', reviewBefore: '2027-01-01' });
    expect(late.map(({ reviewBefore }) => reviewBefore)).toEqual(
      late.map(({ reviewBefore }) => reviewBefore).toSorted(),
    );
    expect(overdue(corpus, '2040-01-01').length).toBeGreaterThan(corpus.fiches.length);
  });

  it('names a fact that no fiche says, one listed twice and one unknown', () => {
    const text =
      '- { id: F001, label: "Dispense" }\n- { id: F999, label: "Inconnu" }\n- { id: F001, label: "Encore" }\n';
    const fiches = corpus.fiches.filter(({ id }) => id === 'petit-achat-dispense');
    const messages = coverageProblems(readFacts(text).facts, text, fiches).map(
      ({ field, message }) => `${field} ${message}`,
    );
    expect(messages).toContain('F999 no fiche covers this fact');
    expect(messages).toContain('F001 this fact stands twice');
    expect(messages.some((message) => message.endsWith('is not in facts.yaml'))).toBe(true);
  });
});
