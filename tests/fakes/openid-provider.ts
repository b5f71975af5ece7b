import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClaimNames } from '../../adapters/web/session/claims.ts';
import { KEPT_OPEN } from '../fixtures/kept-open.ts';

export const CLIENT = { clientId: 'truchement-test', clientSecret: 'a-secret-of-the-test' };
/** What is read of its claims where nothing is configured. */
export const NAMES: ClaimNames = {
  name: undefined,
  email: 'email',
  organisation: 'siret',
  roles: ['roles', 'groups'],
  required: new Map(),
};

/** SIRET of Claire's body. */
export const VERN = '21350238800019';
const KID = 'key-1';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/** What the provider does wrong, when a test wants it to. */
interface Mischief {
  denies?: boolean;
  tokenStatus?: number;
  /** Whose account it is; `sub-claire` otherwise. */
  sub?: string;
  /** Scopes it says it knows; none said otherwise. */
  scopes?: readonly string[];
  claims?: Readonly<Record<string, unknown>>;
}

/**
 * A small OpenID provider on loopback, with what ProConnect does: authorisation code with PKCE (S256, checked), client
 * secret in the form, `userinfo` as a JWT, sign-out by the ID token.
 */
export async function startProvider(at = 0) {
  const grants = new Map<string, Grant>();
  const mischief: Mischief = {};
  const asked: string[] = [];
  let issuer = '';

  const server = createServer(KEPT_OPEN, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  issuer = `http://127.0.0.1:${port}`;

  return {
    issuer,
    mischief,
    asked,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    asked.push(url.pathname);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        json(response, 200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          end_session_endpoint: `${issuer}/logout`,
          response_types_supported: ['code'],
          ...(mischief.scopes === undefined ? {} : { scopes_supported: mischief.scopes }),
          subject_types_supported: ['pairwise'],
          id_token_signing_alg_values_supported: ['RS256'],
          userinfo_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
          code_challenge_methods_supported: ['S256'],
        });
        return;
      case '/jwks':
        json(response, 200, {
          keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }],
        });
        return;
      case '/authorize':
        authorise(url.searchParams, response);
        return;
      case '/token':
        giveTokens(new URLSearchParams(await bodyOf(request)), response);
        return;
      case '/userinfo':
        response.writeHead(200, { 'content-type': 'application/jwt' });
        response.end(
          jwt(own.privateKey, {
            iss: issuer,
            aud: CLIENT.clientId,
            sub: mischief.sub ?? 'sub-claire',
            given_name: 'Claire',
            usual_name: 'Morel',
            email: 'claire.morel@vern.example',
            email_verified: true,
            siret: VERN,
            ...mischief.claims,
          }),
        );
        return;
      default:
        response.writeHead(url.pathname === '/logout' ? 200 : 404).end('');
    }
  }

  function authorise(query: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    const redirectUri = query.get('redirect_uri') ?? '';
    grants.set(code, {
      challenge: query.get('code_challenge') ?? '',
      nonce: query.get('nonce') ?? '',
      redirectUri,
    });
    const back = new URL(redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    back.searchParams.set('iss', issuer);
    if (mischief.denies === true) back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', code);
    response.writeHead(302, { location: back.href }).end();
  }

  function giveTokens(form: URLSearchParams, response: ServerResponse): void {
    if (mischief.tokenStatus !== undefined) {
      response.writeHead(mischief.tokenStatus).end();
      return;
    }
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const known = form.get('client_id') === CLIENT.clientId && form.get('client_secret') === CLIENT.clientSecret;
    if (!known) {
      json(response, 401, { error: 'invalid_client' });
      return;
    }
    if (grant === undefined || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) {
      json(response, 400, { error: 'invalid_grant' });
      return;
    }
    const now = Math.floor(Date.now() / 1000);
    const idToken = jwt(own.privateKey, {
      iss: issuer,
      aud: CLIENT.clientId,
      sub: mischief.sub ?? 'sub-claire',
      nonce: grant.nonce,
      iat: now,
      exp: now + 60,
    });
    json(response, 200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: idToken });
  }
}

function jwt(key: KeyObject, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: KID })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}
