import type { RawRequest } from '../../src/platform.ts';
import type { Result } from '../../src/result.ts';
import type { InboundActivity, OutboundActivity } from './activity.ts';

/** Where a conversation is to be reached: what must be known to say something in it first. */
export interface Reference {
  /** The service that carries it, as it named itself. */
  readonly serviceUrl: string;
  /** With `;messageid=` in a channel: the thread. */
  readonly conversation: string;
  readonly tenant: string;
  /** This bot, as that conversation knows it. */
  readonly bot: string;
}

/** Someone as a conversation lists them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Their account in the directory of the tenant; the same in all conversations. */
  readonly account: string | undefined;
  readonly email: string | undefined;
  /** No guest, nobody of another tenant. */
  readonly isMember: boolean;
}

/**
 * Why Teams did not take something: `later` is worth another try; `gone` means that this person or conversation is not to be
 * reached any more (uninstalled, blocked, left); `never` is a request that Teams will always refuse.
 */
export type NotSent =
  | { readonly kind: 'later'; readonly why: string; readonly afterMs?: number }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'never'; readonly why: string };

/** Why a request to the messaging endpoint was not read. `status` is what the caller gets; `why` is for the log alone. */
export interface Refused {
  readonly status: 400 | 401 | 403 | 413 | 415 | 503;
  readonly why: string;
}

/** Microsoft Teams, and nothing of its SDK: what `teams.ts` makes of it, so that another SDK can take its place there. */
export interface TeamsDoor {
  /** The activity of a request, once its token, channel, service address and tenant are known to be right. */
  receive(request: RawRequest): Promise<Result<InboundActivity, Refused>>;
  /** Resolves with the id it was given; Teams gives none to what it splits, and to the pieces of a stream. */
  send(to: Reference, activity: OutboundActivity): Promise<Result<string | undefined, NotSent>>;
  update(to: Reference, id: string, activity: OutboundActivity): Promise<Result<undefined, NotSent>>;
  remove(to: Reference, id: string): Promise<Result<undefined, NotSent>>;
  /** The personal chat with someone who has the app. */
  open(to: Omit<Reference, 'conversation'>, user: string): Promise<Result<string, NotSent>>;
  member(to: Reference, user: string): Promise<Result<Member, NotSent>>;
  /** Everyone of the conversation, as many as Teams gives in a few pages. */
  members(to: Reference): Promise<Result<readonly Member[], NotSent>>;
}

/** How the bot is registered with Microsoft. */
export type TeamsIdentity =
  | { readonly kind: 'single_tenant'; readonly appId: string; readonly password: string; readonly tenant: string }
  | { readonly kind: 'multi_tenant'; readonly appId: string; readonly password: string }
  | { readonly kind: 'managed_identity'; readonly appId: string; readonly tenant: string }
  /** No token at all, for Microsoft's own local tools: the server must listen on loopback alone. */
  | { readonly kind: 'anonymous' };

/** The addresses of another Microsoft cloud than the public one. */
interface TeamsCloud {
  readonly login: string;
  readonly scope: string;
  readonly issuer: string;
  readonly openIdMetadata: string;
}

export interface TeamsDoorOptions {
  readonly identity: TeamsIdentity;
  /** Tenants whose people are answered; for a single tenant that one. Empty admits any: only without a token. */
  readonly tenants: readonly string[];
  /** Hosts, and all below those that begin with a dot, where a conversation's service may be. */
  readonly serviceHosts: readonly string[];
  readonly cloud?: TeamsCloud;
}
