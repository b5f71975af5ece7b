import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEPT_OPEN } from '../../fixtures/kept-open.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import { checkActivity, isWire, listOf, type Refusal, type Wire } from './rules.ts';
import { createStreams } from './streams.ts';

export interface Member {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email?: string;
  readonly tenantId: string;
}

export interface FakeConversation {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly members: Member[];
  readonly tenantId: string;
}

/** One call as it came, byte for byte. */
interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly raw: string;
  readonly body: Wire;
  /** What the service answered. */
  status: number;
  /** Given to what was created. */
  id: string | undefined;
}

export interface FakeConnector {
  readonly url: string;
  readonly issuer: Issuer;
  readonly calls: readonly Call[];
  /** Messages as they stand now, by conversation then id: an update has taken the place of what it updates. */
  shown(conversation: string): readonly { readonly id: string; readonly activity: Wire }[];
  readonly conversations: Map<string, FakeConversation>;
  /** Shows another activity in the place of one, as a button's answer does. */
  replace(conversation: string, id: string, activity: Wire): void;
  /** What the next calls get instead, one each; `times` for a longer outage. */
  refuseNext(refusal: Refusal, times?: number): void;
  /** What the first call that `refused` picks gets instead. */
  refuseOnce(refused: (call: Call) => Refusal | undefined): void;
  /** Bot removed or blocked by this person: nothing reaches them. */
  uninstall(userId: string): void;
  install(userId: string): void;
  /** Notes an inbound activity, so that it can be replied to. */
  noteActivity(conversation: string, id: string): void;
  /** Resolves once this many calls that `wanted` picks have come. */
  waitFor(count: number, wanted?: (call: Call) => boolean): Promise<readonly Call[]>;
  /** Told of each message that is shown, until what is returned is called. */
  onMessage(tell: (conversation: string, activity: Wire) => void): () => void;
  stop(): Promise<void>;
}

export interface ConnectorOptions {
  readonly botId: string;
  readonly tenantId: string;
  /** Tokens that the fake gives out and then asks for; without it calls come unsigned, as from local tools. */
  readonly secured?: boolean;
}

