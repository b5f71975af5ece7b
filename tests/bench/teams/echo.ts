import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Response } from 'botbuilder';

/**
 * The bare botbuilder bot the assistant is measured beside: it says a message back in its thread, and does nothing else.
 * Without a token, as the assistant beside it. Reads PORT; prints a line once it listens.
 */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  await adapter.process(
    { body: body as Record<string, unknown>, headers: request.headers, method: request.method ?? '' },
    asExpected(response),
    async (turn) => {
      if (turn.activity.type === 'message') await turn.sendActivity(turn.activity.text);
    },
  );
}

/** A response of Node's as the adapter wants one: that of Express or Restify, cut to what it calls. */
function asExpected(response: ServerResponse): Response {
  return {
    socket: response.socket,
    end: (...args: unknown[]) => response.end(...(args as [])),
    header: (name, value) => response.setHeader(name, String(value)),
    send: (body) => response.end(typeof body === 'string' ? body : JSON.stringify(body)),
    status: (code) => {
      response.statusCode = code;
      return response;
    },
  };
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('echo listens\n'));
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
