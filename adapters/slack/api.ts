import type { NotDelivered } from '../../src/message/delivery.ts';
import type { Result } from '../../src/result.ts';

/** What Slack said no with; `down` is no answer at all, or one that is not Slack's. */
export type ApiFault =
  | { readonly kind: 'rate_limited'; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'down'; readonly why: string };

export type ApiReply = Readonly<Record<string, unknown>>;

/** One workspace's Web API. */
export interface SlackApi {
  readonly team: string;
  /** @param method as Slack names it: `chat.postMessage` */
  call(method: string, args: Readonly<Record<string, unknown>>): Promise<Result<ApiReply, ApiFault>>;
  /** Replies to a `response_url`. */
  respond(url: string, body: Readonly<Record<string, unknown>>): Promise<Result<undefined, ApiFault>>;
  /** Sends bytes to an address that Slack gave for them. */
  upload(url: string, name: string, body: Uint8Array): Promise<Result<undefined, ApiFault>>;
}

/** A workspace where the app is installed. */
export interface Workspace {
  readonly api: SlackApi;
  readonly team: string;
  readonly teamName: string | undefined;
  readonly botUser: string | undefined;
  readonly bot: string | undefined;
}

/** Where the app is installed; undefined where it is not any more. */
export interface Workspaces {
  of(team: string): Promise<Result<Workspace | undefined, { readonly kind: 'down'; readonly why: string }>>;
  /** The app was removed from it. */
  forget(team: string): Promise<void>;
}

/** Whoever this was for is not to be reached in this workspace any more. */
const GONE = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'org_login_required',
  'team_not_found',
  'token_revoked',
  'user_disabled',
  'user_is_restricted',
  'user_not_found',
  'user_not_visible',
]);
/** Slack's own trouble, or a configuration that somebody will mend. */
const PASSING = new Set([
  'fatal_error',
  'internal_error',
  'invalid_auth',
  'not_authed',
  'rate_limited',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'accesslimited',
  // No word of Slack's: a server in between, or an answer cut short.
  'unreadable_reply',
]);
/** The workspace, its plan or a server that stands in for Slack does not have the method. */
const UNKNOWN = new Set([
  'access_denied',
  'feature_not_enabled',
  'method_not_supported_for_channel_type',
  'missing_scope',
  'no_permission',
  'not_allowed',
  'not_allowed_token_type',
  'not_implemented',
  'unknown_method',
  'team_not_allowed',
]);

export function notDelivered(fault: ApiFault): NotDelivered {
  if (fault.kind === 'rate_limited') return { kind: 'later', why: 'rate limited', afterMs: fault.afterMs };
  if (fault.kind === 'down') return { kind: 'later', why: fault.why };
  if (PASSING.has(fault.error)) return { kind: 'later', why: fault.error };
  return { kind: GONE.has(fault.error) ? 'gone' : 'never', why: fault.error };
}

/** Whether to do without: the method is not to be had here. */
export function isMissing(fault: ApiFault): boolean {
  return fault.kind === 'refused' && UNKNOWN.has(fault.error);
}

/** Whether the blocks were at fault, and the words alone may pass. */
export function isBlockFault(fault: ApiFault): boolean {
  return (
    fault.kind === 'refused' &&
    /^(?:invalid_blocks|invalid_arguments|invalid_blocks_format|msg_blocks_too_long|unsupported_block)/.test(
      fault.error,
    )
  );
}
