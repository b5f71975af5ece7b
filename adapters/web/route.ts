import { field } from './inbound.ts';
import type { Session } from './session/sessions.ts';
import type { Visit } from './session/visit.ts';
import type { Stream } from './stream.ts';
import type { View } from './view.ts';

/** A request as the pages need it: the door makes it of the framework's own. */
export interface Asked {
  readonly view: View;
  readonly visit: Visit;
  readonly method: 'GET' | 'POST';
  /** Without the window's own beginning. */
  readonly path: string;
  /** Path and query, without that beginning. */
  readonly url: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The file that came with the form; undefined when none was chosen. */
  readonly file?: SentFile | undefined;
  /** As the browser sent them. */
  readonly cookies: string | undefined;
  /** The network address of who asks, as far as proxies that are believed say. */
  readonly from: string;
  /** Over https. */
  readonly secure: boolean;
  /** What the addresses of this site begin with, as the browser knows it: `https://achats.example`. */
  readonly origin: string;
  /** The page's script asks: it wants the new inside of the page alone. */
  readonly fragment: boolean;
  /** For a reply that comes sentence by sentence, with these cookies. */
  readonly stream: (cookies: readonly string[]) => Stream;
}

/** A file as a browser sends it; its name is only what it was called over there. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whole `Set-Cookie` lines. */
  readonly cookies?: readonly string[];
  readonly body: string | Uint8Array;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Bytes; the door's own limit when left out. */
  readonly largestBody?: number;
  /** Bytes of a file that may come with the form. */
  readonly largestFile?: number;
  /** Opening it is as much work as a form that is sent: it has the same limit. */
  readonly works?: true;
  readonly answer: (asked: Asked) => Promise<Reply | 'streamed'>;
}

/** Opens the session of who has just signed in, and goes on. */
export type Welcome = (asked: Asked, session: Session, onwards: string | undefined) => Promise<Reply>;

export interface Log {
  info(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

export function pageOf(status: number, body: string): Reply {
  return { status, type: 'text/html; charset=utf-8', body };
}

/** @param location from the window's own beginning on */
export function redirect(location: string, cookies: readonly string[] = []): Reply {
  return { status: 303, type: 'text/plain; charset=utf-8', headers: { location }, cookies, body: '' };
}

/** Where to go after signing in: a path of this site, and nothing that a browser would take for another one. */
export function readOnwards(form: unknown): string | undefined {
  const onwards = field(form, 'suite');
  return /^\/(?:[\w-]+(?:\/[\w.-]+)*)?$/.test(onwards) ? onwards : undefined;
}
