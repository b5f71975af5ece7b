import type { Address } from '../message/message.ts';
import type { Language, PersonRole } from '../vocabulary/people.ts';

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
