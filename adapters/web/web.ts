import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { InboundMessage } from '../../src/message.ts';
import type { ChatPlatform, Conversing } from '../../src/platform.ts';
import type { WebFault } from '../../src/text/catalogue.ts';
import { readAssets } from './assets.ts';
import { renderThanks } from './feedback.ts';
import { toText } from './html.ts';
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
import { createView, type View } from './view.ts';

export interface WebOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly conversing: Conversing;
  readonly log?: { info(fields: object, text: string): void; error(fields: object, text: string): void };
  /** Submissions one address may make in a minute; a town hall often has one address for all. Pages: five times as many. */
  readonly perMinute?: number;
}

/** Bytes of a submission: far above the longest question, far below what would hurt. */
const LARGEST_BODY = 64 * 1024;
/** Said by the script of our page only, and by no plain form: it asks for the new part of the page. */
const FRAGMENT_HEADER = 'x-fragment';

/** The web page: plain forms and HTML, made livelier by a script. This file alone knows Fastify. */
export function createWebPlatform(options: WebOptions): ChatPlatform {
  const app = fastify({ logger: false, bodyLimit: LARGEST_BODY, trustProxy: 'loopback' });
  return {
    name: 'web',
    start: async () => {
      await prepare(app, options);
      return app.listen({ host: options.host, port: options.port });
    },
    stop: () => app.close(),
  };
}

async function prepare(app: FastifyInstance, options: WebOptions): Promise<void> {
  const { conversing, log, perMinute = 120 } = options;
  const assets = readAssets();
  const limited = { config: { rateLimit: { max: perMinute } } };

  app.removeAllContentTypeParsers();
  await app.register(helmet, HEADERS);
  await app.register(rateLimit, {
    max: perMinute * 5,
    timeWindow: '1 minute',
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  });
  await app.register(formbody, { bodyLimit: LARGEST_BODY });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method === 'POST' && isCrossSite(originOf(request)))
      throw Object.assign(new Error('cross-site'), { statusCode: 403 });
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
    return page(reply, renderPage({ view, assets, remembered, notice }));
  });

  app.post('/', limited, async (request, reply) => {
    const view = viewOf(request);
    const { text, role } = readQuestion(request.body);
    const conversation = readConversation(request.headers.cookie) ?? randomUUID();
    const message: InboundMessage = {
      id: randomUUID(),
      address: { platform: 'web', conversation },
      text,
      language: view.language,
      ...(role === undefined ? {} : { role }),
    };
    const answered = await conversing.respond(message);
    log?.info({ message: message.id, kind: answered.outcome.kind }, 'answered');
    reply.header('set-cookie', writeConversation(conversation, request.protocol === 'https'));
    const exchange = renderExchange(text, answered, view);
    if (wantsFragment(request)) return page(reply, toText(exchange));
    return page(
      reply,
      renderPage({
        view,
        assets,
        exchange,
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
    reply.header('set-cookie', writeConversation(undefined, request.protocol === 'https'));
    return reply.redirect(`/?forgotten=1${viewOf(request).language === 'en' ? '&lang=en' : ''}`, 303);
  });

  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => fault(request, reply, 404));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log?.error({ err: error, path: request.routeOptions.url }, 'a request failed');
    return fault(request, reply, status);
  });

  function fault(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
    const view = viewOf(request);
    reply.code(status);
    return page(
      reply,
      wantsFragment(request)
        ? renderFaultFragment(faultOf(status), view)
        : renderFaultPage(faultOf(status), { view, assets }),
    );
  }
}

/** Nothing from elsewhere, nothing inline. The referrer stays within the site: `no-referrer` would blank `Origin` in our own forms. */
const HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
};

function viewOf(request: FastifyRequest): View {
  return createView(readLanguage(request.query));
}

function wantsFragment(request: FastifyRequest): boolean {
  return request.headers[FRAGMENT_HEADER] === '1';
}

function originOf(request: FastifyRequest) {
  const site = request.headers['sec-fetch-site'];
  return { site: typeof site === 'string' ? site : undefined, origin: request.headers.origin, host: request.host };
}

function hasFlag(query: unknown, name: string): boolean {
  return typeof query === 'object' && query !== null && name in query;
}

function page(reply: FastifyReply, body: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(body);
}

const FAULTS: readonly WebFault[] = ['403', '404', '413', '429'];

function faultOf(status: number): WebFault {
  return status >= 500 ? '500' : (FAULTS.find((known) => known === String(status)) ?? 'other');
}
