import type { AgreementFault } from '../rewording/port/agreement.ts';
import { sayAgreementFault as sayOfBrief } from '../rewording/port/say-fault.ts';
import { catalogues } from '../text/catalogues.ts';
import { sayHelpFault as sayOfCase } from '../text/say-help-fault.ts';
import type { HelpFault } from '../vocabulary/cases.ts';
import type { Language } from '../vocabulary/people.ts';

/** Why something about a case was not done, and what to do. */
export function sayHelpFault(fault: HelpFault, language: Language): string {
  return sayOfCase(fault, catalogues[language]).text;
}

/** Why a brief was not changed. */
export function sayAgreementFault(fault: AgreementFault, language: Language): string {
  return sayOfBrief(fault, catalogues[language]);
}
