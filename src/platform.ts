import type { Conversing } from './answering/port/conversing.ts';
import type { Seats } from './answering/shared-state.ts';
import type { House } from './bodies/port/house.ts';
import type { Clause } from './corpus/clauses.ts';
import type { Helping } from './handoff/port/helping.ts';
import type { Handle, Intake } from './intake/port/events.ts';
import type { Calculating } from './interviews/port/calculating.ts';
import type { Interviewing } from './interviews/port/interviewing.ts';
import type { Alerts } from './law/port/alerts.ts';
import type { NotDelivered, Outgoing, Words } from './message/delivery.ts';
import type { Address } from './message/message.ts';
import type { PlatformNotes } from './message/platform-notes.ts';
import type { Programming } from './programming/port/programming.ts';
import type { BossPages } from './purchases/port/boss-pages.ts';
import type { Purchasing } from './purchases/port/purchasing.ts';
import type { Acquaintance } from './reserve/port/acquaintance.ts';
import type { Result } from './result.ts';
import type { Interpreting } from './rewording/port/interpreting.ts';
import type { Teaching } from './training/port/teaching.ts';

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

/** A path of the one HTTP server that a platform's servers or programs call. Nothing of the web page applies to it: no cookie, no limit. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Ends in `/*` for all that is below it. */
  readonly path: string;
  /** Bytes; the door's own limit when left out. */
  readonly largestBody?: number;
  /** What is said of a request that does not reach it (too large, broken); a bare status when left out. */
  refuse?(status: number): RawReply;
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
  /** The address it comes from; undefined where that is not known. */
  readonly from?: string;
}

export interface RawReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a chat platform's adapter works with; it decides nothing. */
export interface PlatformParts {
  readonly conversing: Conversing;
  /** Where several processes serve one dialogue. */
  readonly seats?: Seats | undefined;
  readonly interpreting: Interpreting;
  readonly helping: Helping;
  readonly acquaintance: Acquaintance;
  readonly intake: Intake;
  readonly notes: PlatformNotes;
  /** Left out where no purchase can be taken stock of. */
  readonly interviewing?: Interviewing;
  /** Left out where nobody is told of changes of the law. */
  readonly alerts?: Alerts;
  /** Left out where no body keeps a table of its contracts. */
  readonly house?: House;
  /** Left out where no body announces what it will need; `page`: where its page stands. */
  readonly programming?: Programming & { readonly page?: string | undefined };
  readonly bids?: (text: string) => boolean;
  readonly clauses?: () => readonly Clause[];
  readonly purchasing?: Purchasing;
  /** Left out where a demand has no page for whoever decides. */
  readonly bossPages?: BossPages;
  readonly readAt?: ((link: string) => string) | undefined;
  /** Left out where nothing can be calculated by a form. */
  readonly calculating?: Calculating;
  /** Left out where modules cannot be followed. */
  readonly teaching?: Teaching;
}
