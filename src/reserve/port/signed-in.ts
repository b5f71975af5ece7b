import type { Role } from '../../vocabulary/people.ts';

/** Who is signed in, as faces need to know it. */
export interface SignedIn {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  readonly reservist: boolean;
  readonly coordinator: boolean;
}
