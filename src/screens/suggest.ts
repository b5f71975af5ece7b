import type { NearQuestion, Outcome } from '../answering/port/outcome.ts';
import { withoutEnd } from '../french/ends.ts';
import { fold } from '../french/words.ts';
import type { Suggestion } from '../message/message.ts';
import type { Role } from '../vocabulary/people.ts';
import { inShort } from './make.ts';
import type { Act } from './screen.ts';

const MOST = 5;
/** Beyond, two buttons cannot be told apart. */
const LONGEST_READ = 70;

/** What the person may say next, with one press; two that read alike are one. @param under the reply that offers it, once */
export function suggestActs(suggestions: readonly Suggestion[], under?: string): readonly Act[] {
  const said = suggestions.filter(({ label, text }) => label.trim() !== '' && text.trim() !== '');
  const apart = new Map(said.map((one) => [inShort(readAs(one), LONGEST_READ), one] as const));
  return [...apart.values()].slice(0, MOST).map((one): Act => {
    const { text, on } = one;
    const value = { text, ...(on === undefined ? {} : { on }), ...(under === undefined ? {} : { under }) };
    return { verb: 'say', value, label: one.label, spoken: readAs(one), look: 'plain' };
  });
}

/** What a screen reader says: the whole line when it holds what is to be seen, since people say what they see. */
function readAs({ label, text }: Suggestion): string {
  return fold(text).includes(withoutEnd(fold(label), '….? \u00a0\u202f')) ? text : label;
}

/** What a reply offers to be chosen from, by its words: of a question put back, and of an answer that may be to another. */
export function choicesIn(outcome: Outcome, role: Role): readonly Suggestion[] {
  const asked = (questions: readonly NearQuestion[]) => questions.map(({ question: text }) => ({ label: text, text }));
  if (outcome.kind === 'answer') return asked(outcome.short[role].others ?? []);
  if (outcome.kind !== 'clarification') return [];
  return outcome.reason === 'fact' ? outcome.choices : asked(outcome.choices);
}
