import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Endpoint, RawReply, RawRequest } from '../../../src/platform.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import type { SlackApi } from '../api.ts';
import type { Log } from '../context.ts';
import { SCOPES } from '../scopes.ts';
import type { Installation, Installations } from './installations.ts';

interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Where this server is reached from outside, for Slack to come back to; Slack's own setting when left out. */
  readonly publicUrl: string | undefined;
  /** The page that asks the administrator. */
  readonly authorizeUrl: string;
}

interface OAuthParts {
  readonly config: OAuthConfig;
  /** Without a token: it is what is asked for. */
  readonly api: Pick<SlackApi, 'call'>;
  readonly installations: Installations;
  readonly log: Log;
  readonly now: () => Date;
  /** A workspace has been installed again. */
  readonly installed: (installation: Installation) => void;
}

const STATE_MS = 10 * 60_000;
const COOKIE = 'truchement-slack-state';
const { install: texts } = catalogues.fr.slack;

const granted = z.looseObject({
  access_token: z.string(),
  bot_user_id: z.string().optional(),
  team: z.looseObject({ id: z.string(), name: z.string().optional() }),
});

/** Many workspaces: `/slack/install` sends an administrator to Slack, `/slack/oauth_redirect` keeps what comes back. */
export function oauthEndpoints({ config, api, installations, log, now, installed }: OAuthParts): readonly Endpoint[] {
  const redirect = config.publicUrl === undefined ? undefined : `${config.publicUrl}/slack/oauth_redirect`;
  const sign = (text: string) => createHmac('sha256', config.stateSecret).update(text).digest('base64url');

  const begin = async (): Promise<RawReply> => {
    const nonce = randomBytes(16).toString('base64url');
    const until = now().getTime() + STATE_MS;
    const state = `${until}.${nonce}`;
    const url = new URL(config.authorizeUrl);
    url.searchParams.set('client_id', config.clientId);
    url.searchParams.set('scope', SCOPES.join(','));
    url.searchParams.set('state', `${state}.${sign(state)}`);
    if (redirect !== undefined) url.searchParams.set('redirect_uri', redirect);
    return {
      status: 302,
      headers: {
        location: url.toString(),
        'set-cookie': `${COOKIE}=${nonce}; Path=/slack; HttpOnly; SameSite=Lax; Max-Age=600${redirect?.startsWith('https:') === true ? '; Secure' : ''}`,
      },
    };
  };

  /** Ours, of the last ten minutes, begun in this browser. */
  const isOurs = (state: string, cookies: string): boolean => {
    const [until = '', nonce = '', signature = ''] = state.split('.');
    const expected = Buffer.from(sign(`${until}.${nonce}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    return Number(until) > now().getTime() && cookies.split(/;\s*/).includes(`${COOKIE}=${nonce}`);
  };

  const end = async ({ url, headers }: RawRequest): Promise<RawReply> => {
    const query = new URL(url, 'http://localhost').searchParams;
    const cookies = typeof headers['cookie'] === 'string' ? headers['cookie'] : '';
    if (query.get('error') !== null) return page(400, texts.refused);
    const code = query.get('code');
    if (code === null || !isOurs(query.get('state') ?? '', cookies)) return page(400, texts.expired);
    const exchanged = await api.call('oauth.v2.access', {
      client_id: config.clientId,
      client_secret: config.clientSecret,
      code,
      ...(redirect === undefined ? {} : { redirect_uri: redirect }),
    });
    const read = exchanged.ok ? granted.safeParse(exchanged.value).data : undefined;
    if (read === undefined) {
      log.error({ fault: exchanged.ok ? 'unreadable' : exchanged.error.kind }, 'an installation was not confirmed');
      return page(502, texts.failed);
    }
    const { team, access_token: token, bot_user_id: botUser } = read;
    const one: Installation = { team: team.id, teamName: team.name, token, botUser, bot: undefined };
    if (!(await installations.put(one)).ok) return page(503, texts.failed);
    installed(one);
    log.info({ team: team.id }, 'installed in a workspace');
    return page(200, texts.done);
  };

  return [
    { method: 'GET', path: '/slack/install', handle: begin },
    { method: 'GET', path: '/slack/oauth_redirect', handle: end },
  ];
}

function page(status: number, text: string): RawReply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="fr"><title>Truchement</title><p>${text}</p></html>`,
  };
}
