// The door to Fastify of the platforms' own calls: none of what is made for browsers stands before them.
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Endpoint, RawReply } from '../../src/platform.ts';
import type { Log } from './route.ts';

/** Bytes of one event of a platform: Slack's and Microsoft's are far below. */
const LARGEST_EVENT = 1024 * 1024;

/** What the servers of chat platforms call. As the bytes came, whatever their type says. */
export function mountEndpoints(scope: FastifyInstance, endpoints: readonly Endpoint[], log: Log | undefined): void {
  scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log?.error({ err: error, path: request.routeOptions.url }, 'a platform’s request failed');
    return reply.code(status).send('');
  });
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_EVENT }, (_request, body, done) =>
    done(null, body),
  );
  for (const { method, path, largestBody, refuse, handle } of endpoints)
    scope.route({
      method,
      url: path,
      config: { endpoint: true, rateLimit: false },
      ...(largestBody === undefined ? {} : { bodyLimit: largestBody }),
      ...(refuse === undefined
        ? {}
        : { errorHandler: (error, _request, reply) => giveRaw(reply, refuse(error.statusCode ?? 500)) }),
      handler: async (request, reply) => {
        const { headers, body: bytes, ip: from } = request;
        const body = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
        return giveRaw(reply, await handle({ url: request.url, headers, body, from }));
      },
    });
}

function giveRaw(reply: FastifyReply, { status, headers = {}, body = '' }: RawReply): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}
