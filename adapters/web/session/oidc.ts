import * as openid from 'openid-client';
import { ownValue } from '../../../src/own-value.ts';
import { err, ok, type Result } from '../../../src/result.ts';

/** What the provider says of a person, under ProConnect's names for it; each may be missing but the first two. */
export interface IdentityClaims {
  readonly issuer: string;
  /** The person's name at this provider: stable, and with the issuer the only one to know them by. */
  readonly sub: string;
  readonly givenName: string | undefined;
  readonly usualName: string | undefined;
  readonly email: string | undefined;
  /** The provider says so by the boolean true, and by nothing else. */
  readonly emailVerified: boolean;
  /** SIRET of the body they act for, 14 figures. */
  readonly siret: string | undefined;
}

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people find this site, without a slash at its end; `/connexion/retour` below it is registered at the provider. */
  readonly publicUrl: string;
  /** The person these claims are of, known already or made now; or why they may not come in. */
  readonly personFor: (claims: IdentityClaims) => Promise<Result<string, AdmissionFault>>;
  /** Makes an administrator of a person who is signed in, by the token of a link: once. */
  readonly acceptInvitation: (
    token: string,
    person: string,
  ) => Promise<Result<undefined, { readonly kind: 'expired' | 'not_yours' | 'store_down' }>>;
}

/**
 * `no_body`: neither the directory nor anyone here says whom they work for. `linked_elsewhere`: someone here has that address and
 * signs in by another account.
 */
export interface AdmissionFault {
  readonly kind: 'no_body' | 'linked_elsewhere' | 'store_down';
}

/** What must come back from the provider as it was sent there; kept for the one browser that was sent. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * `wrong_state`: the answer is to no question of this browser's. `expired`: it came too late. `not_trusted`: a signature,
 * the nonce or another claim is not what it must be. `refused`: the person, or the provider, said no.
 */
export type OpenIdFault = 'provider_down' | 'wrong_state' | 'expired' | 'not_trusted' | 'refused';

export interface OpenId {
  begin(): Promise<Result<{ readonly to: string; readonly errand: Errand }, OpenIdFault>>;
  /** @param back path and query of the return, as asked for */
  finish(
    back: string,
    errand: Errand,
  ): Promise<Result<{ readonly claims: IdentityClaims; readonly idToken: string }, OpenIdFault>>;
  /** Where a person is signed out at the provider too; undefined when it has no such place or cannot be reached. */
  signOutAt(idToken: string): Promise<string | undefined>;
}

/** ProConnect's scopes; another provider refuses those it does not know, so it is asked for the ones it names. */
const SCOPES = ['given_name', 'usual_name', 'email', 'siret'] as const;
/** Seconds for the provider to answer: a person waits. */
const PATIENCE_S = 10;

type Settings = Pick<OpenIdSettings, 'issuer' | 'clientId' | 'clientSecret' | 'publicUrl'>;
/** Asks the provider; whatever it throws is one of our faults. */
type Ask = <T>(ask: (config: openid.Configuration) => Promise<T>) => Promise<Result<T, OpenIdFault>>;

/**
 * Sign-in by OpenID Connect: authorisation code with PKCE, state and nonce; the signatures of the ID token and of a
 * `userinfo` that comes as a JWT (as ProConnect's does) are checked, though TLS would do for the standard. The provider is
 * looked up when first needed, so that it may be down when we start.
 */
export function createOpenId(
  settings: Settings,
  log: { error(fields: object, text: string): void } | undefined,
): OpenId {
  let discovered: Promise<openid.Configuration> | undefined;
  const ask: Ask = async (asking) => {
    try {
      // Kept once it has worked; tried again after a failure.
      discovered ??= discover(settings);
      return ok(await asking(await discovered.catch(again)));
    } catch (error) {
      const fault = faultOf(error);
      log?.error({ fault, code: codeOf(error) }, 'signing in by the identity provider failed');
      return err(fault);
    }
  };
  const again = (error: unknown): never => {
    discovered = undefined;
    throw error;
  };
  return {
    begin: () => ask((config) => begin(config, settings)),
    finish: async (back, errand) => {
      const url = new URL(settings.publicUrl + back);
      if (url.searchParams.get('state') !== errand.state) return err('wrong_state');
      return ask((config) => finish(config, url, errand));
    },
    signOutAt: async (idToken) => {
      const url = await ask(async (config) =>
        openid.buildEndSessionUrl(config, {
          id_token_hint: idToken,
          post_logout_redirect_uri: `${settings.publicUrl}/deconnexion/retour`,
          state: openid.randomState(),
        }),
      );
      return url.ok ? url.value.href : undefined;
    },
  };
}

function discover({ issuer, clientId, clientSecret }: Settings): Promise<openid.Configuration> {
  const url = new URL(issuer);
  return openid.discovery(url, clientId, undefined, openid.ClientSecretPost(clientSecret), {
    timeout: PATIENCE_S,
    execute: [openid.enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [openid.allowInsecureRequests] : [])],
  });
}

async function begin(config: openid.Configuration, { publicUrl }: Settings) {
  const errand: Errand = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  };
  const to = openid.buildAuthorizationUrl(config, {
    redirect_uri: `${publicUrl}/connexion/retour`,
    scope: scopeFor(config.serverMetadata().scopes_supported),
    acr_values: 'eidas1',
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: 'S256',
  });
  return { to: to.href, errand };
}

async function finish(config: openid.Configuration, url: URL, errand: Errand) {
  const tokens = await openid.authorizationCodeGrant(config, url, {
    expectedState: errand.state,
    expectedNonce: errand.nonce,
    pkceCodeVerifier: errand.verifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  const said = await openid.fetchUserInfo(config, tokens.access_token, token?.sub ?? '');
  const issuer = token?.iss ?? config.serverMetadata().issuer;
  // Some put what they know of the body into the token alone.
  return { claims: claimsOf({ siret: token?.['siret'], ...said }, issuer), idToken: tokens.id_token ?? '' };
}

function scopeFor(known: readonly string[] | undefined): string {
  if (known === undefined || known.includes('usual_name')) return ['openid', ...SCOPES].join(' ');
  return ['openid', 'profile', ...SCOPES.filter((scope) => known.includes(scope))].join(' ');
}

function claimsOf(said: Readonly<Record<string, unknown>> & { readonly sub: string }, issuer: string): IdentityClaims {
  const text = (name: string) => {
    const value = ownValue(said, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    issuer,
    sub: said.sub,
    givenName: text('given_name'),
    usualName: text('usual_name') ?? text('family_name'),
    email: text('email'),
    emailVerified: said['email_verified'] === true,
    siret: text('siret'),
  };
}

function faultOf(error: unknown): OpenIdFault {
  if (error instanceof openid.AuthorizationResponseError) return 'refused';
  // The code was used or waited too long; any other refusal is between the provider and us, not the person.
  if (error instanceof openid.ResponseBodyError) return error.error === 'invalid_grant' ? 'expired' : 'provider_down';
  switch (codeOf(error)) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return 'expired';
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
    case 'OAUTH_WWW_AUTHENTICATE_CHALLENGE':
      return 'provider_down';
    default:
      // `fetch` says so when nobody answers.
      return error instanceof TypeError ? 'provider_down' : 'not_trusted';
  }
}

/** A word for the log: never a token nor a claim. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
