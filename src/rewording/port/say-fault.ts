import type { Catalogue } from '../../text/catalogues.ts';
import type { AgreementFault } from './agreement.ts';

/** Why a brief was not changed, and what to do. */
export function sayAgreementFault(fault: AgreementFault, { faults, rewording }: Catalogue): string {
  const { stale, refused, unknown } = rewording.agreement;
  switch (fault.kind) {
    case 'store_down':
      return faults.store_down.text;
    case 'stale':
      return stale;
    case 'unknown_agreement':
      return `${unknown.title}. ${unknown.text}`;
    case 'too_long':
      return faults.too_long.text(fault.limit);
    case 'other_side':
      return refused.other_side(rewording.side[fault.side]);
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
