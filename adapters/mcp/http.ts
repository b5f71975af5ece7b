import { type Calls, SCOPES, type Scope } from '../../src/calls/port/calls.ts';
import type { Gate, Turned } from '../../src/calls/port/gate.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import { ownValue } from '../../src/own-value.ts';
import type { Endpoint, RawReply, RawRequest } from '../../src/platform.ts';
import { type ApiProblem, apiTexts } from '../../src/text/api-texts.ts';

interface McpHttpOptions {
  readonly calls: Calls;
  readonly gate: Gate;
  readonly version: string;
  /** The address that this site is known by. */
  readonly address: string | undefined;
  readonly now?: () => Date;
  readonly log?: { error(fields: object, text: string): void };
}

const PATH = '/mcp';
/** Bytes: as the API's. */
const LARGEST_BODY = 256 * 1024;

/** `/mcp`: streamable HTTP, stateless, behind the keys of the API; only for the names that this site is known by. */
export function createMcpEndpoints(options: McpHttpOptions): readonly Endpoint[] {
  const { gate, log } = options;
  let opened: Promise<Opened> | undefined;

  async function handle(method: string, request: RawRequest): Promise<RawReply> {
    const [host, origin] = [headerOf(request, 'host'), headerOf(request, 'origin')];
    opened ??= openServer(options);
    const { isOurs, serve } = await opened;
    // A page of another site whose name was made to lead here.
    if (!isOurs.host(host)) return refused(403, -32_000, 'Host');
    if (!isOurs.origin(origin)) return refused(403, -32_000, 'Origin');
    const passed = await gate.pass({ authorization: headerOf(request, 'authorization'), from: request.from });
    if (passed.kind !== 'passed') return turned(passed);
    const { caller, scopes } = passed;
    const web = new Request(`http://${host}${PATH}`, {
      method,
      headers: headersOf(request),
      ...(method === 'POST' ? { body: new Uint8Array(request.body) } : {}),
    });
    const authInfo = { token: '', clientId: caller.id, scopes: [...scopes] satisfies Scope[] };
    const response = await serve(web, { authInfo });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  }

  return (['GET', 'POST', 'DELETE'] as const).map((method) => ({
    method,
    path: PATH,
    largestBody: LARGEST_BODY,
    refuse: (status) =>
      refused(status, status === 413 ? -32_600 : -32_603, apiTexts.problem[status === 413 ? 'too_large' : 'broken']),
    handle: (request) =>
      handle(method, request).catch((error: unknown) => {
        log?.error({ err: error }, 'a call of MCP failed');
        return refused(500, -32_603, apiTexts.problem.broken);
      }),
  }));
}

type Opened = Awaited<ReturnType<typeof openServer>>;

/** The SDK is read at the first call: most places have no program that calls. */
async function openServer({ calls, version, address, now = () => new Date() }: McpHttpOptions) {
  const sdk = await import('@modelcontextprotocol/server');
  const { createMcp } = await import('./server.ts');
  const names = [...sdk.localhostAllowedHostnames(), ...(address === undefined ? [] : [new URL(address).hostname])];
  const served = sdk.createMcpHandler(
    ({ authInfo }) => {
      const scopes = new Set(SCOPES.filter((scope) => authInfo?.scopes.includes(scope) === true));
      const caller = { id: authInfo?.clientId ?? '', ofBody: scopes.has('body') };
      return createMcp({ calls, caller, scopes, version, now });
    },
    { maxSubscriptions: 0, keepAliveMs: 0, maxRequestBodySize: LARGEST_BODY },
  );
  return {
    isOurs: {
      host: (host: string | undefined) => sdk.validateHostHeader(host, names).ok,
      origin: (origin: string | undefined) => sdk.validateOriginHeader(origin, names).ok,
    },
    serve: served.fetch,
  };
}

const REFUSED: Readonly<Record<Turned['kind'], readonly [status: number, problem: ApiProblem]>> = {
  no_key: [401, 'no_key'],
  bad_key: [401, 'bad_key'],
  too_many: [429, 'too_many'],
  store_down: [503, 'unavailable'],
};

function turned(why: Turned): RawReply {
  const [status, problem] = REFUSED[why.kind];
  const reply = refused(status, -32_001, apiTexts.problem[problem]);
  const more: Readonly<Record<string, string>> =
    why.kind === 'too_many'
      ? { 'retry-after': String(why.seconds) }
      : status === 401
        ? { 'www-authenticate': 'Bearer' }
        : {};
  return { ...reply, headers: { ...reply.headers, ...more } };
}

/** As JSON-RPC says that a request was not served. */
function refused(status: number, code: number, message: string): RawReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ jsonrpc: '2.0', error: { code, message: frenchTypography(message) }, id: null }),
  };
}

/** Those that are of the connection stay with it. */
const OF_CONNECTION = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'expect',
  'te',
]);

function headersOf({ headers }: RawRequest): Headers {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !OF_CONNECTION.has(name))
      kept.set(name, typeof value === 'string' ? value : value.join(', '));
  return kept;
}

function headerOf({ headers }: RawRequest, name: string): string | undefined {
  const value = ownValue(headers, name);
  return typeof value === 'string' ? value : value?.[0];
}
