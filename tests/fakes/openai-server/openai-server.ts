import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KEPT_OPEN } from '../../fixtures/kept-open.ts';
import { type Behaviour, play, refusal, usageOf } from './behaviour.ts';
import {
  type ChatRequest,
  chatSchema,
  type EmbeddingsRequest,
  embeddingsSchema,
  strictFault,
} from './request-schema.ts';

/** How an endpoint differs from the plainest one. */
export interface ServerShape {
  /** Undefined asks for none, as a server of one's own. */
  readonly key?: string;
  readonly models?: readonly string[];
  readonly embeddingModels?: readonly string[];
  /** Before `/chat/completions`. */
  readonly path?: string;
  /** Names of request fields that it answers 422 to. */
  readonly refuses?: readonly string[];
  /** Where the usage stands when it is not asked for by `stream_options`. */
  readonly alwaysUsage?: boolean;
  /** It answers whole whatever is asked, as servers without streaming do. */
  readonly neverStreams?: boolean;
  /** What it answers to embeddings, whatever was asked. */
  readonly onlyBase64?: boolean;
}

export interface OpenAiServer {
  /** The base address, as `OPENAI_BASE_URL` takes it. */
  readonly url: string;
  readonly chats: ChatRequest[];
  readonly embeddings: EmbeddingsRequest[];
  /** All requests, with the status each got. */
  readonly log: { readonly path: string; readonly status: number; readonly authorization: string | undefined }[];
  /** What the next chats get; stands until set anew. */
  answer: (chat: ChatRequest, nth: number) => Behaviour;
  embed: (text: string) => readonly number[] | Promise<readonly number[]>;
  /** Status of the embeddings; 200 unless set. */
  embedStatus: number;
  stop(): Promise<void>;
}

/** A strict OpenAI-compatible endpoint on the loopback, over real HTTP: it refuses what the real ones refuse and keeps what it was asked. */
export async function startOpenAiServer(shape: ServerShape = {}): Promise<OpenAiServer> {
  const { path = '/v1', models = ['modele-test'], embeddingModels = ['plongement-test'] } = shape;
  const server = createServer(KEPT_OPEN, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const self: OpenAiServer = {
    url: `http://127.0.0.1:${port}${path}`,
    chats: [],
    embeddings: [],
    log: [],
    answer: () => ({ kind: 'nothing' }),
    embed: () => [1, 0, 0],
    embedStatus: 200,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return self;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers;
    const at = (request.url ?? '').split('?')[0] ?? '';
    response.once('close', () => self.log.push({ path: at, status: response.statusCode, authorization }));
    const refuse = (status: number, message: string, param: string | null = null) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(refusal(message, param)));
    };
    if (shape.key !== undefined && authorization !== `Bearer ${shape.key}`) return refuse(401, 'Incorrect API key');
    if (at === `${path}/models` && request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          object: 'list',
          data: [...models, ...embeddingModels].map((id) => ({ id, object: 'model' })),
        }),
      );
      return;
    }
    if (request.method !== 'POST') return refuse(405, 'method not allowed');
    const body: unknown = JSON.parse(await textOf(request));
    if (at === `${path}/chat/completions`) return chat(body, response, refuse);
    if (at === `${path}/embeddings`) return embeddings(body, response, refuse);
    return refuse(404, `unknown path ${at}`);
  }

  async function chat(body: unknown, response: ServerResponse, refuse: Refuse): Promise<void> {
    const parsed = chatSchema.safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refuse(400, issue?.message ?? 'invalid', issue?.path.join('.') ?? null);
    }
    const asked = parsed.data;
    const unknown = shape.refuses?.find((field) => field in asked || asked.response_format?.type === field);
    if (unknown !== undefined) return refuse(422, `extra inputs are not permitted: ${unknown}`, unknown);
    if (!models.includes(asked.model)) return refuse(404, `The model ${asked.model} does not exist`);
    if (asked.response_format?.type === 'json_schema' && asked.response_format.json_schema.strict === true) {
      const fault = strictFault(asked.response_format.json_schema.schema);
      if (fault !== undefined) return refuse(400, `Invalid schema for response_format: ${fault}`, 'response_format');
    }
    if (asked.response_format?.type === 'json_object' && !JSON.stringify(asked.messages).includes('JSON'))
      return refuse(400, "'messages' must contain the word 'json' in some form", 'messages');
    self.chats.push(asked);
    const behaviour = self.answer(asked, self.chats.length);
    if ((asked.stream !== true || shape.neverStreams === true) && behaviour.kind === 'say') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(whole(asked.model, behaviour)));
      return;
    }
    await play(
      behaviour,
      response,
      asked.model,
      asked.stream_options?.include_usage === true || shape.alwaysUsage === true,
    );
  }

  async function embeddings(body: unknown, response: ServerResponse, refuse: Refuse): Promise<void> {
    const parsed = embeddingsSchema.safeParse(body);
    if (!parsed.success) return refuse(400, parsed.error.issues[0]?.message ?? 'invalid');
    const asked = parsed.data;
    if (!embeddingModels.includes(asked.model)) return refuse(404, `The model ${asked.model} does not exist`);
    self.embeddings.push(asked);
    if (self.embedStatus !== 200) return refuse(self.embedStatus, 'embeddings are off');
    const texts = typeof asked.input === 'string' ? [asked.input] : asked.input;
    const vectors = await Promise.all(texts.map(self.embed));
    const base64 = shape.onlyBase64 === true || asked.encoding_format !== 'float';
    const data = vectors.map((vector, index) => ({
      object: 'embedding',
      index,
      embedding: base64 ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector,
    }));
    const usage = { prompt_tokens: texts.length * 10, total_tokens: texts.length * 10 };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', model: asked.model, data, usage }));
  }
}

type Refuse = (status: number, message: string, param?: string | null) => void;

function whole(model: string, said: Extract<Behaviour, { kind: 'say' }>): object {
  const message = { role: 'assistant', content: said.text };
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1_790_000_000,
    model,
    choices: [{ index: 0, message, finish_reason: said.finish === undefined ? 'stop' : said.finish }],
    usage: said.usage ?? usageOf(said.text),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
