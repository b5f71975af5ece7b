import { type Activity, type ChannelAccount, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationError, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';
import { z } from 'zod';
import { ownValue } from '../../src/own-value.ts';
import type { RawRequest } from '../../src/platform.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { type InboundActivity, inboundActivity, type OutboundActivity } from './activity.ts';
import type { Member, NotSent, Reference, Refused, TeamsDoor, TeamsDoorOptions, TeamsIdentity } from './door.ts';
import { admit, isJson } from './door-rules.ts';
import { readNotSent } from './not-sent.ts';

/** Bytes of an activity that is read: Teams' own are far below. */
const LARGEST = 256 * 1024;
/** Teams answers within a second or two; after that the work is tried again. */
const TIMEOUT_MS = 15_000;
/** Services that a bot meets are a handful (one a region); a client for each is kept. */
const MOST_CLIENTS = 50;
/** Members of a team, a page; a bot has no business with more than these. */
const PAGE = 200;
const MOST_PAGES = 10;
/** Who signs what the Bot Connector sends. */
const CHANNEL_ISSUER = 'https://api.botframework.com';

// What the SDK does not know of an entity it drops on the way out: AI labels, citations, the marks of a stream.
mappers.Entity.type.additionalProperties = { type: { name: 'any' } };

/** The door to Microsoft Teams. This file alone knows the Bot Framework SDK; no fault of the SDK's leaves it as an exception. */
export function createTeamsDoor({ identity, tenants, serviceHosts, cloud }: TeamsDoorOptions): TeamsDoor {
  const issuer = cloud?.issuer ?? CHANNEL_ISSUER;
  const authentication = new ConfigurationBotFrameworkAuthentication({
    ...settingsOf(identity),
    ...(cloud === undefined
      ? {}
      : {
          ToChannelFromBotLoginUrl: cloud.login,
          ToChannelFromBotOAuthScope: cloud.scope,
          ToBotFromChannelTokenIssuer: cloud.issuer,
          ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
          ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadata,
        }),
  });
  const appId = identity.kind === 'anonymous' ? undefined : identity.appId;
  const ourselves = new ClaimsIdentity(appId === undefined ? [] : [{ type: 'aud', value: appId }]);
  const connectors = authentication.createConnectorFactory(ourselves);
  const call = createCall(connectors);

  return {
    receive: async (request) => {
      const read = readActivity(request);
      if (!read.ok) return read;
      const refused = admit(read.value, request, { identity, tenants, serviceHosts });
      if (refused !== undefined) return err(refused);
      const header = headerOf(request, 'authorization');
      const signed = await isSigned(authentication, { identity, issuer }, read.value, header);
      return signed.ok ? read : signed;
    },
    send: async (to, activity) => {
      const { replyToId } = activity;
      const body = addressed(activity, to);
      const sent = await call(to.serviceUrl, ({ conversations }) =>
        replyToId === undefined
          ? conversations.sendToConversation(to.conversation, body, { timeout: TIMEOUT_MS })
          : conversations.replyToActivity(to.conversation, replyToId, body, { timeout: TIMEOUT_MS }),
      );
      // What is accepted (202) has no id, whatever the type says.
      return sent.ok ? ok(sent.value.id as string | undefined) : sent;
    },
    update: async (to, id, activity) => {
      const body = { ...addressed(activity, to), id };
      const sent = await call(to.serviceUrl, ({ conversations }) =>
        conversations.updateActivity(to.conversation, id, body, { timeout: TIMEOUT_MS }),
      );
      return sent.ok ? ok(undefined) : sent;
    },
    remove: async (to, id) => {
      const sent = await call(to.serviceUrl, ({ conversations }) =>
        conversations.deleteActivity(to.conversation, id, { timeout: TIMEOUT_MS }),
      );
      return sent.ok ? ok(undefined) : sent;
    },
    open: async ({ serviceUrl, tenant, bot }, user) => {
      const wanted = {
        isGroup: false,
        bot: { id: bot, name: '' },
        members: [{ id: user, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      };
      const opened = await call(serviceUrl, ({ conversations }) =>
        // The type asks for a topic and a first activity, the service for neither.
        conversations.createConversation(wanted as Parameters<typeof conversations.createConversation>[0], {
          timeout: TIMEOUT_MS,
        }),
      );
      return opened.ok ? ok(opened.value.id) : opened;
    },
    member: async (to, user) => {
      const found = await call(to.serviceUrl, ({ conversations }) =>
        conversations.getConversationMember(to.conversation, user, { timeout: TIMEOUT_MS }),
      );
      return found.ok ? ok(memberOf(found.value, to.tenant)) : found;
    },
    members: (to) => readMembers(call, to),
  };
}

type Call = ReturnType<typeof createCall>;

function createCall(connectors: ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>) {
  const clients = new Map<string, Promise<ConnectorClient>>();

  const clientOf = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known !== undefined) return known;
    const made = connectors.create(serviceUrl).then(withoutRetries);
    if (clients.size >= MOST_CLIENTS) clients.delete(clients.keys().next().value ?? '');
    clients.set(serviceUrl, made);
    return made;
  };

  // Every call to Teams: what goes wrong is told apart once, here.
  return async <T>(serviceUrl: string, ask: (client: ConnectorClient) => Promise<T>): Promise<Result<T, NotSent>> => {
    try {
      return ok(await ask(await clientOf(serviceUrl)));
    } catch (error) {
      return err(readNotSent(error));
    }
  };
}

async function isSigned(
  authentication: ConfigurationBotFrameworkAuthentication,
  { identity, issuer }: { readonly identity: TeamsIdentity; readonly issuer: string },
  activity: InboundActivity,
  header: string,
): Promise<Result<undefined, Refused>> {
  const { channelId, serviceUrl } = activity;
  // All that the SDK looks at: the token must be for this channel, and name this service.
  const claimed = { channelId, serviceUrl } as Activity;
  try {
    const { claimsIdentity } = await authentication.authenticateRequest(claimed, header);
    // The SDK also takes tokens of the emulator and of other bots; only the channel speaks for Teams.
    if (identity.kind !== 'anonymous' && claimsIdentity.getClaimValue('iss') !== issuer)
      return err({ status: 401, why: 'not a token of the channel' });
    // The SDK takes a token that never ends.
    if (identity.kind !== 'anonymous' && claimsIdentity.getClaimValue('exp') === null)
      return err({ status: 401, why: 'a token without an end' });
    return ok(undefined);
  } catch (error) {
    return err(refusedToken(error));
  }
}

async function readMembers(call: Call, to: Reference): Promise<Result<readonly Member[], NotSent>> {
  const all: Member[] = [];
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const more = continuationToken === undefined ? {} : { continuationToken };
    const wanted = { pageSize: PAGE, timeout: TIMEOUT_MS, ...more };
    const found = await call(to.serviceUrl, ({ conversations }) =>
      // The type wants a token for the first page too.
      conversations.getConversationPagedMembers(
        to.conversation,
        wanted as Parameters<typeof conversations.getConversationPagedMembers>[1] & object,
      ),
    );
    if (!found.ok) return found;
    all.push(...found.value.members.map((member) => memberOf(member, to.tenant)));
    continuationToken = found.value.continuationToken || undefined;
    if (continuationToken === undefined) break;
  }
  return ok(all);
}

