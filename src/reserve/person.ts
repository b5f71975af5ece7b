import type { Address } from '../message/message.ts';
import type { Language, PersonRole } from '../vocabulary/people.ts';

/** Someone of the network. Who they are is opened to another body only when both sides agree. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly organisation: string;
  /** Those given here, by a coordinator or by themselves. What they may do is `rolesOf`. */
  readonly roles: readonly PersonRole[];
  /** Those that their directory gave at the last sign-in, kept apart so that neither erases the other. */
  readonly directoryRoles?: readonly PersonRole[] | undefined;
  /** What a coordinator looks after, by the codes of bodies; none: the whole network. */
  readonly territories?: readonly string[] | undefined;
  readonly language: Language;
  /** Where messages reach them, on the platform they last used. */
  readonly address: Address | undefined;
}
