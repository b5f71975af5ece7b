import type { Interpreting } from '../../../src/rewording/port/interpreting.ts';
import type { Assets } from '../assets.ts';
import type { View } from '../view.ts';

/** A request as these pages need it: the web door makes it of the framework's own. */
export interface Asked {
  readonly view: View;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** As the browser sent them. */
  readonly cookies: string | undefined;
  /** Over https. */
  readonly secure: boolean;
  /** What the addresses of this site begin with, as the browser knows it: `https://achats.example`. */
  readonly origin: string;
  /** The page's script asks: it wants the new inside of the page alone. */
  readonly fragment: boolean;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Bytes; the door's own limit when left out. */
  readonly largestBody?: number;
  readonly answer: (asked: Asked) => Promise<Reply>;
}

export interface RouteParts {
  readonly interpreting: Interpreting;
  readonly assets: Assets;
  readonly now: () => Date;
  readonly log: { info(fields: object, text: string): void; error(fields: object, text: string): void } | undefined;
}