/** In the names that the Bot Framework gives them. */
function settingsOf(identity: TeamsIdentity): Record<string, string> {
  switch (identity.kind) {
    case 'single_tenant':
      return {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: identity.appId,
        MicrosoftAppPassword: identity.password,
        MicrosoftAppTenantId: identity.tenant,
      };
    case 'multi_tenant':
      return {
        MicrosoftAppType: 'MultiTenant',
        MicrosoftAppId: identity.appId,
        MicrosoftAppPassword: identity.password,
      };
    case 'managed_identity':
      return {
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppId: identity.appId,
        MicrosoftAppTenantId: identity.tenant,
      };
    case 'anonymous':
      return {};
  }
}

function readActivity(request: RawRequest): Result<InboundActivity, Refused> {
  if (!isJson(headerOf(request, 'content-type'))) return err({ status: 415, why: 'not JSON' });
  if (request.body.length > LARGEST) return err({ status: 413, why: 'too large' });
  const parsed = inboundActivity.safeParse(parseJson(request.body.toString('utf8')));
  return parsed.success ? ok(parsed.data) : err({ status: 400, why: 'not an activity' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A token that is wrong is the caller's fault; keys that cannot be read are not. */
function refusedToken(error: unknown): Refused {
  const name = error instanceof Error ? error.name : '';
  if (error instanceof AuthenticationError)
    return error.statusCode === 401 ? { status: 401, why: error.message } : { status: 503, why: error.message };
  if (/^(?:JsonWebTokenError|TokenExpiredError|NotBeforeError)$/.test(name)) return { status: 401, why: name };
  return { status: 503, why: `the signing keys cannot be read: ${name}` };
}

/** Who says it to whom, which the REST interface wants in the body too. */
function addressed(activity: OutboundActivity, to: Reference): Activity {
  // Clients take a stream in personal chats alone, and look for the word.
  const isStreamed = activity.entities?.some((entity) => 'streamType' in entity) === true;
  const wire = {
    ...activity,
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    from: { id: to.bot },
    conversation: { id: to.conversation, tenantId: to.tenant, ...(isStreamed ? { conversationType: 'personal' } : {}) },
  };
  return wire as unknown as Activity;
}

/** A message sent again after its answer was lost would be shown twice: what is tried again is decided by who keeps it. */
function withoutRetries(client: ConnectorClient): ConnectorClient {
  const removed = client['client'].pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length === 0) throw new Error('the connector of the Bot Framework has no retry policy to take away');
  return client;
}

/**
 * An address counts as someone's only where the tenant itself says it: guests, and people of other tenants in a shared chat,
 * bring one that their own administrator wrote.
 */
function memberOf(found: ChannelAccount, tenant: string): Member {
  const { id, name, aadObjectId } = found;
  const { email, tenantId, userRole } = memberExtras.parse(found);
  const vouched = (tenantId === undefined || tenantId === tenant) && userRole !== 'guest' && userRole !== 'anonymous';
  return { id, name, account: aadObjectId, email: vouched && email !== '' ? email : undefined, isMember: vouched };
}

const memberExtras = z.object({
  email: z.string().optional().catch(undefined),
  tenantId: z.string().optional().catch(undefined),
  userRole: z.string().optional().catch(undefined),
});

function headerOf({ headers }: RawRequest, name: string): string {
  const value = ownValue(headers, name);
  return typeof value === 'string' ? value : '';
}
