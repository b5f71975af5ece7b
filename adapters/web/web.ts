// The door to Fastify: every page is mounted here, behind the same headers, limits and faults, so that they are seen together.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { limitsInMemory } from '../../src/limits.ts';
import type { ChatPlatform } from '../../src/platform.ts';
import type { Catalogue } from '../../src/text/catalogues.ts';
import { readAssets } from './assets.ts';
import { mountEndpoints } from './endpoints.ts';
import { checkParams, readEncoded, readFormBody } from './form.ts';
import { createHelp, type Help } from './handoff/create-help.ts';
import { HEADERS } from './headers.ts';
import { isCrossSite, readLanguage } from './inbound.ts';
import { limitStore } from './limit-store.ts';
import type { WebOptions } from './options.ts';
import { renderFaultFragment, renderFaultPage } from './page.ts';
import { limitReceiving, PATIENCE } from './patience.ts';
import { type Asked, pageOf, type Reply, type Route } from './route.ts';
import { routesOf, type Site } from './routes.ts';
import { type Incoming, NOBODY, splitDemo, type Visit } from './session/visit.ts';
import { createStream, STREAM_HEADER, STREAM_TYPE } from './stream.ts';
import { readUpload, takeUploads } from './uploads.ts';
import { createView, type HelpView, type View } from './view.ts';

/** Bytes of a submission: far above the longest question, far below what would hurt. */
const LARGEST_BODY = 64 * 1024;
/** Said by the script of our page only, and by no plain form: it asks for the new part of the page. */
const FRAGMENT_HEADER = 'x-fragment';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Called by a platform's servers, which sign what they send: nothing made for browsers applies. */
    endpoint?: true;
  }
  interface FastifyRequest {
    /** Who asks, read once. */
    visit: Visit;
  }
}

const IDLE_LOOK_MS = 100;

/** What every route is mounted with. */
interface Door extends Site {
  readonly app: FastifyInstance;
  /** Submissions a minute. */
  readonly perMinute: number;
}

/** The web page: plain forms and HTML, made livelier by a script. This file alone knows Fastify. */
export function createWebPlatform(options: WebOptions): ChatPlatform {
  const demo = options.help?.signIn.kind === 'demo';
  const { patience = PATIENCE, trustProxy = ['loopback'] } = options;
  const door: { now?: Door } = {};
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    trustProxy: [...trustProxy],
    requestTimeout: patience.requestMs,
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.lookMs },
    // The query is read by the door, where a fault has its page.
    routerOptions: { querystringParser: () => ({}) },
    // What the router cannot read has no route, nor the page of one.
    frameworkErrors: (error, request, reply) => {
      request.visit = NOBODY;
      const status = error.statusCode ?? 400;
      return showFault(door.now, request, reply, status);
    },
    // Who is played stands before the path of every page; the pages know nothing of it.
    rewriteUrl: ({ url = '/' }) => (demo ? splitDemo(url).url : url),
  });
  return {
    name: 'web',
    start: async () => {
      limitReceiving(app.server, patience);
      const assets = readAssets();
      const { help, log, host, perMinute = 120 } = options;
      const parts = { assets, listensOn: host, now: () => new Date(), log, desk: options.desk };
      door.now = { app, options, assets, help: help && createHelp(help, parts), perMinute };
      await prepare(door.now);
      return app.listen({ host: options.host, port: options.port });
    },
    stop: async () => {
      // A connection that was in use when closing began is kept open after its reply, for over a minute: whoever stops waits.
      const closing = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
      await app.close().finally(() => clearInterval(closing));
    },
  };
}

async function prepare(door: Door): Promise<void> {
  const { app, options } = door;
  await guardAll(door);
  for (const asset of door.assets.all)
    app.get(asset.path, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.text),
    );
  app.get('/health', () => ({ status: 'ok' }));
  const routes = routesOf(door);
  for (const route of routes) if (route.largestFile === undefined) mount(door, app, route);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => showFault(door, request, reply, 404));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      options.log?.error({ err: error, request: request.id, path: request.routeOptions.url }, 'a request failed');
    return showFault(door, request, reply, status);
  });
  for (const route of routes) {
    const { largestFile } = route;
    if (largestFile === undefined) continue;
    await app.register(async (scope) => {
      await takeUploads(scope, largestFile);
      mount(door, scope, { ...route, largestBody: largestFile + LARGEST_BODY });
    });
  }
  // Last: waiting for a plugin starts the server, and handlers that are set after that are not used.
  await app.register(async (scope) => mountEndpoints(scope, options.endpoints ?? [], options.log));
}

