import { describe, expect, it } from 'vitest';
import { needsIn } from '../../../fixtures/real-needs.ts';
import { f1, readBriefs, scoreBriefs, type Tally } from './score.ts';

const briefs = readBriefs();
const shown = (tally: Tally): string =>
  `${f1(tally).toFixed(3)} (${tally.right} of ${tally.expected}, ${tally.found} found)`;

describe('need briefs of the golden file', () => {
  it('has eighty messages or more, all annotated with words of their own', () => {
    expect(briefs.length).toBeGreaterThanOrEqual(80);
    for (const { text, slots } of briefs)
      for (const words of Object.values(slots).flat()) expect(text).toContain(words);
  });

  for (const set of ['own', 'late', 'fresh', 'second', 'third', 'fourth', 'fifth'] as const) {
    it(`reads the slots and the gaps of the set «${set}»`, () => {
      const scores = scoreBriefs(
        briefs.filter((brief) => brief.set === set),
        needsIn,
      );
      console.info(
        `${set}: slots F1 ${shown(scores.slots)}, exact ${shown(scores.exact)}, missing F1 ${shown(scores.missing)}`,
      );
      expect(f1(scores.slots)).toBeGreaterThanOrEqual(FLOORS[set].slots);
      expect(f1(scores.missing)).toBeGreaterThanOrEqual(FLOORS[set].missing);
    });
  }
});

/**
 * A little under what is reached. Seen for the first time: `late` 0.62 and 0.74, `fresh` 0.68 and 0.78 (by overlap of the
 * characters); `second` 0.81 and 0.71, `third` 0.75 and 0.70, `fourth` 0.81 and 0.80,
 * `fifth` 0.82 and 0.82.
 */
const FLOORS = {
  own: { slots: 0.9, missing: 0.9 },
  late: { slots: 0.8, missing: 0.85 },
  fresh: { slots: 0.79, missing: 0.85 },
  second: { slots: 0.88, missing: 0.8 },
  third: { slots: 0.84, missing: 0.85 },
  fourth: { slots: 0.82, missing: 0.88 },
  fifth: { slots: 0.88, missing: 0.85 },
};
