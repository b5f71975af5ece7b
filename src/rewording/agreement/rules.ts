import { fold, visibleText } from '../../french/words.ts';
import { assertNever, err, ok, type Result } from '../../result.ts';
import { SLOTS, type Slot } from '../../vocabulary/rewording.ts';
import type { AgreementAct, AgreementChange, AgreementView, RuleFault, TermNamed } from '../port/agreement.ts';
import { type Party, sideOf } from '../port/party.ts';
import type { Term } from '../port/rewording.ts';
import { sayingsOf } from './agreement.ts';

/** Characters (UTF-16 code units) that one saying may have, by what it is. */
export const LIMITS = { value: 2_000, wording: 200, text: 2_000 } as const;

/**
 * The change an act makes, if the rules let this party make it: both sides must accept the same content, a correction makes it
 * another one, and nobody acts for a side that is not theirs.
 */
export function decide(view: AgreementView, act: AgreementAct, party: Party): Result<AgreementChange, RuleFault> {
  const { by } = act;
  const side = sideOf(view, party);
  if (side === undefined) return err({ kind: 'not_a_party' });
  if (side !== by) return err({ kind: 'other_side', side });
  if (act.kind === 'reopened')
    return view.status.kind === 'open' ? err({ kind: 'not_closed' }) : ok({ kind: act.kind, by });
  if (view.status.kind !== 'open') return err({ kind: view.status.kind });
  switch (act.kind) {
    case 'corrected':
      return decideCorrection(view, act);
    case 'term_corrected':
      return decideWording(view, act);
    case 'asked': {
      const text = checkedText(act.text, LIMITS.text);
      return text.ok ? ok({ kind: act.kind, by, text: text.value }) : text;
    }
    case 'answered':
      return decideAnswer(view, act);
    case 'accepted':
      return view.acceptances[by] === undefined ? ok({ kind: act.kind, by }) : err({ kind: 'already_accepted' });
    case 'withdrawn':
      return ok({ kind: act.kind, by });
    default:
      return assertNever(act.kind);
  }
}

type ActOf<K extends AgreementAct['kind']> = Extract<AgreementAct, { kind: K }>;

function decideCorrection(view: AgreementView, act: ActOf<'corrected'>): Result<AgreementChange, RuleFault> {
  const need = view.needs[act.need];
  if (need === undefined) return err({ kind: 'unknown_need' });
  const slot = SLOTS.find((each): each is Slot => each === act.slot);
  if (slot === undefined) return err({ kind: 'unknown_slot' });
  const value = checkedText(act.value, LIMITS.value);
  if (!value.ok) return value;
  const stands = need.slots[slot];
  // `Math.abs`: -0 is the first need too, and JSON would make another number of it.
  const same = stands !== undefined && !stands.conflict && sameSayings(stands.said, sayingsOf(value.value));
  return same
    ? err({ kind: 'unchanged' })
    : ok({ kind: act.kind, by: act.by, need: Math.abs(act.need), slot, value: value.value });
}

function sameSayings(said: readonly { readonly value: string }[], lines: readonly string[]): boolean {
  return said.length === lines.length && said.every(({ value }, index) => value.trim() === lines[index]);
}

function decideWording(view: AgreementView, act: ActOf<'term_corrected'>): Result<AgreementChange, RuleFault> {
  const found = termNamed(view, act.term);
  if (!found.ok) return found;
  const wording = checkedText(act.wording, LIMITS.wording);
  if (!wording.ok) return wording;
  const { words, concept } = found.value;
  const stands = view.wordings.find((each) => each.words === words && each.by === act.by);
  if (stands?.wording === wording.value) return err({ kind: 'unchanged' });
  const named = concept === undefined ? { words } : { words, concept };
  return ok({ kind: act.kind, by: act.by, ...named, wording: wording.value });
}

function termNamed(view: AgreementView, named: TermNamed): Result<{ words: string; concept?: string }, RuleFault> {
  if ('concept' in named) {
    const term = view.terms.find(({ concept }) => concept === named.concept);
    return term === undefined ? err({ kind: 'unknown_term' }) : ok({ words: term.from, concept: term.concept });
  }
  const words = checkedText(named.words, LIMITS.wording);
  if (!words.ok) return words;
  const wanted = fold(words.value);
  const term = view.terms.find(({ from, to }: Term) => fold(from) === wanted || fold(to) === wanted);
  if (term !== undefined) return ok({ words: words.value, concept: term.concept });
  const said = [view.source, view.text].some((text) => fold(text).includes(wanted));
  return said ? ok({ words: words.value }) : err({ kind: 'unknown_term' });
}

function decideAnswer(view: AgreementView, act: ActOf<'answered'>): Result<AgreementChange, RuleFault> {
  const exchange = view.exchanges.find(({ question }) => question === act.question);
  if (exchange === undefined || exchange.answer !== undefined) return err({ kind: 'unknown_question' });
  if (exchange.by === act.by) return err({ kind: 'own_question' });
  const text = checkedText(act.text, LIMITS.text);
  return text.ok ? ok({ kind: act.kind, by: act.by, question: act.question, text: text.value }) : text;
}

/** As typed but for the blanks around it; what shows nothing is empty. */
function checkedText(typed: string, limit: number): Result<string, RuleFault> {
  const text = typed.trim();
  if (visibleText(text) === '') return err({ kind: 'empty' });
  return text.length > limit ? err({ kind: 'too_long', limit }) : ok(text);
}
