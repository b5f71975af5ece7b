import { sayHelpFault as sayFault } from '../../../src/text/say-help-fault.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import type { Say } from '../say.ts';

/** Why something about a case was not done, and what to do. */
export function sayHelpFault(fault: HelpFault, { texts, set }: Say): string {
  return set(sayFault(fault, texts).text);
}
