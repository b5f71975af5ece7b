import { describe, expect, it } from 'vitest';
import { ownLines, quote, withOwn } from '../../../src/answering/own-lines.ts';
import type { Outcome } from '../../../src/answering/port/outcome.ts';
import { sentencesOf } from '../../../src/french/sentences.ts';
import type { OwnPassage } from '../../../src/retrieval/own-passages.ts';
import { catalogues } from '../../../src/text/catalogues.ts';

const source = { title: 'Guide interne', collection: 'Guide', audience: 'all', path: 'guide.md' };
const rows = [
  'Montants hors taxes.',
  'sous 3 000 € | un devis | le service',
  'de 3 000 à 15 000 € | trois devis | le service',
  'au-delà | consultation publiée | la direction des achats',
];

function passage(nearness: readonly number[], fit: number, name = 'Seuils'): OwnPassage {
  const text = rows.join('\n');
  return {
    document: { id: 'document:guide#1', title: 'Guide', questions: [], articles: [], parts: [{ name, text }], source },
    part: 0,
    sentences: sentencesOf(text).map((span, place) => ({ span, similarity: nearness[place] ?? 0 })),
    fit,
  };
}

const said = (own: readonly OwnPassage[], confidence: number) => ownLines({ own, confidence }, catalogues.fr);

describe('what the organisation’s own documents say', () => {
  it('is quoted by what is nearest, in order, and says what it leaves out', () => {
    expect(quote(passage([0.9, 0, 0.8, 0], 0.5), 13)).toBe(
      'Montants hors taxes. […] de 3 000 à 15 000 € · trois devis · le service',
    );
  });

  it('stands beside a rule that is sure where it is near, beside one in doubt where it is a little', () => {
    expect(said([passage([1], 0.2)], 0.9)).toEqual([]);
    expect(said([passage([1], 0.3)], 0.9)).toHaveLength(1);
    expect(said([passage([1], 0.2)], 0.1)).toHaveLength(1);
    expect(said([passage([1], 0.1)], 0.1)).toEqual([]);
  });

  it('has a second place where that is nearly as near, never the same twice', () => {
    expect(said([passage([1], 0.4), passage([1], 0.35, 'Signatures')], 0.9)).toHaveLength(2);
    expect(said([passage([1], 0.4), passage([1], 0.39)], 0.9)).toHaveLength(1);
    expect(said([passage([1], 0.4), passage([1], 0.2, 'Signatures')], 0.9)).toHaveLength(1);
  });

  it('leaves room for itself among the questions offered in doubt', () => {
    const choice = (question: string) => ({ question, answer: 'Oui.', fiche: question });
    const doubt: Outcome = {
      kind: 'clarification',
      reason: 'doubt',
      question: 'Laquelle ?',
      choices: [choice('a'), choice('b'), choice('c')],
      sources: [],
      confidence: 0.1,
    };
    expect(withOwn(doubt, ['Chez vous : trois devis.'])).toMatchObject({
      own: ['Chez vous : trois devis.'],
      choices: [{ question: 'a' }, { question: 'b' }],
    });
    expect(withOwn(doubt, [])).toBe(doubt);
  });
});
