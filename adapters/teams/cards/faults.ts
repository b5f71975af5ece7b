import { assertNever } from '../../../src/result.ts';
import type { AgreementFault } from '../../../src/rewording/port/agreement.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Say } from '../say.ts';

/** Why something about a case was not done, and what to do. */
export function sayHelpFault(fault: HelpFault, { texts, teams, set }: Say): string {
  const { fault: says } = texts.handoffWeb;
  switch (fault.kind) {
    case 'empty_text':
      return says.empty_text;
    case 'too_long':
      return set(says.too_long(fault.limit));
    case 'too_slow':
      return says.too_slow;
    case 'not_understood':
      return fault.asked;
    case 'unfit_candidate':
      return `${says.unfit_candidate}. ${fault.why}`;
    case 'store_down':
      return teams.fault.down;
    case 'files_refused':
    case 'second_person':
    case 'unknown_case':
    case 'not_yours':
    case 'taken':
    case 'offer_expired':
    case 'wrong_status':
    case 'stale':
    case 'unknown_reservist':
      return `${says[fault.kind].title}. ${says[fault.kind].text}`;
    default:
      return assertNever(fault);
  }
}

/** Why a brief was not changed. */
export function sayAgreementFault(fault: AgreementFault, { texts, teams }: Say): string {
  const { side, agreement } = texts.rewording;
  const { stale, refused, unknown } = agreement;
  switch (fault.kind) {
    case 'store_down':
      return teams.fault.down;
    case 'stale':
      return stale;
    case 'unknown_agreement':
      return `${unknown.title}. ${unknown.text}`;
    case 'too_long':
      return refused.too_long(fault.limit);
    case 'other_side':
      return refused.other_side(side[fault.side]);
    case 'not_a_party':
    case 'empty':
    case 'agreed':
    case 'withdrawn':
    case 'unchanged':
    case 'own_question':
    case 'already_accepted':
      return refused[fault.kind];
    default:
      return refused.other;
  }
}
