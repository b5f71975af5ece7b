import { withoutEnd } from '../french/ends.ts';
import { fold } from '../french/words.ts';
import type { Suggestion } from '../message/message.ts';
import { inShort } from './make.ts';
import type { Act } from './screen.ts';

const MOST = 5;
/** Beyond, two buttons cannot be told apart. */
const LONGEST_READ = 70;

/** What the person may say next, with one press; two that read alike are one. */
export function suggestActs(suggestions: readonly Suggestion[], most = MOST): readonly Act[] {
  const said = suggestions.filter(({ label, text }) => label.trim() !== '' && text.trim() !== '');
  const apart = new Map(said.map((one) => [inShort(readAs(one), LONGEST_READ), one] as const));
  return [...apart.values()].slice(0, most).map((one): Act => {
    const { text, on } = one;
    const value = on === undefined ? { text } : { text, on };
    return { verb: 'say', value, label: one.label, spoken: readAs(one), look: 'plain' };
  });
}

/** What a screen reader says: the whole line when it holds what is to be seen, since people say what they see. */
function readAs({ label, text }: Suggestion): string {
  return fold(text).includes(withoutEnd(fold(label), '….? \u00a0\u202f')) ? text : label;
}
