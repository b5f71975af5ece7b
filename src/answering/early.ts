import type { Signals } from '../dialogue/signals.ts';
import { frenchTypography } from '../french/typography.ts';
import type { Suggestion } from '../message/message.ts';
import { assertNever } from '../result.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import type { RefusalReason } from '../vocabulary/reasons.ts';
import type { Remembered } from './memory.ts';
import type { Outcome } from './port/outcome.ts';

/** Characters of a question; past this it is a document, which is for rewording, not for answering. */
export const LONGEST_QUESTION = 4000;

/** What needs no search; a person who asks for a human leaves with the last answer as what is known. */
export function earlyOutcome(
  text: string,
  signals: Signals,
  before: Remembered | undefined,
  role: Role,
  catalogue: Catalogue,
): Outcome | undefined {
  const talk = (said: string): Outcome => ({ kind: 'smalltalk', text: said, suggestions: examples(role, catalogue) });
  if (signals.kind === 'injection') return refusal('instruction_injection', catalogue);
  if (signals.kind === 'abusive') return refusal('abusive', catalogue);
  if (text.length > LONGEST_QUESTION) return refusal('too_long', catalogue);
  switch (signals.kind) {
    case 'empty':
      return refusal('unclear', catalogue);
    case 'hello':
    case 'thanks':
    case 'bye':
    case 'help':
    case 'identity':
    case 'ok':
      return talk(catalogue.smalltalk[signals.kind]);
    case 'declares_role':
      // What was just answered, in the words of that side.
      if (before?.answer !== undefined) return before.answer;
      return talk(catalogue.roleSet[signals.role ?? role]);
    case 'asks_human':
      return {
        kind: 'handoff',
        reason: 'partial',
        why: catalogue.handoffWhy.partial,
        turnTo: catalogue.turnTo.buyer,
        known: before?.answer,
        offered: before?.offered,
      };
    case 'question':
      return undefined;
    default:
      return assertNever(signals.kind);
  }
}

/** The rule, and who can help without them. */
export function offersOutcome({ offers: why, turnTo }: Catalogue): Outcome {
  return {
    kind: 'handoff',
    reason: 'individual_decision',
    why,
    turnTo: turnTo.buyer,
    known: undefined,
    ofOffers: true,
  };
}

/** What was asked holds what stands in offers: it is kept nowhere. */
export function isOfOffers({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome.kind === 'handoff' && outcome.ofOffers === true;
}

export function refusal(
  reason: RefusalReason,
  catalogue: Catalogue,
  more?: string,
  /** Questions that the corpus does hold. */
  near: readonly string[] = [],
): Outcome {
  const { text, next } = catalogue.refusal[reason];
  return {
    kind: 'refusal',
    reason,
    text,
    next: frenchTypography(more ?? next),
    suggestions: near.map((question) => ({ label: frenchTypography(question), text: question })),
  };
}

export function examples(role: Role, catalogue: Catalogue): readonly Suggestion[] {
  return catalogue.examples[role].map((text) => ({ label: text, text }));
}
