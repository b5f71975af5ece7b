import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../../src/french/values/read-values.ts';
import { createFindJargon } from '../../../../src/rewording/prescriber/plain-terms.ts';
import { plainText } from '../../../../src/rewording/prescriber/plain-text.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';
import { runs } from '../../../fixtures/runs.ts';

const jargonIn = createFindJargon(realCorpus.lexicon);

const triggers = realCorpus.lexicon.flatMap(({ gloss = [] }) =>
  gloss.flatMap(({ says, capitals }) => [...says, ...capitals]),
);
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Where the remarks of the message stand, and what they say. */
const glossesOf = (source: string) =>
  [...plainText(source, [], jargonIn).beside].map(({ gloss, span }) => ({ at: span[1], said: ` (${gloss.plain})` }));

describe('a gloss in any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...triggers),
    fc.constantFrom(
      ...'12 000 € HT|30 jours ouvrés|le 15 mars 2027|R2122-8|lot n° 2|5 %|trois mois|« service fait »|(|)|.|, |-|’|sans|ni|non|pas de|12|n° 2027-311|dce@ville.fr|https://x.fr/dce|mètre|sous-|l’|deux|\n|: |par an|"'.split(
        '|',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const texts = fc
    .array(fc.tuple(pieces, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 25 })
    .map((list) => list.flat().join(''));

  it('starts at the end of a word, stands in no value, and leaves the source as it is without it', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const { values, codes } = readFigures(source);
        for (const { at } of glossesOf(source)) {
          expect(WORD.test(source[at - 1] ?? '') && WORD.test(source[at] ?? '')).toBe(false);
          for (const { span } of [...values, ...codes]) expect(at > span[0] && at < span[1]).toBe(false);
        }
        const without = glossesOf(source)
          .toSorted((a, b) => b.at - a.at)
          .reduce((left, { said }) => left.replace(said, ''), plainText(source, [], jargonIn).message);
        expect(without).toBe(source);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('what a denial bears on', () => {
  const denials = [
    'sans',
    'non',
    'ni',
    'pas de',
    "n'est pas",
    'aucun',
    'hors',
    'sauf',
    'jamais',
    'plus',
    'ne sera pas',
    "ce n'est plus",
  ];

  it.each(denials)('is explained nowhere in the sentence: «%s»', (denial) => {
    const sentenceOf = (trigger: string) => `Le point est ${denial} ${trigger} ici.`;
    // «hors délai», «non-allotissement»: terms that hold their own denial, and are explained with it.
    const isOwn = (trigger: string) =>
      jargonIn(sentenceOf(trigger)).some(({ span }) => span[0] <= 'Le point est '.length);
    const glossedAll = triggers.filter((trigger) => !isOwn(trigger) && glossesOf(sentenceOf(trigger)).length > 0);
    expect(glossedAll).toEqual([]);
  });

  it('stays denied through a list, and not beyond the sentence', () => {
    expect(glossesOf('Le marché est conclu sans avance, retenue de garantie ni acompte.')).toEqual([]);
    expect(plainText('Ni avance, ni acompte. Le DCE suit.', [], jargonIn).message).toMatch(
      /^Ni avance, ni acompte\. Le DCE \(/u,
    );
  });

  it('is told below the text where it is a thing', () => {
    const { message, words } = plainText('Il n’y aura pas de négociation.', [], jargonIn);
    expect(message).toBe('Il n’y aura pas de négociation.');
    expect(words).toMatch(/^\[Mots du message\u00a0: négociation\u00a0: /u);
    expect(plainText('Le marché n’est pas alloti.', [], jargonIn).words).toBe('');
  });
});

describe('no term', () => {
  it.each([
    'Un mètre de large.',
    'Deux mètres.',
    'Écrivez à dce@ville-exemple.fr.',
    'Voir https://marches.exemple.fr/dce/avenant.',
    'Le sous-lot compte.',
    'Le livre « Sans avenant » est rendu.',
  ])('is read in: %s', (text) => {
    expect(plainText(text, [], jargonIn).message).toBe(text);
  });

  it('is parted from its figure', () => {
    expect(plainText('Un total de 12 000 € HT par an.', [], jargonIn).message).toMatch(
      /12 000 € HT par an(?: \([^()]+\))?\.$/u,
    );
  });
});
