import * as openid from 'openid-client';
import type { ProvenIdentity } from '../../../src/reserve/port/proven-identity.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { BodyKind } from '../../../src/vocabulary/people.ts';
import { type ClaimNames, readClaims } from './claims.ts';

export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people find this site, without a slash at its end; `/connexion/retour` below it is registered at the provider. */
  readonly publicUrl: string;
  /** As people know the provider; undefined: «le compte de mon organisme». */
  readonly name?: string | undefined;
  /** Undefined: those that are needed, of the ones it says it knows. */
  readonly scopes?: readonly string[] | undefined;
  /** Levels of assurance of which the sign-in must have one; empty: any. */
  readonly acr: readonly string[];
  readonly claims: ClaimNames;
  /** The person these claims are of, known already or made now; or why they may not come in. @param body as they say it themselves */
  readonly personFor: (claims: ProvenIdentity, body?: SaidBody) => Promise<Result<string, AdmissionFault>>;
  /** By the token of a link, once: makes an administrator of whoever is signed in, or makes them the person it is for. */
  readonly acceptInvitation: (
    token: string,
    person: string,
  ) => Promise<Result<'administrator' | 'joined' | 'known', { readonly kind: 'expired' | 'not_yours' | 'store_down' }>>;
}

/** What somebody says of their own body. */
export interface SaidBody {
  readonly name: string;
  /** As typed. */
  readonly siret: string;
  readonly kind: BodyKind | undefined;
}

/** What a browser must bring back, kept under a name that it alone holds. */
export interface Errands {
  put(thing: object, keptMs?: number): Promise<string>;
  /** Once; undefined when it was taken before or waited too long. */
  take(id: string): Promise<unknown>;
}

/**
 * `no_body`: neither the directory nor anyone here says whom they work for. `linked_elsewhere`: someone here has that address and
 * signs in by another account.
 */
export interface AdmissionFault {
  readonly kind: 'no_body' | 'linked_elsewhere' | 'store_down';
}

/** What must come back from the provider as it was sent there; kept for the one browser that was sent. */
interface Errand {
  readonly state: string;
  readonly nonce: string;
  /** Undefined where the provider takes no PKCE. */
  readonly verifier: string | undefined;
}

/**
 * `misconfigured`: the provider does not know us by that id, that secret or that address. `clock`: a token that was
 * just given is past its time, or before it. `wrong_state`: the answer is to no question of this browser's. `expired`: it came too late, or was used. `not_trusted`: a signature, the nonce or another claim is not what it
 * must be. `cancelled`: the person went back; `refused`: the provider said no. `weak`: not by a level of assurance that was asked for.
 * `not_admitted`: of those that this site is not for.
 */
export type OpenIdFault =
  | 'provider_down'
  | 'misconfigured'
  | 'clock'
  | 'wrong_state'
  | 'expired'
  | 'not_trusted'
  | 'cancelled'
  | 'refused'
  | 'weak'
  | 'not_admitted';

export interface OpenId {
  begin(): Promise<Result<{ readonly to: string; readonly errand: Errand }, OpenIdFault>>;
  /** @param back path and query of the return, as asked for */
  finish(
    back: string,
    errand: Errand,
  ): Promise<Result<{ readonly claims: ProvenIdentity; readonly idToken: string }, OpenIdFault>>;
  /** Where a person is signed out at the provider too; undefined when it has no such place or cannot be reached. */
  signOutAt(idToken: string): Promise<string | undefined>;
}

/** ProConnect's scopes; another provider refuses those it does not know, so it is asked for the ones it names. */
const SCOPES = ['given_name', 'usual_name', 'email', 'siret'] as const;
/** Seconds for the provider to answer: a person waits. */
const PATIENCE_S = 10;

type Settings = Omit<OpenIdSettings, 'personFor' | 'acceptInvitation' | 'name'>;
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
      const code = codeOf(error);
      // Its keys were changed all at once: the next who comes has them looked up anew.
      if (code === 'OAUTH_KEY_SELECTION_FAILED') discovered = undefined;
      log?.error({ fault, code }, 'signing in by the identity provider failed');
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
      const finished = await ask((config) => finish(config, url, errand, settings));
      return finished.ok ? finished.value : finished;
    },
    signOutAt: async (idToken) => {
      const url = await ask(async (config) => {
        // Google has no such place.
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        return openid.buildEndSessionUrl(config, {
          id_token_hint: idToken,
          post_logout_redirect_uri: `${settings.publicUrl}/deconnexion/retour`,
          state: openid.randomState(),
        });
      });
      return url.ok ? url.value?.href : undefined;
    },
  };
}

