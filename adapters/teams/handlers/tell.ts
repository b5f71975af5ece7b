import { plainMarkdown } from '../../../src/french/plain-markdown.ts';
import type { NotDelivered, Words } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { richText } from '../card/markdown.ts';
import { TRAITS } from '../face.ts';
import { toActivities } from '../message/activities.ts';
import { type CardPart, cardOf } from '../render.ts';
import { createSay } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';
import { createReferenceOf } from './reference-of.ts';

/** Words of no case to a person, in their personal chat. Given again after a crash they are not said twice. */
export function createTell(parts: HandlerParts): (words: Words) => Promise<Result<undefined, NotDelivered>> {
  const { kept, sender, context } = parts;
  const referenceOf = createReferenceOf(parts);
  return async (words) => {
    const { id, to, person, language, text, suggestions, purchase } = words;
    const before = await kept.delivered(id);
    if (!before.ok) return err({ kind: 'later', why: 'the store is down' });
    if (before.value) return ok(undefined);
    const chat = await referenceOf({ to, person });
    if (!chat.ok) return chat;
    let card: CardPart = { body: richText(text), actions: [], said: plainMarkdown(text) };
    // What happened to a demand comes with it as it stands.
    if (purchase !== undefined)
      for await (const { screen } of context.desk.tell({ kind: 'words', words }, TRAITS)) card = cardOf(screen);
    const sent = await sender.send(chat.value, toActivities({ card, suggestions }, createSay(language)));
    if (!sent.ok) return err(sent.error);
    const noted = await kept.keepDelivered(id, person);
    if (!noted.ok) context.log.warn({ message: id }, 'words may be said twice: the store is down');
    return ok(undefined);
  };
}
