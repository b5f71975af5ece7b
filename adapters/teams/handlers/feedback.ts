import { feedbackScreen } from '../../../src/screens/feedback.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import { createCard } from '../card/pack.ts';
import type { Place } from '../inbound/heard.ts';
import { readFeedback } from '../inbound/read-action.ts';
import { formOf } from '../render.ts';
import { createSay } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';
import type { Hearing } from './hear.ts';

export interface Feedback {
  /** A thumb: noted at once, then the form that asks why. Undefined for what is no feedback. */
  thumb(at: Place, message: string | undefined, value: unknown): Promise<object | undefined>;
  /** The form. */
  reason(at: Place, message: string | undefined, value: unknown): Promise<object | undefined>;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

interface FeedbackParts extends Pick<HandlerParts, 'context' | 'kept'> {
  readonly hearing: Pick<Hearing, 'lastReply'>;
}

export function createFeedback({ context, kept, hearing }: FeedbackParts): Feedback {
  /** The question that a message of ours answers, as the assistant knows it; a reply that is not kept any more has none. */
  const messageIdOf = async (at: Place, message: string | undefined): Promise<string | undefined> => {
    const key = await keyOf(at, message);
    const reply = key === undefined ? undefined : await kept.reply(key);
    return reply?.ok === true ? reply.value?.message.inReplyTo : undefined;
  };

  /** Teams names the message; of a tool that does not, it is what this person was answered last. */
  const keyOf = async (at: Place, message: string | undefined): Promise<string | undefined> => {
    if (message === undefined) return hearing.lastReply(at);
    const key = await kept.shownBy(at.reference.conversation, message);
    return key.ok ? key.value : undefined;
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
      const content = createCard({ language: say.language, ...formOf(feedbackScreen(given.useful, say.language), {}) });
      const card = { contentType: CARD, content };
      const size = { height: 'medium', width: 'medium' } as const;
      return { task: { type: 'continue', value: { title: wordsOf(say.language).own.feedback.title, ...size, card } } };
    },
    reason: async (at, message, value) => ((await note(at, message, value)) === undefined ? undefined : {}),
  };
}
