import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnswer } from '../../../src/rules/answer.ts';
import { checkWords } from '../../../src/rules/check-words.ts';
import { createCompute } from '../../../src/rules/compute.ts';
import { createEvaluate } from '../../../src/rules/engine.ts';
import { readRulebook } from '../../../src/rules/rulebook.ts';
import { readDemandModel } from '../../../src/rules/text/demand-model.ts';
import { spellOutBy } from '../../../src/rules/text/reading.ts';
import { readWords } from '../../../src/rules/words.ts';
import { figures } from './fixtures.ts';

interface Spoken {
  readonly text: string;
  readonly at: string;
  readonly goal: string | null;
  readonly expect: {
    readonly value?: unknown;
    readonly values?: Record<string, unknown>;
    readonly missing?: readonly string[];
  };
}

const book = readRulebook('knowledge');
const words = readWords('knowledge');
const answer = createAnswer(createCompute({ book, figures, evaluate: createEvaluate(book, figures) }), {
  words,
  objects: book.objects,
  spellOut: spellOutBy('knowledge', words, book.objects),
  model: readDemandModel('knowledge'),
});
const cases: readonly Spoken[] = readFileSync('tests/fixtures/rules/spoken.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('sentences as typed', () => {
  it.each(cases)('«$text»', ({ text, at, goal, expect: wanted }) => {
    const concluded = answer({ text, at }, 'service', at);
    if (goal === null) {
      expect(concluded).toMatchObject({ ok: false, error: { field: 'goal' } });
      return;
    }
    if (!concluded.ok) throw new Error(`${concluded.error.field}: ${concluded.error.message}`);
    const { value, values, missing } = concluded.value;
    expect({ goal: concluded.value.goal, missing: missing.map(({ fact }) => fact) }).toEqual({
      goal,
      missing: wanted.missing ?? [],
    });
    if ('value' in wanted) expect(value).toBe(wanted.value);
    expect(values).toMatchObject(wanted.values ?? {});
    expect(concluded.value.explanation[0]?.text.length).toBeGreaterThan(0);
  });
});

describe('a situation beside the sentence', () => {
  it('prevails, its sums over every sum of the text', () => {
    const at = '2026-10-20';
    const text = '340 chaises à 175 € HT pour la mairie, quelle procédure ?';
    const concluded = answer({ text, at, situation: { montant_ht: 30_000, acheteur: 'etat' } }, 'service', at);
    expect(concluded).toMatchObject({
      ok: true,
      value: { value: 'dispense_seuil', values: { montant_total: 30_000 }, missing: [] },
    });
    expect(answer({ text, at, situation: { montant: 3 } }, 'service', at)).toMatchObject({ ok: false });
  });

  it('is told its result first', () => {
    const at = '2026-10-20';
    const concluded = answer({ text: '2 x 12 500 € HT de pc pour la mairie, quelle procédure ?', at }, 'service', at);
    const said = concluded.ok ? concluded.value.explanation.map(({ text }) => text) : [];
    expect(said[0]).toMatch(/^Achat direct, sans publicité ni mise en concurrence.*25.000/);
    expect(said[1]).toMatch(/^2.×.12.500/);
  });
});

describe('the words of knowledge/regles', () => {
  it('see the sentences they must, and none that they must not', () => {
    expect(checkWords('knowledge')).toEqual([]);
  });
});
