import { createVoice, type Voice } from '../src/answering/draft/create-voice.ts';
import type { Config } from '../src/config/config.ts';
import { readContrasts } from '../src/corpus/contrasts.ts';
import { readForbidden } from '../src/corpus/forbidden.ts';
import type { Corpus } from '../src/corpus/read-corpus.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { createUnderstand } from '../src/dialogue/understand.ts';
import type { Logger } from '../src/log.ts';
import type { Masker } from '../src/masking/finding.ts';
import { createMasking, NO_MASKING } from '../src/masking/model-masking.ts';
import { type Charge, withAccounts } from '../src/model/accounts.ts';
import { withBreaker } from '../src/model/breaker.ts';
import type { Complete } from '../src/model/complete.ts';
import { withLimit } from '../src/model/limit.ts';
import type { ModelConfig } from '../src/model/model-config.ts';
import { createModelMetrics, type ModelMetrics } from '../src/model/model-metrics.ts';
import { createComplete } from '../src/model/openai.ts';
import { readPrompt } from '../src/model/prompts.ts';
import { withRetry } from '../src/model/retry.ts';
import type { RetrieverParts } from '../src/retrieval/retrieve.ts';
import { withDraft } from '../src/rewording/draft/with-draft.ts';
import type { Reworder } from '../src/rewording/reword.ts';
import type { Store } from '../src/store/store.ts';
import { composeEmbeddings, type EmbeddingsOptions } from './compose-embeddings.ts';

/** Loaded only where a model is configured: without one none of this is read. */
export interface ComposedModel {
  readonly metrics: ModelMetrics;
  /** Undefined where only embeddings are configured. */
  readonly voice: Voice | undefined;
  reworder(plain: Reworder): Reworder;
  /** The endpoint's list of a search; undefined where no embedding model serves. */
  readonly rank: RetrieverParts['rank'];
}

