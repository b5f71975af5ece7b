import { describe, expect, it } from 'vitest';
import { borneOut } from '../../../../src/rewording/form/law-lines.ts';
import type { FormLine, LintFinding } from '../../../../src/rewording/port/rewording.ts';
import type { FormLineName } from '../../../../src/vocabulary/form.ts';
import type { LintCode } from '../../../../src/vocabulary/rewording.ts';

const found = (code: LintCode, start = 0): LintFinding => ({
  code,
  span: [start, start + 5],
  articles: [],
  message: '',
  suggestion: '',
});
const line = (name: FormLineName, start = 0): FormLine => ({
  name,
  values: [{ said: { value: 'words', span: [start, start + 5] } }],
});
const codes = (lint: readonly LintFinding[], lines: readonly FormLine[]) =>
  borneOut(lint, lines, '').map(({ code }) => code);

describe('borneOut', () => {
  it('shows none that whole lawful messages are often taken for', () => {
    const codes = ['BRAND_WITHOUT_EQUIVALENT', 'LOCAL_PREFERENCE', 'SUPPLIER_NAMED', 'MEANS_NOT_RESULTS'] as const;
    expect(
      borneOut(
        codes.map((code) => found(code)),
        [line('constraints')],
        'compresseur HS',
      ),
    ).toEqual([]);
  });

  it('shows a brand by the name that it is', () => {
    expect(borneOut([found('BRAND_WITHOUT_EQUIVALENT')], [], 'Dells')).toHaveLength(1);
  });

  it('takes a date or a price for what it is', () => {
    expect(codes([found('SPLITTING')], [line('place')])).toEqual([]);
    expect(codes([found('SPLITTING')], [line('budget')])).toEqual(['SPLITTING']);
    expect(codes([found('SPLITTING')], [])).toEqual(['SPLITTING']);
  });

  it('shows the two weightiest, each code once', () => {
    const lint = [
      found('TACIT_RENEWAL'),
      found('URGENCY_SELF_INFLICTED', 10),
      found('SPLITTING', 20),
      found('SPLITTING', 40),
    ];
    expect(codes(lint, [])).toEqual(['SPLITTING', 'URGENCY_SELF_INFLICTED']);
  });
});
