import { words } from '../../src/french/words.ts';
import type { Rewording } from '../../src/rewording/port/rewording.ts';
import { sayForm } from '../../src/rewording/port/say-form.ts';
import type { Slot } from '../../src/vocabulary/rewording.ts';
import { type Counts, countCodes } from './counts.ts';
import type { RewordingItem } from './items.ts';
import { inventedIn, isUnexplained, keeps, says } from './presence.ts';

/** One rewording beside what was wanted of it. */
export interface Judged {
  readonly item: RewordingItem;
  readonly reworded: Rewording;
  readonly lost: readonly string[];
  readonly absentTerms: readonly (readonly string[])[];
  readonly unexplained: readonly string[];
  readonly invented: readonly string[];
  /** Empty counts for a prescriber, who gets no brief. */
  readonly slots: Counts;
  readonly missing: Counts;
  /** Slot values that are not the person's own words. */
  readonly notVerbatim: number;
  /** `+slot «value»` said for nothing, `-slot «value»` not found, `+?slot` asked for nothing, `-?slot` not asked. */
  readonly slips: readonly string[];
}

interface Filled {
  readonly slot: Slot;
  readonly value: string;
}

export function judgeRewording(item: RewordingItem, reworded: Rewording): Judged {
  const said = saidOf(reworded);
  const wanted = Object.entries(item.slots).flatMap(([slot, values]) =>
    (values ?? []).map((value) => ({ slot: slot as Slot, value })),
  );
  const asksSlots = item.direction === 'to_buyer';
  const { extra, absent } = asksSlots ? pair(said, wanted) : { extra: [], absent: [] };
  const { text, missing } = reworded;
  const lines = reworded.direction === 'to_buyer' ? reworded.forms.flatMap(sayForm) : [];
  const told = [text, ...reworded.terms.map(({ to }) => to), ...lines.flatMap(({ name, value }) => [name, value])].join(
    '\n',
  );
  return {
    item,
    reworded,
    lost: item.must_keep.filter((element) => !keeps(text, element)),
    // A buyer is told no term: what the message is about stands in its notions and its form.
    absentTerms: item.expected_terms.filter((terms) => !terms.some((term) => says(told, term))),
    unexplained: item.jargon.filter((term) => isUnexplained(text, term)),
    invented: inventedIn(item.text, text),
    slots: asksSlots
      ? { right: wanted.length - absent.length, said: said.length, wanted: wanted.length }
      : { right: 0, said: 0, wanted: 0 },
    missing: countCodes(missing, item.missing),
    notVerbatim: said.filter(({ value, span }) => item.text.slice(...span) !== value).length,
    slips: [
      ...extra.map(({ slot, value }) => `+${slot} «${value}»`),
      ...absent.map(({ slot, value }) => `-${slot} «${value}»`),
      ...missing.filter((slot) => !item.missing.includes(slot)).map((slot) => `+?${slot}`),
      ...item.missing.filter((slot) => !missing.includes(slot)).map((slot) => `-?${slot}`),
    ],
  };
}

function saidOf(reworded: Rewording) {
  if (reworded.direction === 'to_prescriber') return [];
  return reworded.needs.flatMap((need) =>
    Object.entries(need.slots).flatMap(([slot, entry]) =>
      entry.said.map(({ value, span }) => ({ slot: slot as Slot, value, span })),
    ),
  );
}

/** Each wanted value takes one said of its slot, the one that shares most words. */
function pair(
  said: readonly Filled[],
  wanted: readonly Filled[],
): { readonly extra: readonly Filled[]; readonly absent: readonly Filled[] } {
  const left = new Set(said);
  const absent = wanted.filter((one) => {
    const best = [...left]
      .filter((other) => other.slot === one.slot && overlaps(one.value, other.value))
      .sort((a, b) => shared(one.value, b.value) - shared(one.value, a.value))[0];
    return best === undefined || !left.delete(best);
  });
  return { extra: [...left], absent };
}

/** Two underlinings of one thing share half of the words of the shorter and a third of those of the longer. */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [words(a).length, words(b).length];
  const same = shared(a, b);
  return same > 0 && same >= Math.min(one, other) / 2 && same >= Math.max(one, other) / 3;
}

function shared(a: string, b: string): number {
  const other = new Set(words(b));
  return words(a).filter((word) => other.has(word)).length;
}
