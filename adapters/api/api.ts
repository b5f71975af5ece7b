import { type Caller, type Calls, OPERATIONS, type Operation, type OperationName } from '../../src/calls/port/calls.ts';
import type { Gate, Passed } from '../../src/calls/port/gate.ts';
import { ownValue } from '../../src/own-value.ts';
import type { Endpoint, RawReply, RawRequest } from '../../src/platform.ts';
import { apiTexts as texts } from '../../src/text/api-texts.ts';
import { createIdempotency } from './idempotency.ts';
import { openApi } from './open-api.ts';
import { pageReply, scriptReply, styleReply } from './page.ts';
import { faultReply, problemReply, turnedReply } from './problem.ts';
import { readBody, readPath, readQuery } from './read-request.ts';

export interface ApiOptions {
  readonly calls: Calls;
  readonly gate: Gate;
  readonly version: string;
  readonly log?: { error(fields: object, text: string): void };
}

const ROOT = '/api/v1';
/** Bytes: four texts of the longest that is read, and what JSON adds. */
const LARGEST_BODY = 256 * 1024;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

/** `/api/v1`: everything a program may ask, behind a key. */
export function createApi({ calls, gate, version, log }: ApiOptions): readonly Endpoint[] {
  const contract = JSON.stringify(openApi(version));
  const idempotency = createIdempotency();
  const open: ReadonlyMap<string, () => RawReply> = new Map([
    ['', pageReply],
    ['/', pageReply],
    ['/essai.js', scriptReply],
    ['/essai.css', styleReply],
    ['/openapi.json', () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: contract })],
  ]);

  async function handle(method: string, request: RawRequest): Promise<RawReply> {
    const [path = '', query = ''] = request.url.slice(ROOT.length).split(/\?(.*)/s, 2);
    const shown = method === 'GET' ? open.get(path) : undefined;
    if (shown !== undefined) return shown();
    const here = NAMES.flatMap((name) => {
      const fields = readPath(OPERATIONS[name].path, path);
      return fields === undefined ? [] : [{ name, fields, operation: OPERATIONS[name] }];
    });
    const [found] = here.filter(({ operation }) => operation.method === method);
    if (found === undefined) return nothingHere(here.map(({ operation }) => operation));
    const passed = await gate.pass({ authorization: headerOf(request, 'authorization'), from: request.from });
    if (passed.kind !== 'passed') return turnedReply(passed, gate.perMinute);
    const { scope } = found.operation;
    if (!passed.scopes.has(scope))
      return withLimit(
        problemReply({ kind: 'no_scope', detail: texts.detail.scope(scope), more: { scope } }),
        passed,
        gate,
      );
    const answer = () => respond(found.name, { ...found.fields }, query, request, passed.caller);
    const replied =
      method === 'POST' ? await idempotency(request, passed.caller.id, found.name, answer) : await answer();
    return withLimit(replied, passed, gate);
  }

  async function respond(
    name: OperationName,
    inPath: Readonly<Record<string, string>>,
    query: string,
    request: RawRequest,
    caller: Caller,
  ): Promise<RawReply> {
    const read = OPERATIONS[name].method === 'GET' ? readQuery(query) : readBody(request);
    if ('refused' in read) return read.refused;
    const { id, ...fields } = read.fields;
    if (OPERATIONS[name].method === 'POST' && id !== undefined && typeof id !== 'string')
      return faultReply({ kind: 'invalid', errors: [{ field: 'id', message: 'id is not a string' }] });
    const given = OPERATIONS[name].method === 'GET' ? { ...read.fields, ...inPath } : fields;
    const answered = await calls.call(name, given, caller);
    if (!answered.ok) return faultReply(answered.error);
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify({ ...(typeof id === 'string' ? { id } : {}), ...answered.value }),
    };
  }

  const refuse = (status: number): RawReply =>
    status === 413
      ? problemReply({ kind: 'too_large', detail: texts.detail.tooLarge(LARGEST_BODY) })
      : problemReply({ kind: status >= 500 ? 'broken' : 'invalid' });
  return [ROOT, `${ROOT}/*`].flatMap((path) =>
    METHODS.map((method) => ({
      method,
      path,
      largestBody: LARGEST_BODY,
      refuse,
      handle: (request) =>
        handle(method, request).catch((error: unknown) => {
          log?.error({ err: error, path: request.url.split('?', 1)[0] }, 'a call failed');
          return problemReply({ kind: 'broken' });
        }),
    })),
  );
}

function nothingHere(here: readonly Operation[]): RawReply {
  if (here.length === 0) return problemReply({ kind: 'no_path' });
  const allow = here.map(({ method }) => method).join(', ');
  return problemReply({ kind: 'wrong_method', detail: texts.detail.methods(allow), headers: { allow } });
}

function withLimit(reply: RawReply, { left }: Passed, { perMinute }: Gate): RawReply {
  return {
    ...reply,
    headers: { ...reply.headers, 'ratelimit-limit': String(perMinute), 'ratelimit-remaining': String(left) },
  };
}

function headerOf({ headers }: RawRequest, name: string): string | undefined {
  const value = ownValue(headers, name);
  return typeof value === 'string' ? value : value?.[0];
}
