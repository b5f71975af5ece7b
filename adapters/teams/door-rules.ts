import type { RawRequest } from '../../src/platform.ts';
import type { InboundActivity } from './activity.ts';
import type { Refused, TeamsDoorOptions } from './door.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

type Rules = Pick<TeamsDoorOptions, 'identity' | 'tenants' | 'serviceHosts'>;

/**
 * Whether an activity may come from there at all, before its token is looked at. The service address is where replies, with
 * the bot's own token, would be sent: it must be Microsoft's. Without a token only this machine is heard.
 */
export function admit(activity: InboundActivity, request: RawRequest, rules: Rules): Refused | undefined {
  const { identity, tenants, serviceHosts } = rules;
  const service = URL.canParse(activity.serviceUrl) ? new URL(activity.serviceUrl) : undefined;
  if (service === undefined) return { status: 403, why: 'the service address is none' };
  if (identity.kind === 'anonymous') return admitLocal(service, request);
  if (activity.channelId !== 'msteams') return { status: 403, why: 'another channel than Teams' };
  if (!isServiceAllowed(service, serviceHosts)) return { status: 403, why: `unknown service ${service.host}` };
  // Teams names it in one place or two: a foreign one in either is no activity of ours.
  const named = [activity.channelData.tenant?.id, activity.conversation.tenantId].filter((one) => one !== undefined);
  if (named.length === 0) return { status: 403, why: 'no tenant' };
  const foreign = named.find((one) => !tenants.includes(one));
  return foreign === undefined ? undefined : { status: 403, why: `unknown tenant ${foreign}` };
}

function admitLocal(service: URL, { headers }: RawRequest): Refused | undefined {
  if (!LOOPBACK.test(service.hostname))
    return { status: 403, why: 'without a token, replies go to this machine alone' };
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined)
    return { status: 403, why: 'without a token, nobody is heard through a proxy' };
  // A page of a browser could make its own name lead here.
  const host = typeof headers['host'] === 'string' ? headers['host'] : '';
  const name = host.replace(/:\d+$/, '');
  return LOOPBACK.test(name) ? undefined : { status: 403, why: 'without a token, only this machine is heard' };
}

/** HTTPS, to a host of the list; one that begins with a dot stands for all below it. Loopback goes without, for tests. */
function isServiceAllowed(service: URL, hosts: readonly string[]): boolean {
  const named = hosts.some((host) =>
    host.startsWith('.') ? service.hostname.endsWith(host) : host === service.hostname || host === service.host,
  );
  return named && (service.protocol === 'https:' || LOOPBACK.test(service.hostname));
}

export function tenantOf({ conversation, channelData }: InboundActivity): string | undefined {
  return channelData.tenant?.id ?? conversation.tenantId;
}

/** A browser sends JSON to another site only after asking, which is never granted. */
export function isJson(contentType: string): boolean {
  return /^application\/json(?:\s*;|$)/i.test(contentType);
}
