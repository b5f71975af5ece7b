import type { NotDelivered, Words } from '../../../src/message/delivery.ts';
import { err, type Result } from '../../../src/result.ts';
import { suggestActs } from '../../../src/screens/suggest.ts';
import { conversationOf, readConversation } from '../address.ts';
import { note } from '../note.ts';
import { delivered, type Tools, workspaceOf } from './reply.ts';

/** Words of no case to a person, in their own messages with the app: never in a channel. */
export function createTell({ context, send }: Tools): (words: Words) => Promise<Result<undefined, NotDelivered>> {
  return async ({ id, to, text, language, suggestions }) => {
    const place = readConversation(to.conversation);
    if (place === undefined) return err({ kind: 'never', why: 'not an address of Slack' });
    const workspace = await workspaceOf(context, place.team);
    if (!workspace.ok) return workspace;
    const channel = place.user ?? place.channel;
    const conversation = conversationOf({ team: place.team, channel, thread: undefined, user: undefined });
    const message = note(text, language, suggestActs(suggestions), conversation);
    return delivered(await send.post(workspace.value, { channel }, message, id));
  };
}
