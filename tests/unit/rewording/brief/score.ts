import { readFileSync } from 'node:fs';
import { words as wordsOf } from '../../../../src/french/words.ts';
import type { Need } from '../../../../src/rewording/port/rewording.ts';
import { SLOTS, type Slot } from '../../../../src/vocabulary/rewording.ts';

export interface Brief {
  readonly id: string;
  /**
   * `own`: written before the rules; the others after them, each measured once before any tuning: `late` and `fresh` with
   * the first rules, `second` to `fifth` with those that followed.
   */
  readonly set: 'own' | 'late' | 'fresh' | 'second' | 'third' | 'fourth' | 'fifth';
  readonly text: string;
  readonly slots: Readonly<Partial<Record<Slot, readonly string[]>>>;
  readonly missing: readonly Slot[];
}

export interface Tally {
  right: number;
  expected: number;
  found: number;
}

export const f1 = ({ right, expected, found }: Tally): number =>
  expected + found === 0 ? 1 : (2 * right) / (expected + found);

export function readBriefs(): readonly Brief[] {
  return readFileSync(new URL('../../../golden/rewording/briefs.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Brief => JSON.parse(line));
}

/** The values of all the needs of a message, by slot. */
const valuesOf = (needs: readonly Need[], slot: Slot): readonly { value: string; span: readonly [number, number] }[] =>
  needs.flatMap(({ slots }) => slots[slot]?.said ?? []);

const missingOf = (needs: readonly Need[]): ReadonlySet<Slot> => new Set(needs.flatMap(({ missing }) => missing));

/** Right when half of the words of the shorter and a third of those of the longer are the same, as `evaluate:rewording` counts. */
function agrees(expected: string, found: string): boolean {
  const [one, other] = [wordsOf(expected), wordsOf(found)];
  const shared = one.filter((word) => other.includes(word)).length;
  return (
    shared > 0 && 2 * shared >= Math.min(one.length, other.length) && 3 * shared >= Math.max(one.length, other.length)
  );
}

export interface Scores {
  readonly slots: Tally;
  readonly exact: Tally;
  readonly missing: Tally;
  readonly bySlot: ReadonlyMap<Slot, Tally>;
  readonly faults: readonly string[];
}

const empty = (): Tally => ({ right: 0, expected: 0, found: 0 });

export function scoreBriefs(briefs: readonly Brief[], read: (text: string) => readonly Need[]): Scores {
  const scores = {
    slots: empty(),
    exact: empty(),
    missing: empty(),
    bySlot: new Map<Slot, Tally>(),
    faults: [] as string[],
  };
  for (const { id, text, slots, missing } of briefs) {
    const needs = read(text);
    for (const slot of SLOTS) {
      const expected = slots[slot] ?? [];
      const found = valuesOf(needs, slot);
      const left = [...found];
      const tally = scores.bySlot.get(slot) ?? empty();
      scores.bySlot.set(slot, tally);
      for (const words of expected) {
        const at = left.findIndex(({ value }) => agrees(words, value));
        if (at < 0) scores.faults.push(`${id} ${slot} − «${words}»`);
        else {
          scores.slots.right += 1;
          tally.right += 1;
          left.splice(at, 1);
        }
        if (found.some(({ value }) => value === words)) scores.exact.right += 1;
      }
      for (const { value } of left) scores.faults.push(`${id} ${slot} + «${value}»`);
      for (const each of [scores.slots, scores.exact, tally]) {
        each.expected += expected.length;
        each.found += found.length;
      }
    }
    const asked = missingOf(needs);
    scores.missing.expected += missing.length;
    scores.missing.found += asked.size;
    for (const slot of missing) {
      if (asked.has(slot)) scores.missing.right += 1;
      else scores.faults.push(`${id} missing − ${slot}`);
    }
    for (const slot of asked) if (!missing.includes(slot)) scores.faults.push(`${id} missing + ${slot}`);
  }
  return scores;
}
