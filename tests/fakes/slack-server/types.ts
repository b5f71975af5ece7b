import type { Json } from './json.ts';

/** One town hall's Slack, with this app installed in it. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly botUser: string;
  readonly botId: string;
  /** Of the bot; a test may take some away. */
  scopes: string[];
  token: string;
  state: 'installed' | 'revoked' | 'inactive' | 'absent';
}

export interface User {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly realName: string;
  email: string | undefined;
  readonly isBot: boolean;
  deleted: boolean;
  readonly locale: string;
}

export interface Channel {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: 'channel' | 'group' | 'im' | 'mpim';
  readonly members: Set<string>;
  archived: boolean;
}

interface Reaction {
  readonly name: string;
  readonly users: string[];
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly team: string;
  /** Of the bot when the app wrote it. */
  readonly user: string;
  readonly botId: string | undefined;
  /** Only this user sees it: not in the history, gone after a reload. */
  readonly shownTo: string | undefined;
  readonly threadTs: string | undefined;
  readonly clientId: string | undefined;
  readonly subtype: string | undefined;
  text: string;
  blocks: readonly Json[] | undefined;
  metadata: Json | undefined;
  files: readonly SharedFile[];
  edited: string | undefined;
  streaming: boolean;
  deleted: boolean;
  readonly reactions: Reaction[];
  /** What each user chose in its menus: `block_id` → `action_id` → value. */
  readonly chosen: Map<string, Record<string, Record<string, Json>>>;
}

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly bytes: Buffer;
}

export interface View {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly kind: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** As the app wrote it, block ids filled in. */
  body: Json;
  hash: string;
  readonly values: Record<string, Record<string, Json>>;
}

/** A call of the Web API, as it came and as it was answered. */
export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly token: string | undefined;
  /** Milliseconds of the server's clock. */
  readonly at: number;
  answer: Json | undefined;
}

export type DeliveryKind = 'event' | 'command' | 'interaction';

/** One sending of a delivery and what the app said. */
export interface Attempt {
  readonly at: number;
  readonly outcome:
    | { readonly kind: 'acked'; readonly body: unknown; readonly status: number }
    | { readonly kind: 'refused'; readonly status: number; readonly body: string }
    | { readonly kind: 'timeout' }
    | { readonly kind: 'unreachable'; readonly why: string };
  readonly ms: number;
}

export interface Delivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly payload: Json;
  readonly attempts: Attempt[];
}
