import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAICompletions, OpenAIEmbeddings } from '@langchain/openai';
import { err, ok } from '../result.ts';
import { type Complete, type Completed, NO_USAGE, type Prompt } from './complete.ts';
import { abortedBy } from './deadline.ts';
import type { EmbedTexts } from './embed.ts';
import { faultOf } from './fault-of.ts';
import { jsonIn } from './json-in.ts';
import { readUsage } from './read-usage.ts';

/** The one door to @langchain/openai: any OpenAI-compatible endpoint. */
export interface Endpoint {
  readonly baseUrl: string;
  /** Undefined for a server of one's own that asks for none. Never logged. */
  readonly apiKey: string | undefined;
}

/** What an endpoint may not know, the first to be given up first. */
const ASKED = ['json_schema', 'json_object', 'plain'] as const;
interface Dialect {
  readonly format: (typeof ASKED)[number];
  readonly streamUsage: boolean;
  readonly temperature: boolean;
}
/** From what all should know to what the oldest do; each is tried once, on a refusal of the one before. */
const DIALECTS: readonly Dialect[] = [
  { format: 'json_schema', streamUsage: true, temperature: true },
  { format: 'json_schema', streamUsage: false, temperature: true },
  { format: 'json_schema', streamUsage: true, temperature: false },
  { format: 'json_object', streamUsage: false, temperature: true },
  { format: 'plain', streamUsage: false, temperature: false },
];
/** What a server answers to a parameter that it does not know or allow. */
const REFUSES_A_PARAMETER = new Set([400, 422]);

/**
 * Streams chat completions. The shape is asked for as strict JSON Schema; an endpoint that refuses a parameter is asked again
 * with fewer, and the way that worked is kept for the process.
 */
export function createComplete({ baseUrl, apiKey }: Endpoint, model: string, temperature: number): Complete {
  const models = DIALECTS.map(
    (dialect) => (maxTokens: number, streaming: boolean) =>
      new ChatOpenAICompletions({
        model,
        apiKey: apiKey ?? 'none',
        maxTokens,
        // Retries are ours: they know the deadline.
        maxRetries: 0,
        streaming,
        streamUsage: dialect.streamUsage,
        ...(dialect.temperature ? { temperature } : {}),
        configuration: { baseURL: baseUrl, logLevel: 'off' },
      }),
  );
  let spoken = 0;
  let streams = true;
  return async (prompt, { signal, onText }) => {
    for (let way = spoken; ; way++) {
      const dialect = DIALECTS[way];
      const create = models[way];
      if (dialect === undefined || create === undefined) return err({ kind: 'rejected', status: 400 });
      const ask = (streaming: boolean) =>
        hear(create(prompt.maxTokens, streaming), { dialect, prompt, signal, onText, streaming });
      let given = await ask(streams);
      if (given === 'nothing') {
        // Not one event: an endpoint that cannot stream answers so. Asked once more, for the whole at once.
        given = await ask(false);
        if (given !== 'nothing' && given.ok) streams = false;
      }
      if (given === 'nothing') return err({ kind: 'empty' });
      if (given.ok) spoken = Math.max(spoken, way);
      const refused = !given.ok && given.error.kind === 'rejected' && REFUSES_A_PARAMETER.has(given.error.status);
      if (!refused || way === DIALECTS.length - 1) return given;
    }
  };
}

interface Hearing {
  readonly dialect: Dialect;
  readonly prompt: Prompt;
  readonly signal: AbortSignal;
  readonly onText: ((piece: string) => void) | undefined;
  readonly streaming: boolean;
}

/** `nothing`: the stream ended well without one event. */
async function hear(
  chat: ChatOpenAICompletions,
  { dialect: { format }, prompt: { system, user, shape }, signal, onText, streaming }: Hearing,
): Promise<Awaited<ReturnType<Complete>> | 'nothing'> {
  const messages = [new SystemMessage(system), new HumanMessage(user)];
  const options = { signal, ...formatOf(format, shape) };
  let text = '';
  let finish: unknown;
  let usage = NO_USAGE;
  let heard = false;
  try {
    const pieces = streaming ? await chat.stream(messages, options) : [await chat.invoke(messages, options)];
    for await (const { content, response_metadata: said } of pieces) {
      heard = true;
      if (typeof content === 'string' && content !== '') {
        text += content;
        onText?.(content);
      }
      finish ??= said['finish_reason'];
      const used = said['usage'] ?? said['tokenUsage'];
      if (used !== undefined) usage = readUsage(used);
    }
  } catch (error) {
    return err(signal.aborted ? abortedBy(signal) : faultOf(error, text !== ''));
  }
  if (signal.aborted) return err(abortedBy(signal));
  return heard ? finished(text, finish, usage) : 'nothing';
}

function formatOf(format: Dialect['format'], { name, schema }: Prompt['shape']) {
  if (format === 'plain') return {};
  if (format === 'json_object') return { response_format: { type: 'json_object' as const } };
  return {
    response_format: { type: 'json_schema' as const, json_schema: { name, schema: { ...schema }, strict: true } },
  };
}

function finished(text: string, finish: unknown, usage: Completed['usage']): Awaited<ReturnType<Complete>> {
  if (finish === 'content_filter') return err({ kind: 'rejected', status: 200 });
  // Some servers never say how it ended: a whole object was not cut.
  const isCut = finish === 'length' || (typeof finish !== 'string' && jsonIn(text) === undefined);
  if (text.trim() === '') return err({ kind: 'empty' });
  return isCut ? err({ kind: 'cut' }) : ok({ text, usage });
}

/** Texts in one request: what the smallest of the servers in use take. */
const TEXTS_A_REQUEST = 32;

/** The endpoint's embeddings, as numbers: base64, the client's default, is ignored or garbled by some servers. */
export function createEmbedTexts({ baseUrl, apiKey }: Endpoint, model: string): EmbedTexts {
  return async (texts, { timeoutMs, attempts }) => {
    const client = new OpenAIEmbeddings({
      model,
      apiKey: apiKey ?? 'none',
      encodingFormat: 'float',
      batchSize: TEXTS_A_REQUEST,
      stripNewLines: false,
      maxConcurrency: 2,
      maxRetries: attempts - 1,
      timeout: timeoutMs,
      configuration: { baseURL: baseUrl, logLevel: 'off' },
    });
    try {
      const vectors = await client.embedDocuments([...texts]);
      return areVectors(vectors, texts.length) ? ok(vectors) : err({ kind: 'malformed' });
    } catch (error) {
      return err(faultOf(error, false));
    }
  };
}

/** A server that answers base64 all the same, or fewer vectors than texts, has given nothing that can be used. */
function areVectors(vectors: unknown, count: number): vectors is readonly (readonly number[])[] {
  if (!Array.isArray(vectors) || vectors.length !== count) return false;
  const length = Array.isArray(vectors[0]) ? vectors[0].length : 0;
  return vectors.every(
    (vector: unknown) =>
      Array.isArray(vector) && vector.length === length && length > 0 && vector.every(Number.isFinite),
  );
}
