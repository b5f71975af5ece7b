import type { Address, Language } from '../message.ts';

/**
 * What someone may do besides asking: look after corpus and network (coordinator), say who is who (administrator). Helping others
 * is being a reservist.
 */
export const PERSON_ROLES = ['prescriber', 'buyer', 'coordinator', 'administrator'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Someone of the network. Who they are is opened to another body only when both sides agree. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly organisation: string;
  readonly roles: readonly PersonRole[];
  readonly language: Language;
  /** Where messages reach them, on the platform they last used. */
  readonly address: Address | undefined;
}
