import type { NotDelivered, Outgoing } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { Reference } from '../door.ts';
import { UNOPENED } from '../people.ts';
import type { HandlerParts } from './handler-parts.ts';
import { openChat } from './private-chat.ts';

const LATER = err({ kind: 'later', why: 'the store is down' } as const);

/** The personal chat of who is to be reached. */
export function createReferenceOf(
  parts: HandlerParts,
): (message: Pick<Outgoing, 'to' | 'person'>) => Promise<Result<Reference, NotDelivered>> {
  const { context, kept } = parts;
  return async ({ to, person }) => {
    if (!to.conversation.startsWith(UNOPENED)) {
      const known = await kept.reference(to.conversation);
      if (!known.ok) return LATER;
      return known.value === undefined ? err({ kind: 'gone', why: 'the conversation is over' }) : ok(known.value);
    }
    // Met in a channel: their personal chat is opened with the first thing there is to say.
    const rest = to.conversation.slice(UNOPENED.length);
    const cut = rest.lastIndexOf('|');
    const met = await kept.reference(rest.slice(0, cut));
    if (!met.ok) return LATER;
    if (met.value === undefined) return err({ kind: 'gone', why: 'the conversation is over' });
    const user = rest.slice(cut + 1);
    const opened = await openChat(parts, met.value, { id: user, account: user });
    if (!opened.ok) return opened;
    const { conversation } = opened.value;
    await context.acquaintance.reachAt(person, { platform: 'teams', conversation });
    return opened;
  };
}
