import type { InboundMessage } from '../../message/message.ts';
import type { Language } from '../../vocabulary/people.ts';
import type { Answer, OutboundMessage } from './outcome.ts';

/** What an adapter is given: it hands over what a person said and shows what comes back; it decides nothing. */
export interface Conversing {
  respond(message: InboundMessage, options?: RespondOptions): Promise<OutboundMessage>;
  /** Whether an answer was useful, and why not. */
  addFeedback(feedback: {
    readonly messageId: string;
    readonly useful: boolean;
    readonly why: string | undefined;
  }): void;
  /** The last exchanges of a dialogue, the oldest first, for a page that is opened again; none once it is forgotten. */
  exchanged(conversation: string): readonly Exchanged[] | Promise<readonly Exchanged[]>;
  /** Forgets a dialogue at the person's request. */
  forget(conversation: string): void;
}

/** What was said, and what was answered to it. */
export interface Exchanged {
  readonly text: string;
  readonly reply: OutboundMessage;
}

/** What a face may want while an answer is on its way; each may be left out. */
export interface RespondOptions {
  /**
   * Given one checked sentence (Markdown, French, in the reader's register) at a time, in order, where a model words the
   * answer; never called without one, nor after `respond` has resolved. What `respond` resolves with holds them
   * all: none is taken back. Must not throw.
   */
  readonly onSentence?: (sentence: string) => void;
  /** Aborted when the person takes the question back: `respond` resolves soon, and nothing of it is remembered. */
  readonly signal?: AbortSignal;
}

/**
 * The fiches nearest to a few words, the best first, for a person who looks one up rather than asks. Nothing is remembered
 * nor kept of it; none are given for words that mean nothing here.
 */
export type FindFiches = (words: string, language: Language, limit: number) => Promise<readonly Answer[]>;
