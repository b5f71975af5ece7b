import { describe, expect, it } from 'vitest';
import { draftBrief } from '../../../src/handoff/sealed-brief.ts';
import { NO_CHOICES } from '../../../src/masking/finding.ts';
import { createMasker } from '../../../src/masking/masker.ts';
import { readMaskingLists } from '../../../src/masking/masking-lists.ts';
import { createSeal } from '../../../src/masking/seal.ts';

const masker = createMasker(readMaskingLists('knowledge/masquage').lists);
const parts = {
  question: 'M. Dupont, de la société Bati Ouest, demande 4 000 €. Que répondre à Dupont ?',
  answered: 'Écrivez à Mme Le Goff ; M. Dupont doit prouver son préjudice.',
  need: undefined,
  competences: ['exécution'],
  language: 'fr',
} as const;

describe('the brief before it leaves', () => {
  it('numbers people alike in all its texts, and spans are those of each text', () => {
    const { brief, findings, masked } = draftBrief(parts, masker, NO_CHOICES);
    expect(brief.question).toBe(
      'M. [personne 1], de la société [entreprise 1], demande 4 000 €. Que répondre à [personne 1] ?',
    );
    expect(brief.answered).toBe('Écrivez à Mme [personne 2] ; M. [personne 1] doit prouver son préjudice.');
    expect(brief.need).toBeUndefined();
    for (const finding of findings.answered) expect(parts.answered.slice(...finding.span)).toBe(finding.text);
    expect(findings.answered.map(({ text }) => text)).toEqual(['Le Goff', 'Dupont']);
    const seal = createSeal(masked);
    expect(seal('dupont et LE GOFF chez Bati-Ouest')).toBe('[masqué] et [masqué] chez [masqué]');
    for (const text of [brief.question, brief.answered ?? '']) expect(seal(text)).toBe(text);
  });

  it('leaves what is lifted in every text and in later messages, and hides what is added', () => {
    const choices = { lifted: ['DUPONT'], added: ['préjudice', '4 000 €'] };
    const { brief, masked, findings } = draftBrief(parts, masker, choices);
    expect(brief.question).toBe('M. Dupont, de la société [entreprise 1], demande [masqué] €. Que répondre à Dupont ?');
    expect(brief.answered).toBe('Écrivez à Mme [personne 2] ; M. Dupont doit prouver son [masqué].');
    expect(masked).not.toContain('Dupont');
    expect(findings.question.map(({ text }) => text)).toContain('Dupont');
    expect(createSeal(masked)('M. Dupont parle de PREJUDICE')).toBe('M. Dupont parle de [masqué]');
  });

  it('hides an added word even between brackets, and does not eat the masks', () => {
    const { brief } = draftBrief({ ...parts, question: 'M. Dupont [zorglub] personne' }, masker, {
      lifted: [],
      added: ['zorglub', 'personne'],
    });
    expect(brief.question).toBe('M. [personne 1] [[masqué]] [masqué]');
  });
});
