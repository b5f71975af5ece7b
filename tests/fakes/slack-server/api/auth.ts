import { asText } from '../json.ts';
import type { Ask, Handler } from './answer.ts';
import { refuse } from './answer.ts';

const test: Handler = ({ world, workspace }) => ({
  ok: true,
  url: `https://${workspace.domain}.slack.com/`,
  team: workspace.name,
  user: 'truchement',
  team_id: workspace.id,
  user_id: workspace.botUser,
  bot_id: workspace.botId,
  app_id: world.app.appId,
  is_enterprise_install: false,
});

const revoke: Handler = ({ workspace }) => {
  workspace.state = 'revoked';
  return { ok: true, revoked: true };
};

const teamInfo: Handler = ({ workspace }) => ({
  ok: true,
  team: { id: workspace.id, name: workspace.name, domain: workspace.domain },
});

/** The installation's last step: a code for a token. */
const access: Handler = ({ world, args }) => {
  if (args['client_id'] !== world.app.clientId) return refuse('invalid_client_id');
  if (args['client_secret'] !== world.app.clientSecret) return refuse('bad_client_secret');
  const grant = world.codes.get(asText(args['code']));
  if (grant === undefined) return refuse('invalid_code');
  if (grant.used) return refuse('code_already_used');
  if ((asText(args['redirect_uri']) || grant.redirectUri) !== grant.redirectUri) return refuse('bad_redirect_uri');
  grant.used = true;
  const workspace = world.workspaces.get(grant.team);
  if (workspace === undefined) return refuse('invalid_code');
  workspace.token = `xoxb-${workspace.id}-${world.ids.next('k')}`;
  workspace.state = 'installed';
  return {
    ok: true,
    app_id: world.app.appId,
    access_token: workspace.token,
    token_type: 'bot',
    scope: workspace.scopes.join(','),
    bot_user_id: workspace.botUser,
    team: { id: workspace.id, name: workspace.name },
    enterprise: null,
    authed_user: { id: grant.user },
    is_enterprise_install: false,
  };
};

const authorizations: Handler = ({ world, args }: Ask) => {
  const team = asText(args['event_context']).split('-')[1] ?? '';
  const workspace = world.workspaces.get(team);
  return workspace === undefined
    ? refuse('invalid_event_context')
    : {
        ok: true,
        authorizations: [
          {
            enterprise_id: null,
            team_id: team,
            user_id: workspace.botUser,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
      };
};

export const auth: Readonly<Record<string, Handler>> = {
  'api.test': ({ args }) => ({ ok: true, args }),
  'auth.test': test,
  'auth.revoke': revoke,
  'team.info': teamInfo,
  'oauth.v2.access': access,
  'apps.event.authorizations.list': authorizations,
};
