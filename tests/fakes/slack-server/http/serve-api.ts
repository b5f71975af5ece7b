import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerCall } from '../api/call.ts';
import { asText, type Json } from '../json.ts';
import type { Mischief, Mischiefs } from '../mischief.ts';
import type { Call } from '../types.ts';
import type { World } from '../world.ts';
import { readArguments, readBytes } from './read-body.ts';

/** `/api/<method>`: reads the call, does the mischief that is due, answers, writes it all down. */
export async function serveApi(
  world: World,
  mischiefs: Mischiefs,
  openSocket: () => Json,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.baseUrl);
  const method = url.pathname.slice('/api/'.length);
  const body = await readBytes(request);
  const read = readArguments(request.headers['content-type'] ?? '', url.searchParams, body);
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const args = read.ok ? read.value : {};
  const call: Call = {
    method,
    args: withoutSecrets(args),
    token: bearer ?? (asText(args['token']) || undefined),
    at: world.clock.now(),
    answer: undefined,
  };
  const mischief = mischiefs.meet(method);
  if (mischief !== undefined && isInstead(mischief)) {
    call.answer = { ok: false, error: `mischief: ${mischief.kind}` };
    world.journal.add({ kind: 'call', call });
    await doInstead(mischief, response);
    return;
  }
  const answered = read.ok
    ? answerCall(
        world,
        { method, args: withBasic(request, args), token: call.token, inHeader: bearer !== undefined },
        openSocket,
      )
    : { body: { ok: false, error: read.error }, granted: [], accepted: [] };
  call.answer = answered.body;
  world.journal.add({ kind: 'call', call });
  if (mischief?.kind === 'lost-answer') {
    response.destroy();
    return;
  }
  if (mischief?.kind === 'slow') await pause(mischief.ms, undefined, { ref: false });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    ...(answered.granted.length > 0 && { 'x-oauth-scopes': answered.granted.join(',') }),
    ...(answered.accepted.length > 0 && { 'x-accepted-oauth-scopes': answered.accepted.join(',') }),
  });
  response.end(JSON.stringify(answered.body));
}

type Instead = Exclude<Mischief, { readonly kind: 'lost-answer' | 'slow' }>;

function isInstead(mischief: Mischief): mischief is Instead {
  return mischief.kind !== 'lost-answer' && mischief.kind !== 'slow';
}

async function doInstead(mischief: Instead, response: ServerResponse): Promise<void> {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  switch (mischief.kind) {
    case 'ratelimited':
      response.writeHead(429, { ...json, 'retry-after': String(mischief.retryAfter) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    case 'error':
      response.writeHead(200, json).end(JSON.stringify({ ok: false, error: mischief.error }));
      return;
    case 'status':
      response.writeHead(mischief.status).end('upstream trouble');
      return;
    case 'malformed':
      response.writeHead(200, json).end('{"ok":tru');
      return;
    case 'drop':
      response.destroy();
      return;
    case 'hang':
      await new Promise<void>((resolve) => response.once('close', resolve));
  }
}

/** `oauth.v2.access` takes the client's id and secret as arguments or by HTTP Basic. */
function withBasic(request: IncomingMessage, args: Json): Json {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (basic === undefined) return args;
  const [id, secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { ...args, client_id: id, client_secret: secret };
}

function withoutSecrets(args: Json): Json {
  const { token: _token, client_secret: _secret, ...rest } = args;
  return rest;
}
