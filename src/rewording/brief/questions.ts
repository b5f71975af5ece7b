import { type NeedQuestions, rewordingQuestions } from '../../text/rewording-questions.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { Slot } from '../../vocabulary/rewording.ts';
import type { Form, Need, SlotQuestion } from '../port/rewording.ts';
import { readSourceText } from './source-text.ts';
import { type FindTradeWords, type Trade, UNKNOWN_TRADE } from './trades.ts';

/** A person answers two questions; a third one is a form. */
const AT_MOST = 2;

/**
 * At most two questions, the most decisive first: what contradicts itself, what the thing is, then whether a contract exists
 * already, which decides whether anything is bought at all, then the gaps in their order, one need after the other. Worded for
 * the trade when it is known; a contradiction is asked by quoting both sayings.
 */
export function questionsFor(
  needs: readonly Need[],
  forms: readonly Form[],
  language: Language,
  findTradeWords: FindTradeWords,
): readonly SlotQuestion[] {
  const texts = rewordingQuestions[language];
  const asked = needs.map((need, at) => inOrder(need, forms.find((form) => form.need === at)?.unsaid ?? []));
  const deepest = asked.reduce((most, slots) => Math.max(most, slots.length), 0);
  const out: SlotQuestion[] = [];
  for (let rank = 0; rank < deepest; rank += 1) {
    for (const [index, need] of needs.entries()) {
      const slot = asked[index]?.[rank];
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

function inOrder({ slots, missing }: Need, unsaid: readonly Slot[]): readonly Slot[] {
  const first = (slot: Slot) =>
    slots[slot]?.conflict === true ? 0 : slot === 'object' ? 1 : slot === 'existing_contract' ? 2 : 3;
  return [...new Set([...missing, ...unsaid])].toSorted((one, other) => first(one) - first(other));
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
