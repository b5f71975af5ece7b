import { describe, expect, it } from 'vitest';
import { sureOf } from '../../../../src/rewording/form/law-lines.ts';
import type { LintFinding } from '../../../../src/rewording/port/rewording.ts';
import type { LintCode } from '../../../../src/vocabulary/rewording.ts';

const found = (code: LintCode, start = 0): LintFinding => ({
  code,
  span: [start, start + 5],
  articles: [],
  message: '',
  suggestion: '',
});

describe('sureOf', () => {
  it('shows none that whole lawful messages are often taken for', () => {
    const codes = ['BRAND_WITHOUT_EQUIVALENT', 'LOCAL_PREFERENCE', 'URGENCY_SELF_INFLICTED', 'TACIT_RENEWAL'] as const;
    expect(
      sureOf(
        codes.map((code) => found(code)),
        'Dell…',
        false,
      ),
    ).toEqual([]);
  });

  it('shows the name that is asked for where nothing but a need is said', () => {
    const lint = [found('BRAND_WITHOUT_EQUIVALENT')];
    expect(sureOf(lint, 'Acme 12', true)).toEqual(lint);
    expect(sureOf(lint, 'poste', true)).toEqual([]);
  });

  it('shows the weightiest first, each code once', () => {
    const lint = [found('SPLITTING', 20), found('SPLITTING', 40), found('CONFLICT_OF_INTEREST', 60)];
    expect(sureOf(lint, '', false).map(({ code }) => code)).toEqual(['CONFLICT_OF_INTEREST', 'SPLITTING']);
  });

  it('shows kin only where it may be that of someone of the house', () => {
    const lint = [found('CONFLICT_OF_INTEREST')];
    expect(sureOf(lint, 'son fils fera des rondes, répond le patron', false)).toEqual([]);
    expect(sureOf(lint, 'son fils est candidat, dit l’adjoint', false)).toEqual(lint);
    expect(sureOf(lint, 'mon fils fera des rondes', false)).toEqual(lint);
  });
});
