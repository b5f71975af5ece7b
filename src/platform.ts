import type { Address, InboundMessage, OutboundMessage } from './message.ts';

/** What an adapter is given: it hands over what a person said and shows what comes back; it decides nothing. */
export interface Conversing {
  respond(message: InboundMessage): Promise<OutboundMessage>;
  /** Whether an answer was useful, and why not. */
  addFeedback(feedback: {
    readonly messageId: string;
    readonly useful: boolean;
    readonly why: string | undefined;
  }): void;
  /** Forgets a dialogue at the person's request. */
  forget(conversation: string): void;
}

/** What a chat platform's adapter is. */
export interface ChatPlatform {
  readonly name: Address['platform'];
  /** Begins to listen; resolves with the address a person can open, where there is one. Rejects when it cannot. */
  start(): Promise<string | undefined>;
  stop(): Promise<void>;
}
