import { assertNever } from '../../src/result.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import type { HelpFault } from '../../src/vocabulary/cases.ts';

/** Each fault in words that fit a terminal. */
export function sayFault(fault: HelpFault): string {
  const { fault: texts } = catalogues.fr.handoff;
  switch (fault.kind) {
    case 'unknown_case':
    case 'wrong_status':
    case 'store_down':
      return consoleTexts.fault[fault.kind];
    case 'not_yours':
      return texts.not_yours(fault);
    case 'stale':
      return texts.stale(fault);
    case 'taken':
      return texts.taken(fault);
    case 'offer_expired':
      return texts.offer_expired(fault);
    case 'empty_text':
      return texts.empty_text(fault);
    case 'too_long':
      return texts.too_long(fault);
    case 'too_slow':
      return texts.too_slow(fault);
    case 'unknown_reservist':
      return texts.unknown_reservist(fault);
    case 'not_understood':
      return texts.not_understood(fault);
    case 'files_refused':
      return texts.files_refused(fault);
    case 'unfit_candidate':
      return texts.unfit_candidate(fault);
    case 'second_person':
      return texts.second_person(fault);
    default:
      return assertNever(fault);
  }
}
