import { NEAR } from './decide.ts';
import type { Heard } from './hear.ts';
import type { Remembered } from './memory.ts';
import type { Answer, Short } from './port/outcome.ts';
import { choicesOf, type SettleParts, type SettleSetting } from './settle.ts';

/**
 * A line that could be a question of its own, answered as one about what was being said, says so; the question that it would be by
 * itself stands under the answer, to press.
 */
export function readAs(
  found: Answer,
  { inDoubt, searches }: Pick<Heard, 'inDoubt' | 'searches'>,
  before: Pick<Remembered, 'answer' | 'likeliest'> | undefined,
  parts: SettleParts,
  setting: SettleSetting,
): Answer {
  const about = (before?.answer ?? before?.likeliest)?.title;
  if (!inDoubt || about === undefined || found.computed !== undefined) return found;
  const shown = found.sources[0].fiche;
  const options = searches?.alone.judged.filter(({ fiche, confidence }) => fiche.id !== shown && confidence >= NEAR);
  const [alone] = choicesOf(parts, options?.slice(0, 1) ?? [], setting);
  const withIt = (short: Short): Short =>
    alone === undefined ? short : { ...short, others: [alone, ...(short.others ?? [])] };
  const { prescriber, buyer } = found.short;
  return { ...found, about, short: { prescriber: withIt(prescriber), buyer: withIt(buyer) } };
}
