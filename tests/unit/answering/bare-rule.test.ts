import { describe, expect, it } from 'vitest';
import { bareRule } from '../../../src/answering/port/bare-rule.ts';
import { readCorpus } from '../../../src/corpus/read-corpus.ts';

const CASES = [
  ['Non. Le code n’impose aucun nombre.', 'Le code n’impose aucun nombre.'],
  ['Oui\u00a0: sous 60 000 € HT, sans publicité.', 'Sous 60 000 € HT, sans publicité.'],
  ['Oui, c’est une faculté.', 'C’est une faculté.'],
  ['Oui, mais une seule fois.', 'Une seule fois.'],
  ['Non, sauf urgence\u00a0: préparez.', 'Sauf urgence, non\u00a0: préparez.'],
  [
    'Non pour un pouvoir adjudicateur (L. 2151-1)\u00a0; ailleurs, parfois.',
    'Pour un pouvoir adjudicateur, non (L. 2151-1)\u00a0; ailleurs, parfois.',
  ],
  ['Oui, par écrit (R. 2162-9).', 'Par écrit, oui (R. 2162-9).'],
  ['Non.', 'Non.'],
  ['Cela dépend du contrat.', 'Cela dépend du contrat.'],
  ['Nonobstant le contrat, rien.', 'Nonobstant le contrat, rien.'],
] as const;

describe('the rule of an answer to a question that may not be the one asked', () => {
  it.each(CASES)('%s', (answer, rule) => {
    expect(bareRule(answer)).toBe(rule);
  });

  it('never opens with a yes or a no, of all the corpus, and adds no word', () => {
    const { corpus } = readCorpus('knowledge');
    const answers = corpus.fiches.flatMap(({ questions }) =>
      questions.flatMap(({ answer }) => [answer.service, answer.achat]),
    );
    expect(answers.length).toBeGreaterThan(1000);
    for (const answer of answers) {
      const rule = bareRule(answer);
      expect(rule).not.toMatch(/^(?:Oui|Non)(?!\p{L})/u);
      const words = new Set(answer.toLowerCase().match(/[\p{L}\d]+/gu));
      for (const word of rule.toLowerCase().match(/[\p{L}\d]+/gu) ?? []) expect(words).toContain(word);
    }
  });
});
