import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../src/masking/masker.ts';
import { readMaskingLists } from '../../../src/masking/masking-lists.ts';
import type { MaskKind } from '../../../src/vocabulary/masks.ts';
import { type PlantedText, scoreMasking } from './score.ts';

const { lists, problems } = readMaskingLists('knowledge/masquage');
const masker = createMasker(lists);
const read = (name: string) =>
  readFileSync(`tests/golden/masking/${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PlantedText);
const texts = read('texts');

describe('masking on texts with planted data', () => {
  it('reads the lists without a problem', () => expect(problems).toEqual([]));

  it('has 360 texts, ninety with nothing to mask', () => {
    expect(texts.length).toBeGreaterThanOrEqual(360);
    expect(texts.filter(({ masks }) => masks.length === 0).length).toBeGreaterThanOrEqual(90);
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
  });

  it('finds at least 97 % of what is planted, and at least 90 % of what it masks was planted', () => {
    const score = scoreMasking(texts, masker);
    console.log(
      [
        ...Object.entries(score.byKind).map(([kind, counts]) => row(kind as MaskKind, counts)),
        row('all', score.all),
      ].join('\n'),
    );
    if (process.env['MASKING_ERRORS'] !== undefined) console.log(score.errors.join('\n'));
    expect(score.all.found / score.all.planted).toBeGreaterThanOrEqual(0.97);
    expect(score.all.right / score.all.masked).toBeGreaterThanOrEqual(0.9);
  });

  // N, P and Q were written before the lists were looked at, and asked once before anything was mended: see docs/data-protection.md.
  it.each(['A', 'B', 'N', 'P', 'Q'])('holds on each part of the texts by itself: %s', (part) => {
    const { all } = scoreMasking(
      texts.filter(({ id }) => id.startsWith(part)),
      masker,
    );
    expect(all.planted).toBeGreaterThan(40);
    expect(all.found / all.planted).toBeGreaterThanOrEqual(0.97);
    expect(all.right / all.masked).toBeGreaterThanOrEqual(0.9);
  });
});

/**
 * Written by someone who had not seen the code, hard on purpose, and asked once before anything was mended from them: recall was
 * 81.1 % and 79.4 %, precision 98.5 % and 95.3 %. Ratchets: raised when the figures rise.
 */
describe.each([
  { name: 'unseen-1', recall: 0.985, hidden: 0.99 },
  { name: 'unseen-2', recall: 0.965, hidden: 0.97 },
])('masking on texts of another hand: $name', ({ name, recall, hidden }) => {
  it('finds as much as it did, and masks little besides', () => {
    const { all, errors } = scoreMasking(read(name), masker);
    console.log(row(name, all));
    if (process.env['MASKING_ERRORS'] !== undefined) console.log(errors.join('\n'));
    expect(all.found / all.planted).toBeGreaterThanOrEqual(recall);
    expect(all.hidden / all.planted).toBeGreaterThanOrEqual(hidden);
    expect(all.right / all.masked).toBeGreaterThanOrEqual(0.9);
  });
});

/**
 * Chat lines and mails of many kinds of bodies, with telephones in words and people's health; written by whoever mended the
 * rules. First asked: 73 % of the first part, and 86 % of the second, written after mending from the first. Ratchets.
 */
describe.each([
  { name: 'third', recall: 0.97, precision: 0.97 },
  { name: 'third-held', recall: 0.97, precision: 0.97 },
  // 60 texts by another hand; first asked: 84.2 % recall, 97.0 % precision.
  { name: 'unseen-3', recall: 0.99, precision: 0.99 },
  // First asked: 76.7 %; 88.7 % and 97.8 % by a tagger that had not seen it. Here and below it has: what is learnt stays learnt.
  { name: 'unseen-4', recall: 0.93, precision: 0.97 },
  // 300 texts by another hand; by a tagger that had not seen the one that is asked: 87 % and 88 %, precision 92 %.
  { name: 'learn-1', recall: 0.93, precision: 0.97 },
  { name: 'learn-2', recall: 0.93, precision: 0.97 },
  // Written by whoever made the tagger.
  { name: 'own', recall: 0.95, precision: 0.97 },
])('masking on running text: $name', ({ name, recall, precision }) => {
  it('finds as much as it did, and masks little besides', () => {
    const { all, byKind, errors } = scoreMasking(read(name), masker);
    const kinds = Object.entries(byKind).map(([kind, counts]) => row(kind, counts));
    console.log([...kinds, row(name, all)].join('\n'));
    if (process.env['MASKING_ERRORS'] !== undefined) console.log(errors.join('\n'));
    expect(all.found / all.planted).toBeGreaterThanOrEqual(recall);
    expect(all.right / all.masked).toBeGreaterThanOrEqual(precision);
  });
});

const row = (name: string, { planted, found, hidden, masked, right }: ReturnType<typeof scoreMasking>['all']) =>
  `${name.padEnd(16)} planted ${String(planted).padStart(4)}  recall ${percent(found, planted)}  hidden ${percent(hidden, planted)}  masked ${String(masked).padStart(4)}  precision ${percent(right, masked)}`;

const percent = (part: number, whole: number) =>
  whole === 0 ? '   –  ' : `${((100 * part) / whole).toFixed(1)} %`.padStart(7);
