import { type NeedQuestions, rewordingQuestions } from '../../text/rewording-questions.ts';
import type { PurchaseNature } from '../../vocabulary/form.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { Form, Need, SlotQuestion } from '../port/rewording.ts';
import { readSourceText } from './source-text.ts';
import { type FindTradeWords, type Trade, UNKNOWN_TRADE } from './trades.ts';

/** What a purchase of a trade is, where it is that trade which is bought. */
const AS_BOUGHT: Readonly<Record<Trade['kind'], readonly PurchaseNature[]>> = {
  goods: ['fournitures', 'tic'],
  service: ['services', 'services_specifiques', 'pi', 'tic', 'moe'],
  works: ['travaux'],
};
/** A person answers two questions; a third one is a form. */
const AT_MOST = 2;

/**
 * At most two questions, the most decisive first: what contradicts itself, what the thing is, what decides a purchase of its
 * trade, then the gaps of its form in their order, one need after the other; never what the message speaks of. A contradiction
 * is asked by quoting both sayings.
 */
export function questionsFor(
  findTradeWords: FindTradeWords,
  source: string,
  needs: readonly Need[],
  forms: readonly Form[],
  language: Language,
): readonly SlotQuestion[] {
  const texts = rewordingQuestions[language];
  const { folded } = readSourceText(source);
  const asked = needs.map((need, at) => {
    const form = forms.find((one) => one.need === at);
    const unsaid = form?.unsaid ?? need.missing;
    const first = need.missing.filter((slot) => slot === 'object' || need.slots[slot]?.conflict === true);
    const trade = tradeOf(need, findTradeWords);
    // What decides its purchase is asked of a thing that its class bears out, and beside the point where it is repaired or let.
    const isSure = form?.lines.some(({ name }) => name === 'cpv') === true;
    const fits = isSure && form?.nature !== undefined && AS_BOUGHT[trade.kind].includes(form.nature);
    const own = !fits || trade.unless.some((said) => folded.includes(said)) ? undefined : trade.ask?.[language];
    return [
      ...first.map((slot) => ({ slot, text: word(texts, need, slot, trade) })),
      ...(own === undefined || first.includes('object') ? [] : [{ slot: 'constraints' as const, text: own }]),
      ...unsaid.filter((slot) => !first.includes(slot)).map((slot) => ({ slot, text: word(texts, need, slot, trade) })),
    ];
  });
  const deepest = asked.reduce((most, one) => Math.max(most, one.length), 0);
  const out: SlotQuestion[] = [];
  for (let rank = 0; rank < deepest; rank += 1) {
    for (const [index, need] of needs.entries()) {
      const one = asked[index]?.[rank];
      if (one === undefined) continue;
      const object = need.slots.object?.said[0].value;
      const form = forms.find((one) => one.need === index);
      const isNamed = forms.length === 0 || form?.lines.some(({ name }) => name === 'object') === true;
      // Which need it is about is not sure.
      if (needs.length > 1 && !isNamed) continue;
      const about = needs.length > 1 && object !== undefined;
      out.push({ ...one, need: index, text: about ? texts.about(object, one.text) : one.text });
      if (out.length === AT_MOST) return out;
    }
  }
  return out;
}

function word(texts: NeedQuestions, need: Need, slot: SlotQuestion['slot'], trade: Trade): string {
  const entry = need.slots[slot];
  const [first, second] = entry?.said ?? [];
  if (entry?.conflict === true && first !== undefined && second !== undefined)
    return texts.conflict(first.value, second.value);
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
