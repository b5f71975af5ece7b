import { assertNever, err, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { CasesFault } from '../cases.ts';

/** A text longer than this is a document, not a message; in characters. */
export const LONGEST_MESSAGE = 8_000;
/** Of each of the three texts of a brief. */
export const LONGEST_BRIEF = 20_000;
const LONGEST_FICHE_QUESTION = 300;
const LONGEST_FICHE_ANSWER = 4_000;
export const FICHE_LIMITS = { question: LONGEST_FICHE_QUESTION, answer: LONGEST_FICHE_ANSWER } as const;

export const refused = (fault: HelpFault): Result<never, HelpFault> => err(fault);

/** The port's fault for what the case, or the store, answered. Whoever was not offered a case learns nothing of it. */
export function helpFault(fault: CasesFault | StoreDown): HelpFault {
  switch (fault.kind) {
    case 'store_down':
      return { kind: 'store_down' };
    case 'not_offered':
      return { kind: 'unknown_case' };
    case 'not_holder':
      return { kind: 'not_yours' };
    case 'unknown_case':
    case 'stale':
    case 'wrong_status':
    case 'taken':
    case 'offer_expired':
    case 'empty_text':
      return fault;
    default:
      return assertNever(fault);
  }
}

/** What is wrong with a text a person typed, if anything. */
export function textFault(text: string, limit: number): HelpFault | undefined {
  if (text.trim() === '') return { kind: 'empty_text' };
  return text.length > limit ? { kind: 'too_long', limit } : undefined;
}
