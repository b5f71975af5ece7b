import { describe, expect, it } from 'vitest';
import { type Figures, readFigures } from '../../../../src/corpus/figures.ts';
import { conditionsHold, figureOptions } from '../../../../src/corpus/quiz/figure-options.ts';
import type { FigureQuestion } from '../../../../src/corpus/quiz/quiz.ts';

const TABLE = `
- key: seuil.petit
  label: Petit
  unit: EUR
  tax: HT
  values:
    - { value: 40000, valid_from: 2020-01-01, valid_to: 2026-03-31, article: R2122-8, status: V1 }
    - { value: 60000, valid_from: 2026-04-01, valid_to: 2027-12-31, article: R2122-8, status: V1 }
    - { value: 80000, valid_from: 2028-01-01, article: R2122-8, status: V1 }
- key: seuil.travaux
  label: Travaux
  unit: EUR
  tax: HT
  values:
    - { value: 100000, valid_from: 2020-07-24, article: R2122-8, status: V1 }
    - { value: 140000, valid_from: 2027-01-01, article: R2122-8, status: V2-faible, announced: pending }
`;
const { figures }: { figures: Figures } = readFigures(TABLE, 'figures.yaml');

const question: FigureQuestion = {
  id: 'q',
  kind: 'figure',
  fiche: 'f',
  figure: 'seuil.petit',
  ask: 'Jusqu’à combien ?',
  why: 'Parce que.',
  wrong: [
    { figure: 'seuil.travaux', why: 'Travaux.' },
    { value: 60000, why: 'Soixante.' },
  ],
};

const texts = (at: string) =>
  figureOptions(question, figures, at)?.map(({ text, right }) => `${right ? '+' : '-'}${text.replace(/\s/g, ' ')}`);

describe('the answers to a figure question', () => {
  it('follow the dated table on both sides of a change, each day with one right answer', () => {
    expect(texts('2026-03-31')).toEqual(['+40 000 € HT', '-60 000 € HT', '-80 000 € HT', '-100 000 € HT']);
    expect(texts('2026-04-01')).toEqual(['+60 000 € HT', '-40 000 € HT', '-80 000 € HT', '-100 000 € HT']);
    expect(texts('2027-12-31')?.[0]).toBe('+60 000 € HT');
    expect(texts('2028-01-01')?.[0]).toBe('+80 000 € HT');
  });

  it('explain a value of another period by its dates', () => {
    const why = (at: string, text: string) =>
      figureOptions(question, figures, at)?.find((option) => option.text.startsWith(text))?.why;
    expect(why('2026-05-01', '40')).toMatch(/a valu du 1er janvier 2020 au 31 mars 2026/);
    expect(why('2026-05-01', '80')).toMatch(/pas encore la règle/);
  });

  it('never take an announced value for the right one', () => {
    const works: FigureQuestion = { ...question, figure: 'seuil.travaux', wrong: [{ value: 1, why: 'x' }] };
    const options = figureOptions(works, figures, '2027-06-01');
    expect(options?.find(({ right }) => right)?.text).toMatch(/^100/);
    expect(options?.find(({ text }) => text.startsWith('140'))?.why).toMatch(/annoncé au 1er janvier 2027/);
    const decided = (word: string) => readFigures(TABLE.replace('pending', word), 'figures.yaml').figures;
    const confirmed = figureOptions(works, decided('confirmed'), '2027-06-01');
    expect(confirmed?.find(({ right }) => right)?.text).toMatch(/^140/);
    const dropped = figureOptions(works, decided('dropped'), '2027-06-01');
    expect(dropped?.find(({ right }) => right)?.text).toMatch(/^100/);
    expect(dropped?.find(({ text }) => text.startsWith('140'))?.why).toMatch(/jamais devenu la règle/);
  });

  it('are none on a day on which the table is silent', () => {
    expect(figureOptions(question, figures, '2019-12-31')).toBeUndefined();
  });
});

describe('the conditions of a case', () => {
  it('hold on one side of the law only', () => {
    const above = [{ figure: 'seuil.petit', above: 50000 }];
    const atMost = [{ figure: 'seuil.petit', at_most: 50000 }];
    expect([conditionsHold(above, figures, '2026-03-31'), conditionsHold(above, figures, '2026-04-01')]).toEqual([
      false,
      true,
    ]);
    expect([conditionsHold(atMost, figures, '2026-03-31'), conditionsHold(atMost, figures, '2026-04-01')]).toEqual([
      true,
      false,
    ]);
    expect(conditionsHold([{ figure: 'seuil.petit', above: 60000 }], figures, '2026-04-01')).toBe(false);
    expect(conditionsHold([{ figure: 'seuil.petit', at_most: 60000 }], figures, '2026-04-01')).toBe(true);
    expect(conditionsHold([{ figure: 'seuil.absent', above: 0 }], figures, '2026-04-01')).toBe(false);
  });
});
