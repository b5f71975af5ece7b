import type { Address } from '../../message/message.ts';
import type { Result } from '../../result.ts';
import type { Language, Role } from '../../vocabulary/people.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { SignedIn } from './signed-in.ts';

/** Someone as a chat platform knows them. */
export interface PlatformIdentity {
  readonly platform: Address['platform'];
  /** The workspace or tenant. */
  readonly workspace: string;
  readonly user: string;
}

/** What a platform says of someone when they are first met. */
export interface PlatformProfile {
  readonly name: string;
  /** One that the platform vouches for: people are recognised by it from one platform to another. */
  readonly email: string | undefined;
  readonly language: Language;
  /** Where messages reach them. */
  readonly address: Address;
  /** The body whose workspace it is, for someone not yet known. */
  readonly organisation: { readonly id: string; readonly name: string };
  /** Whether they are of that body: a guest is not, nor anybody of another workspace; undefined where the platform does not say. */
  readonly isMember: boolean | undefined;
}

/** Who is behind an account of a chat platform. Nobody is written down for asking a question. */
export interface Acquaintance {
  /** Whom this account belongs to, if they are known. */
  known(identity: PlatformIdentity): Promise<Result<SignedIn | undefined, StoreDown>>;
  /** The same, made known where they are not: by their e-mail, else as a new prescriber of that body. */
  meet(identity: PlatformIdentity, profile: () => Promise<PlatformProfile>): Promise<Result<SignedIn, StoreDown>>;
  /**
   * The same for someone who may be known by their e-mail from elsewhere; a stranger stays one, and nothing is noted. They are
   * reached here only if they are nowhere else.
   */
  recognise(
    identity: PlatformIdentity,
    profile: () => Promise<PlatformProfile>,
  ): Promise<Result<SignedIn | undefined, StoreDown>>;
  /** Messages reach them here from now on. */
  reachAt(person: string, address: Address): Promise<Result<undefined, StoreDown>>;
  setRole(person: string, role: Role): Promise<Result<undefined, StoreDown>>;
  /** E-mails of those who lend help and are reached nowhere yet. */
  unreached(): Promise<Result<readonly string[], StoreDown>>;
}
