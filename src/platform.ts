import type { Address, InboundMessage, Language, OutboundMessage, Role } from './message.ts';
import type { Result } from './result.ts';
import type { AgreementView } from './rewording/agreement/agreement.ts';
import type { AgreementFault } from './rewording/agreement/agreements.ts';
import type { AgreementAct } from './rewording/agreement/rules.ts';
import type { Direction, Rewording } from './rewording/rewording.ts';

/** What an adapter is given: it hands over what a person said and shows what comes back; it decides nothing. */
export interface Conversing {
  respond(message: InboundMessage, options?: RespondOptions): Promise<OutboundMessage>;
  /** Whether an answer was useful, and why not. */
  addFeedback(feedback: {
    readonly messageId: string;
    readonly useful: boolean;
    readonly why: string | undefined;
  }): void;
  /** Forgets a dialogue at the person's request. */
  forget(conversation: string): void;
}

/** What a face may want while an answer is on its way; each may be left out. */
export interface RespondOptions {
  /**
   * Given one checked sentence (Markdown, French, in the reader's register) at a time, in order, where a model words the
   * answer; never called without one, nor after `respond` has resolved. What `respond` resolves with replaces them all: the
   * wording may have been given up on the way. Must not throw.
   */
  readonly onSentence?: (sentence: string) => void;
  /** Aborted when the person takes the question back: `respond` resolves soon, and nothing of it is remembered. */
  readonly signal?: AbortSignal;
}

/** What the faces use to reword a text and to agree on a brief. */
export interface Interpreting {
  /** Which way a text is most likely to be wanted. */
  guess(text: string): Direction;
  /** @param language of the questions; the rewording itself is French */
  reword(text: string, direction: Direction, language: Language): Promise<Rewording>;
  /** Keeps the rewording as a brief to agree on. */
  open(rewording: Rewording, by: Role): Promise<Result<AgreementView, AgreementFault>>;
  agreement(id: string): Promise<Result<AgreementView, AgreementFault>>;
  /** @param version the one the change was decided on */
  change(id: string, version: number, act: AgreementAct): Promise<Result<AgreementView, AgreementFault>>;
  exportAs(id: string, format: ExportFormat): Promise<Result<ExportedBrief, AgreementFault>>;
}

export type ExportFormat = 'md' | 'docx' | 'json';

interface ExportedBrief {
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** What a chat platform's adapter is. */
export interface ChatPlatform {
  readonly name: Address['platform'];
  /** Begins to listen; resolves with the address a person can open, where there is one. Rejects when it cannot. */
  start(): Promise<string | undefined>;
  stop(): Promise<void>;
}
