/**
 * A dialogue's name: `TEAM:CHANNEL`, `TEAM:CHANNEL:THREAD` in a thread, `TEAM:CHANNEL:@USER` for what one person asks privately
 * in a channel. The channel of a person's own messages may be their user id: Slack finds the conversation.
 */
export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly thread: string | undefined;
  readonly user: string | undefined;
}

export function conversationOf({ team, channel, thread, user }: Place): string {
  const last = user === undefined ? thread : `@${user}`;
  return last === undefined ? `${team}:${channel}` : `${team}:${channel}:${last}`;
}

export function readConversation(conversation: string): Place | undefined {
  const [team, channel, last] = conversation.split(':');
  if (team === undefined || team === '' || channel === undefined || channel === '') return undefined;
  const user = last?.startsWith('@') === true ? last.slice(1) : undefined;
  return { team, channel, user, thread: user === undefined ? last : undefined };
}

/** The one workspace of an app with a token of its own, where what is received does not say which it is. */
export const ANY_TEAM = '*';

/** A person's own messages with the app. */
export function directAddress(team: string, user: string) {
  return { platform: 'slack', conversation: `${team}:${user}` } as const;
}

/** `D…`; a person's own messages with the app. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
