import type { Config } from '../../src/config/config.ts';
import { ask, type Finding, fieldOf, found, placeOf, wordOf } from './finding.ts';

type Said = readonly [Finding['state'], string];

/** Half a minute is let pass at a sign-in; a provider's `Date` is rounded, and took some time to come. */
const CLOCK_S = 30;

/** The identity provider: found, agreeing on the time and on its own name, and knowing us. */
export async function findSignIn({ openId }: Config): Promise<Finding> {
  if (openId === undefined) return found('sign-in', 'off', 'OIDC_ISSUER is not set: nobody signs in');
  const { issuer } = openId;
  const place = placeOf(issuer);
  const said = await ask(`${bare(issuer)}/.well-known/openid-configuration`);
  const [state, say] = 'why' in said ? (['fault', reach(said.why)] as const) : await look(openId, said);
  return found('sign-in', state, `${place}: ${say}`);
}

type OpenId = NonNullable<Config['openId']>;

async function look(openId: OpenId, { status, body, headers }: Answered): Promise<Said> {
  const named = fieldOf(body, 'issuer');
  if (named === undefined)
    return [
      'fault',
      `no provider there (HTTP ${status}): OIDC_ISSUER is the address before /.well-known/openid-configuration`,
    ];
  if (bare(named) !== bare(openId.issuer))
    return ['fault', 'the provider calls itself otherwise than OIDC_ISSUER: write the “issuer” of its description'];
  const off = Math.round((Date.parse(headers.get('date') ?? '') - Date.now()) / 1000);
  if (Math.abs(off) > CLOCK_S)
    return [
      'fault',
      `its clock and this machine’s are ${Math.abs(off)} s apart: nobody can sign in. Set this one by NTP`,
    ];
  const client = await exchange(openId, fieldOf(body, 'token_endpoint'));
  if (client[0] === 'fault') return client;
  const [state, way] = await wayBack(openId, fieldOf(body, 'authorization_endpoint'));
  if (state !== 'ok') return [state, state === 'fault' ? way : `${client[1]}; ${way}`];
  return [client[0], `${client[1]}; ${way}`];
}

type Answered = Exclude<Awaited<ReturnType<typeof ask>>, { readonly why: string }>;

/**
 * A code that nobody was given is exchanged: a provider that looks at the client first says which of the two it refuses (RFC 6749,
 * 5.2). One that looks at the code first says nothing of the client.
 */
async function exchange({ clientId, clientSecret, publicUrl }: OpenId, endpoint: string | undefined): Promise<Said> {
  if (endpoint === undefined || !URL.canParse(endpoint)) return ['fault', 'it names no token endpoint'];
  const said = await ask(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'doctor',
      redirect_uri: `${publicUrl}/connexion/retour`,
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  if ('why' in said) return ['fault', `the token endpoint: ${reach(said.why)}`];
  const code = fieldOf(said.body, 'error');
  if (said.status === 401 || code === 'invalid_client' || code === 'unauthorized_client')
    return [
      'fault',
      `the client id or the secret is refused (${wordOf(said.body, said.status)}): compare OIDC_CLIENT_ID and OIDC_CLIENT_SECRET with its console`,
    ];
  if (code === 'invalid_grant') return ['ok', 'the client is not refused'];
  return ['note', 'whether the client id and the secret are right, only a first sign-in can tell'];
}

/** Asks for a sign-in without a screen: who knows client and return address sends nobody back there, who does not says so itself. */
async function wayBack({ clientId, publicUrl, scopes }: OpenId, endpoint: string | undefined): Promise<Said> {
  if (endpoint === undefined || !URL.canParse(endpoint)) return ['fault', 'it names no place to sign in'];
  const back = `${publicUrl}/connexion/retour`;
  const unsure = ['ok', `not checked: the return address ${back}, to register there`] as const;
  const url = new URL(endpoint);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: back,
    scope: (scopes ?? ['openid']).join(' '),
    prompt: 'none',
    state: 'doctor-doctor-doctor-doctor-doctor',
    nonce: 'doctor-doctor-doctor-doctor-doctor',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const said = await ask(url.href);
  if ('why' in said) return ['fault', `the place to sign in: ${reach(said.why)}`];
  const to = said.headers.get('location') ?? '';
  if (to.startsWith(`${back}?`)) {
    const error = new URL(to).searchParams.get('error');
    if (error === 'invalid_scope')
      return ['fault', 'it refuses the scopes: have them registered, or set OIDC_SCOPES to those it knows'];
    return ['ok', `the return address ${back} is registered`];
  }
  if (said.status === 400)
    return ['fault', `it refuses the client id or the return address: register ${back} there, letter for letter`];
  return unsure;
}

function bare(address: string): string {
  return address.replace(/(?<!\/)\/+$/, '');
}

/** What a failed connection means, and what to do. */
function reach(why: string): string {
  return MEANING.find(([codes]) => codes.test(why))?.[1](why) ?? why;
}

const MEANING: readonly (readonly [RegExp, (why: string) => string])[] = [
  [
    /^CERT_HAS_EXPIRED$/,
    (why) => `its certificate is over (${why}): have it renewed there, or set this machine’s clock`,
  ],
  [/^CERT_NOT_YET_VALID$/, (why) => `its certificate is not valid yet (${why}): set this machine’s clock`],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, (why) => `its certificate is for another name (${why}): check OIDC_ISSUER`],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/,
    (why) => `its certificate is of no known authority (${why}): give yours by NODE_EXTRA_CA_CERTS`,
  ],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, (why) => `no such name (${why}): check OIDC_ISSUER and this machine’s DNS`],
  [
    /^(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH)$/,
    (why) => `not reachable (${why}): is it up, and may this machine go there?`,
  ],
];
