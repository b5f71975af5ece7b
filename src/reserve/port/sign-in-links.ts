import type { Result } from '../../result.ts';
import type { Language } from '../../vocabulary/people.ts';

/** A link is asked for, by whoever says that an address is theirs. */
export interface LinkAsked {
  readonly email: string;
  /** Of the browser that asks: known to it alone. */
  readonly browser: string;
  /** The network address it comes from. */
  readonly from: string;
  /** Where to go afterwards. */
  readonly onwards: string | undefined;
  readonly language: Language;
}

type LinkFault = { readonly kind: 'not_an_address' | 'too_many' | 'store_down' };

/** Signing in by a link sent to one's address: for a place without an identity provider. */
export interface SignInLinks {
  /** Sends a link where the address is known here; answers the same, and as soon, where it is not. */
  ask(asked: LinkAsked): Promise<Result<undefined, LinkFault>>;
  /** What a link is for, while it serves; looking at it changes nothing. `here`: this browser asked for it. */
  look(
    token: string,
    browser: string | undefined,
  ): Promise<Result<{ readonly email: string; readonly here: boolean } | undefined, { readonly kind: 'store_down' }>>;
  /** Uses the link up, once; the person it lets in. */
  enter(
    token: string,
  ): Promise<
    Result<
      { readonly person: string; readonly onwards: string | undefined },
      { readonly kind: 'expired' | 'store_down' }
    >
  >;
}

/** How people sign in where there is no provider. */
export interface LinkSettings {
  readonly publicUrl: string;
  readonly links: SignInLinks;
}
