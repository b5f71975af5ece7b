import { z } from 'zod';

/** What the environment says of a model. `OPENAI_*` are the usual names; all else may be left out. */
export const MODEL_VARIABLES = {
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address' })
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_MODEL: z.string().min(1).optional(),
  OPENAI_EMBEDDING_MODEL: z.string().min(1).optional(),
  MODEL_INTERNAL: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  MODEL_TIMEOUT_MS: z.coerce.number().int().min(500).max(60_000).default(12_000),
  MODEL_TEMPERATURE: z.coerce.number().min(0).max(2).default(0),
  MODEL_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  MODEL_DAILY_TOKENS: z.coerce.number().int().positive().optional(),
  MODEL_PRICE_PROMPT: z.coerce.number().nonnegative().optional(),
  MODEL_PRICE_COMPLETION: z.coerce.number().nonnegative().optional(),
  // LangChain reads these by itself and would send every text to a third party.
  LANGSMITH_TRACING: z.string().optional(),
  LANGCHAIN_TRACING_V2: z.string().optional(),
} as const;

type ModelValues = z.infer<z.ZodObject<typeof MODEL_VARIABLES>>;

export interface ModelConfig {
  readonly baseUrl: string;
  /** Never logged. */
  readonly apiKey: string | undefined;
  /** Words answers and rewordings; undefined where only embeddings are asked for. */
  readonly chatModel: string | undefined;
  readonly embeddingModel: string | undefined;
  /** The endpoint is the organisation's own: personal data is not hidden from it. */
  readonly internal: boolean;
  /** Milliseconds of one exchange; then the answer without a model. */
  readonly deadlineMs: number;
  readonly temperature: number;
  readonly concurrency: number;
  /** Of one organisation; undefined: no limit. */
  readonly dailyTokens: number | undefined;
  /** Per million tokens. */
  readonly prices: { readonly prompt: number; readonly completion: number } | undefined;
}

const OPENAI = 'https://api.openai.com/v1';

/** Undefined where no model is named: then nothing of it is loaded. @throws naming what is missing or must not be set */
export function readModelConfig(values: ModelValues): ModelConfig | undefined {
  const { OPENAI_MODEL: chatModel, OPENAI_EMBEDDING_MODEL: embeddingModel } = values;
  if (chatModel === undefined && embeddingModel === undefined) return undefined;
  const faults: string[] = [];
  if (values.OPENAI_BASE_URL === undefined && values.OPENAI_API_KEY === undefined)
    faults.push('OPENAI_MODEL also needs OPENAI_BASE_URL, or OPENAI_API_KEY for OpenAI itself');
  for (const name of ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2'] as const)
    if (values[name]?.toLowerCase() === 'true')
      faults.push(`${name}: would send every question to LangSmith; unset it to use a model`);
  const { MODEL_PRICE_PROMPT: prompt, MODEL_PRICE_COMPLETION: completion } = values;
  if ((prompt === undefined) !== (completion === undefined))
    faults.push('MODEL_PRICE_PROMPT and MODEL_PRICE_COMPLETION go together');
  if (faults.length > 0) throw new Error(`Configuration not usable:\n  ${faults.join('\n  ')}`);
  return {
    baseUrl: values.OPENAI_BASE_URL ?? OPENAI,
    apiKey: values.OPENAI_API_KEY,
    chatModel,
    embeddingModel,
    internal: values.MODEL_INTERNAL === 'true',
    deadlineMs: values.MODEL_TIMEOUT_MS,
    temperature: values.MODEL_TEMPERATURE,
    concurrency: values.MODEL_CONCURRENCY,
    dailyTokens: values.MODEL_DAILY_TOKENS,
    prices: prompt === undefined || completion === undefined ? undefined : { prompt, completion },
  };
}
