import type { IsoDate } from '../days/iso-date.ts';
import type { Result } from '../result.ts';
import type { AnswerOn } from '../rules/answer.ts';
import type { Conclusion } from '../rules/compute.ts';
import type { FieldFault, FieldsOf } from './port/calls.ts';

/** What the law makes of a situation or a sentence. */
export function answerRules(
  rules: AnswerOn,
  { role, goal, situation, text, at }: FieldsOf<'rules'>,
  today: IsoDate,
): Result<Conclusion, FieldFault> {
  return rules({ goal, situation, text, at }, role === 'acheteur' ? 'achat' : 'service', today);
}
