import { isSlot, type Slot } from '../../vocabulary/rewording.ts';
import type { ReadNeed } from '../brief/read-needs.ts';
import type { SourceText } from '../brief/source-text.ts';
import type { Hint } from '../clauses/clause-features.ts';
import type { NeedSaid } from '../clauses/needs-said.ts';
import type { Passage } from '../clauses/read-clauses.ts';
import type { SlotEntry } from '../port/rewording.ts';

/** From which likelihood of a clause what a reader proposes in it is believed. */
const SURE = 0.6;

/**
 * The slots of a need, with what their readers propose in clauses that say the same: two readings that agree are surer than
 * each alone.
 */
export function surerSlots(
  read: ReadNeed,
  hints: readonly Hint[],
  passages: readonly Passage<NeedSaid>[],
  source: SourceText,
): ReadNeed {
  const slots: Partial<Record<Slot, SlotEntry>> = { ...read.need.slots };
  for (const { by, span } of hints) {
    if (!isSlot(by) || read.need.slots[by] !== undefined) continue;
    const at = passages.find(({ start, end }) => start <= span[0] && span[0] < end);
    if (at === undefined || at.share < SURE || !agrees(by, at.label)) continue;
    const said = source.say(...span);
    if (said === undefined || said.span[0] < read.span[0] || said.span[0] >= read.span[1]) continue;
    const before = slots[by];
    if (before?.said.some((one) => one.span[0] < said.span[1] && said.span[0] < one.span[1])) continue;
    slots[by] = { said: before === undefined ? [said] : [...before.said, said], conflict: false };
  }
  const missing = read.need.missing.filter((slot) => read.need.slots[slot] !== undefined || slots[slot] === undefined);
  return { ...read, need: { ...read.need, slots, missing } };
}

/** «14 lits médicalisés» says how many where it says what. */
const agrees = (by: Slot, label: NeedSaid): boolean => by === label || (by === 'quantity' && label === 'object');
