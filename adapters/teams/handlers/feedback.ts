import { createCard } from '../card/pack.ts';
import { feedbackPart } from '../cards/feedback.ts';
import type { Place } from '../inbound/heard.ts';
import { readFeedback } from '../inbound/read-action.ts';
import { createSay } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';

export interface Feedback {
  /** A thumb: noted at once, then the form that asks why. Undefined for what is no feedback. */
  thumb(at: Place, message: string | undefined, value: unknown): Promise<object | undefined>;
  /** The form. */
  reason(at: Place, message: string | undefined, value: unknown): Promise<object | undefined>;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

export function createFeedback({ context, kept }: Pick<HandlerParts, 'context' | 'kept'>): Feedback {
  /** The question that a message of ours answers, as the assistant knows it; a reply that is not kept any more has none. */
  const messageIdOf = async ({ reference }: Place, message: string | undefined): Promise<string | undefined> => {
    if (message === undefined) return undefined;
    const key = await kept.shownBy(reference.conversation, message);
    if (!key.ok || key.value === undefined) return undefined;
    const reply = await kept.reply(key.value);
    return reply.ok ? reply.value?.message.inReplyTo : undefined;
  };

  const note = async (at: Place, message: string | undefined, value: unknown) => {
    const given = readFeedback(value);
    const messageId = given && (await messageIdOf(at, message));
    if (given !== undefined && messageId !== undefined) {
      context.conversing.addFeedback({ messageId, ...given });
      context.log.info({ message: messageId, useful: given.useful }, 'feedback');
    }
    return given;
  };

  return {
    thumb: async (at, message, value) => {
      const given = await note(at, message, value);
      if (given === undefined) return undefined;
      const say = createSay(at.language ?? 'fr');
      const content = createCard({ language: say.language, ...feedbackPart(given.useful, say) });
      const card = { contentType: CARD, content };
      const size = { height: 'medium', width: 'medium' } as const;
      return { task: { type: 'continue', value: { title: say.teams.feedback.title, ...size, card } } };
    },
    reason: async (at, message, value) => ((await note(at, message, value)) === undefined ? undefined : {}),
  };
}