/** The Bot Connector's REST interface over real HTTP, as strict as the documentation: it refuses what Teams refuses. */
export async function startTeamsConnector(options: ConnectorOptions): Promise<FakeConnector> {
  const calls: Call[] = [];
  const conversations = new Map<string, FakeConversation>();
  const shown = new Map<string, Map<string, Wire>>();
  const known = new Set<string>();
  const followStream = createStreams();
  const tokens = new Set<string>();
  const gone = new Set<string>();
  const refusals: Refusal[] = [];
  const listening = new Set<(conversation: string, activity: Wire) => void>();
  const picky: ((call: Call) => Refusal | undefined)[] = [];
  let waiting: (() => void)[] = [];
  let url = '';
  const issuer = createIssuer({ audience: options.botId, serviceUrl: () => url });

  const server = createServer(KEPT_OPEN, (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readAll(request);
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/');
    if (path === '/metadata') return json(response, 200, { issuer: 'fake', jwks_uri: `${url}keys` });
    if (path === '/keys') return json(response, 200, issuer.jwks);
    if (path.startsWith('/msi/token')) return giveManagedToken(request, response);
    const body: unknown = raw === '' ? {} : tryParse(raw);
    const call: Call = {
      method: request.method ?? '',
      path,
      authorization: request.headers.authorization,
      raw,
      body: isWire(body) ? body : {},
      status: 0,
      id: undefined,
    };
    calls.push(call);
    const result = refusals.shift() ?? pick(call) ?? serve(call, body, request.headers['content-type']);
    call.status = result.status;
    if ('code' in result) {
      json(response, result.status, { error: { code: result.code, message: result.message } }, result.headers);
    } else {
      call.id = isWire(result.body) && typeof result.body['id'] === 'string' ? result.body['id'] : undefined;
      json(response, result.status, result.body);
    }
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  }

  function pick(call: Call): Refusal | undefined {
    const index = picky.findIndex((refuses) => refuses(call) !== undefined);
    return picky.splice(index, index === -1 ? 0 : 1)[0]?.(call);
  }

  function serve(call: Call, body: unknown, type: string | undefined): Refusal | { status: number; body: unknown } {
    const token = /^Bearer (.+)$/.exec(call.authorization ?? '')?.[1];
    if (options.secured === true && (token === undefined || !tokens.has(token)))
      return { status: 401, code: 'Unauthorized', message: 'Authorization has been denied for this request.' };
    if (call.raw !== '' && !/^application\/json/.test(type ?? ''))
      return { status: 415, code: 'BadSyntax', message: 'JSON only' };
    if (call.path === '/v3/conversations' && call.method === 'POST') return openConversation(body);
    const match = /^\/v3\/conversations\/([^/]+)(?:\/(activities|members|pagedmembers)(?:\/([^/]+))?)?$/.exec(
      call.path,
    );
    if (match === null) return { status: 404, code: 'NotFound', message: call.path };
    const [, id = '', part, last] = match;
    const conversation = conversations.get(id.split(';', 1)[0] ?? '');
    if (conversation === undefined)
      return { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' };
    if (part === 'members') return giveMember(conversation, last);
    if (part === 'pagedmembers') return { status: 200, body: { members: conversation.members, continuationToken: '' } };
    const blocked = conversation.kind === 'personal' && conversation.members.some((member) => gone.has(member.id));
    if (blocked)
      return { status: 403, code: 'MessageWritesBlocked', message: 'Thread creation failed or the bot is blocked.' };
    return serveActivity(call, body, { id, conversation, last });
  }

  function serveActivity(
    { method, raw }: Call,
    body: unknown,
    { id, conversation, last }: { id: string; conversation: FakeConversation; last: string | undefined },
  ): Refusal | { status: number; body: unknown } {
    const messages = shown.get(id) ?? new Map<string, Wire>();
    shown.set(id, messages);
    if (method === 'DELETE') {
      return last !== undefined && messages.delete(last)
        ? { status: 200, body: {} }
        : { status: 404, code: 'ActivityNotFoundInConversation', message: 'no such activity' };
    }
    const refused = checkActivity(body, raw, conversation);
    if (refused !== undefined) return refused;
    const activity = isWire(body) ? body : {};
    if (method === 'PUT') {
      if (last === undefined || !messages.has(last))
        return { status: 404, code: 'ActivityNotFoundInConversation', message: 'no such activity' };
      messages.set(last, activity);
      return { status: 200, body: { id: last } };
    }
    if (method !== 'POST') return { status: 405, code: 'BadArgument', message: 'method' };
    if (last !== undefined && !known.has(`${id}|${last}`) && !messages.has(last))
      return { status: 404, code: 'ActivityNotFoundInConversation', message: 'no such activity' };
    const stream = followStream(activity);
    if (typeof stream === 'object') return stream;
    const given = stream ?? `1:${randomUUID()}`;
    if (activity['type'] === 'message') {
      messages.set(given, activity);
      for (const tell of listening) tell(id, activity);
    }
    return { status: 201, body: { id: given } };
  }

  function openConversation(body: unknown): Refusal | { status: number; body: unknown } {
    if (!isWire(body)) return { status: 400, code: 'BadSyntax', message: 'no parameters' };
    const [member] = listOf(body['members']);
    const userId = isWire(member) ? member['id'] : undefined;
    if (typeof userId !== 'string' || body['tenantId'] !== options.tenantId || body['isGroup'] === true)
      return { status: 400, code: 'BadArgument', message: 'one member and the tenant are wanted' };
    const person = [...conversations.values()].flatMap(({ members }) => members).find(({ id }) => id === userId);
    if (person === undefined || gone.has(userId))
      return { status: 403, code: 'BotNotInConversationRoster', message: 'The bot is not part of the roster.' };
    const existing = [...conversations.values()].find(
      ({ kind, members }) => kind === 'personal' && members.some(({ id }) => id === userId),
    );
    const id = existing?.id ?? `a:${randomUUID()}`;
    if (existing === undefined)
      conversations.set(id, { id, kind: 'personal', members: [person], tenantId: options.tenantId });
    return { status: 201, body: { id } };
  }

  function giveMember(
    { members }: FakeConversation,
    id: string | undefined,
  ): Refusal | { status: number; body: unknown } {
    if (id === undefined) return { status: 200, body: members };
    const member = members.find((one) => one.id === id || one.aadObjectId === id);
    if (member === undefined)
      return { status: 404, code: 'MemberNotFoundInConversation', message: 'The member is not in the conversation.' };
    return { status: 200, body: { ...member, objectId: member.aadObjectId, userRole: 'user' } };
  }

  /** As the hosting environment gives one to a user-assigned managed identity. */
  function giveManagedToken(request: IncomingMessage, response: ServerResponse): void {
    const query = new URL(request.url ?? '', url).searchParams;
    if (request.headers['x-identity-header'] === undefined || query.get('client_id') !== options.botId) {
      json(response, 400, { error: 'invalid_request' });
      return;
    }
    const token = `managed.${randomUUID()}`;
    tokens.add(token);
    const expires = Math.floor(Date.now() / 1000) + 86_400;
    json(response, 200, {
      access_token: token,
      expires_on: String(expires),
      resource: query.get('resource'),
      token_type: 'Bearer',
      client_id: query.get('client_id'),
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  return {
    url,
    issuer,
    calls,
    conversations,
    replace: (conversation, id, activity) => shown.get(conversation)?.set(id, activity),
    shown: (conversation) => [...(shown.get(conversation) ?? [])].map(([id, activity]) => ({ id, activity })),
    refuseNext: (refusal, times = 1) => {
      for (let i = 0; i < times; i++) refusals.push(refusal);
    },
    refuseOnce: (refused) => void picky.push(refused),
    uninstall: (userId) => gone.add(userId),
    install: (userId) => gone.delete(userId),
    noteActivity: (conversation, id) => known.add(`${conversation}|${id}`),
    waitFor: async (count, wanted = () => true) => {
      for (;;) {
        const found = calls.filter((call) => call.status !== 0 && wanted(call));
        if (found.length >= count) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    onMessage: (tell) => {
      listening.add(tell);
      return () => void listening.delete(tell);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function tryParse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