export interface ModelOptions {
  readonly config: Config & { readonly model: ModelConfig };
  readonly corpus: Corpus;
  readonly masker: Masker;
  /** Where what is used is kept, so that the day's budget outlives the process; in memory where there is none. */
  readonly store: Pick<Store, 'modelUsage'> | undefined;
  readonly log: Logger;
  readonly now: () => Date;
  /** What the endpoint's index is made of. */
  readonly search: Pick<EmbeddingsOptions, 'documents' | 'settings' | 'onProgress'>;
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 400;
const FAILURES_TO_OPEN = 4;
const OPEN_MS = 30_000;
/** Calls that wait for their turn, for each one under way. */
const WAITING_EACH = 4;
const NOBODY = 'sans nom';

export async function composeModel(options: ModelOptions): Promise<ComposedModel> {
  const { config, corpus, masker, store, log, now } = options;
  const { model } = config;
  const organisation = config.organisation ?? NOBODY;
  const metrics = createModelMetrics();
  const rank = await composeEmbeddings({ ...options.search, model, data: config.data, masker, metrics, log });
  if (model.chatModel === undefined) return { metrics, rank, voice: undefined, reworder: (plain) => plain };
  const around = { model, store, metrics, log, now };
  const parts = chatParts(model.chatModel, around, { organisation, masker });
  const { masking } = parts;
  return {
    metrics,
    rank,
    voice: createVoice({
      ...parts,
      corpus,
      prompt: readPrompt('repondre'),
      contrasts: readContrasts(config.knowledge),
      forbidden: readForbidden(config.knowledge).map(({ pattern }) => pattern),
      masker: model.internal ? undefined : masker,
      understand: createUnderstand({ ...parts, prompt: readPrompt('comprendre'), masking }),
    }),
    reworder: (plain) => drafted(plain, parts),
  };
}

/** The same reworder with the model's wording, for a command that needs nothing else of it; as it is where no model is named. */
export function withModel(
  plain: Reworder,
  { config, masker, log, now }: Pick<ModelOptions, 'masker' | 'log' | 'now'> & { readonly config: Config },
): Reworder {
  const { model } = config;
  if (model?.chatModel === undefined) return plain;
  const around = { model, store: undefined, metrics: createModelMetrics(), log, now };
  return drafted(plain, chatParts(model.chatModel, around, { organisation: config.organisation ?? NOBODY, masker }));
}

function chatParts(chatModel: string, around: Around, who: { organisation: string; masker: Masker }) {
  const { model, metrics } = around;
  return {
    complete: resilient(createComplete(model, chatModel, model.temperature), around),
    metrics,
    organisation: who.organisation,
    deadlineMs: model.deadlineMs,
    masking: () => (model.internal ? NO_MASKING : createMasking(who.masker)),
  };
}

const drafted = (plain: Reworder, parts: ReturnType<typeof chatParts>): Reworder =>
  withDraft(plain, {
    ...parts,
    prompts: { to_buyer: readPrompt('reformuler-achat'), to_prescriber: readPrompt('reformuler-service') },
  });

interface Around extends Pick<ModelOptions, 'store' | 'log' | 'now'> {
  readonly model: ModelConfig;
  readonly metrics: ModelMetrics;
}

/** From the endpoint outwards: tried again, given up when it is down, a few at a time, charged and within the day's budget. */
function resilient(endpoint: Complete, { model, store, metrics, log, now }: Around): Complete {
  const retried = withRetry(endpoint, {
    attempts: ATTEMPTS,
    firstWaitMs: FIRST_WAIT_MS,
    random: Math.random,
    onRetry: ({ kind }, purpose) => {
      metrics.retried(purpose);
      log.info({ fault: kind, purpose }, 'the model is asked again');
    },
  });
  const broken = withBreaker(retried, {
    failures: FAILURES_TO_OPEN,
    openMs: OPEN_MS,
    now: () => performance.now(),
    onChange: (state) => {
      metrics.breaker(state);
      log.warn({ breaker: state }, state === 'open' ? 'the model is left alone for a while' : 'the model is tried');
    },
  });
  const limited = withLimit(broken, { running: model.concurrency, waiting: model.concurrency * WAITING_EACH });
  const usage = createUsage({ store, log, now });
  return withAccounts(limited, {
    charge: (charge) => {
      metrics.called(charge);
      usage.charge(charge);
    },
    tokensToday: usage.tokensToday,
    dailyTokens: model.dailyTokens,
    prices: model.prices,
  });
}

/** Kept in the store where there is one; a store that is down costs a note in the log, and what this process knows counts. */
function createUsage({ store, log, now }: Pick<ModelOptions, 'store' | 'log' | 'now'>) {
  const own = new Map<string, number>();
  const dayOf = () => parisDay(now());
  return {
    charge: ({ organisation, purpose, usage, ms, outcome }: Charge): void => {
      const day = dayOf();
      const key = `${day}|${organisation}`;
      own.set(key, (own.get(key) ?? 0) + usage.promptTokens + usage.completionTokens);
      for (const old of own.keys()) if (!old.startsWith(day)) own.delete(old);
      if (store === undefined) return;
      const { promptTokens, completionTokens, cost = 0, kgCo2 = 0 } = usage;
      const failures = outcome === 'ok' ? 0 : 1;
      store.modelUsage
        .add({ day, organisation, purpose, calls: 1, failures, promptTokens, completionTokens, ms, cost, kgCo2 })
        .then(({ ok }) => {
          if (!ok) log.warn({ purpose }, 'what the model used is not kept: the store is down');
        })
        .catch((error: unknown) => log.error({ err: error }, 'what the model used is not kept'));
    },
    tokensToday: async (organisation: string): Promise<number> => {
      const day = dayOf();
      const known = own.get(`${day}|${organisation}`) ?? 0;
      const kept = await store?.modelUsage.tokensOn(day, organisation);
      return kept?.ok === true ? Math.max(kept.value, known) : known;
    },
  };
}
