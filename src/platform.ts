import type { Helping } from './handoff/helping.ts';
import type { Notice } from './handoff/notices.ts';
import type { SignedIn } from './handoff/views.ts';
import type { Address, Answer, InboundMessage, OutboundMessage, Suggestion } from './message.ts';
import type { Once } from './once.ts';
import type { Result } from './result.ts';
import type { AgreementView } from './rewording/agreement/agreement.ts';
import type { AgreementFault, OpenedAgreement } from './rewording/agreement/agreements.ts';
import type { Opener, Party } from './rewording/agreement/party.ts';
import type { AgreementAct } from './rewording/agreement/rules.ts';
import type { Rewording } from './rewording/rewording.ts';
import type { PlatformNotes } from './store/platform-notes.ts';
import type { LessonOf } from './training/training.ts';
import type { TrainingReply } from './training/views.ts';
import type { Language, Role } from './vocabulary/people.ts';
import type { StoreDown } from './vocabulary/record-faults.ts';
import type { Direction } from './vocabulary/rewording.ts';
import type { StoppedReading } from './within-time.ts';

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

/**
 * The fiches nearest to a few words, the best first, for a person who looks one up rather than asks. Nothing is remembered
 * nor kept of it; none are given for words that mean nothing here.
 */
export type FindFiches = (words: string, language: Language, limit: number) => Promise<readonly Answer[]>;

/** What the faces use to reword a text and to agree on a brief. */
export interface Interpreting {
  /**
   * @param direction undefined: the way in which the text is most likely to be wanted
   * @param language of the questions; the rewording itself is French
   */
  reword(
    text: string,
    direction: Direction | undefined,
    language: Language,
  ): Promise<Result<Rewording, StoppedReading>>;
  /** Keeps the rewording as a brief to agree on; the same one again under the same key. */
  open(
    rewording: Rewording,
    by: Role,
    opener: Opener,
    once?: Pick<Once, 'key'>,
  ): Promise<Result<OpenedAgreement, AgreementFault>>;
  agreement(id: string): Promise<Result<AgreementView, AgreementFault>>;
  /** @param version the one the change was decided on */
  change(
    id: string,
    version: number,
    act: AgreementAct,
    party: Party,
    once?: Pick<Once, 'key'>,
  ): Promise<Result<AgreementView, AgreementFault>>;
  exportAs(id: string, format: ExportFormat): Promise<Result<ExportedBrief, AgreementFault>>;
}

export type ExportFormat = 'md' | 'docx' | 'json';

interface ExportedBrief {
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** One message of a case as it leaves: nothing in it that its reader may not know. */
export interface Outgoing {
  /** The same at each attempt. */
  readonly id: string;
  readonly to: Address;
  readonly person: string;
  readonly case: string;
  readonly kind: Notice['kind'];
  readonly language: Language;
  /** Markdown. */
  readonly text: string;
}

/** Words to one person that belong to no case: the reminder they asked for, a notice before an attestation lapses. */
export interface Words extends Pick<Outgoing, 'id' | 'to' | 'person' | 'language' | 'text'> {
  /** The replies that one click gives. */
  readonly suggestions: readonly Suggestion[];
}

/**
 * Why a message was not taken: `later` is worth another try, after `afterMs` at the soonest where the platform says so; `gone`
 * means that the person is not to be reached there any more (uninstalled, blocked, deactivated); `never` is any other end.
 */
export type NotDelivered =
  | { readonly kind: 'later'; readonly why: string; readonly afterMs?: number }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'never'; readonly why: string };

/** What a chat platform's adapter is. */
export interface ChatPlatform {
  readonly name: Address['platform'];
  /** What it listens to on the one HTTP server; none where it listens by itself. */
  readonly endpoints?: readonly Endpoint[];
  /** Begins to listen; resolves with the address a person can open, where there is one. Rejects when it cannot. */
  start(): Promise<string | undefined>;
  stop(): Promise<void>;
  /** What it does with the events it gave to the intake. */
  readonly handle?: Handle;
  /** Shows a message of a case to the person it is for; left out where people come and look. */
  deliver?(message: Outgoing): Promise<Result<undefined, NotDelivered>>;
  /** Says words to the person they are for, in their own conversation; left out where people come and look. */
  tell?(words: Words): Promise<Result<undefined, NotDelivered>>;
}

