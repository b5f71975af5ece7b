import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAICompletions, OpenAIEmbeddings } from '@langchain/openai';
import { err, ok } from '../result.ts';
import { type Complete, type Completed, NO_USAGE, type Prompt } from './complete.ts';
import { abortedBy } from './deadline.ts';
import type { EmbedTexts } from './embed.ts';
import { faultOf } from './fault-of.ts';
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
    (dialect) => (maxTokens: number) =>
      new ChatOpenAICompletions({
        model,
        apiKey: apiKey ?? 'none',
        maxTokens,
        // Retries are ours: they know the deadline.
        maxRetries: 0,
        streaming: true,
        streamUsage: dialect.streamUsage,
        ...(dialect.temperature ? { temperature } : {}),
        configuration: { baseURL: baseUrl, logLevel: 'off' },
      }),
  );
  let spoken = 0;
  return async (prompt, { signal, onText }) => {
    for (let way = spoken; ; way++) {
      const dialect = DIALECTS[way];
      const create = models[way];
      if (dialect === undefined || create === undefined) return err({ kind: 'rejected', status: 400 });
      const given = await streamOnce(create(prompt.maxTokens), dialect, prompt, signal, onText);
      if (given.ok) spoken = Math.max(spoken, way);
      const refused = !given.ok && given.error.kind === 'rejected' && REFUSES_A_PARAMETER.has(given.error.status);
      if (!refused || way === DIALECTS.length - 1) return given;
    }
  };
}

async function streamOnce(
  chat: ChatOpenAICompletions,
  { format }: Dialect,
  { system, user, shape }: Prompt,
  signal: AbortSignal,
  onText: ((piece: string) => void) | undefined,
): Promise<Awaited<ReturnType<Complete>>> {
  let text = '';
  let finish: unknown;
  let usage = NO_USAGE;
  try {
    const pieces = await chat.stream([new SystemMessage(system), new HumanMessage(user)], {
      signal,
      ...(format === 'json_schema'
        ? {
            response_format: {
              type: 'json_schema' as const,
              json_schema: { name: shape.name, schema: { ...shape.schema }, strict: true },
            },
          }
        : format === 'json_object'
          ? { response_format: { type: 'json_object' as const } }
          : {}),
    });
    for await (const { content, response_metadata: said } of pieces) {
      if (typeof content === 'string' && content !== '') {
        text += content;
        onText?.(content);
      }
      finish ??= said['finish_reason'];
      if (said['usage'] !== undefined) usage = readUsage(said['usage']);
    }
  } catch (error) {
    return err(signal.aborted ? abortedBy(signal) : faultOf(error, text !== ''));
  }
  if (signal.aborted) return err(abortedBy(signal));
  return finished(text, finish, usage);
}

function finished(text: string, finish: unknown, usage: Completed['usage']): Awaited<ReturnType<Complete>> {
  if (finish === 'content_filter') return err({ kind: 'rejected', status: 200 });
  if (finish === undefined || finish === 'length') return err({ kind: text === '' ? 'empty' : 'cut' });
  return text.trim() === '' ? err({ kind: 'empty' }) : ok({ text, usage });
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
