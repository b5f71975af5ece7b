import type { Role } from '../../vocabulary/people.ts';

/** Who is signed in, as faces need to know it. */
export interface SignedIn {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  /** Of their body, where it is known. */
  readonly siret?: string | undefined;
  /** What kind of body it is, in the words it was entered with: «commune de 3 000 habitants». */
  readonly publicClass?: string | undefined;
  readonly role: Role;
  /** Their directory says it: they act for no other side, whatever they press or say. */
  readonly isSideGiven?: true;
  readonly reservist: boolean;
  readonly coordinator: boolean;
}
