import type { Span } from '../../french/span.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { SaidValue } from '../../french/values/value.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { Need, SlotEntry } from '../port/rewording.ts';
import type { Draft } from './draft-shape.ts';

/** In characters: a slot holds a few words, not the message. */
const LONGEST = 120;

/** What a slot's words must hold for the rules to agree that they are about it. */
const HOLDS: Readonly<Partial<Record<Slot, readonly SaidValue['kind'][]>>> = {
  quantity: ['quantity'],
  budget: ['amount'],
  deadline: ['date', 'duration'],
  duration: ['duration', 'date'],
};

/**
 * Slots that a model found and the rules had not: only those that were to be asked, word for word in the message, holding the
 * kind of value that the slot is about, and in words that no other slot has taken. A message with several needs keeps to the
 * rules: which need a slot belongs to is not for a model to say.
 */
export function withSlots(
  needs: readonly [Need, ...Need[]],
  proposed: Draft['slots'],
  source: string,
): readonly [Need, ...Need[]] {
  const [need, second] = needs;
  if (second !== undefined) return needs;
  const slots: Partial<Record<Slot, SlotEntry>> = { ...need.slots };
  const taken = Object.values(slots).flatMap((entry) => entry.said.map(({ span }) => span));
  const found = new Set<Slot>();
  for (const { slot, said } of proposed) {
    const span = need.missing.includes(slot) && slots[slot] === undefined ? spanOf(slot, said, source) : undefined;
    if (span === undefined || taken.some((other) => overlaps(span, other))) continue;
    slots[slot] = { said: [{ value: source.slice(...span), span }], conflict: false };
    taken.push(span);
    found.add(slot);
  }
  return [{ ...need, slots, missing: need.missing.filter((slot) => !found.has(slot)) }];
}

function spanOf(slot: Slot, said: string, source: string): Span | undefined {
  const words = said.trim();
  const start = source.indexOf(words);
  if (start < 0 || words.length > LONGEST || words.includes('\n') || !/\p{L}{2}|\d/u.test(words)) return undefined;
  // «10» in «2010» is nobody's word.
  const letter = /[\p{L}\p{N}]/u;
  if (letter.test(source[start - 1] ?? '') && letter.test(words[0] ?? '')) return undefined;
  if (letter.test(source[start + words.length] ?? '') && letter.test(words.at(-1) ?? '')) return undefined;
  const kinds = HOLDS[slot];
  if (kinds !== undefined && !readValues(words).some(({ kind }) => kinds.includes(kind))) return undefined;
  return [start, start + words.length];
}

const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];
