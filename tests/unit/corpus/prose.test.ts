import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/corpus/figures.ts';
import { placeholders, proseDefects } from '../../../src/corpus/prose.ts';

const { figures } = readFigures(
  '- { key: a.b, label: x, unit: jours, values: [{ value: 3, valid_from: 2020-01-01, article: R1, status: V1 }] }',
  'f.yaml',
);
const defects = (text: string) => proseDefects(text, figures, false);

describe('proseDefects', () => {
  it.each([
    'Sous 60 000 € HT',
    'sous 60\u202f000\u00a0€',
    'un délai de 35 jours',
    'un délai de trente jours',
    'une avance de 30 %',
    'soit 216000 euros',
    '5,4 M€ au plus',
    'tous les quatre ans',
    'trois mois suffisent',
    'plus de 40 000',
  ])('sees a figure written out: %s', (text) => {
    expect(defects(text)).toHaveLength(1);
  });

  it.each([
    'Sous {{a.b}}, rien à publier (R2122-8).',
    'Voir L. 2113-10 et R2122-9-1, CCAG-FCS 14.1.',
    'Depuis le 1er avril 2026, et en 2027 encore.',
    'La norme ISO 14001 et le formulaire DC1.',
    'Trois devoirs demeurent ; deux fois sur trois.',
    'Loi n° 2026-403, ordonnance 2018-1074.',
    'Le 2° de l’article.',
  ])('lets pass: %s', (text) => {
    expect(defects(text)).toEqual([]);
  });

  it('allows amounts where they are allowed, never an unknown key', () => {
    expect(proseDefects('31 000 € HT en 35 jours', figures, true)).toEqual([]);
    expect(proseDefects('{{x.y}}', figures, true)).toHaveLength(1);
    expect(proseDefects('en travaux, {a.b@annonce} puis {{a.b}', figures, true).map(({ index }) => index)).toEqual([
      12, 24, 31, 36,
    ]);
    expect(proseDefects('{{a.b@2026-02-30}}', figures, true)).toHaveLength(1);
  });

  it('wants a dated key where the sentence says since when it holds', () => {
    const values =
      '[{ value: 1, valid_from: 2020-01-01, valid_to: 2026-03-31, article: R1, status: V1 }, { value: 2, valid_from: 2026-04-01, article: R1, status: V1 }]';
    const changing = readFigures(`- { key: a.b, label: x, unit: jours, values: ${values} }`, 'f.yaml').figures;
    const undated = (text: string) =>
      proseDefects(text, changing, false).map(({ index }) => text.slice(index, index + 7));
    expect(undated('Sous {{a.b}}. Le plafond est {{a.b}} depuis le 1er avril 2026.')).toEqual(['{{a.b}}']);
    expect(undated('{{a.b@2026-04-01}} depuis le 1er avril 2026, {{a.b@2026-03-31}} avant.')).toEqual([]);
    expect(undated('Sous {{a.b}} (R. 2122-8). Depuis le 1er avril 2026, tout va mieux.')).toEqual([]);
    expect(undated('Sous {{a.b}}, depuis le 2 mai 2026.')).toEqual([]);
  });

  it('asks that an announced change be in the table', () => {
    const [key = ''] = [...figures.keys()];
    expect(proseDefects(`{{${key}@annonce}}`, figures, false).map(({ message }) => message)[0]).toMatch(/no change/);
    expect(proseDefects(`{{${key}@demain}}`, figures, false).map(({ message }) => message)[0]).toMatch(/nor annonce/);
  });

  it('points at the very place', () => {
    const text = 'La règle : {{a.b}}, soit 45 000 € HT.';
    expect(defects(text).map(({ index }) => text.slice(index, index + 6))).toEqual(['45 000']);
    expect(placeholders('x {{ a.b @ 2026-01-01 }} {{c.d}}')).toEqual([
      { key: 'a.b', at: '2026-01-01', index: 2 },
      { key: 'c.d', at: undefined, index: 25 },
    ]);
  });

  it('never throws, on any string, and stays inside the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('{{', '}}', '@', '60 000 €', ' R2122-8 ', 'trente jours', '\ud800', '{{a.b}}'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, allowed) => {
        const text = pieces.join('');
        for (const { index, message } of proseDefects(text, figures, allowed)) {
          expect(index).toBeGreaterThanOrEqual(0);
          expect(index).toBeLessThan(text.length);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
