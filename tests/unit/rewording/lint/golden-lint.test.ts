import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLint } from '../../../../src/rewording/lint/lint.ts';
import { LINT_CODES } from '../../../../src/vocabulary/rewording.ts';
import { realCorpus } from '../../../fixtures/real-corpus.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly findings: readonly string[];
}

const items = readFileSync('tests/golden/rewording/lint.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Item => JSON.parse(line));
const lint = createLint(realCorpus.lint);
const said = items.map((item) => ({ item, codes: [...new Set(lint(item.text).map(({ code }) => String(code)))] }));

function f1(code?: string): number {
  const counted = (list: readonly string[]) => list.filter((one) => code === undefined || one === code);
  let right = 0;
  let all = 0;
  for (const { item, codes } of said) {
    right += counted(codes).filter((one) => item.findings.includes(one)).length;
    all += counted(codes).length + counted(item.findings).length;
  }
  return (2 * right) / all;
}

describe('the golden sentences', () => {
  it('hold at least fifteen sentences of each code and eighty that are clean', () => {
    for (const code of LINT_CODES)
      expect(items.filter(({ findings }) => findings.includes(code)).length, code).toBeGreaterThanOrEqual(15);
    expect(items.filter(({ findings }) => findings.length === 0).length).toBeGreaterThanOrEqual(80);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('are told right, all codes together', () => {
    expect(f1()).toBeGreaterThanOrEqual(0.96);
  });

  it.each(LINT_CODES)('are told right for %s', (code) => {
    expect(f1(code)).toBeGreaterThanOrEqual(0.9);
  });

  it('leave clean sentences alone', () => {
    const alarms = said.filter(({ item, codes }) => item.findings.length === 0 && codes.length > 0);
    expect(alarms.map(({ item }) => item.id).length).toBeLessThanOrEqual(2);
  });
});
