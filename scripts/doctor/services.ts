import { trySmtp } from '../../adapters/mail/mail.ts';
import type { SmtpFault } from '../../adapters/mail/smtp-fault.ts';
import type { Config } from '../../src/config/config.ts';
import { withoutEnd } from '../../src/french/ends.ts';
import { ask, type Finding, fieldOf, found, placeOf } from './finding.ts';

/** What the assistant works with elsewhere: the chat platforms, the identity provider, the learning record store, the mail server. */
export async function findServices(config: Config): Promise<readonly Finding[]> {
  return Promise.all([slack(config), teams(config), signIn(config), records(config), mail(config)]);
}

async function slack({ slack: settings }: Config): Promise<Finding> {
  if (settings === undefined) return found('slack', 'off', 'SLACK_BOT_TOKEN is not set');
  const { apiUrl, botToken, mode } = settings;
  const place = `${placeOf(apiUrl)}, ${mode === 'socket' ? 'Socket Mode' : 'HTTP'}`;
  const call = botToken === undefined ? 'api.test' : 'auth.test';
  const headers = botToken === undefined ? {} : { authorization: `Bearer ${botToken}` };
  const said = await ask(`${apiUrl}${call}`, { method: 'POST', headers });
  if ('why' in said) return found('slack', 'fault', `${place}: ${said.why}`);
  const isOk = typeof said.body === 'object' && said.body !== null && Reflect.get(said.body, 'ok') === true;
  if (!isOk) return found('slack', 'fault', `${place}: the token is refused (${wordOf(said.body, said.status)})`);
  const where = botToken === undefined ? 'workspaces install it by OAuth' : fieldOf(said.body, 'team');
  return found('slack', 'ok', `${place}: ${where ?? 'answers'}`);
}

const LOGIN = 'https://login.microsoftonline.com';
const SCOPE = 'https://api.botframework.com/.default';

