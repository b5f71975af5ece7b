import { asText, type Json } from '../json.ts';
import { METHODS, type MethodRule } from '../scopes.ts';
import type { Workspace } from '../types.ts';
import type { World } from '../world.ts';
import { type Handler, isRefusal, type Refusal, refuse } from './answer.ts';
import { assistant } from './assistant.ts';
import { auth } from './auth.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { people } from './people.ts';
import { stream } from './stream.ts';
import { views } from './views.ts';

const HANDLERS: Readonly<Record<string, Handler>> = {
  ...assistant,
  ...auth,
  ...chat,
  ...conversations,
  ...files,
  ...people,
  ...stream,
  ...views,
};

const NOBODY: Workspace = {
  id: '',
  name: '',
  domain: '',
  botUser: '',
  botId: '',
  scopes: [],
  token: '',
  state: 'absent',
};

interface Called {
  readonly method: string;
  readonly args: Json;
  readonly token: string | undefined;
  /** Whether the token came as a header: the app-level methods take no other. */
  readonly inHeader: boolean;
}

export interface Answered {
  readonly body: Json;
  /** For the headers: what the token holds and what the method asks. */
  readonly granted: readonly string[];
  readonly accepted: readonly string[];
}

/** One call of the Web API through Slack's doors, in their order: method, token, scopes, arguments, the thing itself. */
export function answerCall(world: World, called: Called, openSocket: () => Json): Answered {
  const rule = METHODS[called.method];
  if (rule === undefined) return plain(refuse('unknown_method', { req_method: called.method }));
  const accepted = rule.scopes.flat();
  if (rule.with === 'app') {
    const at = checkAppToken(world, called);
    if (at !== undefined) return plain(at);
    if (called.method === 'apps.connections.open') return plain(openSocket());
  }
  const workspace = rule.with === 'bot' ? checkBotToken(world, called.token) : NOBODY;
  if (isRefusal(workspace)) return plain(workspace);
  const answer = (body: Json): Answered => ({ body, granted: workspace.scopes, accepted });
  const needed = missingScope(rule, workspace);
  if (rule.with === 'bot' && needed !== undefined)
    return answer(refuse('missing_scope', { needed, provided: workspace.scopes.join(',') }));
  const absent = rule.required.filter((name) => called.args[name] === undefined || called.args[name] === '');
  // A status is taken away by an empty one.
  const missing = absent.filter((name) => !(name === 'status' && called.args[name] === ''));
  if (missing.length > 0)
    return answer(
      refuse('invalid_arguments', {
        response_metadata: { messages: missing.map((name) => `[ERROR] missing required field: ${name}`) },
      }),
    );
  const handler = HANDLERS[called.method];
  if (handler === undefined) return answer(refuse('unknown_method', { req_method: called.method }));
  return answer(handler({ world, args: called.args, workspace }));
}

function plain(body: Json): Answered {
  return { body, granted: [], accepted: [] };
}

function checkAppToken(world: World, called: Called): Refusal | undefined {
  if (called.token === undefined) return refuse('not_authed');
  if (called.token.startsWith('xoxb-')) return refuse('not_allowed_token_type');
  return called.token === world.app.appToken && called.inHeader ? undefined : refuse('invalid_auth');
}

function checkBotToken(world: World, token: string | undefined): Workspace | Refusal {
  if (token === undefined || token === '') return refuse('not_authed');
  if (token.startsWith('xapp-')) return refuse('not_allowed_token_type');
  const workspace = [...world.workspaces.values()].find((one) => one.token === token);
  if (workspace === undefined || workspace.state === 'absent') return refuse('invalid_auth');
  if (workspace.state === 'revoked') return refuse('token_revoked');
  return workspace.state === 'inactive' ? refuse('account_inactive') : workspace;
}

function missingScope(rule: MethodRule, workspace: Workspace): string | undefined {
  const lacking = rule.scopes.find((anyOf) => !anyOf.some((scope) => workspace.scopes.includes(scope)));
  return lacking === undefined ? undefined : asText(lacking.join(','));
}
