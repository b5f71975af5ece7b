import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../../src/rewording/fidelity/check-fidelity.ts';
import { DEFECT_KINDS, type DefectKind } from '../../../../src/rewording/rewording.ts';

interface Row {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly faithful: boolean;
  readonly kinds: readonly DefectKind[];
}

const ROWS = readFileSync('tests/golden/rewording/fidelity.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const isRight = (row: Row): boolean => {
  const { faithful, defects } = checkFidelity(row.source, row.target);
  return row.faithful ? faithful : !faithful && defects.some((defect) => row.kinds.includes(defect.kind));
};

describe('the golden pairs', () => {
  it('get the right verdict, with the kind, for at least 96 %', () => {
    const wrong = ROWS.filter((row) => !isRight(row)).map((row) => row.id);
    expect(ROWS.length).toBeGreaterThanOrEqual(400);
    expect(wrong.length / ROWS.length, wrong.join(' ')).toBeLessThanOrEqual(0.04);
  });

  it('hold at least four pairs of every kind, all of them seen', () => {
    for (const kind of DEFECT_KINDS) {
      const rows = ROWS.filter((row) => row.kinds.includes(kind));
      expect(rows.length, kind).toBeGreaterThanOrEqual(4);
      expect(rows.filter(isRight).length / rows.length, kind).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('raise no alarm on more than three faithful pairs in a hundred', () => {
    const faithful = ROWS.filter((row) => row.faithful);
    const alarms = faithful.filter((row) => !isRight(row));
    expect(alarms.length / faithful.length, alarms.map((row) => row.id).join(' ')).toBeLessThanOrEqual(0.03);
  });
});

describe('defects quote the words at fault', () => {
  it.each([
    [
      'Il faut 12 chaises.',
      'Le besoin porte sur 15 chaises.',
      { kind: 'NUMBER_CHANGED', source: '12 chaises', target: '15 chaises' },
    ],
    [
      'Budget : 40 000 € HT.',
      'Le budget est de 40 000 € TTC.',
      { kind: 'UNIT_CHANGED', source: '40 000 € HT', target: '40 000 € TTC' },
    ],
    ['Livraison à Lyon.', 'La livraison se fait à Lille.', { kind: 'NAME_CHANGED', source: 'Lyon', target: 'Lille' }],
    [
      'Livraison le 15 mars.',
      'La livraison se fait le 15 mai.',
      { kind: 'DATE_CHANGED', source: '15 mars', target: '15 mai' },
    ],
    [
      'Les tables sont pliantes.',
      'Les tables sont pliantes, au nombre de 40.',
      { kind: 'INVENTED_FACT', source: '', target: '40' },
    ],
  ] as const)('%s | %s', (source, target, defect) => {
    expect(checkFidelity(source, target).defects).toContainEqual(defect);
  });
});

describe('on any text', () => {
  const french = fc.array(
    fc.oneof(
      fc.constantFrom(
        'le',
        'ne',
        'pas',
        'doit',
        '12',
        '€',
        'sauf',
        'Lyon',
        '(',
        ')',
        '.',
        '\n',
        'mars',
        'si',
        'uniquement',
        '% ',
        'œuvre',
        'é',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  );

  it('never throws, and a defect quotes the two texts', () => {
    fc.assert(
      fc.property(french, french, (a, b) => {
        const source = a.join(' ');
        const target = b.join(' ');
        const { faithful, defects } = checkFidelity(source, target);
        expect(faithful).toBe(defects.length === 0);
        for (const defect of defects) expect(DEFECT_KINDS).toContain(defect.kind);
      }),
      { numRuns: 400 },
    );
  });

  it('finds a text faithful to itself, whatever spaces end it', () => {
    fc.assert(
      fc.property(french, (parts) => {
        const text = parts.join(' ');
        expect(checkFidelity(text, `${text} `).defects).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('stands lone surrogates, NFD accents and a very long text', () => {
    expect(checkFidelity('\ud800 12 \udfff', '12').faithful).toBe(true);
    expect(checkFidelity('12 étagères à Orléans'.normalize('NFD'), '12 étagères à Orléans').defects).toEqual([]);
    const long = 'Il faut 12 chaises sans accoudoirs, livrées à Lyon avant le 15 mars. '.repeat(3000);
    expect(checkFidelity(long, `${long} `).faithful).toBe(true);
  });
});
