import type { Direction } from '../../../src/vocabulary/rewording.ts';

/** Where something was said or clicked. */
export interface Spot {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

/** A question, or a message of a case: the thread tells. */
export interface Said extends Spot {
  readonly kind: 'said';
  readonly text: string;
  readonly ts: string;
  readonly thread?: string | undefined;
  /** Said to the app by name in a channel; else in its own messages. */
  readonly mention: boolean;
  /** In the assistant's pane. */
  readonly pane: boolean;
  /** Said again in other words. */
  readonly edited: boolean;
  /** Names of files that came along. */
  readonly files: readonly string[];
}

export interface Deleted {
  readonly kind: 'deleted';
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string | undefined;
}

export interface Commanded extends Spot {
  readonly kind: 'commanded';
  readonly text: string;
  readonly respondAt: string;
}

export interface Clicked extends Spot {
  readonly kind: 'clicked';
  readonly action: string;
  readonly value: string;
  /** When it was pressed, in seconds; undefined where that is not told. */
  readonly at?: number | undefined;
  /** The message that holds what was clicked; none in Home or in a form. */
  readonly message?:
    | { readonly ts: string; readonly thread?: string | undefined; readonly hidden: boolean }
    | undefined;
  readonly respondAt?: string | undefined;
}

export interface Picked extends Spot {
  readonly kind: 'picked';
  readonly text: string;
  readonly direction: Direction;
  readonly respondAt: string;
}

/** A form that takes its time: what it presses, and what it holds. */
export interface Filled {
  readonly kind: 'filled';
  readonly team: string;
  readonly user: string;
  readonly verb: 'reword' | 'complete' | 'keep' | 'purchase_do';
  readonly value: unknown;
  readonly filled: readonly (readonly [string, string | boolean | readonly string[]])[];
  /** Where the rewording goes; the person's own messages when left out. */
  readonly conversation?: string | undefined;
  /** Where a brief is shown to both sides. */
  readonly where?: string | undefined;
}

/** A need told in a form, as it was kept before; read for one release. */
interface Told extends Pick<Filled, 'team' | 'user' | 'conversation'> {
  readonly kind: 'told';
  readonly text: string;
  readonly direction: Direction | 'guess';
}

/** A brief to show to both sides, or to show again as it stands now. */
export interface BriefShown extends Spot {
  readonly kind: 'brief';
  readonly agreement: string;
  /** Of the message that shows it already. */
  readonly ts?: string | undefined;
}

export interface HomeOpened {
  readonly kind: 'home';
  readonly team: string;
  readonly user: string;
}

export interface PaneOpened extends Spot {
  readonly kind: 'pane';
  /** Of the assistant's pane; none where one's own messages are opened. */
  readonly thread?: string | undefined;
  readonly changed: boolean;
}

export interface Reacted extends Spot {
  readonly kind: 'reacted';
  readonly ts: string;
  readonly useful: boolean;
}

interface Uninstalled {
  readonly kind: 'uninstalled';
  readonly team: string;
}

/** What is kept until it has been handled. */
export type Inbound =
  | Said
  | Deleted
  | Commanded
  | Clicked
  | Picked
  | Filled
  | Told
  | BriefShown
  | HomeOpened
  | PaneOpened
  | Reacted
  | Uninstalled;

/** As it is taken: the same id at each delivery, one thing after the other in a lane. */
export interface Arrival {
  readonly id: string;
  readonly lane: string;
  readonly body: Inbound;
}
