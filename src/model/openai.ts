import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { JsonOutputParser, parseJsonMarkdown } from '@langchain/core/output_parsers';
import { ChatOpenAICompletions, OpenAIEmbeddings } from '@langchain/openai';
import { type BaseMessage, HumanMessage, SystemMessage } from 'langchain';
import { err, ok } from '../result.ts';
import { type Complete, NO_USAGE, type Prompt } from './complete.ts';
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

/** What an endpoint may not know: how a shape is asked for (LangChain's names; undefined: in words alone), usage in a stream, temperature. */
interface Dialect {
  readonly method: 'jsonSchema' | 'functionCalling' | 'jsonMode' | undefined;
  readonly streamUsage: boolean;
  readonly temperature: boolean;
}
/** From what all should know to what the oldest do; each is tried once, on a refusal of the one before. */
const DIALECTS: readonly Dialect[] = [
  { method: 'jsonSchema', streamUsage: true, temperature: true },
  { method: 'jsonSchema', streamUsage: false, temperature: true },
  { method: 'jsonSchema', streamUsage: true, temperature: false },
  { method: 'functionCalling', streamUsage: false, temperature: true },
  { method: 'jsonMode', streamUsage: false, temperature: true },
  { method: undefined, streamUsage: false, temperature: false },
];
/** What a server answers to a parameter that it does not know or allow. */
const REFUSES_A_PARAMETER = new Set([400, 422]);

/**
 * Streams chat completions of one shape, read while they come (LangChain's structured output); an endpoint that refuses a
 * parameter is asked again with fewer, and the way that worked is kept for the process.
 */
export function createComplete({ baseUrl, apiKey }: Endpoint, model: string, temperature: number): Complete {
  const asking =
    (dialect: Dialect) =>
    ({ maxTokens, shape: { name, schema } }: Prompt, streaming: boolean) => {
      const chat = new ChatOpenAICompletions({
        model,
        apiKey: apiKey ?? 'none',
        maxTokens,
        // Retries are ours: they know the deadline.
        maxRetries: 0,
        streaming,
        streamUsage: dialect.streamUsage,
        ...(dialect.temperature ? { temperature } : {}),
        configuration: { baseURL: baseUrl, logLevel: 'off' },
      });
      const { method } = dialect;
      if (method === undefined) return chat.pipe(new JsonOutputParser());
      return chat.withStructuredOutput(
        { ...schema },
        { name, method, ...(method === 'jsonMode' ? {} : { strict: true }) },
      );
    };
  let spoken = 0;
  let streams = true;
  return async (prompt, { signal, onPart }) => {
    for (let way = spoken; ; way++) {
      const dialect = DIALECTS[way];
      if (dialect === undefined) return err({ kind: 'rejected', status: 400 });
      const ask = (streaming: boolean) =>
        hear(asking(dialect)(prompt, streaming), { prompt, signal, onPart, streaming });
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
  readonly prompt: Prompt;
  readonly signal: AbortSignal;
  readonly onPart: ((part: unknown) => void) | undefined;
  readonly streaming: boolean;
}

type Asking = Pick<ReturnType<ChatOpenAICompletions['withStructuredOutput']>, 'stream' | 'invoke'>;

/** `nothing`: the stream ended well without one event. */
async function hear(
  asking: Asking,
  { prompt: { system, user }, signal, onPart, streaming }: Hearing,
): Promise<Awaited<ReturnType<Complete>> | 'nothing'> {
  const messages = [new SystemMessage(system), new HumanMessage(user)];
  let said: BaseMessage | undefined;
  let begun = false;
  const listener = BaseCallbackHandler.fromMethods({
    handleLLMNewToken: () => {
      begun = true;
    },
    handleLLMEnd: ({ generations }) => {
      const [last] = generations[0] ?? [];
      said = last !== undefined && 'message' in last ? (last.message as BaseMessage) : undefined;
    },
  });
  // Heard before the stream ends, not some time after.
  listener.awaitHandlers = true;
  try {
    const options = { signal, callbacks: [listener] };
    if (streaming) for await (const part of await asking.stream(messages, options)) onPart?.(part);
    else onPart?.(await asking.invoke(messages, options));
  } catch (error) {
    if (signal.aborted) return err(abortedBy(signal));
    // All was said, and LangChain could not read it: how it ended tells why.
    if (said === undefined) return err(faultOf(error, begun));
  }
  if (signal.aborted) return err(abortedBy(signal));
  return said === undefined ? 'nothing' : finished(said);
}

function finished(said: BaseMessage): Awaited<ReturnType<Complete>> {
  const { finish_reason: finish, usage, tokenUsage } = said.response_metadata as Record<string, unknown>;
  if (finish === 'content_filter') return err({ kind: 'rejected', status: 200 });
  const calls = (said as { tool_calls?: readonly { args: unknown }[] }).tool_calls ?? [];
  if (said.text.trim() === '' && calls.length === 0) return err({ kind: 'empty' });
  const value = calls[0]?.args ?? wholeIn(said.text);
  // Some servers never say how it ended: a whole object was not cut.
  if (finish === 'length' || (value === undefined && typeof finish !== 'string')) return err({ kind: 'cut' });
  if (value === undefined) return err({ kind: 'malformed' });
  const used = usage ?? tokenUsage;
  return ok({ value, usage: used === undefined ? NO_USAGE : readUsage(used) });
}

/** The object in a text that may stand in a fence; undefined when there is none whole. */
function wholeIn(text: string): unknown {
  try {
    return parseJsonMarkdown(text, JSON.parse);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
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
