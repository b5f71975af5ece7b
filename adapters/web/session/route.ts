import { field } from '../inbound.ts';
import type { Asked, Reply } from '../rewording/route.ts';
import type { Session } from './sessions.ts';
import type { Visit } from './visit.ts';

/** A request as the pages that know people need it. */
export interface HelpAsked extends Asked {
  readonly visit: Visit;
  readonly method: 'GET' | 'POST';
  /** Without the window's own beginning. */
  readonly path: string;
  /** Path and query, without that beginning. */
  readonly url: string;
  /** The file that came with the form; undefined when none was chosen. */
  readonly file?: SentFile | undefined;
}

/** A file as a browser sends it; its name is only what it was called over there. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface HelpReply extends Reply {
  /** Whole `Set-Cookie` lines. */
  readonly cookies?: readonly string[];
}

export interface HelpRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly largestBody?: number;
  /** Bytes of a file that may come with the form. */
  readonly largestFile?: number;
  readonly answer: (asked: HelpAsked) => Promise<HelpReply>;
}

/** Opens the session of who has just signed in, and goes on. */
export type Welcome = (asked: HelpAsked, session: Session, onwards: string | undefined) => Promise<HelpReply>;

export interface Log {
  info(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** @param location from the window's own beginning on */
export function redirect(location: string, cookies: readonly string[] = []): HelpReply {
  return { status: 303, type: 'text/plain; charset=utf-8', headers: { location }, cookies, body: '' };
}

/** Where to go after signing in: a path of this site, and nothing that a browser would take for another one. */
export function readOnwards(form: unknown): string | undefined {
  const onwards = field(form, 'suite');
  return /^\/(?:[\w-]+(?:\/[\w.-]+)*)?$/.test(onwards) ? onwards : undefined;
}
