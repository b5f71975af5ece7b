import { describe, expect, it } from 'vitest';
import { checkRulebook } from '../../../src/rules/check-rulebook.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { figures } from './fixtures.ts';

const book = readRulebook('knowledge', 'examples');

describe('the rules of knowledge/regles', () => {
  it('have their articles, questions and examples, and give what the examples say', () => {
    expect(checkRulebook(book, figures)).toEqual([]);
  });

  it('are refused where an example is wrong, or lies as expected', () => {
    const rule = book.rules.get('écrit obligatoire');
    if (rule === undefined) throw new Error('no such rule');
    const [first, ...others] = rule.exemples ?? [];
    if (first === undefined) throw new Error('no example');
    const checked = (exemples: typeof rule.exemples) =>
      checkRulebook(
        { ...book, rules: new Map([...book.rules, ['écrit obligatoire', { ...rule, exemples }]]) },
        figures,
      );
    expect(checked([{ ...first, valeur: false }, ...others])).toHaveLength(1);
    expect(checked([{ ...first, faux: true }, ...others])).toHaveLength(1);
    expect(checked([first])).toMatchObject([{ field: 'écrit obligatoire.exemples' }]);
  });

  it('never count with dates: that is refused', () => {
    const rule = book.rules.get('écrit obligatoire');
    if (rule === undefined) throw new Error('no such rule');
    for (const valeur of ['date facture + 30 jours', '01/01/2026 + 11 jours']) {
      const counting = { ...rule, valeur: 'montant ht >= 3', somme: [valeur] };
      const problems = checkRulebook({ ...book, rules: new Map([['écrit obligatoire', { ...counting }]]) }, figures);
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});
