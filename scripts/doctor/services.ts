import { trySmtp } from '../../adapters/mail/mail.ts';
import type { SmtpFault } from '../../adapters/mail/smtp-fault.ts';
import type { Config } from '../../src/config/config.ts';
import { withoutEnd } from '../../src/french/ends.ts';
import { ask, type Finding, fieldOf, found, placeOf, wordOf } from './finding.ts';
import { findSignIn } from './sign-in.ts';

/** What the assistant works with elsewhere: the chat platforms, the identity provider, the learning record store, the mail server. */
export async function findServices(config: Config): Promise<readonly Finding[]> {
  return Promise.all([slack(config), teams(config), findSignIn(config), records(config), mail(config)]);
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
