import type { Config } from '../../src/config.ts';
import { ask, type Finding, fieldOf, found, placeOf } from './finding.ts';

/** What the assistant works with elsewhere: the chat platforms, the identity provider, the learning record store. */
export async function findServices(config: Config): Promise<readonly Finding[]> {
  return Promise.all([slack(config), teams(config), signIn(config), records(config)]);
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
  const said = await ask(`${login.replace(/\/+$/, '')}/oauth2/v2.0/token`, {
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
  const said = await ask(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`);
  const place = placeOf(issuer);
  if ('why' in said) return found('sign-in', 'fault', `${place}: ${said.why}`);
  const named = fieldOf(said.body, 'issuer');
  if (named === undefined) return found('sign-in', 'fault', `${place}: no provider there (HTTP ${said.status})`);
  if (named.replace(/\/+$/, '') !== issuer.replace(/\/+$/, ''))
    return found('sign-in', 'fault', `${place}: the provider calls itself otherwise than OIDC_ISSUER`);
  return found('sign-in', 'ok', place);
}

async function records({ training: { lrs } }: Config): Promise<Finding> {
  if (lrs === undefined) return found('lrs', 'off', 'LRS_ENDPOINT is not set: no statement is made');
  const { endpoint, key, secret } = lrs;
  const said = await ask(`${endpoint.replace(/\/+$/, '')}/statements?limit=1`, {
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