async function teams({ teams: settings }: Config): Promise<Finding> {
  if (settings === undefined) return found('teams', 'off', 'TEAMS_APP_ID is not set');
  const { identity, cloud } = settings;
  if (identity.kind === 'anonymous')
    return found('teams', 'note', 'no token is asked of who calls: for the local test tool alone');
  if (identity.kind === 'managed_identity')
    return found('teams', 'note', 'the password is the machine’s own identity: only a start can tell');
  const tenant = identity.kind === 'single_tenant' ? identity.tenant : 'botframework.com';
  const login = cloud?.login ?? `${LOGIN}/${tenant}`;
  const said = await ask(`${withoutEnd(login, '/')}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identity.appId,
      client_secret: identity.password,
      scope: cloud === undefined ? SCOPE : `${cloud.scope.replace(/\/\.default$/, '')}/.default`,
    }),
  });
  const place = placeOf(login);
  if ('why' in said) return found('teams', 'fault', `${place}: ${said.why}`);
  if (fieldOf(said.body, 'access_token') === undefined)
    return found('teams', 'fault', `${place}: the app is refused (${wordOf(said.body, said.status)})`);
  return found('teams', 'ok', `${place} gives a token`);
}

async function signIn({ openId }: Config): Promise<Finding> {
  if (openId === undefined) return found('sign-in', 'off', 'OIDC_ISSUER is not set: nobody signs in');
  const { issuer } = openId;
  const said = await ask(`${issuer.replace(/(?<!\/)\/+$/, '')}/.well-known/openid-configuration`);
  const place = placeOf(issuer);
  if ('why' in said) return found('sign-in', 'fault', `${place}: ${said.why}`);
  const named = fieldOf(said.body, 'issuer');
  if (named === undefined) return found('sign-in', 'fault', `${place}: no provider there (HTTP ${said.status})`);
  if (named.replace(/(?<!\/)\/+$/, '') !== issuer.replace(/(?<!\/)\/+$/, ''))
    return found('sign-in', 'fault', `${place}: the provider calls itself otherwise than OIDC_ISSUER`);
  return found('sign-in', ...(await client(openId, place, fieldOf(said.body, 'token_endpoint'))));
}

/**
 * A code that nobody was given is exchanged: a provider that looks at the client first says which of the two it refuses (RFC 6749,
 * 5.2). One that looks at the code first says nothing of the client, and no provider tells a wrong return address so.
 */
async function client(
  { clientId, clientSecret, publicUrl }: NonNullable<Config['openId']>,
  place: string,
  endpoint: string | undefined,
): Promise<readonly ['ok' | 'note' | 'fault', string]> {
  if (endpoint === undefined || !URL.canParse(endpoint)) return ['fault', `${place}: it names no token endpoint`];
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
  if ('why' in said) return ['fault', `${place}: the token endpoint: ${said.why}`];
  const code = fieldOf(said.body, 'error');
  if (said.status === 401 || code === 'invalid_client' || code === 'unauthorized_client')
    return ['fault', `${place}: the client id or the secret is refused (${wordOf(said.body, said.status)})`];
  if (code === 'invalid_grant')
    return [
      'ok',
      `${place} does not refuse the client; not checked: the return address ${publicUrl}/connexion/retour, and the secret where a provider looks at the code first`,
    ];
  return ['note', `${place} answers; whether the client id and the secret are right, only a first sign-in can tell`];
}

async function records({ training: { lrs } }: Config): Promise<Finding> {
  if (lrs === undefined) return found('lrs', 'off', 'LRS_ENDPOINT is not set: no statement is made');
  const { endpoint, key, secret } = lrs;
  const said = await ask(`${endpoint.replace(/(?<!\/)\/+$/, '')}/statements?limit=1`, {
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'x-experience-api-version': '1.0.3',
    },
  });
  const place = placeOf(endpoint);
  if ('why' in said) return found('lrs', 'fault', `${place}: ${said.why}`);
  if (said.status === 401) return found('lrs', 'fault', `${place}: the key is refused (401)`);
  // A key that may only write is refused the reading, and serves.
  if (said.status === 403)
    return found('lrs', 'note', `${place}: the key may not read; whether it may write is seen later`);
  return said.status === 200 ? found('lrs', 'ok', place) : found('lrs', 'fault', `${place}: HTTP ${said.status}`);
}

/** The error's code where it is one word, as the services give it; nothing else of what they say. */
function wordOf(body: unknown, status: number): string {
  const code = fieldOf(body, 'error');
  return code !== undefined && /^[a-z_]{1,40}$/.test(code) ? code : `HTTP ${status}`;
}

/** What to look at, by what went wrong. */
const SMTP: Readonly<Record<SmtpFault['kind'], string>> = {
  unreachable: 'not reached, or not over TLS (SMTP_TLS=if_offered speaks in the clear)',
  not_let_in: 'our account or sender is refused (SMTP_URL, MAIL_FROM)',
  later: 'it says to come back later',
  refused: 'our address is refused (MAIL_FROM)',
  rejected: 'it takes no message',
};

const SEALED = { required: 'over TLS', if_offered: 'over TLS where it is offered', never: 'on this machine' } as const;

/** Up to where a message would be given: nothing is sent. */
async function mail({ mail: settings }: Config): Promise<Finding> {
  if (settings === undefined)
    return found('mail', 'off', 'SMTP_URL is not set: whoever has no chat account comes and looks');
  const { host, protocol } = new URL(settings.url);
  const place = `${protocol}//${host}`;
  const fault = await trySmtp(settings);
  if (fault !== undefined) return found('mail', 'fault', `${place}: ${SMTP[fault.kind]} (${fault.why})`);
  const sealed = protocol === 'smtps:' ? 'over TLS' : SEALED[settings.tls];
  return found('mail', 'ok', `${place} lets us in, ${sealed}; sent as ${settings.from.address}`);
}
