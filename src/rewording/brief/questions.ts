import { type NeedQuestions, rewordingQuestions } from '../../text/rewording-questions.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { Need, SlotQuestion } from '../port/rewording.ts';
import { readSourceText } from './source-text.ts';
import { type FindTradeWords, type Trade, UNKNOWN_TRADE } from './trades.ts';

/** A person answers two questions; a third one is a form. */
const AT_MOST = 2;

/**
 * At most two questions about what the needs lack, the most decisive first and one need after the other, worded for the
 * trade when it is known. A contradiction is asked by quoting both sayings.
 */
export function questionsFor(
  needs: readonly Need[],
  language: Language,
  findTradeWords: FindTradeWords,
): readonly SlotQuestion[] {
  const texts = rewordingQuestions[language];
  const deepest = needs.reduce((most, { missing }) => Math.max(most, missing.length), 0);
  const out: SlotQuestion[] = [];
  for (let rank = 0; rank < deepest; rank += 1) {
    for (const [index, need] of needs.entries()) {
      const slot = need.missing[rank];
      if (slot === undefined) continue;
      const text = word(texts, need, slot, findTradeWords);
      const object = need.slots.object?.said[0].value;
      out.push({
        slot,
        need: index,
        text: needs.length > 1 && object !== undefined ? texts.about(object, text) : text,
      });
      if (out.length === AT_MOST) return out;
    }
  }
  return out;
}

function word(texts: NeedQuestions, need: Need, slot: Slot, findTradeWords: FindTradeWords): string {
  const entry = need.slots[slot];
  const [first, second] = entry?.said ?? [];
  if (entry?.conflict === true && first !== undefined && second !== undefined)
    return texts.conflict(first.value, second.value);
  const trade = tradeOf(need, findTradeWords);
  switch (slot) {
    case 'quantity':
      return texts.quantity[trade.counted ?? 'items'];
    case 'deadline':
      return texts.deadline[trade.kind];
    case 'place':
      return texts.place[trade.kind];
    default:
      return texts[slot];
  }
}

const tradeOf = (need: Need, findTradeWords: FindTradeWords): Trade =>
  findTradeWords(readSourceText(need.slots.object?.said[0].value ?? '').folded)[0]?.trade ?? UNKNOWN_TRADE;
