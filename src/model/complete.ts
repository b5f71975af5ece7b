import type { Result } from '../result.ts';

/** What a call is for: names it in metrics and accounts. */
export type Purpose = 'understand' | 'answer' | 'reword' | 'probe';

/** One question put to a model, and the shape its answer must have. */
export interface Prompt {
  readonly purpose: Purpose;
  /** The rules: ours alone, nothing that a person or a document wrote. */
  readonly system: string;
  /** The data, delimited. */
  readonly user: string;
  readonly shape: JsonShape;
  /** Most tokens of the answer. */
  readonly maxTokens: number;
}

export interface JsonShape {
  readonly name: string;
  /** JSON Schema, every property required and none added: what endpoints call strict. */
  readonly schema: Readonly<Record<string, unknown>>;
}

interface Listening {
  /** Ends the call at once: the deadline, or the person took the question back. */
  readonly signal: AbortSignal;
  /** What was read of the answer so far, each time there is more of it. After the first a call is not tried again. */
  readonly onPart?: (part: unknown) => void;
  /** Who pays: budgets are by organisation. */
  readonly organisation: string;
}

/** What a call used, where the endpoint says so. */
export interface Usage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** As the endpoint reports it, in its own currency; undefined when it does not. */
  readonly cost: number | undefined;
  /** Kilograms of CO₂ equivalent as the endpoint reports them (Albert does); undefined when it does not. */
  readonly kgCo2: number | undefined;
}

interface Completed {
  /** The whole answer, read as JSON and not checked further. */
  readonly value: unknown;
  readonly usage: Usage;
}

/** Why a model gave nothing that can be used. */
export type ModelFault =
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'server_error'; readonly status: number; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'rejected'; readonly status: number }
  /** The stream ended before its end, or the answer was longer than allowed. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'empty' }
  /** Not the JSON that was asked for. */
  | { readonly kind: 'malformed' }
  /** Too many calls at once, and the queue is full. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'circuit_open' }
  /** The organisation has used its tokens of the day. */
  | { readonly kind: 'budget_spent' };

/** Asks a model. Never rejects: a foreign exception is turned into a fault at the door. */
export type Complete = (prompt: Prompt, listening: Listening) => Promise<Result<Completed, ModelFault>>;

export const NO_USAGE: Usage = { promptTokens: 0, completionTokens: 0, cost: undefined, kgCo2: undefined };
