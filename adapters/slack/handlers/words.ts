import type { Words } from '../../../src/message/delivery.ts';
import { err, ok } from '../../../src/result.ts';
import { conversationOf, readConversation } from '../address.ts';
import { TRAITS } from '../face.ts';
import { messageOf } from '../render.ts';
import { delivered, type Handled, type Tools, workspaceOf } from '../tools.ts';

/** Words of no case to a person, in their own messages with the app: never in a channel. */
export async function tellWords({ context, send }: Tools, words: Words): Handled {
  const place = readConversation(words.to.conversation);
  if (place === undefined) return err({ kind: 'never', why: 'not an address of Slack' });
  const workspace = await workspaceOf(context, place.team);
  if (!workspace.ok) return workspace;
  const channel = place.user ?? place.channel;
  const conversation = conversationOf({ team: place.team, channel, thread: undefined, user: undefined });
  for await (const { screen } of context.desk.tell({ kind: 'words', words }, TRAITS)) {
    const sent = await send.post(workspace.value, { channel }, messageOf(screen, conversation), words.id);
    if (!sent.ok) return delivered(sent);
  }
  return ok(undefined);
}