/** A path of the one HTTP server that a platform's servers call. Nothing of the web page applies to it: no cookie, no limit. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The reply goes out when the promise resolves: it must not wait for the work that the request begins. */
  handle(request: RawRequest): Promise<RawReply>;
}

export interface RawRequest {
  /** Path and query, as they came. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Byte for byte: signatures are over it. */
  readonly body: Buffer;
}

export interface RawReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An event of a chat platform that must not be lost nor handled twice. */
export interface PlatformEvent {
  readonly platform: Address['platform'];
  /** The platform's own id: the same at each of its deliveries. */
  readonly id: string;
  /** The thread it belongs to: events of one are handled in order of arrival. */
  readonly lane: string;
  /** All that handling it needs, as JSON: it may be another process that does. Erased once handled. */
  readonly body: unknown;
}

/** Where an adapter puts what it has received, before it says so to the platform. */
export interface Intake {
  /** Resolves once it is kept on disk; `seen` when it had been already. It is then handled without further ado. */
  take(event: PlatformEvent): Promise<Result<'new' | 'seen', StoreDown>>;
}

/**
 * What an adapter does with an event that was taken. `attempt` counts the times before: from the second on, the answer may
 * have been given by a process that died, so the adapter looks before it sends. `later` tries again; anything else ends it.
 */
export type Handle = (
  body: unknown,
  delivery: { readonly id: string; readonly attempt: number },
) => Promise<Result<undefined, NotDelivered>>;

/** Someone as a chat platform knows them. */
export interface PlatformIdentity {
  readonly platform: Address['platform'];
  /** The workspace or tenant. */
  readonly workspace: string;
  readonly user: string;
}

/** What a platform says of someone when they are first met. */
export interface PlatformProfile {
  readonly name: string;
  /** One that the platform vouches for: people are recognised by it from one platform to another. */
  readonly email: string | undefined;
  readonly language: Language;
  /** Where messages reach them. */
  readonly address: Address;
  /** The body whose workspace it is, for someone not yet known. */
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Who is behind an account of a chat platform. Nobody is written down for asking a question. */
export interface Acquaintance {
  /** Whom this account belongs to, if they are known. */
  known(identity: PlatformIdentity): Promise<Result<SignedIn | undefined, StoreDown>>;
  /** The same, made known where they are not: by their e-mail, else as a new prescriber of that body. */
  meet(identity: PlatformIdentity, profile: () => Promise<PlatformProfile>): Promise<Result<SignedIn, StoreDown>>;
  /**
   * The same for someone who may be known by their e-mail from elsewhere; a stranger stays one, and nothing is noted. They are
   * reached here only if they are nowhere else.
   */
  recognise(
    identity: PlatformIdentity,
    profile: () => Promise<PlatformProfile>,
  ): Promise<Result<SignedIn | undefined, StoreDown>>;
  /** Messages reach them here from now on. */
  reachAt(person: string, address: Address): Promise<Result<undefined, StoreDown>>;
  setRole(person: string, role: Role): Promise<Result<undefined, StoreDown>>;
  /** E-mails of those who lend help and are reached nowhere yet. */
  unreached(): Promise<Result<readonly string[], StoreDown>>;
}

/** Training in a chat: lessons and quizzes step by step, by words alone. */
export interface Teaching {
  /**
   * One line of someone known. Undefined: it is not for training, and goes on to the assistant. Else Markdown, with the
   * replies that one click gives.
   */
  hear(person: string | undefined, text: string): Promise<TrainingReply | undefined>;
  /** The lesson that a source's fiche is, with its module, which every answer names; «leçon FICHE» follows it from there. */
  lessonOf(fiche: string): LessonOf | undefined;
  /** What a question led to (fiches), or which words had to be translated (concepts), for their recommendations alone. */
  noted(person: string, why: 'asked' | 'worded', met: readonly string[]): Promise<void>;
}

/** What a chat platform's adapter works with; it decides nothing. */
export interface PlatformParts {
  readonly conversing: Conversing;
  readonly interpreting: Interpreting;
  readonly helping: Helping;
  readonly acquaintance: Acquaintance;
  readonly intake: Intake;
  readonly notes: PlatformNotes;
  /** Left out where modules cannot be followed. */
  readonly teaching?: Teaching;
}
