import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from '../src/log.ts';
import type { Masker } from '../src/masking/finding.ts';
import { createMasking } from '../src/masking/model-masking.ts';
import { createEndpointEmbed, createQueryEmbed } from '../src/model/endpoint-embed.ts';
import type { ModelConfig } from '../src/model/model-config.ts';
import type { ModelMetrics } from '../src/model/model-metrics.ts';
import { createEmbedTexts } from '../src/model/openai.ts';
import { openVectorCache } from '../src/model/vector-cache.ts';
import type { IndexDocument } from '../src/retrieval/document.ts';
import { nearnessByDocument } from '../src/retrieval/hybrid.ts';
import { openIndex } from '../src/retrieval/open-index.ts';
import type { RetrieverParts } from '../src/retrieval/retrieve.ts';
import type { RetrievalSettings } from '../src/retrieval/settings.ts';

export interface EmbeddingsOptions {
  readonly model: ModelConfig;
  /** Folder of what the assistant writes. */
  readonly data: string;
  readonly documents: readonly IndexDocument[];
  readonly masker: Masker;
  readonly settings: RetrievalSettings;
  readonly metrics: ModelMetrics;
  readonly log: Logger;
  readonly onProgress: (done: number, total: number) => void;
}

/** Folder of the second index, and of the vectors kept by content. */
const FOLDER = 'embeddings';
const PROBE = { timeoutMs: 5_000, attempts: 2 };

/**
 * The endpoint's list of a search, from an index of its own beside the local one. Undefined where no embedding model is named
 * or it does not answer: then all is found by the local index, as without a model, and the log says so. Never rejects.
 */
export async function composeEmbeddings(options: EmbeddingsOptions): Promise<RetrieverParts['rank']> {
  const { model, data, documents, masker, settings, metrics, log, onProgress } = options;
  if (model.embeddingModel === undefined) return undefined;
  const embedTexts = createEmbedTexts(model, model.embeddingModel);
  const probe = await embedTexts(['sonde'], PROBE);
  const dimensions = probe.ok ? probe.value[0]?.length : undefined;
  if (dimensions === undefined) {
    metrics.embeddingFellBack();
    log.warn({ fault: probe.ok ? 'malformed' : probe.error.kind }, SERVED_LOCALLY);
    return undefined;
  }
  const hide = (text: string): string => (model.internal ? text : createMasking(masker).hide(text));
  const fingerprint = fingerprintOf(model, dimensions);
  try {
    const cache = openVectorCache(join(data, FOLDER, `${fingerprint}.vectors`), dimensions);
    const embed = createEndpointEmbed({ embedTexts, cache, fingerprint, dimensions });
    const { index, rebuilt, notKept } = await openIndex({
      directory: join(data, FOLDER),
      documents,
      embed,
      settings,
      onProgress,
    });
    if (rebuilt !== undefined) log.info({ reason: rebuilt.kind }, `the endpoint’s index: ${rebuilt.message}`);
    if (notKept !== undefined) log.warn({ folder: data }, `the endpoint’s index could not be kept: ${notKept}`);
    const embedQuery = createQueryEmbed({
      embedTexts,
      dimensions,
      hide,
      now: () => performance.now(),
      onFailure: (fault) => {
        metrics.embeddingFellBack();
        if (fault !== 'resting') log.warn({ fault }, 'a search goes by the local index: the embedding endpoint failed');
      },
    });
    return async (text) => {
      const vector = await embedQuery(text);
      return vector && nearnessByDocument(index, vector);
    };
  } catch (error) {
    metrics.embeddingFellBack();
    log.warn({ why: error instanceof Error ? error.message : String(error) }, SERVED_LOCALLY);
    return undefined;
  }
}

const SERVED_LOCALLY =
  'the embedding endpoint does not serve: searches go by the local index until the next start, as without a model';

/** Where and by what a vector was made: a change of either makes another index. */
function fingerprintOf({ baseUrl, embeddingModel = '', internal }: ModelConfig, dimensions: number): string {
  const made = JSON.stringify([baseUrl.replace(/\/\/[^@/]*@/, '//'), embeddingModel, dimensions, internal]);
  return `endpoint-${createHash('sha256').update(made).digest('hex').slice(0, 16)}`;
}
