import { createHash } from 'node:crypto';
import type { Role } from '../../vocabulary/people.ts';
import type { AgreementView } from './agreement.ts';

/** Who is at the other end, as far as a brief needs to know: its address alone lets anyone read, and nobody write. */
export type Party =
  /** Signed in, or known by the platform they write from; `side` is that of their role. */
  | { readonly kind: 'person'; readonly id: string; readonly side: Role }
  /** Holds the link that was made for one side, where nobody signs in. */
  | { readonly kind: 'link'; readonly secret: string }
  | { readonly kind: 'reader' };

/** Who keeps a brief: someone known, or, where nobody signs in, two people by name, each getting a link of their own. */
export type Opener =
  | Extract<Party, { kind: 'person' }>
  | {
      readonly kind: 'named';
      readonly names: Readonly<Record<Role, string>>;
      /** Not to be guessed, and sent again with the same form: the links follow from it. */
      readonly key: string;
    };

/** The side this party stands on in this brief: the one they acted for first, whatever they say or are later. */
export function sideOf({ history, seats }: AgreementView, party: Party): Role | undefined {
  switch (party.kind) {
    case 'reader':
      return undefined;
    case 'link': {
      const lock = lockOf(party.secret);
      return (['prescriber', 'buyer'] as const).find((role) => seats?.[role].lock === lock);
    }
    case 'person':
      return history.find(({ who }) => who === party.id)?.by ?? party.side;
  }
}

/** The secrets of a brief's two links: the same for the same key, so that a form sent twice gives the same links. */
export function secretsOf(key: string): Readonly<Record<Role, string>> {
  const secret = (role: Role) => createHash('sha256').update(`brief ${role} ${key}`).digest('base64url');
  return { prescriber: secret('prescriber'), buyer: secret('buyer') };
}

export function lockOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
