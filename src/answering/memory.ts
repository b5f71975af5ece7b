import type { Talked } from '../dialogue/talked.ts';
import type { Retained } from '../rules/reckon.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Exchanged } from './port/conversing.ts';
import type { Answer, Doubt, Outcome } from './port/outcome.ts';

/** What one dialogue remembers: enough for a follow-up, no more. */
export interface Remembered extends Talked {
  readonly role: Role | undefined;
  /** The last answer given, for a hand-over about it. */
  readonly answer: Answer | undefined;
  /** The questions offered last in place of an answer, for the same. */
  readonly offered?: Doubt['choices'] | undefined;
  /** What answers the likeliest of them: «plus court», typed then, is asked of it. */
  readonly likeliest?: Answer | undefined;
  /** The case that was worked out last, which the next line may change. */
  readonly reckoned?: Retained | undefined;
}

/** What a next line may be about: «c’est quel article ?» is asked of what was known while a fact was asked for, too. */
export function toldIn(outcome: Outcome): Answer | undefined {
  switch (outcome.kind) {
    case 'answer':
      return outcome;
    case 'handoff':
      return outcome.known;
    case 'clarification':
      return outcome.reason === 'fact' ? outcome.known : undefined;
    default:
      return undefined;
  }
}

/** The questions that were offered, where it is not sure which one was asked. */
export function offeredIn(outcome: Outcome): Doubt['choices'] | undefined {
  return outcome.kind === 'clarification' && outcome.reason === 'doubt' ? outcome.choices : undefined;
}

interface Feedback {
  readonly messageId: string;
  readonly useful: boolean;
  readonly why: string | undefined;
}

/** How long a dialogue may be gone on with. */
export const LIFETIME_MS = 4 * 3_600_000;

/** Dialogues as this process remembers them; what outlives it is in the store (`kept-dialogue.ts`). */
export interface Memory {
  /** What stands now; what stood after the message `after` was answered, where that is still known. */
  recall(conversation: string, after?: string): Remembered | undefined;
  /** @param message the one that was answered */
  remember(conversation: string, what: Remembered, message?: string): void;
  /** Keeps what was said and answered as long as the dialogue it belongs to is remembered. */
  keep(conversation: string, exchange: Exchanged): void;
  /** The whole of it as it stands, for another process, and there in the place of what was remembered. */
  whole(conversation: string): Dialogue | undefined;
  replace(conversation: string, dialogue: Dialogue): void;
  /** The last exchanges of a dialogue, the oldest first; none once it is forgotten. */
  exchanged(conversation: string): readonly Exchanged[];
  forget(conversation: string): void;
  addFeedback(feedback: Feedback): void;
  feedback(): readonly Feedback[];
}

/** Exchanges of one dialogue that may still be gone on from, or shown again. */
const MOST_EXCHANGES = 8;

/** All that is remembered of one dialogue. */
export interface Dialogue {
  readonly what: Remembered;
  /** By the message that was answered, the oldest first. */
  readonly exchanges: ReadonlyMap<string, Remembered>;
  readonly shown: readonly Exchanged[];
}

/** Bounded (the least recently used dialogue goes first) and expiring. `now` in milliseconds. */
export function createMemory(limits: { conversations: number; lifetimeMs: number; now: () => number }): Memory {
  const dialogues = new Map<string, Dialogue & { readonly until: number }>();
  const put = (conversation: string, dialogue: Dialogue): void => {
    dialogues.delete(conversation);
    dialogues.set(conversation, { ...dialogue, until: limits.now() + limits.lifetimeMs });
    for (const oldest of dialogues.keys()) {
      if (dialogues.size <= limits.conversations) break;
      dialogues.delete(oldest);
    }
  };
  const whole = (conversation: string): Dialogue | undefined => {
    const entry = dialogues.get(conversation);
    return entry === undefined || entry.until <= limits.now() ? undefined : entry;
  };
  const notes: Feedback[] = [];
  return {
    recall: (conversation, after) => {
      const entry = dialogues.get(conversation);
      if (entry === undefined) return undefined;
      dialogues.delete(conversation);
      if (entry.until <= limits.now()) return undefined;
      dialogues.set(conversation, entry);
      return (after === undefined ? undefined : entry.exchanges.get(after)) ?? entry.what;
    },
    remember: (conversation, what, message) => {
      const exchanges = new Map(dialogues.get(conversation)?.exchanges);
      if (message !== undefined) exchanges.set(message, what);
      for (const oldest of [...exchanges.keys()].slice(0, -MOST_EXCHANGES)) exchanges.delete(oldest);
      const shown = dialogues.get(conversation)?.shown ?? [];
      put(conversation, { what, exchanges, shown });
    },
    whole,
    replace: put,
    keep: (conversation, exchange) => {
      const entry = dialogues.get(conversation);
      if (entry === undefined) return;
      dialogues.set(conversation, { ...entry, shown: [...entry.shown, exchange].slice(-MOST_EXCHANGES) });
    },
    exchanged: (conversation) => whole(conversation)?.shown ?? [],
    forget: (conversation) => {
      dialogues.delete(conversation);
    },
    addFeedback: (feedback) => {
      notes.push(feedback);
      if (notes.length > limits.conversations) notes.shift();
    },
    feedback: () => notes,
  };
}
