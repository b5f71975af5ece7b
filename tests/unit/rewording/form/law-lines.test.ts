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
  borneOut(lint, lines).map(({ code }) => code);

describe('borneOut', () => {
  it('finds a brand at fault in what is wanted, and not in what one has', () => {
    const brand = [found('BRAND_WITHOUT_EQUIVALENT')];
    expect(codes(brand, [line('constraints')])).toEqual(['BRAND_WITHOUT_EQUIVALENT']);
    expect(codes(brand, [line('existing_contract')])).toEqual([]);
    expect(codes(brand, [])).toEqual([]);
  });

  it('takes a place, a date or a price for what it is', () => {
    expect(codes([found('LOCAL_PREFERENCE')], [line('place')])).toEqual([]);
    expect(codes([found('LOCAL_PREFERENCE')], [])).toEqual(['LOCAL_PREFERENCE']);
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
