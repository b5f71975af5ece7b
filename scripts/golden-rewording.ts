import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Rewording } from '../src/rewording/rewording.ts';
import { fold, indexTerms, words } from '../src/text/words.ts';

const slots = z.record(z.string(), z.array(z.string()));
const rewordingItem = z.object({
  id: z.string(),
  direction: z.enum(['to_buyer', 'to_prescriber']),
  text: z.string(),
  /** Figures, dates, names and negations that must stand in the rewording; alternatives parted by « | ». */
  keep: z.array(z.string()),
  /** Terms of the other side; alternatives parted by « | ». */
  terms: z.array(z.string()),
  /** Terms of art that a prescriber must not meet unexplained. */
  jargon: z.array(z.string()).default([]),
  slots: slots.default({}),
  missing: z.array(z.string()).default([]),
});
const lintItem = z.object({ id: z.string(), text: z.string(), codes: z.array(z.string()) });
const fidelityItem = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  faithful: z.boolean(),
  kinds: z.array(z.string()).default([]),
});
export type RewordingItem = z.infer<typeof rewordingItem>;

export const readRewordingItems = (file: string) => readLines(file, rewordingItem);
export const readLintItems = (file: string) => readLines(file, lintItem);
export const readFidelityItems = (file: string) => readLines(file, fidelityItem);

function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

export interface Judged {
  readonly item: RewordingItem;
  readonly reworded: Rewording;
  readonly lost: readonly string[];
  readonly absentTerms: readonly string[];
  readonly unexplained: readonly string[];
  /** Figures of the rewording that the source has not. */
  readonly inventedFigures: readonly string[];
  readonly slots: Counts;
  readonly missing: Counts;
  /** Slot values that are not the person's own words. */
  readonly notVerbatim: number;
  readonly wrongSlots: readonly string[];
}

export function judgeRewording(item: RewordingItem, reworded: Rewording): Judged {
  const said = saidOf(reworded);
  const gold = Object.entries(item.slots).flatMap(([slot, values]) => values.map((value) => ({ slot, value })));
  const isSame = (a: { slot: string; value: string }, b: { slot: string; value: string }) =>
    a.slot === b.slot && overlaps(a.value, b.value);
  const hits = said.filter((one) => gold.some((other) => isSame(one, other)));
  const found = gold.filter((one) => said.some((other) => isSame(one, other)));
  const right = reworded.missing.filter((slot) => item.missing.includes(slot));
  return {
    item,
    reworded,
    lost: item.keep.filter((element) => !holds(reworded.text, element)),
    absentTerms: item.terms.filter((term) => !holds(reworded.text, term)),
    unexplained: item.jargon.filter((term) => isUnexplained(reworded.text, term)),
    inventedFigures: inventedFigures(item.text, reworded.text),
    slots:
      item.direction === 'to_buyer'
        ? { right: hits.length, said: said.length, found: found.length, wanted: gold.length }
        : NONE,
    missing: {
      right: right.length,
      said: reworded.missing.length,
      found: right.length,
      wanted: item.missing.length,
    },
    notVerbatim: said.filter(({ value, span }) => item.text.slice(...span) !== value).length,
    wrongSlots: [
      ...said.filter((one) => !hits.includes(one)).map(({ slot, value }) => `+${slot} «${value}»`),
      ...gold.filter((one) => !found.includes(one)).map(({ slot, value }) => `-${slot} «${value}»`),
      ...reworded.missing.filter((slot) => !item.missing.includes(slot)).map((slot) => `+?${slot}`),
      ...item.missing.filter((slot) => !right.some((one) => one === slot)).map((slot) => `-?${slot}`),
    ],
  };
}

function saidOf(reworded: Rewording) {
  if (reworded.direction === 'to_prescriber') return [];
  return reworded.needs.flatMap((need) =>
    Object.entries(need.slots).flatMap(([slot, entry]) => entry.said.map(({ value, span }) => ({ slot, value, span }))),
  );
}

/** Right of those said, found of those wanted. */
export interface Counts {
  readonly right: number;
  readonly said: number;
  readonly found: number;
  readonly wanted: number;
}
const NONE: Counts = { right: 0, said: 0, found: 0, wanted: 0 };

export function sum(list: readonly Counts[]): Counts {
  return list.reduce(
    (a, b) => ({
      right: a.right + b.right,
      said: a.said + b.said,
      found: a.found + b.found,
      wanted: a.wanted + b.wanted,
    }),
    NONE,
  );
}

/** Precision, recall and their harmonic mean, 0 to 1. */
export function f1({ right, said, found, wanted }: Counts) {
  const precision = said === 0 ? 1 : right / said;
  const recall = wanted === 0 ? 1 : found / wanted;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Two underlinings of one thing: half of the words of each stand in the other. */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [words(a), words(b)];
  const shared = one.filter((word) => other.includes(word)).length;
  return (
    shared > 0 && shared >= Math.min(one.length, other.length) / 2 && shared >= Math.max(one.length, other.length) / 3
  );
}

/** One of the alternatives stands in the text: its very words, or its words in other inflections. */
export function holds(text: string, alternatives: string): boolean {
  const plain = squeeze(text);
  const stems = ` ${indexTerms(text).join(' ')} `;
  return alternatives.split('|').some((alternative) => {
    if (plain.includes(squeeze(alternative))) return true;
    const terms = indexTerms(alternative);
    return terms.length > 0 && !/\d/.test(alternative) && stems.includes(` ${terms.join(' ')} `);
  });
}

const squeeze = (text: string) =>
  fold(text)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/(?<=\d)[ .](?=\d{3}(?!\d))/g, '')
    .replace(/ ?(€|euros?)/g, '€')
    .trim();

/** The term stands in the text and its first use has no explanation in brackets after it. */
function isUnexplained(text: string, term: string): boolean {
  const plain = squeeze(text);
  const at = plain.search(
    new RegExp(`(?<![a-z0-9])${squeeze(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`),
  );
  if (at === -1) return false;
  const after = plain.slice(at + squeeze(term).length);
  return !/^[^.;:!?\n]{0,40}\(|^s? ?:/.test(after) && !/\([^()]{0,60}$/.test(plain.slice(0, at));
}

function inventedFigures(source: string, target: string): readonly string[] {
  const figures = (text: string) =>
    text
      .replace(/\((?:[^()]*\b[LRD]\.? ?\d{4}[^()]*)\)/g, ' ')
      .replace(/(?<=\d)[\s\u00a0\u202f.](?=\d{3}(?!\d))/g, '')
      .match(/\d+/g) ?? [];
  // «12k€ (12 000 €)» shows how the words were read.
  const thousands = [...source.matchAll(/(\d+)(?:[.,](\d+))? ?(?:k|m(?=€| ?euros| ?d'euros|illions?))/gi)].flatMap(
    ([, whole = '', part = '']) => [3, 6].map((zeros) => String(Number(`${whole}.${part}e${zeros}`))),
  );
  const known = new Set([...figures(source), ...thousands]);
  return figures(target).filter((figure) => !known.has(figure));
}
