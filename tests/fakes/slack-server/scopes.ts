/**
 * What each method asks of a bot token: one of a group is enough, every group is needed («Scopes» of each method's page,
 * docs.slack.dev). A method which is not here is unknown to this server.
 */
export interface MethodRule {
  readonly scopes: readonly (readonly string[])[];
  readonly required: readonly string[];
  /** An app-level token, the client's id and secret, or the bot's token. */
  readonly with: 'bot' | 'app' | 'client';
}

const bot = (scope: string | readonly string[] | undefined, ...required: string[]): MethodRule => ({
  scopes: scope === undefined ? [] : [typeof scope === 'string' ? [scope] : scope],
  required,
  with: 'bot',
});

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

export const METHODS: Readonly<Record<string, MethodRule>> = {
  'api.test': { scopes: [], required: [], with: 'client' },
  'apps.connections.open': { scopes: [], required: [], with: 'app' },
  'apps.event.authorizations.list': { scopes: [], required: ['event_context'], with: 'app' },
  'assistant.threads.setStatus': bot(['assistant:write', 'chat:write'], 'channel_id', 'thread_ts', 'status'),
  'assistant.threads.setSuggestedPrompts': bot('assistant:write', 'channel_id', 'prompts'),
  'assistant.threads.setTitle': bot('assistant:write', 'channel_id', 'thread_ts', 'title'),
  'auth.revoke': bot(undefined),
  'auth.test': bot(undefined),
  'bots.info': bot('users:read'),
  'chat.appendStream': bot('chat:write', 'channel', 'ts'),
  'chat.delete': bot('chat:write', 'channel', 'ts'),
  'chat.getPermalink': bot(undefined, 'channel', 'message_ts'),
  'chat.postEphemeral': bot('chat:write', 'channel', 'user'),
  'chat.postMessage': bot('chat:write', 'channel'),
  'chat.startStream': bot('chat:write', 'channel'),
  'chat.stopStream': bot('chat:write', 'channel', 'ts'),
  'chat.unfurl': bot('links:write', 'channel', 'ts', 'unfurls'),
  'chat.update': bot('chat:write', 'channel', 'ts'),
  'conversations.history': bot(HISTORY, 'channel'),
  'conversations.info': bot(READ, 'channel'),
  'conversations.list': bot(READ),
  'conversations.members': bot(READ, 'channel'),
  'conversations.open': bot(['im:write', 'mpim:write']),
  'conversations.replies': bot(HISTORY, 'channel', 'ts'),
  'files.completeUploadExternal': bot('files:write', 'files'),
  'files.getUploadURLExternal': bot('files:write', 'filename', 'length'),
  'files.info': bot('files:read', 'file'),
  'oauth.v2.access': { scopes: [], required: ['code'], with: 'client' },
  'reactions.add': bot('reactions:write', 'channel', 'name', 'timestamp'),
  'reactions.remove': bot('reactions:write', 'channel', 'name', 'timestamp'),
  'team.info': bot('team:read'),
  'users.info': bot('users:read', 'user'),
  'users.list': bot('users:read'),
  'users.lookupByEmail': bot('users:read.email', 'email'),
  'views.open': bot(undefined, 'trigger_id', 'view'),
  'views.publish': bot(undefined, 'user_id', 'view'),
  'views.push': bot(undefined, 'trigger_id', 'view'),
  'views.update': bot(undefined, 'view'),
};

/** What an event asks before Slack sends it («Required scopes» of each event's page). */
export const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  assistant_thread_started: 'assistant:write',
  assistant_thread_context_changed: 'assistant:write',
  link_shared: 'links:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  team_join: 'users:read',
  user_change: 'users:read',
};

/** Everything any method or event here may ask. */
export const EVERY_SCOPE: readonly string[] = [
  ...new Set([
    ...Object.values(METHODS).flatMap((rule) => rule.scopes.flat()),
    ...Object.values(EVENT_SCOPES),
    'commands',
  ]),
].sort();