/** What stands before every page: headers, limits, the reading of forms, who asks. */
async function guardAll({ app, options, help, perMinute }: Door): Promise<void> {
  const { limits = limitsInMemory } = options;
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode: status, elapsedTime: ms }) =>
    options.onServed?.({ method, route: routeOptions.url ?? 'none', status, ms }),
  );
  app.removeAllContentTypeParsers();
  await app.register(helmet, HEADERS);
  // A reply that comes sentence by sentence is of no type that is compressed: it would be held back.
  await app.register(compress, { encodings: ['br', 'gzip'] });
  await app.register(rateLimit, {
    max: perMinute * 5,
    timeWindow: '1 minute',
    store: limitStore(limits, perMinute),
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  });
  app.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (request, body, done) => {
      try {
        done(null, readFormBody(body, request.headers['content-type']));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
  app.decorateRequest('visit');
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-request-id', request.id);
    if (request.routeOptions.config.endpoint) return;
    if (request.method === 'POST' && isCrossSite(originOf(request)))
      throw Object.assign(new Error('cross-site'), { statusCode: 403 });
    request.query = readEncoded(request.url.split('?').slice(1).join('?'));
    checkParams(request.params);
    request.visit = (await help?.visit(incomingOf(request))) ?? NOBODY;
  });
}

function mount(door: Door, scope: FastifyInstance, { method, path, answer, ...limits }: Route): void {
  const { largestBody, largestFile, works = method === 'POST' } = limits;
  const { within = (_ids, work) => work() } = door.options;
  scope.route({
    method,
    url: path,
    ...(works ? { config: { rateLimit: { max: door.perMinute } } } : {}),
    ...(largestBody === undefined ? {} : { bodyLimit: largestBody }),
    handler: async (request, reply) => {
      const uploads = largestFile !== undefined && request.isMultipart();
      const { fields: body, file } = uploads ? await readUpload(request) : { fields: request.body, file: undefined };
      const asked = { ...askedOf(door, request, reply), method, body, file };
      const answered = await within({ request: request.id }, () => answer(asked));
      return answered === 'streamed' ? reply : give(reply, answered);
    },
  });
}

function askedOf(door: Door, request: FastifyRequest, reply: FastifyReply): Omit<Asked, 'method' | 'body' | 'file'> {
  return {
    view: viewOf(door, request),
    visit: request.visit,
    path: request.url.split('?', 1)[0] ?? '/',
    url: request.url,
    params: request.params,
    query: request.query,
    cookies: request.headers.cookie,
    from: request.ip,
    secure: request.protocol === 'https',
    origin: `${request.protocol}://${request.host}`,
    fragment: wantsFragment(request),
    stream: (cookies) =>
      createStream({
        wanted: request.headers[STREAM_HEADER] === '1',
        response: reply.raw,
        send: (lines) =>
          reply
            .header('set-cookie', [...cookies])
            .type(STREAM_TYPE)
            .header('x-accel-buffering', 'no')
            .send(lines),
      }),
  };
}

function viewOf({ options, help }: Door, request: FastifyRequest): View {
  return createView(
    readLanguage(request.query),
    helpView(request, help, options),
    options.training?.lessonOf,
    options.interviews,
    options.law !== undefined,
  );
}

/** @param door undefined before it is ready: there is no page yet */
function showFault(door: Door | undefined, request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  if (door === undefined) return reply.code(status).send('');
  const view = viewOf(door, request);
  const { tooLarge } = view.texts.rewording.fault;
  const texts = status === 413 && takesLongTexts(request) ? tooLarge : view.texts.web.fault[faultOf(status)];
  const { assets } = door;
  const body = wantsFragment(request) ? renderFaultFragment(texts, view) : renderFaultPage(texts, { view, assets });
  return give(reply, pageOf(status, body));
}

function helpView({ visit }: FastifyRequest, help: Help | undefined, options: WebOptions): HelpView | undefined {
  // A request that is refused at the door was never looked at.
  const { person, base } = visit ?? NOBODY;
  return (
    help && {
      person,
      base,
      demo: help.demo,
      purchases: options.purchases === true,
      mails: options.mailboxes !== undefined,
    }
  );
}

/** A request as the question who asks needs it. */
function incomingOf(request: FastifyRequest): Incoming {
  const { headers } = request;
  return {
    url: request.originalUrl,
    cookies: headers.cookie,
    secure: request.protocol === 'https',
    remote: request.socket.remoteAddress,
    host: headers.host,
    forwarded: headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined,
  };
}

function wantsFragment(request: FastifyRequest): boolean {
  return request.headers[FRAGMENT_HEADER] === '1';
}

function originOf(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site'];
  return { site: typeof site === 'string' ? site : undefined, origin: request.headers.origin, host: request.host };
}

/** The pages that reword have a limit of their own to name. */
function takesLongTexts(request: FastifyRequest): boolean {
  return /^\/(?:reformuler|besoin|aide|dossier|demandes?|formation)(?:[/?]|$)/.test(request.url);
}

function give(reply: FastifyReply, { status, type, headers = {}, cookies = [], body }: Reply): FastifyReply {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies]);
  return reply
    .code(status)
    .headers(headers)
    .type(type)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}

/** What a page says when a request cannot be served, by HTTP status; `other` for the rest. */
type WebFault = keyof Catalogue['web']['fault'];

const FAULTS: readonly WebFault[] = ['403', '404', '413', '429'];

function faultOf(status: number): WebFault {
  return status >= 500 ? '500' : (FAULTS.find((known) => known === String(status)) ?? 'other');
}
