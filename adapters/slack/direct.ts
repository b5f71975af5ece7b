import { z } from 'zod';
import { ok } from '../../src/result.ts';
import { isMissing, type Workspace } from './api.ts';
import type { SlackContext } from './context.ts';
import { readText } from './inbound/read-event.ts';
import type { Sender } from './send.ts';

const opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) });
const USER = /^[UW]/;
const UPDATE = 'chat.update';

/**
 * The same for a Slack that knows less. A person's id stands for the conversation with them, and Slack says which it is: where
 * it does not, the conversation is opened, since what is said there later has to be known again. A message that cannot be
 * changed is said anew under it.
 */
export function createDirect(
  send: Sender,
  { without, isWithout, atHand }: Pick<SlackContext, 'without' | 'isWithout' | 'atHand'>,
): Sender & { open(workspace: Workspace, user: string): Promise<string | undefined> } {
  const open = async ({ api, team }: Workspace, user: string): Promise<string | undefined> => {
    if (isWithout(team, 'conversations.open')) return undefined;
    const found = await api.call('conversations.open', { users: user });
    if (!found.ok && isMissing(found.error))
      without(team, 'conversations.open', found.error.kind === 'refused' ? found.error.error : '');
    return found.ok ? opened.safeParse(found.value).data?.channel.id : undefined;
  };

  const post: Sender['post'] = async (workspace, to, message, id) => {
    // Before it is sent: Slack may tell of it first.
    if (workspace.botUser === undefined) atHand.ours.set(wordsOf(readText(message.text)), true);
    const sent = await send.post(workspace, to, message, id);
    if (!USER.test(to.channel)) return sent;
    if (sent.ok && !USER.test(sent.value.channel)) return sent;
    if (!sent.ok && !(sent.error.kind === 'refused' && sent.error.error === 'channel_not_found')) return sent;
    const channel = await open(workspace, to.channel);
    if (channel === undefined) return sent;
    return sent.ok ? ok({ ...sent.value, channel }) : send.post(workspace, { ...to, channel }, message, id);
  };

  return {
    ...send,
    open,
    post,
    update: async (workspace, at, message, id) => {
      const { team } = workspace;
      if (!isWithout(team, UPDATE)) {
        const updated = await send.update(workspace, at, message, id);
        if (updated.ok || !isMissing(updated.error)) return updated;
        without(team, UPDATE, updated.error.kind === 'refused' ? updated.error.error : '');
      }
      const said = await post(workspace, { channel: at.channel, thread: at.ts }, message, id);
      return said.ok ? ok(undefined) : said;
    },
  };
}

/** A text as it is known again after Slack has had it: letters and digits. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