function discover({ issuer, clientId, clientSecret }: Settings): Promise<openid.Configuration> {
  const url = new URL(issuer);
  const [inForm, inHeader] = [openid.ClientSecretPost(clientSecret), openid.ClientSecretBasic(clientSecret)];
  // In the form where the provider does not say that it wants it otherwise.
  const authenticate: openid.ClientAuth = (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_post'];
    return (ways.includes('client_secret_post') ? inForm : inHeader)(server, ...rest);
  };
  return openid.discovery(url, clientId, undefined, authenticate, {
    timeout: PATIENCE_S,
    execute: [openid.enableNonRepudiationChecks, ...(url.protocol === 'http:' ? [openid.allowInsecureRequests] : [])],
  });
}

async function begin(config: openid.Configuration, { publicUrl, scopes, acr, issuer }: Settings) {
  // ProConnect refuses what it does not know, and does not say that it knows PKCE; others ignore what they do not.
  const isChallenged = config.serverMetadata().supportsPKCE() || !isProConnect(issuer);
  const verifier = isChallenged ? openid.randomPKCECodeVerifier() : undefined;
  const errand: Errand = { state: openid.randomState(), nonce: openid.randomNonce(), verifier };
  const to = openid.buildAuthorizationUrl(config, {
    redirect_uri: `${publicUrl}/connexion/retour`,
    scope: (scopes ?? scopesFor(config.serverMetadata().scopes_supported)).join(' '),
    ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
    state: errand.state,
    nonce: errand.nonce,
    ...(verifier !== undefined
      ? {
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }
      : {}),
  });
  return { to: to.href, errand };
}

async function finish(
  config: openid.Configuration,
  url: URL,
  { state, nonce, verifier }: Errand,
  { acr, claims: names }: Settings,
): Promise<Result<{ readonly claims: ProvenIdentity; readonly idToken: string }, OpenIdFault>> {
  const tokens = await openid.authorizationCodeGrant(config, url, {
    expectedState: state,
    expectedNonce: nonce,
    ...(verifier === undefined ? {} : { pkceCodeVerifier: verifier }),
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined) return err('not_trusted');
  // A level that was asked for is a wish to the provider: what it did stands in the token.
  if (acr.length > 0 && !acr.includes(String(token['acr']))) return err('weak');
  const userInfo = await openid.fetchUserInfo(config, tokens.access_token, token.sub);
  const claims = readClaims({ userInfo, token, issuer: token.iss }, names);
  return claims.ok ? ok({ claims: claims.value, idToken: tokens.id_token ?? '' }) : claims;
}

function scopesFor(known: readonly string[] | undefined): readonly string[] {
  if (known === undefined || known.includes('usual_name')) return ['openid', ...SCOPES];
  return ['openid', 'profile', ...SCOPES.filter((scope) => known.includes(scope))];
}

function faultOf(error: unknown): OpenIdFault {
  if (error instanceof openid.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'cancelled';
    return ASKED_WRONG.has(error.error) ? 'misconfigured' : 'refused';
  }
  // The code was used or waited too long; any other refusal is between the provider and us, not the person.
  if (error instanceof openid.ResponseBodyError) {
    if (error.error === 'invalid_grant') return 'expired';
    return ASKED_WRONG.has(error.error) ? 'misconfigured' : 'provider_down';
  }
  switch (codeOf(error)) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return 'clock';
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
      return 'provider_down';
    // Of the secret, where it goes in a header; `userinfo` is asked with a token that was given just before.
    case 'OAUTH_WWW_AUTHENTICATE_CHALLENGE':
      return 'misconfigured';
    default:
      // `fetch` says so when nobody answers.
      return error instanceof TypeError ? 'provider_down' : 'not_trusted';
  }
}

/** What a provider says where it does not know us, or not so (RFC 6749, 4.1.2.1 and 5.2). */
const ASKED_WRONG: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_response_type',
]);

/** Whether the issuer is ProConnect's, which has ways of its own. */
export function isProConnect(issuer: string): boolean {
  return /(?:^|\.)(?:proconnect|agentconnect)\.gouv\.fr$/.test(new URL(issuer).hostname);
}

/** A word for the log: never a token nor a claim. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
