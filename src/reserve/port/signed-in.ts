import type { Role } from '../../vocabulary/people.ts';

/** Who is signed in, as faces need to know it. */
export interface SignedIn {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  /** Of their body, where it is known. */
  readonly siret?: string | undefined;
  readonly role: Role;
  readonly reservist: boolean;
  readonly coordinator: boolean;
}
