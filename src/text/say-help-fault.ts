import type { HelpFault } from '../vocabulary/cases.ts';
import type { Catalogue } from './catalogues.ts';

/** A title, and a text that also stands alone. */
export interface SaidFault {
  readonly title: string;
  readonly text: string;
}

/** Why something about a case was not done, and what to do: the same words in every face. */
export function sayHelpFault(fault: HelpFault, { faults }: Catalogue): SaidFault {
  switch (fault.kind) {
    case 'too_long':
      return { title: faults.too_long.title, text: faults.too_long.text(fault.limit) };
    case 'unfit_candidate':
      return { title: faults.unfit_candidate.title, text: faults.unfit_candidate.text(fault.why) };
    case 'not_understood':
      return { title: faults.unread.title, text: fault.asked };
    default:
      return faults[fault.kind];
  }
}
