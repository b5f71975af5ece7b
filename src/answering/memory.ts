import type { Talked } from '../dialogue/talked.ts';
import type { Role } from '../vocabulary/people.ts';
import type { Answer } from './port/outcome.ts';

/** What one dialogue remembers: enough for a follow-up, no more. */
export interface Remembered extends Talked {
  readonly role: Role | undefined;
  /** The last answer given, for a hand-over about it. */
  readonly answer: Answer | undefined;
}

interface Feedback {
  readonly messageId: string;
  readonly useful: boolean;
  readonly why: string | undefined;
}

/** Conversation memory and feedback: in memory here, in the database once there is one. */
export interface Memory {
  recall(conversation: string): Remembered | undefined;
  remember(conversation: string, what: Remembered): void;
  forget(conversation: string): void;
  addFeedback(feedback: Feedback): void;
  feedback(): readonly Feedback[];
}

/** Bounded (the least recently used dialogue goes first) and expiring. `now` in milliseconds. */
export function createMemory(limits: { conversations: number; lifetimeMs: number; now: () => number }): Memory {
  const dialogues = new Map<string, { what: Remembered; until: number }>();
  const notes: Feedback[] = [];
  return {
    recall: (conversation) => {
      const entry = dialogues.get(conversation);
      if (entry === undefined) return undefined;
      dialogues.delete(conversation);
      if (entry.until <= limits.now()) return undefined;
      dialogues.set(conversation, entry);
      return entry.what;
    },
    remember: (conversation, what) => {
      dialogues.delete(conversation);
      dialogues.set(conversation, { what, until: limits.now() + limits.lifetimeMs });
      for (const oldest of dialogues.keys()) {
        if (dialogues.size <= limits.conversations) break;
        dialogues.delete(oldest);
      }
    },
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
