// The door to Fastify: every route is mounted here, behind the same headers, limits and faults, so that they are seen together.
import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Conversing } from '../../src/answering/port/conversing.ts';
import type { InboundMessage } from '../../src/message/message.ts';
import type { ChatPlatform, Endpoint } from '../../src/platform.ts';
import type { Interpreting } from '../../src/rewording/port/interpreting.ts';
import type { Catalogue } from '../../src/text/catalogues.ts';
import { noteMet } from '../../src/training/port/after-answer.ts';
import type { Training } from '../../src/training/port/training.ts';
import { type About, aboutRoute } from './about.ts';
import { readAssets } from './assets.ts';
import { renderThanks } from './feedback.ts';
import { checkParams, readEncoded, readFormBody } from './form.ts';
import { createHelp, type Help, type HelpOptions } from './handoff/create-help.ts';
import { renderHeard } from './handoff/heard.ts';
import { HEADERS } from './headers.ts';
import { type Markup, toText } from './html.ts';
import {
  isCrossSite,
  readConversation,
  readFeedback,
  readLanguage,
  readQuestion,
  writeConversation,
} from './inbound.ts';
import { renderExchange } from './outbound.ts';
import { renderFaultFragment, renderFaultPage, renderMessagePage, renderPage } from './page.ts';
import { limitReceiving, PATIENCE, type Patience } from './patience.ts';
import { rewordingRoutes } from './rewording/routes.ts';
import type { HelpReply, HelpRoute } from './session/route.ts';
import { type Incoming, NOBODY, splitDemo, type Visit } from './session/visit.ts';
import { createStream, STREAM_HEADER, STREAM_TYPE } from './stream.ts';
import { renderTaught } from './training/heard.ts';
import { trainingRoutes } from './training/routes.ts';
import { readUpload, takeUploads } from './uploads.ts';
import { createView, type HelpView, type View } from './view.ts';

export interface WebOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly conversing: Conversing;
  /** Left out, the pages that reword answer 404. */
  readonly interpreting?: Interpreting;
  /** Left out, the pages of training answer 404. */
  readonly training?: Training;
  /** What the page behind the footer's links says. */
  readonly about: About;
  /** Left out, nobody signs in and no case is handed over. */
  readonly help?: HelpOptions;
  /** Paths that the servers of chat platforms call on this one server. */
  readonly endpoints?: readonly Endpoint[];
  readonly log?: { info(fields: object, text: string): void; error(fields: object, text: string): void };
  /** Submissions one address may make in a minute; a town hall often has one address for all. Pages: five times as many. */
  readonly perMinute?: number;
  /** Longer than `PATIENCE` or shorter, for tests. */
  readonly patience?: Patience;
}

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

/** The web page: plain forms and HTML, made livelier by a script. This file alone knows Fastify. */
export function createWebPlatform(options: WebOptions): ChatPlatform {
  const demo = options.help?.signIn.kind === 'demo';
  const { patience = PATIENCE } = options;
  const faults: Faults = { show: (_request, reply, status) => reply.code(status).send('') };
  const app = fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    trustProxy: 'loopback',
    requestTimeout: patience.requestMs,
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.lookMs },
    // The query is read by the door, where a fault has its page.
    routerOptions: { querystringParser: () => ({}) },
    frameworkErrors: (error, request, reply) => {
      request.visit = NOBODY;
      return faults.show(request, reply, error.statusCode ?? 400);
    },
    // Who is played stands before the path of every page; the pages know nothing of it.
    rewriteUrl: ({ url = '/' }) => (demo ? splitDemo(url).url : url),
  });
  return {
    name: 'web',
    start: async () => {
      limitReceiving(app.server, patience);
      await prepare(app, options, faults);
      return app.listen({ host: options.host, port: options.port });
    },
    stop: async () => {
      // A connection that was in use when closing began is kept open after its reply, for over a minute: whoever stops waits.
      const closing = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
      await app.close().finally(() => clearInterval(closing));
    },
  };
}

/** What the router cannot read has no route, nor the page of one: it is shown once the door is ready. */
interface Faults {
  show: (request: FastifyRequest, reply: FastifyReply, status: number) => FastifyReply;
}

