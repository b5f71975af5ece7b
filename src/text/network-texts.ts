import type { NetworkFault } from '../vocabulary/network.ts';
import type { Language } from '../vocabulary/people.ts';
import { networkEn } from './network-en.ts';
import { type NetworkTexts, networkFr } from './network-fr.ts';
import { typeset } from './typeset.ts';

export const networkTexts: Readonly<Record<Language, NetworkTexts>> = { fr: typeset(networkFr), en: networkEn };

export function sayNetworkFault(fault: NetworkFault, language: Language): string {
  const texts = networkTexts[language];
  switch (fault.kind) {
    case 'unfit':
      return fault.why;
    case 'too_long':
      return texts.tooLong(fault.limit);
    case 'email_taken':
      return texts.emailTaken(fault.name);
    case 'siret_taken':
      return texts.siretTaken(fault.name);
    case 'needed':
      return texts.needed[fault.field];
    default:
      return texts.fault[fault.kind];
  }
}
