import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../../src/french/pattern/expression.ts';
import { createMatcher } from '../../../../src/french/pattern/matcher.ts';
import { readTokens } from '../../../../src/french/pattern/tokens.ts';
import { createIsName } from '../../../../src/rewording/lint/names.ts';

const LISTS = new Map([['seuil', ['seuil', '40 000']]]);

function found(expression: string, source: string): string | undefined {
  const text = readTokens(source, createIsName(['La', 'Mairie']));
  const find = createMatcher([{ expression: compileExpression(expression, LISTS), value: undefined }]);
  const match = find(text, 0, text.tokens.length)[0]?.match;
  if (match === undefined) return undefined;
  return source.slice(text.tokens[match.first]?.start, text.tokens[match.last - 1]?.end);
}

describe('an expression', () => {
  it.each([
    ["appel d'offres", 'un Appel  d’offre simplifié', 'Appel  d’offre'],
    ['(deux|trois) lots', 'en TROIS lots', 'TROIS lots'],
    ['le (petit)? lot', 'le lot', 'le lot'],
    ['découp*', 'nous decouperons tout', 'decouperons'],
    ['origine *ienne', "d'origine vosgienne", 'origine vosgienne'],
    ['couper _ commande', 'couper notre commande', 'couper notre commande'],
    ['couper … seuil', 'couper la commande pour passer sous le seuil', 'couper la commande pour passer sous le seuil'],
    ['sous {seuil}', 'sous 40 000 euros', 'sous 40 000'],
    ['{nombre} agents', 'avec 3 agents', '3 agents'],
    ['{nombre} h', 'sous 48h', '48h'],
    ['société {Nom}', 'la société Morvan', 'société Morvan'],
    ['prix seul .', 'le prix seul.', 'prix seul'],
  ])('%s is found in «%s»', (expression, source, expected) => {
    expect(found(expression, source)).toBe(expected);
  });

  it.each([
    ['couper …3 seuil', 'couper la commande pour passer sous le seuil'],
    ['couper … seuil', 'couper. Le seuil'],
    ['{plusieurs} agents', 'un agent'],
    ['société {Nom}', 'la société morvan'],
    ['société {Nom}', 'la société La Mairie'],
    ['lot', 'le lotissement'],
    ['prix seul .', 'le prix seul compte'],
  ])('%s is not found in «%s»', (expression, source) => {
    expect(found(expression, source)).toBeUndefined();
  });

  it.each([
    ['(deux lots', /not closed/],
    ['deux) lots', /unexpected/],
    ['{inconnue} lots', /no list/],
    ['{seuil lots', /not closed/],
    ['_ lots', /cannot start/],
    ['ab* lots', /three letters/],
    ['(lots)?', /nothing at all/],
    ['lot[s]', /unexpected/],
  ])('%s is refused', (expression, message) => {
    expect(() => compileExpression(expression, LISTS)).toThrow(message);
  });
});

describe('tokens', () => {
  it('stand at their place in the source, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        let last = 0;
        for (const { start, end } of readTokens(source).tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(source.length);
          last = start;
        }
      }),
    );
  });

  it('do not end a sentence at an abbreviation, an acronym or a decimal point', () => {
    expect(readTokens('Selon l’art. 5, 1.5 M€ H.T. pour M. Petit. Fin').sentences).toHaveLength(2);
  });
});
