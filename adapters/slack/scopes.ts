/** What each method asks of a workspace (Slack's reference of methods); those without need none. */
export const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'auth.test': [],
  'chat.appendStream': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'chat.update': ['chat:write'],
  // Of the app's own conversations; in a channel, of the thread it was called into.
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'oauth.v2.access': [],
  'reactions.add': ['reactions:write'],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** What each event asks (Slack's reference of events). */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_context_changed: [],
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  tokens_revoked: [],
};

/** All that the app asks an administrator for: what its methods and events need, and its command. */
export const SCOPES: readonly string[] = [
  ...new Set([...Object.values(METHOD_SCOPES), ...Object.values(EVENT_SCOPES)].flat().concat('commands')),
].sort();