async function prepare(app: FastifyInstance, options: WebOptions, faults: Faults): Promise<void> {
  const { conversing, interpreting, training, about, log, perMinute = 120 } = options;
  const assets = readAssets();
  const now = () => new Date();
  const help = options.help && createHelp(options.help, { assets, listensOn: options.host, now, log });
  const limited = { config: { rateLimit: { max: perMinute } } };

  app.removeAllContentTypeParsers();
  await app.register(helmet, HEADERS);
  // A reply that comes sentence by sentence is of no type that is compressed: it would be held back.
  await app.register(compress, { encodings: ['br', 'gzip'] });
  await app.register(rateLimit, {
    max: perMinute * 5,
    timeWindow: '1 minute',
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
    reply.header('cache-control', 'no-store');
    if (request.routeOptions.config.endpoint) return;
    if (request.method === 'POST' && isCrossSite(originOf(request)))
      throw Object.assign(new Error('cross-site'), { statusCode: 403 });
    request.query = readEncoded(request.url.split('?').slice(1).join('?'));
    checkParams(request.params);
    request.visit = (await help?.visit(incomingOf(request))) ?? NOBODY;
  });

  for (const asset of assets.all)
    app.get(asset.path, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.text),
    );

  app.get('/health', () => ({ status: 'ok' }));

  app.get('/', (request, reply) => {
    const view = viewOf(request);
    const remembered = readConversation(request.headers.cookie) !== undefined;
    const notice = hasFlag(request.query, 'forgotten') ? view.texts.web.forgotten : undefined;
    const { exchanges, role } = before(request, view);
    return page(reply, renderPage({ view, assets, exchanges, role, remembered, notice }));
  });

  app.post('/', limited, async (request, reply) => {
    const view = viewOf(request);
    const { text, role, isQuestion } = readQuestion(request.body);
    const by = request.visit.person?.person;
    const taught = isQuestion || by === undefined ? undefined : await training?.hear(by, text);
    if (taught !== undefined) return aside(request, reply, renderTaught(text, taught, `m-${randomUUID()}`, view));
    const heard = await help?.hear(request.visit, text, isQuestion);
    if (heard !== undefined) return aside(request, reply, renderHeard(text, heard, `m-${randomUUID()}`, view));
    const conversation = readConversation(request.headers.cookie) ?? randomUUID();
    const message: InboundMessage = {
      id: randomUUID(),
      address: { platform: 'web', conversation },
      text,
      language: view.language,
      ...(role === undefined ? {} : { role }),
    };
    const stream = createStream({
      wanted: request.headers[STREAM_HEADER] === '1',
      response: reply.raw,
      send: (lines) => reply.type(STREAM_TYPE).header('x-accel-buffering', 'no').send(lines),
    });
    reply.header('set-cookie', writeConversation(conversation, cookieOf(request)));
    const { exchanges: earlier } = before(request, view);
    const answered = await conversing.respond(message, stream);
    log?.info({ message: message.id, kind: answered.outcome.kind }, 'answered');
    // Never waited for: an answer does not depend on it.
    if (by !== undefined && training !== undefined)
      noteMet(training, by, answered).catch((error: unknown) =>
        log?.error({ err: error }, 'what a question led to was not kept'),
      );
    const exchange = renderExchange(text, answered, view);
    if (stream.isBegun()) {
      stream.end(toText(exchange));
      return reply;
    }
    if (wantsFragment(request)) return page(reply, toText(exchange));
    return page(
      reply,
      renderPage({
        view,
        assets,
        exchanges: [...earlier, exchange],
        role: answered.roleIs === 'inferred' ? undefined : answered.role,
        remembered: true,
      }),
    );
  });

  app.post('/feedback', limited, (request, reply) => {
    const view = viewOf(request);
    const feedback = readFeedback(request.body);
    if (feedback === undefined) throw Object.assign(new Error('not a feedback form'), { statusCode: 400 });
    conversing.addFeedback(feedback);
    log?.info({ message: feedback.messageId, useful: feedback.useful }, 'feedback');
    if (wantsFragment(request)) return page(reply, toText(renderThanks(view)));
    return page(reply, renderMessagePage(view.texts.web.feedback.thanks, undefined, { view, assets }));
  });

  app.post('/forget', limited, (request, reply) => {
    const conversation = readConversation(request.headers.cookie);
    if (conversation !== undefined) conversing.forget(conversation);
    reply.header('set-cookie', writeConversation(undefined, cookieOf(request)));
    return reply.redirect(viewOf(request).at('/?forgotten=1'), 303);
  });

  const routes: readonly HelpRoute[] = [
    aboutRoute(about, assets),
    ...(interpreting === undefined ? [] : rewordingRoutes({ interpreting, assets, log, now })),
    ...(help?.routes ?? []),
    ...(training === undefined ? [] : trainingRoutes({ training, assets, guard: help?.guard, log })),
  ];
  const mount = (scope: FastifyInstance, { method, path, largestBody, largestFile, answer }: HelpRoute) =>
    scope.route({
      method,
      url: path,
      ...(method === 'POST' ? limited : {}),
      ...(largestBody === undefined ? {} : { bodyLimit: largestBody }),
      handler: async (request, reply) => {
        const uploads = largestFile !== undefined && request.isMultipart();
        const { fields: body, file } = uploads ? await readUpload(request) : { fields: request.body, file: undefined };
        const answered = await answer({
          view: viewOf(request),
          visit: request.visit,
          method,
          path: request.url.split('?', 1)[0] ?? '/',
          url: request.url,
          params: request.params,
          query: request.query,
          cookies: request.headers.cookie,
          secure: request.protocol === 'https',
          origin: `${request.protocol}://${request.host}`,
          body,
          file,
          fragment: wantsFragment(request),
        });
        return give(reply, answered);
      },
    });
  for (const route of routes) if (route.largestFile === undefined) mount(app, route);

  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => fault(request, reply, 404));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log?.error({ err: error, path: request.routeOptions.url }, 'a request failed');
    return fault(request, reply, status);
  });

  for (const route of routes) {
    const { largestFile } = route;
    if (largestFile === undefined) continue;
    await app.register(async (scope) => {
      await takeUploads(scope, largestFile);
      mount(scope, { ...route, largestBody: largestFile + LARGEST_BODY });
    });
  }

  faults.show = fault;

  // Last: waiting for a plugin starts the server, and handlers that are set after that are not used.
  await app.register(async (scope) => mountEndpoints(scope, options.endpoints ?? [], log));

  /** What this browser's dialogue has come to, and the side it is on: said there, else the one its person is on. */
  function before(request: FastifyRequest, view: View) {
    const conversation = readConversation(request.headers.cookie);
    const exchanged = conversation === undefined ? [] : conversing.exchanged(conversation);
    const last = exchanged.at(-1)?.reply;
    const said = last === undefined || last.roleIs === 'inferred' ? undefined : last.role;
    return {
      exchanges: exchanged.map(({ text, reply }) => renderExchange(text, reply, view)),
      role: said ?? request.visit.person?.role,
    };
  }

  /** An exchange that was none of the assistant's: nothing is remembered of it. */
  function aside(request: FastifyRequest, reply: FastifyReply, exchange: Markup): FastifyReply {
    if (wantsFragment(request)) return page(reply, toText(exchange));
    const remembered = readConversation(request.headers.cookie) !== undefined;
    const view = viewOf(request);
    const { exchanges, role } = before(request, view);
    return page(reply, renderPage({ view, assets, exchanges: [...exchanges, exchange], role, remembered }));
  }

  function viewOf(request: FastifyRequest): View {
    return createView(readLanguage(request.query), helpView(request, help), training?.lessonOf);
  }

  function fault(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
    const view = viewOf(request);
    const { tooLarge } = view.texts.rewording.fault;
    const texts = status === 413 && takesLongTexts(request) ? tooLarge : view.texts.web.fault[faultOf(status)];
    reply.code(status);
    return page(
      reply,
      wantsFragment(request) ? renderFaultFragment(texts, view) : renderFaultPage(texts, { view, assets }),
    );
  }
}

/** Bytes of one event of a platform: Slack's and Microsoft's are far below. */
const LARGEST_EVENT = 1024 * 1024;

/** As the bytes came, whatever their type says. */
function mountEndpoints(scope: FastifyInstance, endpoints: readonly Endpoint[], log: WebOptions['log']): void {
  scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log?.error({ err: error, path: request.routeOptions.url }, 'a platform’s request failed');
    return reply.code(status).send('');
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_EVENT }, (_request, body, done) =>
    done(null, body),
  );
  for (const { method, path, handle } of endpoints)
    scope.route({
      method,
      url: path,
      config: { endpoint: true, rateLimit: false },
      handler: async (request, reply) => {
        const { headers, body: bytes } = request;
        const body = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
        const answer = await handle({ url: request.url, headers, body });
        return reply
          .code(answer.status)
          .headers(answer.headers ?? {})
          .send(answer.body ?? '');
      },
    });
}

function helpView({ visit }: FastifyRequest, help: Help | undefined): HelpView | undefined {
  // A request that is refused at the door was never looked at.
  const { person, base } = visit ?? NOBODY;
  return help && { person, base, demo: help.demo };
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

/** The dialogue of a window of the demo is that of whoever is played in it. */
function cookieOf({ protocol, visit }: FastifyRequest) {
  return { secure: protocol === 'https', path: `${visit.base}/` };
}

function wantsFragment(request: FastifyRequest): boolean {
  return request.headers[FRAGMENT_HEADER] === '1';
}

function originOf(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site'];
  return { site: typeof site === 'string' ? site : undefined, origin: request.headers.origin, host: request.host };
}

function hasFlag(query: unknown, name: string): boolean {
  return typeof query === 'object' && query !== null && Object.hasOwn(query, name);
}

/** The pages that reword have a limit of their own to name. */
function takesLongTexts(request: FastifyRequest): boolean {
  return /^\/(?:reformuler|besoin|aide|dossier|formation)(?:[/?]|$)/.test(request.url);
}

function give(reply: FastifyReply, { status, type, headers = {}, cookies = [], body }: HelpReply): FastifyReply {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies]);
  return reply
    .code(status)
    .headers(headers)
    .type(type)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}

function page(reply: FastifyReply, body: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(body);
}

/** What a page says when a request cannot be served, by HTTP status; `other` for the rest. */
type WebFault = keyof Catalogue['web']['fault'];

const FAULTS: readonly WebFault[] = ['403', '404', '413', '429'];

function faultOf(status: number): WebFault {
  return status >= 500 ? '500' : (FAULTS.find((known) => known === String(status)) ?? 'other');
}
